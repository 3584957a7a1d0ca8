import Diagnostics
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowTestSupport

/// The small project's conversation with other states in it.
private func talk(_ states: String, journey: String = SmallProject.journey) -> SmallProject {
  SmallProject(states: journey, flows: "flows:\n  talk:\n    start: ask\n    states:\n\(states)\n")
}

/// What is wrong with a conversation, by the name of the golden that says how it is told.
private let mistakes: [(name: String, project: SmallProject)] = [
  (
    "endless-flow",
    talk(
      """
            ask: { say: texts.ask, on: { reply.*: again }, after: { 2d: again } }
            again: { say: texts.nudge, on: { reply.*: ask }, after: { 9d: [{ when: history.unanswered < 3, to: ask }] } }
      """, journey: SmallProject.journey.replacing(", failed: parked }\n  won", with: " }\n  won"))
  ),
  (
    "endless-flow-from-one-state",
    talk(
      """
            ask: { say: texts.ask, on: { reply.interested: again, reply.*: { end: booked } }, after: { 2d: { end: silent } } }
            again: { do: [notify], on: { reply.*: thanks } }
            thanks: { do: [notify], on: { reply.*: again } }
      """, journey: SmallProject.journey.replacing(", failed: parked }\n  won", with: " }\n  won"))
  ),
  (
    "dead-end-in-a-flow",
    talk(
      """
            ask: { say: texts.ask, on: { reply.*: pit, reply.interested: { end: booked } }, after: { 2d: { end: silent } } }
            pit: {}
      """, journey: SmallProject.journey.replacing(", failed: parked }\n  won", with: " }\n  won"))
  ),
  (
    "dead-end-but-for-people",
    SmallProject(
      states: SmallProject.journey.replacing(
        "reply.not_interested: parked", with: "reply.not_interested: pit")
        + "\n  pit: { do: [notify] }", extra: "always: { status.closed: won }")
  ),
  (
    "endless-wait",
    talk("            ask: { say: texts.ask, on: { reply.*: { end: booked }, failed: { end: silent } } }")
  ),
  (
    "unanswered-loop",
    talk(
      """
            ask: { say: texts.ask, on: { reply.*: { end: booked } }, after: { 2d: again } }
            again: { say: texts.nudge, on: { reply.*: { end: booked } }, after: { 4d: ask } }
      """)
  ),
  (
    "unanswered-loop-through-an-outcome",
    SmallProject(
      states: SmallProject.journey.replacing("end.silent: parked", with: "end.silent: nudging").replacing(
        "after: { 4d: parked }", with: "after: { 4d: talking }"))
  ),
  (
    "send-loop-through-a-flow",
    SmallProject(
      states: SmallProject.journey.replacing("on: { end.booked", with: "on: { sent: talking, end.booked"))
  ),
  (
    "send-loop-on-an-arrow",
    talk(
      """
            ask: { say: texts.ask, on: { reply.*: relay }, after: { 2d: { end: silent } } }
            relay: { then: [{ when: priority > 50, say: texts.nudge, to: other }, { end: booked }] }
            other: { do: [notify], on: { sent: relay }, after: { 1d: relay } }
      """)
  ),
  (
    "unhandled-reply",
    talk(
      "            ask: { say: texts.ask, on: { reply.interested: { end: booked } }, after: { 2d: { end: silent } } }"
    )
  ),
  (
    "unhandled-replies-of-a-flow",
    talk(
      """
            ask: { say: texts.ask, on: { reply.interested: again }, after: { 2d: { end: silent } } }
            again: { say: texts.nudge, on: { reply.interested: { end: booked }, reply.unclear: ask }, after: { 2d: { end: silent } } }
      """)
  ),
  (
    "texts-at-once",
    talk(
      """
            ask: { say: texts.ask, on: { reply.*: { say: texts.nudge, to: again } }, after: { 2d: { end: silent } } }
            again: { say: texts.ask, on: { reply.*: { end: booked } }, after: { 2d: relay } }
            relay: { say: texts.nudge, then: last }
            last: { say: texts.ask, on: { reply.*: { end: booked } }, after: { 2d: { end: silent } } }
      """)
  ),
  (
    "silenced-text",
    talk(
      """
            ask:
              say: texts.ask
              on: { reply.interested: { do: [{ escalate: wants a call }], to: again }, reply.*: over }
              after: { 2d: { end: silent } }
            again: { say: texts.nudge, on: { reply.*: { do: [suppress], end: booked } }, after: { 2d: { end: silent } } }
            over:
              say: texts.nudge
              do: [{ escalate: answers something else }]
              then: [{ say: texts.ask, end: silent }]
      """,
      journey: SmallProject.journey.replacing(
        "end.booked: won", with: "end.booked: { say: texts.nudge, to: won }"))
  ),
  (
    "no-reply-yet",
    SmallProject(
      states: SmallProject.journey.replacing(
        "- { when: campaign != \"\", to: drafted }",
        with: "- { when: campaign != \"\" && !has(captured.email), to: drafted }"))
  ),
]

/// Conversations that look like a mistake and are none.
private let sound: [(name: String, project: SmallProject)] = [
  (
    "a flow without an end whose runner has a timer",
    talk(
      """
            ask: { say: texts.ask, on: { reply.*: again } }
            again: { say: texts.nudge, on: { reply.*: ask } }
      """,
      journey: SmallProject.journey.replacing(
        "on: { end.booked: won, end.silent: parked, failed: parked }",
        with: "on: { failed: parked }\n    after: { 30d: won }"))
  ),
  (
    "a reminder that counts",
    talk(
      """
            ask:
              say: texts.ask
              on: { reply.*: { end: booked } }
              after: { 2d: [{ when: history.unanswered >= 3, end: silent }, { to: ask }] }
      """)
  ),
  (
    "a reminder that a timer around it ends",
    talk(
      "            ask: { say: texts.ask, on: { reply.*: { end: booked } }, after: { 2d: ask } }",
      journey: SmallProject.journey.replacing(
        "on: { end.booked: won, end.silent: parked, failed: parked }",
        with: "on: { end.booked: won, failed: parked }\n    after: { 30d: parked }"))
  ),
  (
    "a shorter timer that leaves before the longer goes round",
    talk(
      """
            ask: { say: texts.ask, on: { reply.*: { end: booked } }, after: { 2d: [{ when: history.sent > 3, end: silent }, { to: last }] } }
            last: { say: texts.nudge, on: { reply.*: { end: booked } }, after: { 1d: { end: silent } } }
      """)
  ),
  (
    "answers that the runner takes",
    talk(
      "            ask: { say: texts.ask, on: { reply.interested: { end: booked } }, after: { 2d: { end: silent } } }",
      journey: SmallProject.journey.replacing("on: { end.booked", with: "on: { reply.*: parked, end.booked"))
  ),
  (
    "a text beside an escalate",
    talk(
      """
            ask:
              say: texts.ask
              on: { reply.*: { do: [{ escalate: wants a call }], say: texts.nudge, end: booked } }
              after: { 2d: last }
            last: { say: texts.nudge, do: [{ escalate: is silent }], then: [{ end: silent }] }
      """)
  ),
  (
    "a text that is followed at once",
    talk("            ask: { say: texts.ask, on: { sent: { end: booked }, failed: { end: silent } } }")
  ),
  (
    "a talk that goes on as long as the lead answers",
    talk("            ask: { say: texts.ask, on: { reply.*: ask }, after: { 2d: { end: silent } } }")
  ),
]

@Suite struct ConversationFindingTests {
  @Test(arguments: mistakes.map(\.name)) func `a mistake in a conversation is told`(name: String) throws {
    let project = try #require(mistakes.first { $0.name == name }?.project)
    let compilation = project.compile()
    expectGolden(TextRenderer(files: compilation.files).render(compilation.diagnostics), "\(name).txt")
  }

  @Test(arguments: sound.map(\.name)) func `a conversation without a mistake has no findings`(name: String)
    throws
  {
    let project = try #require(sound.first { $0.name == name }?.project)
    let compilation = project.compile()
    let findings = compilation.diagnostics.filter { !$0.message.contains("'end.") }
    #expect(TextRenderer(files: compilation.files).render(findings) == "")
  }
}
