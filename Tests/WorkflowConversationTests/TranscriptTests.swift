import JSONText
import LeadModel
import TestSupport
import Testing
import WorkflowConversation
import WorkflowProgram

@Suite struct TranscriptTests {
  @Test func `a conversation from the first text to the booked call`() throws {
    expectGolden(
      try TalkingProject().transcript(
        """
        /status
        Tell me more, my email is ann@riverbend.example
        hm
        /why
        I'm interested, call me tomorrow at 3
        /status
        """), "booked.txt")
  }

  @Test func `time rings the timers on its way`() throws {
    expectGolden(
      try TalkingProject().transcript(
        """
        /wait 1d
        /wait 2d
        I'm out of the office
        /wait 4d
        /wait 1h
        """), "silent.txt")
  }

  @Test func `an opt-out ends it, HELP is answered, and START lifts it`() throws {
    expectGolden(
      try TalkingProject().transcript(
        """
        help
        please take me off your list
        Tell me more
        STOP
        /wait 30d
        START
        /status
        """), "opt-out.txt")
  }

  @Test func `who takes over reads why, and what was said, the holding text included`() throws {
    let project = try TalkingProject(
      no: "{ do: [{ escalate: says no with a question }], say: texts.ask, to: parked }")
    let script = """
      My name is Bo, mail bo@riverbend.example
      not interested, who gave you my number?
      Tell me more
      """
    expectGolden(project.transcript(script), "hand-over.txt")
    expectGolden(project.transcript(script, isJSON: true), "hand-over.jsonl")
  }

  @Test func `what a person decides waits for them`() throws {
    let program = try TalkingProject()
    var lead = LeadRecord(schema: program.program.leadSchema)
    lead[.businessName] = "Acme"
    lead[.mobilePhone] = "+12175550142"
    expectGolden(
      program.transcript(
        """
        /approve
        /trace found
        /reject
        /status
        /event approved
        """, isManual: true, lead: lead), "manual.txt")
  }

  @Test func `a person may take the conversation and give it back`() throws {
    expectGolden(
      try TalkingProject().transcript(
        """
        /take
        Tell me more
        /wait 3d
        /back
        Tell me more
        /events
        """), "held.txt")
  }

  @Test func `mistakes say what to do`() throws {
    expectGolden(
      try TalkingProject().transcript(
        """
        /wiat 3d
        /wait
        /wait 11y
        /wait 4000d
        /trace
        /approve
        /intent keen
        /intent
        /event sunrise
        /event timer
        /
        //slash
        """), "mistakes.txt")
  }

  @Test func `programs get one JSON object a line`() throws {
    let text = try TalkingProject().transcript(
      """
      Tell me more
      /status
      /wait 3d
      /why
      /events
      /nonsense
      stop
      """, isJSON: true)
    expectGolden(text, "exchanges.jsonl")
    for line in text.split(separator: "\n") {
      guard case .object = try JSONValue(parsing: Array(line.utf8)) else {
        Issue.record("no object: \(line)")
        continue
      }
    }
  }
}
