import LeadModel
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowEngine
import WorkflowProgram
import WorkflowTestSupport

/// A workflow of random states: any event may lead anywhere, most states send, some run a flow.
private func randomWorkflow(_ random: inout SplitMix64) -> SmallProject {
  let count = Int.random(in: 3...8, using: &random)
  func target(_ random: inout SplitMix64) -> String { "s\(Int.random(in: 0..<count, using: &random))" }
  var states = "states:\n  imported: { do: [score, enqueue, assign, draft], then: [{ to: s0 }] }\n"
  for index in 0..<count {
    var keys = ["say: texts.\(["hello", "ask", "nudge"].randomElement(using: &random) ?? "ask")"]
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
    keys.append("on: { \(events.joined(separator: ", ")) }")
    if Bool.random(using: &random) { keys.append("after: { 1d: \(target(&random)) }") }
    if Int.random(in: 0..<4, using: &random) == 0 {
      keys.append("flow: talk")
      keys[1] = "on: { end.booked: \(target(&random)), end.silent: \(target(&random)) }"
    }
    states += "  s\(index):\n" + keys.map { "    \($0)\n" }.joined()
  }
  return SmallProject(states: states, limits: "limits: { messages_per_lead: 900, unanswered_messages: 90 }")
}

@Suite struct OptOutLawTests {
  @Test(arguments: UInt64(0)..<40)
  func `nothing is sent after an opt-out, whatever the workflow and the events`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let compilation = randomWorkflow(&random).compile()
    // States that nothing leads to are warnings; an error would be this test's own.
    let program = try #require(compilation.program, "seed \(seed)")
    let lead = makeLead(program, usualLead)
    var output = StepOutput()
    var now = monday
    var state = program.start(lead, at: now, into: &output)
    var timers: [(rule: Int, entry: UInt16)] = []
    var hasOptedOut = false
    for _ in 0..<120 {
      now = now.advanced(byMilliseconds: Int64.random(in: 0...day, using: &random))
      let event = randomEvent(program, timers, &random)
      if case .reply(let reply) = event, reply.intents.first == program.optOutIntent { hasOptedOut = true }
      if event == .optedIn { hasOptedOut = false }
      program.step(&state, on: event, lead: lead, at: now, into: &output)
      for effect in output.effects {
        switch effect {
        case .send: #expect(!hasOptedOut, "seed \(seed): sent after an opt-out")
        case .startTimer(let rule, let entry, due: _): timers.append((rule, entry))
        case _: break
        }
      }
    }
  }

  @Test(arguments: UInt64(0)..<20)
  func `equal events give equal journeys`(seed: UInt64) throws {
    func journey() throws -> [LeadState] {
      var random = SplitMix64(seed: seed)
      let program = try #require(randomWorkflow(&random).compile().program)
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
    case 0..<4:
      let intent = Int.random(in: 0..<program.intents.count, using: &random)
      return .reply(ReplyFacts(intents: [intent]))
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
