/// Findings about how conversations go on and end.
extension DiagnosticExplanation {
  static let endlessFlow = DiagnosticExplanation(
    "a conversation that cannot end",
    "A flow is left by an outcome, { end: NAME }, or by an arrow of the state that runs it. From the states named here "
      + "neither can be reached, so a lead who comes there never gets on with the journey.",
    wrong: "pitch:\n  start: ask\n  states:\n    ask: { say: texts.ask, on: { reply.*: again } }\n"
      + "    again: { say: texts.nudge, on: { reply.*: ask } }",
    right: "pitch:\n  start: ask\n  states:\n    ask: { say: texts.ask, on: { reply.*: again } }\n"
      + "    again: { say: texts.nudge, on: { reply.*: { end: talked } } }")

  static let endlessWait = DiagnosticExplanation(
    "a wait that silence never ends",
    "Most people do not answer a text. Here one is sent, and no timer of the state, or of one around it, says what "
      + "happens when nothing comes back: the lead stays in the state for good, with nobody looking.",
    wrong: "ask:\n  say: texts.ask\n  on: { reply.*: { end: talked } }",
    right: "ask:\n  say: texts.ask\n  on: { reply.*: { end: talked } }\n  after: { 3d: { end: silent } }")

  static let missingReason = DiagnosticExplanation(
    "a hand-over without a reason",
    "The person who takes a conversation over reads the reason first, and with several hundred leads it is often all "
      + "they read before they decide whom to call.",
    wrong: "do: [escalate]", right: "do: [{ escalate: asks for a price in writing }]")

  static let noReplyYet = DiagnosticExplanation(
    "what a lead said is asked for before anyone has answered",
    "'reply' and 'captured' hold what a lead wrote. On no way to this state has there been a reply, so both are empty "
      + "and the condition always decides alike.",
    wrong: "imported: { then: [{ when: has(captured.time), to: booked }, { to: scoring }] }",
    right: "asked: { on: { reply.*: [{ when: has(captured.time), to: booked }, { to: talking }] } }")

  static let silencedText = DiagnosticExplanation(
    "a text that the engine refuses",
    "'escalate' gives the conversation to a person, and 'suppress' ends it: from the next state on the machine is "
      + "silent, so that nobody is answered twice. A text that the state behind such an arrow sends never goes out. "
      + "What stands beside the 'escalate', in the same arrow or the same state, is still said.",
    wrong: "on: { reply.asks_person: { do: [{ escalate: asks for a person }], to: with_person } }\n"
      + "# and 'with_person' says texts.somebody_calls",
    right:
      "on: { reply.asks_person: { do: [{ escalate: asks for a person }], say: texts.somebody_calls, to: with_person } }"
  )

  static let textsAtOnce = DiagnosticExplanation(
    "two texts on one event",
    "An arrow that says something leads to a state that says something on entry, or states that follow each other at "
      + "once both do: one event, and the lead's phone rings twice. Each text counts against the limits, and a question "
      + "in the first is buried by the second.",
    wrong: "on: { reply.question_who: { say: texts.who_we_are, to: ask } }     # and 'ask' says texts.ask",
    right:
      "on: { reply.question_who: { say: texts.who_we_are } }              # and stay where the answer is awaited"
  )

  static let unansweredLoop = DiagnosticExplanation(
    "a circle of texts that needs no answer",
    "Each text waits for a timer, but the circle comes back to where it began without a word from the lead. It goes on "
      + "until the limit on unanswered messages stops the texts, and the lead then waits in the circle for ever.",
    wrong: "nudge: { say: texts.nudge, after: { 3d: nudge } }",
    right:
      "nudge:\n  say: texts.nudge\n  after: { 3d: [{ when: history.unanswered >= 3, end: silent }, { to: nudge }] }"
  )

  static let unhandledReply = DiagnosticExplanation(
    "an answer that nothing takes",
    "People answer what they like: with a question, a no, a wrong number. Here a text waits for an answer, and some of "
      + "the intents the workflow knows lead nowhere, neither from the state nor from those around it. The lead who "
      + "says such a thing hears nothing until a person has looked. STOP needs no arrow, and nobody answers a machine.",
    wrong: "ask: { say: texts.ask, on: { reply.interested: booked } }",
    right: "ask: { say: texts.ask, on: { reply.interested: booked, reply.*: to_person } }")
}
