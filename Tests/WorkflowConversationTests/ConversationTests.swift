import JSONText
import LeadModel
import ReplyUnderstanding
import TestSupport
import Testing
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram

@Suite struct ConversationTests {
  let project: TalkingProject
  init() throws { project = try TalkingProject() }

  @Test func `the agent asked for speaks`() throws {
    for (row, agent) in project.program.decisions.agents.enumerated() {
      var conversation = project.conversation(agent: row)
      let opening = conversation.open()
      #expect(opening.after.agent == agent.name)
      let first = try #require(opening.messages.first)
      #expect(first.from == project.program.messages.speakers[row].persona.displayName)
      #expect(first.text.contains(first.from))
    }
  }

  @Test func `equal conversations say the same, and a copy goes its own way`() {
    var first = project.conversation()
    #expect(
      first.open()
        == {
          var other = project.conversation()
          return other.open()
        }())
    var second = first
    let heard = first.hear("tell me more")
    #expect(second.hear("not interested").after.path != heard.after.path)
    #expect(first.standing == heard.after)
  }

  @Test func `a wait rings timers at their own time`() {
    var conversation = project.conversation()
    _ = conversation.open()
    let waited = conversation.wait(10 * day)
    #expect(waited.moments.first?.at == monday.advanced(byMilliseconds: 3 * day))
    #expect(waited.after.path == "parked")
    #expect(conversation.now == monday.advanced(byMilliseconds: 10 * day))
    #expect(waited.after.timers.isEmpty)
  }

  @Test func `a text that caps hold back waits, and leaves when they lift`() throws {
    let project = try TalkingProject(
      wait: "after: { 1h: nudging }", limits: "limits: { messages_per_day: 1 }")
    var conversation = project.conversation()
    #expect(conversation.open().messages.count == 1)
    var copy = conversation
    let held = conversation.wait(2 * 3_600_000)
    let due = monday.advanced(byMilliseconds: day)
    #expect(held.messages.isEmpty && held.after.textWaitsUntil == due)
    #expect(conversation.wait(day - 2 * 3_600_000 - 1).messages.isEmpty)
    let left = conversation.wait(1)
    #expect(left.messages.map(\.template) == ["texts.nudge"] && left.after.textWaitsUntil == nil)
    #expect(left.moments.first?.at == due)
    // Who writes meanwhile is answered at once, whatever the caps say, and what waited is no more.
    _ = copy.wait(2 * 3_600_000)
    let answered = copy.hear("tell me more")
    #expect(answered.messages.map(\.template) == ["texts.ask"] && answered.after.textWaitsUntil == nil)
    // So it is with who wants no more.
    var third = project.conversation()
    _ = third.open()
    _ = third.wait(2 * 3_600_000)
    #expect(third.hear("stop").after.textWaitsUntil == nil)
    #expect(third.wait(9 * day).messages.isEmpty)
  }

  @Test(arguments: [
    // Independence Day on a Saturday, and the Sunday behind it.
    (1_783_177_200_000 as Int64, 1_783_346_400_000 as Int64),
    // A Monday at 22:00.
    (1_767_668_400_000, 1_767_708_000_000),
  ])
  func `a text at an unlawful time waits for a lawful one`(_ start: Int64, _ leaves: Int64) {
    var conversation = Conversation(
      program: project.program, model: project.model, lead: .example(schema: project.program.leadSchema),
      start: Timestamp(milliseconds: start))
    let opened = conversation.open()
    #expect(opened.messages.isEmpty)
    let due = opened.after.textWaitsUntil
    #expect(due.map { $0.milliseconds } ?? 0 >= leaves - 3_600_000 * 2)
    let notes = opened.moments.flatMap(\.notes)
    #expect(
      notes.contains {
        if case .effect(let line) = $0 {
          line.kind == .held && line.text.contains("waits until")
        } else {
          false
        }
      })
    let left = conversation.wait(3 * day)
    #expect(left.messages.map(\.template).first == "texts.hello" && left.moments.first?.at == due)
  }

  @Test func `texts within seconds are read as one reply`() {
    var conversation = project.conversation()
    _ = conversation.open()
    let heard = conversation.hear(ReplyBurst(["tell me more", "not interested"]))
    guard case .heard(let read) = heard.input else { return }
    #expect(read.text == "tell me more\nnot interested")
    #expect(read.understanding.has("not_interested"))
    #expect(conversation.hear(ReplyBurst(["stop", "sorry, wrong chat"])).after.isOptedOut)
    var session = ChatSession(project.conversation())
    _ = session.open()
    #expect(session.take("/burst Stop / sorry, wrong chat").contains("suppressed"))
    #expect(session.mistakes == 0)
    #expect(session.take("/burst one").contains("/burst takes") && session.mistakes == 1)
  }

  @Test func `no wait goes back or past the end of the clock`() {
    var conversation = project.conversation()
    _ = conversation.open()
    _ = conversation.wait(.min)
    #expect(conversation.now == monday)
    for _ in 0..<40 { _ = conversation.wait(.max) }
    #expect(conversation.now == Conversation.lastInstant)
  }

  @Test func `a copy of our own text in a reply is not read`() throws {
    var conversation = project.conversation()
    let text = try #require(conversation.open().messages.first?.text)
    let heard = conversation.hear("\(text)\nnot interested")
    guard case .heard(let read) = heard.input else { return }
    #expect(!read.understanding.ignored.isEmpty)
    #expect(read.understanding.intents.map(\.name) == ["not_interested"])
  }

  @Test(arguments: [
    (#"{"owner_name": "Bo Ray", "mobile_phone": "(217) 555-0142", "annual_revenue": 2000000}"#, nil),
    (#"{"do_not_call": true, "employee_count": 12.0, "record_id": 7}"#, nil),
    (
      #"{"ownername": "Bo", "annual_revenue": "$2.4M", "employee_count": "1,200", "do_not_call": "yes"}"#, nil
    ),
    (#"{"do_not_call": 1, "owner_name": null, "city": ""}"#, nil),
    (
      #"{"mobile_phone": "12"}"#,
      "'mobile_phone': '12' has too few digits; ten are needed, area code included"
    ),
    (
      #"{"employee_count": -1}"#,
      "'employee_count': '-1' is negative where only 0 or more makes sense"
    ),
    (#"{"annual_revenue": "much"}"#, "'annual_revenue': 'much' is not a number"),
    (#"{"state": "Nowhere"}"#, "'state': 'Nowhere' is not a state or province"),
    (#"{"city": ["x"]}"#, "'city' must be a text, a number, or true or false"),
    (#"{"city": "x", "city": "y"}"#, "'city' is given more than once"),
    ("[]", "a lead is a JSON object"),
  ])
  func `a lead is read by the workflow's fields`(text: String, problem: String?) throws {
    let json = try JSONValue(parsing: Array(text.utf8))
    do throws(LeadRecordError) {
      _ = try LeadRecord(json, schema: project.program.leadSchema)
      #expect(problem == nil)
    } catch {
      #expect(error.description == problem)
    }
  }

  @Test func `a lead is the one an import would make`() throws {
    let text =
      #"{"industry": "Machine_Shops", "owner_name": "LEE, ANN", "state": "Illinois", "zip_code": 61602}"#
    let lead = try LeadRecord(try JSONValue(parsing: text), schema: project.program.leadSchema)
    #expect(lead[.industry] == "machine shops")
    #expect(lead[.firstName] == "Ann")
    #expect(lead[.state] == "IL")
    #expect(lead[.zipCode] == "61602")
    #expect(lead[.recordID] == "CHAT-1")
    let remark = try LeadRecord(
      try JSONValue(parsing: #"{"do_not_call": "checked"}"#), schema: project.program.leadSchema
    ).remarks
    #expect(remark.count == 1)
  }

  @Test func `a workflow that never rests is stopped, and told so`() throws {
    let project = try TalkingProject(wait: "after: { 1m: contacted, 3650d: nudging }")
    var conversation = project.conversation()
    _ = conversation.open()
    let waited = conversation.wait(30 * day)
    #expect(waited.moments.count <= Conversation.eventLimit)
    guard case .effect(let last) = waited.moments.last?.notes.last else {
      Issue.record("nothing was told")
      return
    }
    #expect(last.kind == .stopped)
  }

  @Test func `a wish for silence stops a workflow that knows no such intent`() throws {
    let project = try TalkingProject(
      intents: """
        intents:
          interested: { phrases: [interested] }
          not_interested: {}
          auto_reply: {}
          unclear: {}
        """)
    var conversation = project.conversation()
    _ = conversation.open()
    let heard = conversation.hear("STOP")
    #expect(heard.after.isHeld || heard.after.isOptedOut)
    #expect(heard.after.timers.isEmpty)
    #expect(conversation.hear("interested").messages.isEmpty)
  }

  @Test func `a lead of a batch is the same lead`() {
    let example = LeadRecord.example(schema: project.program.leadSchema)
    #expect(example.isTaken(by: project.program))
    #expect(!LeadRecord(schema: project.program.leadSchema).isTaken(by: project.program))
    let conversation = project.conversation(lead: example)
    #expect(LeadRecord(conversation.row) == example)
  }

  @Test func `names that are no fields are kept for telling`() throws {
    let json = try JSONValue(parsing: Array(#"{"ownername": "Bo"}"#.utf8))
    #expect(try LeadRecord(json, schema: project.program.leadSchema).unknown == ["ownername"])
  }

  @Test(arguments: UInt64(0)..<60)
  func `no line traps, and nothing is said after an opt-out`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var session = ChatSession(
      project.conversation(isManual: seed % 3 == 0), isJSON: seed % 2 == 0, usesColor: seed % 5 == 0)
    _ = session.open()
    for _ in 0..<60 where !session.isOver {
      let wasOptedOut = session.conversation.standing.isOptedOut
      let sent = session.conversation.standing.sent
      _ = session.take(randomLine(&random), echoes: true)
      if wasOptedOut, session.conversation.standing.isOptedOut {
        #expect(session.conversation.standing.sent == sent)
      }
    }
  }

  private func randomLine(_ random: inout SplitMix64) -> String {
    let commands = [
      "/wait", "/status", "/why", "/events", "/approve", "/reject", "/trace", "/take", "/back", "/help",
      "/intent", "/event", "//", "/", "#",
    ]
    let words =
      [
        "3d", "99999999999999999999d", "1h30m", "found", "missed", "stop", "STOP", "START", "help",
        "interested",
        "not interested", "tell me more", "👩‍👩‍👧", "\u{0}", "\u{1B}[2J", "é", "مرحبا", "tomorrow at 3", "$2m",
        "a@b.co",
        "217 555 0142", "\u{FEFF}", "opt_out", "out of office", "{{", "9223372036854775807w",
      ] + project.program.machine.events.names
    var parts: [String] = []
    if Int.random(in: 0..<2, using: &random) == 0, let command = commands.randomElement(using: &random) {
      parts.append(command)
    }
    for _ in 0..<Int.random(in: 0..<4, using: &random) {
      if let word = words.randomElement(using: &random) { parts.append(word) }
    }
    return parts.joined(separator: " ")
  }
}
