import LeadImport
import LeadModel
import Threads
import Workers
import WorkflowEngine
import WorkflowProgram
import WorkflowSimulation

/// Measures a month of the shipped client's outreach on a lead file, on one core and on two.
///
/// - Parameter limits: C programs to print ratios against.
func benchmarkSimulate(path: String, limits: LimitProgram?) {
  guard let program = Project.program() else { return }
  var batches: [ScoredLeads] = []
  // A batch that nobody holds is filled anew.
  var held: [ImportedBatch] = []
  var importer = LeadImporter(schema: program.leadSchema)
  let decider = BatchDecider(program: program)
  func takeBatches() {
    do {
      while let batch = try importer.nextBatch() {
        var decisions: [LeadDecision] = []
        decider.decide(batch.leads, into: &decisions)
        let rows = decisions.indices.filter { !batch.isDuplicate(row: $0) }
        batches.append(ScoredLeads(batch.leads, rows: rows, decisions: decisions))
        held.append(batch)
      }
    } catch {
      print(error)
    }
  }
  forEachChunk(of: path) {
    importer.feed($0)
    takeBatches()
  }
  importer.finish()
  takeBatches()

  for threads in [1, 2] {
    let pool = WorkerPool.threads(threads)
    var result: SimulationResult?
    let measured = Measurement.of {
      let settings = SimulationSettings(
        seed: 7, start: Timestamp(milliseconds: 1_767_618_000_000), days: 30, samples: 0)
      var simulation = Simulation(program: program, settings: settings, pool: pool)
      simulation.add(batches)
      result = simulation.run()
    }
    guard let result, !held.isEmpty else { return }
    // On one core processor time tells the rate whatever else the machine does; on two the wall does.
    let taken = threads == 1 ? measured.processor : measured.wall
    let rate = Double(result.steps) / taken
    print(
      "simulate, \(threads) core\(threads == 1 ? " " : "s")  \(seconds(taken)): \(result.leadCount) leads, "
        + "\(result.steps) steps, \(ratio(rate / 1e6)) million steps/s, \(result.textsSent) texts")
    if threads == 1, let limits,
      let limit = limits.measure(
        "limit_sim", [String(result.leadCount), "direct"], key: "rate")
    {
      print(
        "C, a like journey  \(ratio(limit / 1e6)) million transitions/s; \(ratio(limit / rate)) times ours")
    }
  }
}
