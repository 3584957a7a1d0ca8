import LeadModel
import ReplyUnderstanding
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowEngine
import WorkflowProgram
import WorkflowTestSupport

/// A workflow of random states: any event may lead anywhere, most states send, some run a flow or hand over, and
/// arrows for all states send, hand over and lead back.
private func randomWorkflow(_ random: inout SplitMix64) -> SmallProject {
  let count = Int.random(in: 3...8, using: &random)
  func target(_ random: inout SplitMix64) -> String { "s\(Int.random(in: 0..<count, using: &random))" }
  func text(_ random: inout SplitMix64) -> String {
    ["texts.hello", "texts.ask", "texts.nudge", "{ intent: interested }"].randomElement(using: &random)
      ?? "texts.ask"
  }
  var states = "states:\n  imported: { do: [score, enqueue, assign, draft], then: [{ to: s0 }] }\n"
  for index in 0..<count {
    var keys = ["say: \(text(&random))"]
    if Int.random(in: 0..<6, using: &random) == 0 { keys.append("do: [{ escalate: wants a person }]") }
    var events: [String] = []
    for event in ["reply.interested", "reply.unclear", "reply.*", "sent", "delivered", "signal.poke"] {
      guard Bool.random(using: &random) else { continue }
      // A round of sends that waits for nobody does not compile.
      if event == "sent" || event == "delivered" {
        events.append("\(event): { do: [notify] }")
      } else {
        events.append("\(event): \(target(&random))")
      }
    }
    events.append("reply.not_interested: \(target(&random))")
    if Int.random(in: 0..<4, using: &random) == 0 {
      keys.append("flow: talk")
      events = ["end.booked: \(target(&random))", "end.silent: \(target(&random))"]
    }
    keys.append("on: { \(events.joined(separator: ", ")) }")
    if Bool.random(using: &random) { keys.append("after: { 1d: \(target(&random)) }") }
    states += "  s\(index):\n" + keys.map { "    \($0)\n" }.joined()
  }
  var always: [String] = []
  if Bool.random(using: &random) { always.append("signal.ring: { say: \(text(&random)) }") }
  if Bool.random(using: &random) { always.append("status.proposal: \(target(&random))") }
  if Bool.random(using: &random) { always.append("reply.unclear: { say: texts.nudge, resume: true }") }
  if Bool.random(using: &random) {
    always.append("reply.auto_reply: { do: [{ escalate: a machine writes }], say: texts.ask }")
  }
  return SmallProject(
    states: states, limits: "limits: { messages_per_lead: 900, unanswered_messages: 90 }",
    extra: (always.isEmpty ? "" : "always: { \(always.joined(separator: ", ")) }\n")
      + "personas: { gianna: { replies: { interested: [\"Good.\"] } }, cathy: { replies: { interested: [\"Fine.\"] } } }"
  )
}

/// What was understood of a reply, whether or not it asks for silence.
private func randomReply(_ program: ClientProgram, _ random: inout SplitMix64) -> ReplyFacts {
  var intents: [Int] = []
  for _ in 0..<Int.random(in: 0...3, using: &random) {
    let intent = Int.random(in: 0..<program.intents.count, using: &random)
    // A wish for silence may stand anywhere among the others, or be told otherwise.
    if !intents.contains(intent), intent != program.optOutIntent || Int.random(in: 0..<4, using: &random) == 0
    {
      intents.append(intent)
    }
  }
  let keyword: CarrierKeyword?
  switch Int.random(in: 0..<24, using: &random) {
  case 0: keyword = .optOut
  case 1: keyword = .optIn
  case 2: keyword = .help
  case _: keyword = nil
  }
  return ReplyFacts(
    intents: intents, text: "as read",
    captures: Bool.random(using: &random)
      ? [Capture(.email, "ann@acme.example"), Capture(.time, "noon")] : [],
    keyword: keyword, isOptOut: Int.random(in: 0..<16, using: &random) == 0,
    isDoubtfulOptOut: Int.random(in: 0..<24, using: &random) == 0,
    isReaction: Int.random(in: 0..<24, using: &random) == 0)
}

@Suite struct OptOutLawTests {
  @Test(arguments: UInt64(0)..<150)
  func `nothing leaves after an opt-out, whatever the workflow, the events and what waits`(seed: UInt64)
    throws
  {
    var random = SplitMix64(seed: seed)
    // States that nothing leads to are warnings; an error would be this test's own.
    let program = try randomWorkflow(&random).program()
    let lead = makeLead(program, usualLead)
    var output = StepOutput()
    var now = monday
    var state = program.start(lead, at: now, into: &output)
    var timers: [(rule: Int, entry: UInt16)] = []
    var waiting: [OutboundMessage] = []
    var hasOptedOut = false
    for _ in 0..<120 {
      now = now.advanced(byMilliseconds: Int64.random(in: 0...day, using: &random))
      var event = randomEvent(program, timers, &random)
      // A text that waits leaves now and then; others wait while replies come in.
      if Bool.random(using: &random), !waiting.isEmpty {
        waiting.removeFirst()
        #expect(!hasOptedOut, "seed \(seed): a waiting text left after an opt-out")
        event = .plain(BuiltInEvent.sent.id)
      }
      let wasOptedOut = hasOptedOut
      switch event {
      case .reply(let reply):
        if reply.isOptOut || reply.keyword == .optOut
          || program.optOutIntent.map(reply.intents.contains) == true
        {
          hasOptedOut = true
        } else if reply.keyword == .optIn {
          hasOptedOut = false
        }
      case .optedIn: hasOptedOut = false
      case .plain, .timer, .rescored: break
      }
      program.step(&state, on: event, lead: lead, at: now, into: &output)
      var confirmations = 0
      for effect in output.effects {
        switch effect {
        case .send(let message):
          #expect(!hasOptedOut, "seed \(seed): asked for after an opt-out")
          waiting.append(message)
        case .cancelPending: waiting.removeAll()
        case .startTimer(let rule, let entry, due: _): timers.append((rule, entry))
        case .sendRequired(.optOutConfirmation, _, let deadline):
          confirmations += 1
          #expect(deadline == now.advanced(byMilliseconds: program.law.confirmation.withinMilliseconds))
        case _: break
        }
      }
      #expect(state.flags.contains(.optedOut) == hasOptedOut, "seed \(seed)")
      if hasOptedOut { #expect(waiting.isEmpty, "seed \(seed): a text still waits") }
      // One for each opt-out at the most; a machine that says STOP without end gets none.
      #expect(confirmations <= (hasOptedOut && !wasOptedOut ? 1 : 0), "seed \(seed)")
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `equal events give equal journeys`(seed: UInt64) throws {
    func journey() throws -> [LeadState] {
      var random = SplitMix64(seed: seed)
      let program = try randomWorkflow(&random).program()
      let lead = makeLead(program, usualLead)
      var output = StepOutput()
      var states = [program.start(lead, at: monday, into: &output)]
      var state = states[0]
      for _ in 0..<40 {
        program.step(
          &state, on: randomEvent(program, [], &random), lead: lead, at: monday, into: &output)
        states.append(state)
      }
      return states
    }
    #expect(try journey() == journey())
  }

  private func randomEvent(
    _ program: ClientProgram, _ timers: [(rule: Int, entry: UInt16)], _ random: inout SplitMix64
  ) -> LeadEvent {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<4: return .reply(randomReply(program, &random))
    case 4..<6:
      guard let timer = timers.randomElement(using: &random) else { return .rescored }
      return .timer(rule: timer.rule, entry: timer.entry)
    case 6 where Int.random(in: 0..<8, using: &random) == 0: return .optedIn
    case _:
      let event = Int.random(in: 0..<program.machine.events.count, using: &random)
      let id = EventID(rawValue: UInt16(event))
      return program.machine.events.isReply(id) ? .rescored : .plain(id)
    }
  }
}
