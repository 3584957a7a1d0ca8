import Dispatch
import LeadModel
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowEngine
import WorkflowProgram
import WorkflowSimulation
import WorkflowTestSupport

/// Leads of the small workflow: every third without an owner, every fifth without a mobile number.
private func leads(_ program: ClientProgram, count: Int) -> LeadBatch {
  let batch = LeadBatch(schema: program.leadSchema, capacity: count)
  batch.count = count
  let states = ["NY", "FL", "CA", "TX", "RI", "UT"]
  for row in 0..<count {
    func set(_ field: StandardField, _ text: String) { batch.setText(text, field: field.rawValue, row: row) }
    set(.recordID, "L\(row)")
    set(.businessName, "Business \(row)")
    if row % 3 != 0 { set(.ownerName, "Ann Lee") }
    if row % 5 != 0 { set(.mobilePhone, "+12125550\(100 + row % 100)") }
    set(.state, states[row % states.count])
    set(.industry, row % 2 == 0 ? "Technology" : "Retail")
    batch.setInt(Int64(row % 120), field: StandardField.employeeCount.rawValue, row: row)
  }
  return batch
}

private let start = Timestamp(milliseconds: 1_767_618_000_000)  // 2026-01-05 08:00 in New York

private let threads = WorkerPool(count: 3) { count, body in
  DispatchQueue.concurrentPerform(iterations: 3) { worker in
    for index in stride(from: worker, to: count, by: 3) { body(worker, index) }
  }
}

private func simulate(
  _ program: ClientProgram, count: Int = 600, days: Int = 20, seed: UInt64 = 7, samples: Int = 3,
  hasJournal: Bool = true, batchSize: Int = .max, pool: WorkerPool = .serial
) -> SimulationResult {
  let settings = SimulationSettings(
    seed: seed, start: start, days: days, samples: samples, hasJournal: hasJournal)
  var simulation = Simulation(program: program, settings: settings, pool: pool)
  let batch = leads(program, count: count)
  var decisions: [LeadDecision] = []
  BatchDecider(program: program).decide(batch, into: &decisions)
  let size = min(batchSize, count)
  simulation.add(
    stride(from: 0, to: count, by: size).map { first in
      ScoredLeads(batch, rows: Array(first..<min(first + size, count)), decisions: decisions)
    })
  return simulation.run()
}

private func journal(_ result: SimulationResult) -> String {
  var text = ""
  result.journalLines { text += String(decoding: $0, as: UTF8.self) }
  return text
}

@Suite struct SimulationTests {
  @Test func `the same seed gives the same bytes, on one thread or three`() throws {
    let program = try SmallProject().program()
    let alone = simulate(program)
    let together = simulate(program, pool: threads)
    #expect(alone.json() == together.json())
    #expect(journal(alone) == journal(together))
    #expect(alone.json() != simulate(program, seed: 8).json())
  }

  @Test func `leads in many batches fare as in one`() throws {
    let program = try SmallProject().program()
    let whole = simulate(program)
    for (size, pool) in [(1, WorkerPool.serial), (7, threads), (300, threads)] {
      let parts = simulate(program, batchSize: size, pool: pool)
      #expect(whole.json() == parts.json(), "batches of \(size)")
      #expect(journal(whole) == journal(parts), "batches of \(size)")
    }
  }

  @Test func `writing everything down changes nothing`() throws {
    let program = try SmallProject(limits: "limits: { texts_per_day: 40 }").program()
    let written = simulate(program, samples: 0)
    let unwritten = simulate(program, samples: 0, hasJournal: false, pool: threads)
    #expect(written.json() == unwritten.json())
    #expect(journal(unwritten).isEmpty)
  }

  @Test(arguments: UInt64(1)..<9) func `no promise is broken`(seed: UInt64) throws {
    let limits = "limits: { texts_per_day: 40, texts_per_minute: 5, messages_per_lead: 3 }"
    let program = try SmallProject(limits: limits).program()
    let result = simulate(program, seed: seed)
    #expect(result.breaches == 0)
    #expect(0 < result.textsSent)
    #expect(result.textsSent <= 40 * 20)
    var perLead: [Substring: Int] = [:]
    var hasOptedOut: Set<Substring> = []
    for line in journal(result).split(separator: "\n") {
      let lead = line.split(separator: "\"")[3]
      if line.contains("\"event\":\"reply.opt_out\"") { hasOptedOut.insert(lead) }
      guard line.contains("\"event\":\"text\"") else { continue }
      perLead[lead, default: 0] += 1
      #expect(!hasOptedOut.contains(lead), "seed \(seed): \(line)")
    }
    #expect((perLead.values.max() ?? 0) <= 3)
  }

  @Test func `unlikely settings do no harm`() throws {
    let factors = (1...5).map { "f\($0): { when: \"true\", times: 1000 }" }.joined(separator: ", ")
    let program = try SmallProject(extra: "simulation: { replies: { adjust: { \(factors) } } }").program()
    #expect(simulate(program, count: 60, samples: -1).breaches == 0)
    #expect(
      simulate(program, count: 60, samples: 0).report() == simulate(program, count: 60, samples: -1).report())
  }

  @Test func `a program that a thread has of its own is the same program`() throws {
    let program = try SmallProject(extra: "mentions: { broker: [broker], agent: [agent] }").program()
    let own = ClientProgram(sharing: program)
    #expect(own.mentions == program.mentions && own.slots.mentionCount == own.mentions.count)
  }

  @Test func `every lead is somewhere at the end`() throws {
    let program = try SmallProject().program()
    let json = simulate(program, count: 500).json()
    let counts = json.split(separator: "\n").filter { $0.contains("\"leads\":") }
      .compactMap { Int($0.filter(\.isNumber)) }
    // The first is the number of leads, the others the leads of each end state.
    #expect(counts.first == 500)
    #expect(counts.dropFirst().reduce(0, +) == 500)
  }

  @Test func `a report reads like this`() throws {
    expectGolden(simulate(try SmallProject().program(), count: 300, days: 10).report(), "report.txt")
  }

  @Test func `bad numbers fail for good, by the seed alone, and each time they are tried`() throws {
    func project(_ share: String) -> SmallProject {
      SmallProject(
        states: SmallProject.journey + "\n  bad_number: { final: true }",
        extra: "simulation: { delivery: { delivered: 50%\(share) }, replies: { rate: 0% } }\n"
          + "always: { number_invalid: { do: [drop_number], to: bad_number } }")
    }
    let program = try project(", invalid_number: 40%").program()
    let alone = simulate(program, count: 900)
    #expect(alone.json() == simulate(program, count: 900, pool: threads).json())
    var first: [Substring: String] = [:]
    for line in journal(alone).split(separator: "\n") {
      let lead = line.split(separator: "\"")[3]
      for event in ["delivered", "failed", "number_invalid"] where line.contains("\"event\":\"\(event)\"") {
        if first[lead] == nil { first[lead] = event }
        // A number that has taken a text is none that takes none.
        if event == "number_invalid" { #expect(first[lead] == event) }
      }
    }
    let counts = first.values.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    let (delivered, failed) = (counts["delivered"] ?? 0, counts["failed"] ?? 0)
    let invalid = counts["number_invalid"] ?? 0
    #expect(abs(Double(failed + invalid) / Double(delivered + failed + invalid) - 0.5) < 0.06)
    #expect(abs(Double(invalid) / Double(failed + invalid) - 0.4) < 0.08)
    #expect(alone.json().contains("\"number_invalid\": \(invalid)"))
    #expect(alone.report().contains("\(invalid) to numbers that take no texts"))
    let (none, unsaid) = (try project(", invalid_number: 0%").program(), try project("").program())
    #expect(journal(simulate(none)) == journal(simulate(unsaid)))
  }
}
