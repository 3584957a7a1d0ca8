import ArgumentParser
import JSONText
import LeadImport
import LeadModel
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

  @Option(help: "Threads to use; all cores without it.")
  var threads: Int?

  @Flag(help: "Print the summary as JSON.")
  var json = false

  func run() throws {
    let (program, _) = try loadWorkflow(workflow)
    let file = ScoredLeadFile(
      program: program, path: leads, pool: Cores.pool(threads: max(1, threads ?? Cores.count)))
    do {
      if let explain { return try explainDecision(explain, file) }
      try score(file)
    } catch let error as FileError {
      printError(error.description)
      throw ExitCode(1)
    } catch let error as ImportRefusal {
      printError("\(leads): \(error.description)")
      throw ExitCode(1)
    }
  }

  private func score(_ file: ScoredLeadFile) throws {
    var output = try OutputFile(out)
    var summary = ScoreSummary(program: file.program)
    let table = ScoreTable(program: file.program)
    var setAside = QuarantineFile(path: quarantine ?? QuarantineFile.path(beside: out ?? leads))
    var hasHeader = false
    let outcome = try file.forEach { batches in
      if !hasHeader { try output.write(table.header) }
      hasHeader = true
      let rows = table.rows(batches, pool: file.pool)
      for part in rows { try output.write(part) }
      for batch in batches {
        summary.add(batch)
        setAside.add(batch.leads, mapping: batch.mapping)
      }
    }
    if !hasHeader { try output.write(table.header) }
    try output.close()
    try setAside.close()
    let text = json ? summary.json(outcome) : summary.text(outcome, setAside: setAside.writtenPath)
    if out == nil {
      var stream = StandardError()
      print(text, terminator: "", to: &stream)
    } else {
      print(text, terminator: "")
    }
  }

  private func explainDecision(_ record: String, _ file: ScoredLeadFile) throws {
    var found = false
    _ = try file.forEach { batches in
      guard !found else { return }
      for batch in batches {
        let leads = batch.leads.leads
        for row in 0..<leads.count where !found && leads.text(.recordID, row: row) == record {
          found = true
          let story = file.program.explainDecision(LeadRow(batch: leads, row: row))
          let text = DecisionStoryText(program: file.program, lead: LeadRow(batch: leads, row: row))
          print(json ? text.json(story) : text.text(story), terminator: "")
          if let winner = batch.leads.winner(ofRow: row), !json {
            print("This row repeats row \(winner.rowNumber) (\(winner.recordID)), which counts instead.")
          }
        }
      }
    }
    guard found else {
      printError("no lead with the record id '\(record)' in \(leads)")
      throw ExitCode(1)
    }
  }
}
