import Dispatch
import LeadModel
import TestSupport
import Testing
import Workers
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

/// What a lead's own fields say of the law: the clocks that may be theirs, their phone's among them, and the caps.
private let laws: [(zones: [TimeZoneID], caps: [(texts: Int, hours: Int64)])] = [
  ([.newYork], []), ([.newYork, .chicago], [(2, 24)]), ([.losAngeles, .newYork], [(1, 10)]),
  ([.chicago, .denver, .newYork], [(3, 48)]), ([.newYork], []), ([.denver, .newYork], []),
]

private let capped =
  SmallProject.law.replacing("FL: {", with: "FL: { cap: 2 per 24h,") + """

      CA: { cap: 1 per 10h, holidays: open, source: test, confidence: A }
      TX: { cap: 3 per 48h, holidays: open, source: test, confidence: A }
    """

/// A workflow that would text every half hour, and answers whoever writes.
private let pestering = """
  states:
    imported: { do: [score, enqueue, assign, draft], then: [{ when: campaign != "", to: opening }, { to: parked }] }
    opening: { do: [send], on: { sent: waiting, failed: parked } }
    waiting: { on: { reply.*: answering }, after: { 30m: again } }
    again: { say: texts.nudge, on: { reply.*: answering }, after: { 30m: again } }
    answering: { say: texts.ask, on: { reply.*: answering }, after: { 30m: again } }
    parked: { final: true }
  """

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
  let decider = BatchDecider(program: program)
  decider.decide(batch, into: &decisions)
  let size = min(batchSize, count)
  simulation.add(
    stride(from: 0, to: count, by: size).map { first in
      ScoredLeads(
        batch, rows: Array(first..<min(first + size, count)), decisions: decisions,
        failures: decider.failures)
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
    for samples in [0, 3, 9] {
      let written = simulate(program, samples: samples)
      let unwritten = simulate(program, samples: samples, hasJournal: false, pool: threads)
      #expect(written.json() == unwritten.json(), "\(samples) samples")
      #expect(written.report() == unwritten.report(), "\(samples) samples")
    }
    let unwritten = simulate(program, samples: 0, hasJournal: false)
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

  @Test(arguments: UInt64(1)..<7)
  func `who would be texted without end is not, by the day, the minute, the person and the hour`(seed: UInt64)
    throws
  {
    let program = try SmallProject(
      states: pestering, flows: "flows: {}",
      limits:
        "limits: { texts_per_day: 150, texts_per_minute: 3, messages_per_day: 4, messages_per_lead: 60, unanswered_messages: 90 }",
      extra:
        "simulation: { replies: { rate: 40%, in_conversation: 80%, takes: { from: 1m, to: 3h }, intents: { interested: 9, unclear: 4, opt_out: 1 } } }",
      law: capped
    ).program()
    let result = simulate(program, count: 90, days: 12, seed: seed)
    #expect(result.breaches == 0)
    #expect(!result.json().contains("\"held_by_caps\": 0"))
    var byDay: [CivilDate: Int] = [:]
    var byMinute: [Int64: Int] = [:]
    var byLead: [Int: [(at: Timestamp, isAnswer: Bool)]] = [:]
    for line in journal(result).split(separator: "\n") where line.contains("\"event\":\"text\"") {
      let parts = line.split(separator: "\"")
      let at = try #require(Timestamp(iso8601: String(parts[7])))
      let row = try #require(Int(parts[3].dropFirst()))
      byDay[at.local(in: .newYork).date, default: 0] += 1
      byMinute[at.milliseconds / 60_000, default: 0] += 1
      byLead[row, default: []].append((at, line.contains("\"answer\":true")))
      for zone in laws[row % laws.count].zones {
        let local = at.local(in: zone)
        #expect(600 <= local.minuteOfDay && local.minuteOfDay < 1_080, "\(line)")
        #expect(local.weekday != .saturday && local.weekday != .sunday, "\(line)")
      }
    }
    #expect(byDay.values.max() == 150 && byMinute.values.max() == 3)
    for (row, texts) in byLead {
      for (cap, hours) in laws[row % laws.count].caps + [(4, 24)] {
        for text in texts where !text.isAnswer {
          let stretch = texts.count {
            $0.at <= text.at && text.at.milliseconds - $0.at.milliseconds < hours * 3_600_000
          }
          #expect(stretch <= cap, "lead \(row): \(stretch) texts in \(hours) hours")
        }
      }
    }
    #expect(result.json() == simulate(program, count: 90, days: 12, seed: seed, pool: threads).json())
  }

  @Test func `what a cap holds back leaves the moment it lifts, and a reply is answered meanwhile`() throws {
    let states = """
      states:
        imported: { do: [score, enqueue, assign, draft], then: [{ when: campaign != "", to: opening }, { to: parked }] }
        opening: { do: [send], on: { sent: waiting, failed: parked } }
        waiting: { on: { reply.*: answering }, after: { 20m: again } }
        again: { say: texts.nudge, on: { reply.*: answering }, after: { 9d: parked } }
        answering: { say: texts.ask, on: { reply.*: answering }, after: { 9d: parked } }
        parked: { final: true }
      """
    func texts(rate: String) throws -> [[(at: Timestamp, isAnswer: Bool)]] {
      let program = try SmallProject(
        states: states, flows: "flows: {}", limits: "limits: { messages_per_day: 1 }",
        extra:
          "simulation: { delivery: { delivered: 100% }, replies: { rate: \(rate), in_conversation: 0%, takes: { from: 1h, to: 2h }, intents: { interested: 1 } } }"
      ).program()
      var byLead: [Substring: [(at: Timestamp, isAnswer: Bool)]] = [:]
      for line in journal(simulate(program, count: 12, days: 4)).split(separator: "\n")
      where line.contains("\"event\":\"text\"") {
        let parts = line.split(separator: "\"")
        byLead[parts[3], default: []].append(
          (try #require(Timestamp(iso8601: String(parts[7]))), line.contains("\"answer\":true")))
      }
      return Array(byLead.values)
    }
    for texts in try texts(rate: "0%") {
      #expect(texts.map(\.isAnswer) == [false, false])
      #expect(texts[1].at.milliseconds - texts[0].at.milliseconds == 86_400_000)
    }
    for texts in try texts(rate: "100%") {
      // The nudge that waited is no more: the answer took its place.
      #expect(texts.map(\.isAnswer) == [false, true])
      #expect(texts[1].at.milliseconds - texts[0].at.milliseconds <= 3 * 3_600_000)
    }
  }

  @Test func `a condition that fails is named, with how often and for whom first`() throws {
    // Every 120th lead has no employees.
    let program = try SmallProject(
      states: SmallProject.journey.replacing(
        "{ when: campaign",
        with: "{ when: 60 / lead.employee_count > 100, to: won }\n      - { when: campaign"
      ).replacing(
        "reply.interested: talking",
        with: "reply.interested: { when: 10 / history.unanswered > 0, to: talking }"),
      extra: "recommend: { call: { when: 30 / lead.employee_count > 2 } }"
    ).program()
    let result = simulate(program, count: 300, samples: 0)
    for result in [result, simulate(program, count: 300, samples: 0, batchSize: 7, pool: threads)] {
      let parts = result.report().split(separator: "\n").filter {
        $0.contains(" failed ") && $0.contains("[")
      }
      expectGolden(parts.joined(separator: "\n") + "\n", "failed-conditions.txt")
      #expect(result.json().contains("\"first_lead\": \"L0\""))
    }
    #expect(try simulate(SmallProject().program(), count: 60).report().contains("did not hold") == false)
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

  @Test func `a report tells days and times by the client's clock`() throws {
    var project = SmallProject()
    project.timezone = "Pacific/Guam"  // Where 13:00 in Greenwich is 23:00.
    let report = simulate(try project.program(), count: 3, days: 1).report()
    #expect(report.contains("times of Pacific/Guam\n  Mon 2026-01-05 23:00  imported"))
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
