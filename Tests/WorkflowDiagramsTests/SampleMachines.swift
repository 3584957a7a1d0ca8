import WorkflowDiagrams
import WorkflowProgram

/// What the samples' numbers mean.
let sampleWords = DiagramWords(
  title: "deal-origination",
  guardText: { condition in
    ["lead.do_not_call", "!has(lead.owner_name)", "campaign != \"\"", "priority >= 80"][condition.index]
  },
  template: { template in
    [
      "general.follow_up_1", "general.follow_up_2", "business_broker.ask_number",
      "business_broker.offer_times",
    ][
      template]
  },
  agent: { ["gianna", "sabrina"][$0] },
  place: { "deal-origination.yaml:\($0.line)" })

/// Import, one text, an answer or none.
let smallMachine = MachineSketch(
  intents: ["interested", "price", "not_interested", "auto_reply"],
  signals: ["end.booked", "end.declined"],
  states: [
    .init(
      name: "imported", status: .new, entry: [.normalize, .score],
      then: [.to("silent", when: 0), .to("contacted")]),
    .init(
      name: "contacted", status: .contacted, entry: [.say(template: 0)],
      on: [
        ("reply.not_interested", .to("silent")), ("reply.auto_reply", .stay()),
        ("reply.*", .to("conversing", do: [.notify(agent: 1)])),
      ],
      after: [("3d", .to("silent"))]),
    .init(
      name: "conversing", status: .engaged,
      on: [("end.booked", .to("won")), ("end.declined", .to("silent", when: 3)), ("failed", .to("silent"))],
      flow: "valuation"),
    .init(name: "won", status: .closed, isFinal: true),
    .init(name: "silent", isFinal: true),
    .init(name: "do_not_contact", entry: [.suppress], isFinal: true),
  ],
  flows: [
    "valuation": [
      .init(
        name: "ask", entry: [.say(template: 2)],
        on: [("reply.not_interested", .end("declined")), ("reply.*", .to("offer"))],
        after: [("2d", .end("declined"))]),
      .init(
        name: "offer", entry: [.say(template: 3)],
        on: [("reply.not_interested", .end("declined")), ("reply.*", .end("booked"))],
        after: [("2d", .to("offer"))]),
    ]
  ],
  always: [("taken_over", .to("silent"))], optedOut: "do_not_contact", broken: "silent"
).machine()

private let heard: [(String, MachineSketch.Rule)] = [
  ("reply.not_interested", .to("declined")), ("reply.wrong_number", .to("wrong_number")),
  ("reply.already_sold", .to("already_sold")), ("reply.hostile", .to("with_person")),
  ("reply.auto_reply", .stay()), ("reply.*", .to("conversing")), ("failed", .to("unreachable")),
]

/// A whole business: from a row of a list to a closed deal, with two flows.
let dealMachine = MachineSketch(
  intents: [
    "interested", "question_price", "question_who", "question_source", "call_me", "callback_later",
    "email_given", "not_interested", "already_sold", "wrong_number", "hostile", "auto_reply", "unclear",
  ],
  signals: [
    "end.booked", "end.declined", "end.later", "end.silent", "end.person", "status.closed", "status.lost",
  ],
  states: [
    .init(
      name: "imported", status: .new, entry: [.normalize],
      then: [.to("do_not_contact", when: 0), .to("tracing", when: 1), .to("scoring")]),
    .init(
      name: "tracing", entry: [.skipTrace],
      on: [
        ("trace.found", .to("scoring")), ("trace.missed", .to("scoring")), ("trace.failed", .to("scoring")),
      ],
      after: [("1h", .to("scoring"))]),
    .init(
      name: "scoring", entry: [.score, .enqueue, .assign, .draft],
      then: [.to("drafted", when: 2), .to("parked")]),
    .init(
      name: "drafted", entry: [.requestApproval],
      on: [("approved", .to("sending")), ("rejected", .to("parked"))], after: [("7d", .to("parked"))]),
    .init(
      name: "sending", entry: [.send],
      on: [("sent", .to("contacted")), ("failed", .to("unreachable"))]),
    .init(name: "contacted", status: .contacted, on: heard, after: [("3d", .to("follow_up_1"))]),
    .init(
      name: "follow_up_1", entry: [.say(template: 0)], on: heard, after: [("4d", .to("follow_up_2"))]),
    .init(name: "follow_up_2", entry: [.say(template: 1)], on: heard, after: [("7d", .to("silent"))]),
    .init(
      name: "conversing", status: .engaged,
      on: [
        ("end.booked", .to("proposal")), ("end.declined", .to("declined")), ("end.later", .to("nurture")),
        ("end.silent", .to("nurture")), ("end.person", .to("with_person")),
        ("reply.wrong_number", .to("wrong_number")), ("reply.already_sold", .to("already_sold")),
        ("reply.hostile", .to("with_person")), ("failed", .to("unreachable")),
      ],
      flow: "valuation_interest"),
    .init(name: "nurture", on: heard, after: [("30d", .to("checking_in"))]),
    .init(name: "checking_in", entry: [.say(template: 1)], on: heard, after: [("30d", .to("silent"))]),
    .init(
      name: "proposal", status: .proposal, entry: [.notify(agent: nil)],
      on: [
        ("status.closed", .to("won")), ("status.lost", .to("declined")),
        ("reply.*", .stay(do: [.notify(agent: nil)])),
      ],
      after: [("30d", .to("closing"))]),
    .init(
      name: "closing", entry: [.notify(agent: 1)],
      on: [
        ("end.booked", .to("won")), ("end.declined", .to("declined")), ("end.silent", .to("with_person")),
      ],
      flow: "exit_value"),
    .init(
      name: "with_person", entry: [.escalate(reason: 0)],
      on: [
        ("handed_back", .to("conversing")), ("status.closed", .to("won")), ("status.lost", .to("declined")),
      ]),
    .init(name: "won", status: .closed, isFinal: true),
    .init(name: "declined", isFinal: true),
    .init(name: "silent", isFinal: true),
    .init(name: "already_sold", entry: [.notify(agent: nil)], isFinal: true),
    .init(name: "wrong_number", entry: [.dropNumber], isFinal: true),
    .init(name: "unreachable", entry: [.notify(agent: nil)], isFinal: true),
    .init(name: "do_not_contact", entry: [.suppress], isFinal: true),
    .init(name: "parked", isFinal: true),
  ],
  flows: [
    "valuation_interest": [
      .init(
        name: "ask_number", entry: [.say(template: 2)],
        on: [
          ("reply.question_price", .to("explain_value")), ("reply.not_interested", .end("declined")),
          ("reply.callback_later", .end("later")), ("reply.call_me", .to("offer_times")),
          ("reply.auto_reply", .stay()), ("reply.*", .to("offer_times")),
        ],
        after: [("2d", .to("nudge"))]),
      .init(
        name: "explain_value", status: .qualified, entry: [.say(template: 1)],
        on: [
          ("reply.not_interested", .end("declined")), ("reply.auto_reply", .stay()),
          ("reply.*", .to("offer_times")),
        ],
        after: [("2d", .to("nudge"))]),
      .init(
        name: "offer_times", status: .qualified, entry: [.say(template: 3)],
        on: [
          ("reply.not_interested", .end("declined")), ("reply.callback_later", .end("later")),
          ("reply.question_price", .end("person")), ("reply.email_given", .to("confirm")),
          ("reply.auto_reply", .stay()), ("reply.*", .end("booked")),
        ],
        after: [("2d", .to("nudge"))]),
      .init(
        name: "confirm", entry: [.speak(intent: 6)], on: [("reply.*", .end("booked"))],
        after: [("1d", .end("booked"))]),
      .init(
        name: "nudge", entry: [.say(template: 0)],
        on: [
          ("reply.not_interested", .end("declined")), ("reply.callback_later", .end("later")),
          ("reply.auto_reply", .stay()), ("reply.*", .to("offer_times")),
        ],
        after: [("5d", .to("last_try"))]),
      .init(
        name: "last_try", entry: [.say(template: 1)],
        on: [("reply.not_interested", .end("declined")), ("reply.*", .to("offer_times"))],
        after: [("5d", .end("silent"))]),
    ],
    "exit_value": [
      .init(
        name: "remind", entry: [.say(template: 0)],
        on: [("reply.not_interested", .end("declined")), ("reply.*", .to("ask_date"))],
        after: [("3d", .to("remind_again"))]),
      .init(
        name: "remind_again", entry: [.say(template: 1)],
        on: [("reply.not_interested", .end("declined")), ("reply.*", .to("ask_date"))],
        after: [("7d", .end("silent"))]),
      .init(
        name: "ask_date", entry: [.say(template: 3)],
        on: [
          ("reply.not_interested", .end("declined")), ("reply.callback_later", .to("wait")),
          ("reply.*", .to("book")),
        ],
        after: [("3d", .to("remind_again"))]),
      .init(name: "wait", after: [("14d", .to("ask_date"))]),
      .init(name: "book", entry: [.handOff(agent: 0)], then: [.to("done", when: 3), .end("booked")]),
      .init(name: "done", entry: [.speak(intent: 0)], after: [("1d", .end("booked"))]),
    ],
  ],
  always: [
    ("taken_over", .to("with_person")), ("status.lost", .to("declined", do: [.notify(agent: nil)])),
  ],
  optedOut: "do_not_contact", broken: "with_person"
).machine()
