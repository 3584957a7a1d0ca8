import ArgumentParser
import JSONText
import LeadImport
import LeadModel
import Threads
import Workers
import WorkflowEngine
import WorkflowProgram

/// Scores, queues and routes a list of leads by a workflow's rules.
struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score",
    abstract: "Score, queue and route a list of leads.",
    discussion: """
      Example:  nextier score workflows/ecbb.yaml --leads leads.csv --out scored.csv
                nextier score workflows/ecbb.yaml --leads leads.csv --explain L0000001
      Without --out the table goes to standard output and the summary to standard error. Rows that cannot be
      used are set aside in a file of their own, with row number, column and reason.
      """)

  @Argument(help: "The workflow's file, or its name.")
  var workflow: String

  @Option(help: "The lead file (CSV), or - for standard input.")
  var leads: String

  @Option(help: "Where to write the scored table.")
  var out: String?

  @Option(help: "Where to write rows that cannot be used; beside the output without it.")
  var quarantine: String?

  @Option(help: "Explain the decision about the lead with this record id, rule by rule.")
  var explain: String?

  @Option(parsing: .unconditional, help: "Threads to use, 1 to 1024; all cores without it.")
  var threads: Int?

  @Flag(help: "Print the summary as JSON.")
  var json = false

  func validate() throws {
    try Cores.check(threads: threads)
    guard explain != nil, out != nil || quarantine != nil else { return }
    throw ValidationError("--explain prints decisions and writes no table: leave --out and --quarantine out")
  }

  func run() throws {
    let (program, compilation) = try loadWorkflow(workflow)
    let file = ScoredLeadFile(
      program: program, path: leads, pool: WorkerPool.threads(threads ?? Cores.count))
    do {
      if let explain { return try explainDecision(explain, file) }
      try score(file, besides: [leads] + compilation.paths)
    } catch let error as ImportRefusal {
      throw CommandFailure(error, of: leads)
    }
  }

  /// - Parameter inputs: What is read, and so may not be written over.
  private func score(_ file: ScoredLeadFile, besides inputs: [String]) throws {
    let place = try OutputPlace(out, besides: inputs)
    // Beside devices and pipes nothing is to be written.
    let beside = place.isFile ? out : FileIdentity(leads) != nil ? leads : nil
    var setAside = try QuarantineFile(quarantine ?? QuarantineFile.path(beside: beside), besides: inputs)
    guard !setAside.isSame(as: place) else {
      throw CommandFailure(
        "--out and --quarantine name one file; the table and the rows set aside need two", exitCode: 2)
    }
    var output = try OutputFile(at: place)
    var summary = ScoreSummary(program: file.program)
    let table = ScoreTable(program: file.program)
    var hasHeader = false
    let outcome = try file.forEach { batches in
      if !hasHeader { try output.write(table.header) }
      hasHeader = true
      let rows = table.rows(batches, pool: file.pool)
      for part in rows { try output.write(part) }
      for batch in batches {
        summary.add(batch)
        try setAside.add(batch.leads, mapping: batch.mapping)
      }
    }
    if !hasHeader { try output.write(table.header) }
    try output.close()
    try setAside.close()
    let text = json ? summary.json(outcome) : summary.text(outcome, setAside: setAside.writtenPath)
    if place.kind == .standardOutput {
      var stream = StandardError()
      print(text, terminator: "", to: &stream)
    } else {
      print(text, terminator: "")
    }
  }

  /// Explains each row with the record id: a list may give several leads the same.
  private func explainDecision(_ record: String, _ file: ScoredLeadFile) throws {
    var found = 0
    _ = try file.forEach { batches in
      for batch in batches {
        let leads = batch.leads.leads
        for row in 0..<leads.count where leads.text(.recordID, row: row) == record {
          found += 1
          if found == Self.explainedAtMost + 1 {
            printError("note: further leads with the record id '\(record)' are left out")
          }
          guard found <= Self.explainedAtMost else { continue }
          let story = DecisionStoryText(program: file.program, batch, row)
          if !json, 1 < found { print("") }
          print(json ? story.json : story.text, terminator: "")
        }
      }
    }
    guard 0 < found else {
      throw CommandFailure(
        "no lead with the record id '\(record)' in \(ChunkSource.title(of: leads))", exitCode: 1)
    }
    if 1 < found {
      printError("note: \(found) rows have the record id '\(record)'")
    }
  }

  /// In a list whose record ids are no ids, all rows may be meant.
  private static let explainedAtMost = 20
}
