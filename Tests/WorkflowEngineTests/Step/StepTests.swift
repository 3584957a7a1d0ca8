import LeadModel
import ReplyUnderstanding
import Testing
import WorkflowEngine
import WorkflowProgram
import WorkflowTestSupport

/// A lead on its way through the small workflow, with what the last step asked for.
private struct Walk {
  let program: ClientProgram
  var state: LeadState
  var output = StepOutput(tracing: true)
  var lead: LeadRow
  var now = monday

  init(_ project: SmallProject = SmallProject(), _ fields: [String: String] = usualLead) throws {
    program = try project.program()
    lead = makeLead(program, fields)
    var output = StepOutput(tracing: true)
    state = program.start(lead, at: monday, into: &output)
    self.output = output
  }

  var path: String { program.machine[state.state].path }

  mutating func take(_ event: LeadEvent, after milliseconds: Int64 = 0) {
    now = now.advanced(byMilliseconds: milliseconds)
    program.step(&state, on: event, lead: lead, at: now, into: &output)
  }

  mutating func take(_ name: String, after milliseconds: Int64 = 0) throws {
    let event = try #require(program.machine.events.event(named: name))
    take(.plain(event), after: milliseconds)
  }

  mutating func hear(_ intent: String, after milliseconds: Int64 = 0) throws {
    let index = try #require(program.intents.firstIndex(of: intent))
    take(.reply(ReplyFacts(intents: [index])), after: milliseconds)
  }

  var required: [RequiredText] {
    output.effects.compactMap { if case .sendRequired(let text, _, by: _) = $0 { text } else { nil } }
  }

  var sends: [OutboundMessage] {
    output.effects.compactMap { if case .send(let message) = $0 { message } else { nil } }
  }

  var timers: [(rule: Int, entry: UInt16, due: Timestamp)] {
    output.effects.compactMap { effect in
      guard case .startTimer(let rule, let entry, let due) = effect else { return nil }
      return (rule, entry, due)
    }
  }

  mutating func contact() throws {
    try take("approved")
    try take("sent")
  }
}

@Suite struct StepTests {
  @Test func `a lead with an owner is drafted at once`() throws {
    let walk = try Walk()
    #expect(walk.path == "drafted")
    #expect(walk.output.effects.contains(.requestApproval(.manual, template: 0)))
    #expect(walk.output.effects.contains(.queued(queue: 0)))
    #expect(walk.program.queueName(walk.state.decision) == "high")
    #expect(walk.program.agentName(walk.state.decision) == "cathy")
  }

  @Test func `a lead without an owner is traced first, for an hour at most`() throws {
    var fields = usualLead
    fields["owner_name"] = nil
    var walk = try Walk(SmallProject(), fields)
    #expect(walk.path == "tracing")
    #expect(walk.output.effects.first == .requestTrace)
    let timer = try #require(walk.timers.first)
    #expect(timer.due == monday.advanced(byMilliseconds: hour))
    walk.take(.timer(rule: timer.rule, entry: timer.entry), after: hour)
    #expect(walk.path == "drafted")
  }

  @Test func `the wait for an answer begins when the text has left`() throws {
    var walk = try Walk()
    try walk.contact()
    let first = try #require(walk.timers.first)
    walk.take(.timer(rule: first.rule, entry: first.entry), after: 3 * day)
    #expect(walk.path == "nudging")
    #expect(walk.sends.count == 1)
    #expect(walk.timers.isEmpty)
    try walk.take("sent", after: 2 * day)
    let second = try #require(walk.timers.first)
    #expect(second.due == walk.now.advanced(byMilliseconds: 4 * day))
  }

  @Test func `a timer of an entry that is over is stale`() throws {
    var walk = try Walk()
    try walk.contact()
    let timer = try #require(walk.timers.first)
    try walk.hear("interested", after: hour)
    #expect(walk.output.effects.contains { if case .cancelTimers = $0 { true } else { false } })
    walk.take(.timer(rule: timer.rule, entry: timer.entry), after: 3 * day)
    #expect(walk.output.effects.isEmpty)
    #expect(walk.path == "talking/talk/ask")
  }

  @Test func `a flow's outcome is taken by the state that runs it`() throws {
    var walk = try Walk()
    try walk.contact()
    try walk.hear("interested")
    #expect(walk.path == "talking/talk/ask")
    #expect(walk.sends.first?.purpose == .answer)
    try walk.hear("unclear")
    #expect(walk.path == "talking/talk/again")
    try walk.hear("interested")
    #expect(walk.path == "won")
    #expect(walk.state.status == .closed)
    #expect(walk.state.flags.contains(.ended))
  }

  @Test func `a named event comes before a wildcard`() throws {
    var walk = try Walk()
    try walk.contact()
    try walk.hear("interested")
    try walk.hear("interested")
    #expect(walk.path == "won")
  }

  @Test func `another machine's answer is no engagement`() throws {
    var walk = try Walk()
    try walk.contact()
    let timer = try #require(walk.timers.first)
    walk.take(.timer(rule: timer.rule, entry: timer.entry), after: 3 * day)
    try walk.hear("auto_reply")
    #expect(walk.path == "nudging")
    #expect(walk.state.replies == 0)
  }

  @Test func `an event that nothing takes is told as ignored`() throws {
    var walk = try Walk()
    try walk.take("rejected")
    #expect(walk.path == "parked")
    try walk.take("approved")
    let approved = BuiltInEvent.approved.id
    #expect(walk.output.trace.contains(.ignored(approved)))
    #expect(walk.path == "parked")
  }

  @Test(arguments: [("auto_reply", OutboundMessage.Purpose.outreach), ("interested", .answer)])
  func `only what a person wrote is answered`(intent: String, purpose: OutboundMessage.Purpose) throws {
    var walk = try Walk(
      SmallProject(
        states: SmallProject.journey.replacing(
          "reply.interested: talking", with: "reply.interested: talking, reply.auto_reply: talking")))
    try walk.take("approved")
    try walk.take("sent")
    try walk.hear(intent)
    let purposes = walk.output.effects.compactMap {
      if case .send(let message) = $0 { message.purpose } else { nil }
    }
    #expect(purposes == [purpose] && purpose.isCapped == (purpose == .outreach))
  }

  @Test func `a text that left before a STOP was read counts for the caps`() throws {
    var walk = try Walk()
    try walk.take("approved")
    try walk.hear("opt_out", after: 1_000)
    try walk.take("sent", after: 1_000)
    #expect(walk.state.texts.latest == walk.now)
    #expect(walk.state.lastSentAt == walk.now)
  }

  @Test func `an opt-out ends the journey wherever it is, with one confirmation`() throws {
    var walk = try Walk()
    try walk.contact()
    try walk.hear("interested")
    try walk.hear("opt_out")
    #expect(walk.path == "opted_out")
    #expect(walk.output.effects.prefix(2) == [.suppress, .cancelPending])
    #expect(walk.required == [.optOutConfirmation])
    try walk.hear("opt_out")
    #expect(walk.required.isEmpty)
  }

  @Test func `what law wants said stands in the program and goes out whatever the limits`() throws {
    var walk = try Walk(SmallProject(limits: "limits: { messages_per_lead: 1 }"))
    try walk.contact()
    walk.take(.reply(ReplyFacts(intents: [], keyword: .help)))
    #expect(walk.required == [.helpReply])
    #expect(walk.path == "contacted")
    walk.take(.reply(ReplyFacts(intents: [], keyword: .optOut)))
    #expect(walk.required == [.optOutConfirmation])
    #expect(walk.path == "opted_out")
    walk.take(.reply(ReplyFacts(intents: [], keyword: .help)))
    #expect(walk.required == [.helpReply])
    walk.take(.reply(ReplyFacts(intents: [], keyword: .optIn)))
    #expect(walk.required == [.optInConfirmation])
    #expect(!walk.state.flags.contains(.optedOut))
    walk.take(.reply(ReplyFacts(intents: [], keyword: .optIn)))
    #expect(walk.required.isEmpty)
    walk.take(.reply(ReplyFacts(intents: [], keyword: .optOut)))
    #expect(walk.required == [.optOutConfirmation])
  }

  @Test func `START is an event that may lead on`() throws {
    var walk = try Walk(SmallProject(extra: "always: { opted_in: nudging }"))
    try walk.contact()
    try walk.hear("opt_out")
    walk.take(.reply(ReplyFacts(intents: [], keyword: .optIn)))
    #expect(walk.path == "nudging" && !walk.state.flags.contains(.optedOut))
    try walk.hear("opt_out")
    walk.take(.optedIn)
    #expect(walk.path == "nudging")
  }

  @Test func `guards see why a text was refused, until one leaves`() throws {
    var walk = try Walk(SmallProject(limits: "limits: { messages_per_lead: 1 }"))
    try walk.contact()
    #expect(walk.state.refused == nil)
    try walk.hear("interested")
    #expect(walk.state.refused == .leadLimit)
    try walk.take("failed")
    #expect(walk.state.refused == nil)
  }

  @Test func `a law without confirmations has none, and a workflow that names no texts says none`() throws {
    let quiet = SmallProject.law.replacing("at_most: 1", with: "at_most: 0")
    var walk = try Walk(SmallProject(law: quiet))
    try walk.contact()
    try walk.hear("opt_out")
    #expect(walk.required.isEmpty)
    walk = try Walk(SmallProject(messages: ""))
    try walk.contact()
    walk.take(.reply(ReplyFacts(intents: [], keyword: .help)))
    #expect(walk.required.isEmpty)
    try walk.hear("opt_out")
    #expect(walk.required.isEmpty)
    #expect(walk.path == "opted_out")
  }

  @Test func `keys of what law wants said differ from reply to reply`() throws {
    var walk = try Walk()
    try walk.contact()
    var messages: Set<OutboundMessage> = []
    for _ in 0..<3 {
      walk.take(.reply(ReplyFacts(intents: [], keyword: .help)))
      for case .sendRequired(_, let message, by: _) in walk.output.effects {
        #expect(messages.insert(message).inserted)
      }
    }
    #expect(messages.count == 3)
  }

  @Test func `help is answered each day, and five times on one`() throws {
    var walk = try Walk()
    try walk.contact()
    for _ in 0..<3 {
      var (answered, told) = (0, 0)
      for _ in 0..<20 {
        walk.take(.reply(ReplyFacts(intents: [], keyword: .help)), after: 60_000)
        answered += walk.required.count
        told += walk.output.effects.count { if case .notify = $0 { true } else { false } }
        #expect(walk.path == "contacted")
      }
      #expect(answered == 5)
      #expect(told == 1)
      walk.now = walk.now.advanced(byMilliseconds: day)
    }
    // Of each kind its own: one who asked for help all day is still told that the opt-out holds.
    for _ in 0..<9 { walk.take(.reply(ReplyFacts(intents: [], keyword: .help))) }
    walk.take(.reply(ReplyFacts(intents: [], keyword: .optOut)))
    #expect(walk.required == [.optOutConfirmation])
  }

  @Test(arguments: [
    ["help"], ["stop", "start"], ["start", "stop", "help"], ["interested"], ["unclear", "help"],
  ])
  func `two machines cannot write to each other for ever`(words: [String]) throws {
    var walk = try Walk(
      SmallProject(
        flows: SmallProject.talk.replacing("reply.*: again", with: "reply.*: ask")
          .replacing("reply.interested: { end: booked }", with: "reply.interested: ask")))
    try walk.contact()
    var texts = 0
    // The other machine answers each text of ours at once, with the next of its words.
    for turn in 0..<2_000 {
      let facts: ReplyFacts =
        switch words[turn % words.count] {
        case "help": ReplyFacts(intents: [], keyword: .help)
        case "stop": ReplyFacts(intents: [], keyword: .optOut)
        case "start": ReplyFacts(intents: [], keyword: .optIn)
        case let intent: ReplyFacts(intents: [try #require(walk.program.intents.firstIndex(of: intent))])
        }
      walk.take(.reply(facts), after: 1_000)
      let answers = walk.required.count + walk.sends.count
      texts += answers
      if answers == 0 { break }
      if !walk.sends.isEmpty { try walk.take("sent") }
    }
    #expect(texts < 40)
  }

  @Test(arguments: [
    "do: [{ escalate: asks for a person }], say: texts.ask, then: parked",
    "say: texts.ask, do: [notify, { escalate: asks for a person }], on: { reply.*: parked }",
  ])
  func `the holding text beside an escalation is said, and then the machine is silent`(keys: String) throws {
    let states = SmallProject.journey + "\n  handing_over: { \(keys) }"
    var walk = try Walk(
      SmallProject(
        states: states.replacing("reply.interested: talking", with: "reply.interested: handing_over")))
    try walk.contact()
    try walk.hear("interested")
    let effects = walk.output.effects
    #expect(walk.sends.count == 1)
    #expect(walk.state.flags.contains(.held))
    let cancelled = try #require(effects.firstIndex(of: .cancelPending))
    let sent = try #require(effects.firstIndex { if case .send = $0 { true } else { false } })
    #expect(cancelled < sent && effects.lastIndex(of: .cancelPending) == cancelled)
    try walk.hear("interested")
    #expect(walk.sends.isEmpty)
  }

  /// A talk that a side question interrupts: told, and back to the open question.
  private static let aside = SmallProject(
    states: SmallProject.journey.replacing(
      "on: { end.booked: won, end.silent: parked, failed: parked }",
      with: "on: { reply.unclear: aside, end.booked: won, end.silent: parked, failed: parked }"
    ).replacing("reply.not_interested: parked", with: "reply.not_interested: aside")
      + "\n  aside: { flow: telling, on: { end.told: parked } }",
    flows: SmallProject.talk.replacing("reply.*: again", with: "reply.not_interested: again") + "\n" + """
        telling:
          start: tell
          states:
            tell:
              say: texts.nudge
              on: { sent: { resume: true }, reply.interested: { end: told } }
              after: { 1d: { end: told } }
      """)

  @Test func `a side question is answered, and the flow goes on where it was`() throws {
    var walk = try Walk(Self.aside)
    try walk.contact()
    try walk.hear("interested")
    #expect(walk.path == "talking/talk/ask")
    try walk.take("sent")
    let asked = try #require(walk.timers.first)
    try walk.hear("unclear", after: hour)
    #expect(walk.path == "aside/telling/tell")
    #expect(walk.sends.count == 1)
    try walk.take("sent", after: hour)
    #expect(walk.path == "talking/talk/ask")
    #expect(walk.sends.isEmpty)
    let again = try #require(walk.timers.first)
    #expect(again.rule == asked.rule && again.entry != asked.entry)
    #expect(again.due == walk.now.advanced(byMilliseconds: 2 * day))
    walk.take(.timer(rule: asked.rule, entry: asked.entry), after: 2 * day)
    #expect(walk.path == "talking/talk/ask")
    try walk.hear("interested")
    #expect(walk.path == "won")
  }

  @Test func `where nothing was interrupted nothing is resumed`() throws {
    var walk = try Walk(Self.aside)
    try walk.contact()
    try walk.hear("not_interested")
    #expect(walk.path == "aside/telling/tell")
    try walk.take("sent")
    #expect(walk.path == "aside/telling/tell")
    let timer = try #require(walk.timers.first)
    walk.take(.timer(rule: timer.rule, entry: timer.entry), after: day)
    #expect(walk.path == "parked")
  }

  @Test func `a reaction answers nothing and leaves the open question open`() throws {
    var walk = try Walk()
    try walk.contact()
    let state = walk.state
    walk.take(.reply(ReplyFacts(intents: [4], isReaction: true)))
    #expect(walk.state == state)
    #expect(walk.output.effects == [.notify(agent: 1)])
  }

  @Test(arguments: [
    ("has(reply.time)", true), ("reply.time == \"at 3\"", true), ("has(reply.email)", false),
    ("has(captured.email)", true), ("reply.answer == \"no\"", true), ("reply.language == \"spanish\"", true),
    ("\"unclear\" in reply.intents && size(reply.intents) == 2", true),
    ("reply.confidences[\"unclear\"] < 0.5", true), ("reply.confidence == 0.75", true),
    ("mentions.broker && !mentions.family", true), ("about_time", true), ("busy", false),
  ])
  func `guards see all that was read in the reply`(condition: String, held: Bool) throws {
    let states = SmallProject.journey.replacing(
      "reply.interested: talking",
      with: "reply.interested: [{ when: '\(condition)', to: won }, { to: parked }]")
    let extra = """
      mentions: { broker: [broker], family: { phrases: [family], whole: [kin] } }
      """
    let project = SmallProject(
      states: states, limits: "limits: {}", extra: extra,
      definitions: "  about_time: has(reply.time) && mentions.broker\n  busy: about_time && priority < 5")
    var walk = try Walk(project)
    try walk.contact()
    walk.take(.reply(ReplyFacts(intents: [4], captures: [Capture(.email, "a@b.example")])))
    let interested = try #require(walk.program.intents.firstIndex(of: "interested"))
    walk.take(
      .reply(
        ReplyFacts(
          intents: [interested, 4], confidences: [0.75, 0.25], text: "no", captures: [Capture(.time, "at 3")],
          language: .spanish, mentions: 1, answer: .no)))
    #expect(walk.path == (held ? "won" : "parked"))
  }

  @Test(arguments: [63, 64, 127]) func `a client may ask about many things`(index: Int) throws {
    let states = SmallProject.journey.replacing(
      "reply.interested: talking",
      with: "reply.interested: [{ when: 'mentions.m\(index) && priority >= 0', to: won }, { to: parked }]")
    let mentions = (0..<128).map { "m\($0): [word\($0)]" }.joined(separator: ", ")
    for (bits, path) in [(UInt128(1) << UInt128(index), "won"), (~(UInt128(1) << UInt128(index)), "parked")] {
      var walk = try Walk(SmallProject(states: states, extra: "mentions: { \(mentions) }"))
      try walk.contact()
      let interested = try #require(walk.program.intents.firstIndex(of: "interested"))
      walk.take(.reply(ReplyFacts(intents: [interested], mentions: bits)))
      #expect(walk.path == path)
    }
  }

  @Test func `on an arrow, too, the holding text is said`() throws {
    let states = SmallProject.journey.replacing(
      "reply.not_interested: parked",
      with: "reply.not_interested: { do: [{ escalate: says no }], say: texts.ask, to: parked }")
    var walk = try Walk(SmallProject(states: states))
    try walk.contact()
    try walk.hear("not_interested")
    #expect(walk.sends.count == 1)
    #expect(walk.path == "parked")
  }

  @Test func `a reply that nothing takes reaches a person, also where the journey has ended`() throws {
    var walk = try Walk()
    try walk.contact()
    try walk.hear("not_interested")
    #expect(walk.path == "parked")
    try walk.hear("interested")
    #expect(walk.output.effects == [.notify(agent: 1)])
    try walk.hear("auto_reply")
    #expect(walk.output.effects.isEmpty)
    try walk.hear("opt_out")
    #expect(walk.path == "opted_out")
    #expect(walk.required == [.optOutConfirmation])
  }

  @Test func `a late report moves nobody on who opted out`() throws {
    var walk = try Walk(SmallProject(extra: "always: { failed: parked, signal.poke: won }"))
    try walk.contact()
    try walk.hear("opt_out")
    for event in ["failed", "signal.poke", "delivered", "approved"] {
      try walk.take(event)
      #expect(walk.path == "opted_out")
      #expect(walk.output.effects.isEmpty)
    }
  }

  @Test func `a takeover silences the machine until the lead is handed back`() throws {
    var walk = try Walk()
    try walk.contact()
    try walk.take("taken_over")
    #expect(walk.output.effects.contains(.cancelPending))
    try walk.hear("interested")
    #expect(walk.path == "contacted")
    #expect(walk.sends.isEmpty)
    #expect(walk.output.effects.contains { if case .notify = $0 { true } else { false } })
    try walk.take("handed_back")
    try walk.hear("interested")
    #expect(walk.path == "talking/talk/ask")
    #expect(walk.sends.count == 1)
  }

  @Test func `the limits of a lead are kept whatever the states say`() throws {
    var walk = try Walk(SmallProject(limits: "limits: { messages_per_lead: 1 }"))
    try walk.contact()
    try walk.hear("interested")
    #expect(walk.output.effects.contains(.sendRefused(.leadLimit)))
    #expect(walk.sends.isEmpty)
  }

  @Test func `the status a person sees never moves back`() throws {
    var walk = try Walk()
    try walk.contact()
    try walk.hear("interested")
    #expect(walk.state.status == .engaged)
    try walk.take("failed")
    #expect(walk.state.status == .engaged)
  }

  @Test func `keys of sends are never the same twice`() throws {
    var walk = try Walk()
    var keys: Set<String> = []
    func note(_ walk: Walk) {
      for send in walk.sends { #expect(keys.insert("\(send.entry)-\(send.ordinal)").inserted) }
    }
    note(walk)
    try walk.contact()
    note(walk)
    for _ in 0..<3 {
      try walk.hear("unclear")
      note(walk)
    }
  }
}
