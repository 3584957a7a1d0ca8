import ArgumentParser
import LeadImport
import LeadModel
import Threads
import Workers
import WorkflowEngine
import WorkflowProgram
import WorkflowSimulation

/// Lives through days of outreach in virtual time, and sends nothing.
struct SimulateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Dry-run a workflow on a list of leads, and send nothing.",
    discussion: """
      Example:  nextier simulate workflows/ecbb.yaml --leads leads.csv --days 30 --seed 7
      The same seed gives the same bytes on any machine. How people answer is the workflow's `simulation:`.
      """)

  @Argument(help: "The workflow's file, or its name.")
  var workflow: String

  @Option(help: "The lead file (CSV), or - for standard input.")
  var leads: String

  // Numbers take the next word whatever it is: a minus makes it a number that is refused, not an option.
  @Option(parsing: .unconditional, help: "Days of virtual time, 1 to 3650.")
  var days = 30

  @Option(parsing: .unconditional, help: "What the draws depend on, from 0.")
  var seed: UInt64 = 1

  @Option(help: "The day it begins, at 8:00 of the client's clock, as 2026-01-05.")
  var start = "2026-01-05"

  @Option(parsing: .unconditional, help: "Whole journeys to show, from 0.")
  var samples = 3

  @Option(help: "Where to write every event as JSON lines.")
  var journal: String?

  @Option(parsing: .unconditional, help: "Threads to use, 1 to 1024; all cores without it.")
  var threads: Int?

  @Flag(help: "Print everything as JSON.")
  var json = false

  func validate() throws {
    try Cores.check(threads: threads)
    guard (1...3_650).contains(days) else { throw ValidationError("--days must be from 1 to 3650") }
    guard 0 <= samples else { throw ValidationError("--samples must be at least 0") }
    guard DateText.read(start).value != nil else {
      throw ValidationError("--start must be a day such as 2026-01-05, not '\(start)'")
    }
  }

  func run() throws {
    let (program, compilation) = try loadWorkflow(workflow)
    let inputs = [leads] + compilation.paths
    let journalPlace = try journal.map { path throws(FileError) in try OutputPlace(path, besides: inputs) }
    let pool = WorkerPool.threads(threads ?? Cores.count)
    guard let date = DateText.read(start).value else { throw ExitCode(2) }
    let clock = program.client.timezone.rules
    let settings = SimulationSettings(
      seed: seed, start: clock.instant(date, secondOfDay: 8 * 3_600), days: days, samples: samples,
      hasJournal: journal != nil)
    var simulation = Simulation(program: program, settings: settings, pool: pool)
    do {
      let outcome = try ScoredLeadFile(program: program, path: leads, pool: pool).forEach { batches in
        simulation.add(
          batches.map { batch in
            let rows = batch.decisions.indices.filter { !batch.leads.isDuplicate(row: $0) }
            return ScoredLeads(
              batch.leads.leads, rows: rows, decisions: batch.decisions, failures: batch.failures)
          })
      }
      let result = simulation.run()
      if let journalPlace {
        var file = try OutputFile(at: journalPlace)
        var failure: FileError?
        result.journalLines { bytes in
          guard failure == nil else { return }
          do throws(FileError) { try file.write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
        try file.close()
      }
      print(json ? result.json() : result.report(), terminator: "")
      let report = outcome.report
      if !json, 0 < report.duplicates + report.setAside {
        print(
          "\n\(report.duplicates) duplicates and \(report.setAside) unusable rows of the list took no part")
      }
      if 0 < result.breaches {
        printError("the run broke \(result.breaches) promises; please report this")
        throw ExitCode(1)
      }
    } catch let error as ImportRefusal {
      throw CommandFailure(error, of: leads)
    }
  }
}
