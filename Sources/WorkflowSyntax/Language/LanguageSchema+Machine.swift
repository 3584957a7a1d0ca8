extension LanguageSchema {
  // MARK: States and flows

  static let state = Shape.record([
    .optional(
      "status", .choice("new", "contacted", "engaged", "qualified", "proposal", "closed"),
      "The stage people see from here on; it never moves back.", example: "contacted"),
    .optional("do", .shared("actions"), "What is done on entry, in order.", example: "[score, assign]"),
    .optional("say", .shared("say"), "What is sent on entry.", example: "general.follow_up_1"),
    .optional(
      "flow", .reference("flow"),
      "The conversation that runs here; its outcomes are the events `end.<outcome>`.",
      example: "valuation_interest"),
    .optional(
      "then", .oneOf(.reference("state"), .list(of: arrowRecord)),
      "Where to go at once, without waiting; the first that holds.",
      example: "[{ when: priority > 50, to: drafted }, { to: parked }]"),
    .optional("on", .shared("events"), "Where events lead.", example: "{ reply.*: conversing }"),
    .optional(
      "after", .map(of: .shared("arrow"), keys: .duration),
      "Where the passing of time leads, counted from entry, or from the sending where the state sends.",
      example: "{ 3d: follow_up_1 }"),
    .optional("final", .boolean, "Whether the journey ends here.", example: "true"),
    .optional(
      "about", .text, "What the state is for; shown in diagrams.", example: "waiting for a first answer"),
    .before,
  ])

  static let flow = Shape.record([
    .optional("about", .text, "What the conversation is for.", example: "from interest to a booked call"),
    .required("start", .reference("state"), "The state it begins in.", example: "ask"),
    .required(
      "states", .map(of: .shared("state")), "Its states; `end: OUTCOME` leaves it.",
      example: "{ ask: { on: { reply.*: { end: done } } } }"),
  ])

  static let arrowRecord = Shape.record(
    [
      .optional("when", .expression("bool"), "Only when this holds.", example: "history.replies >= 2"),
      .optional("do", .shared("actions"), "What is done on the way.", example: "[notify]"),
      .optional("say", .shared("say"), "What is sent on the way.", example: "general.help_reply"),
      .optional(
        "to", .reference("state"), "The next state; without `to` and `end` the state is not left.",
        example: "conversing"),
      .optional("end", .identifier, "The outcome with which the flow is left.", example: "booked"),
      .optional(
        "resume", .choice("true"),
        "Back to where a flow was that an arrow of a state around it has interrupted; nothing is said again. Not taken where nothing was.",
        example: "true"),
    ], rules: [.atMostOne(["to", "end", "resume"])])

  static let arrow = Shape.oneOf(.reference("state"), arrowRecord, .list(of: arrowRecord))

  static let say = Shape.oneOf(
    .reference("template"),
    .record([
      .required(
        "intent", .reference("intent"), "The intent whose reply the persona words itself.",
        example: "question_who")
    ]))

  static let action = Shape.oneOf(
    .choice([
      .init("normalize", "note that the row was cleaned"), .init("skip_trace", "ask for the owner"),
      .init("score", "decide quality, priority and all that follows"),
      .init("enqueue", "put it in its queue"),
      .init("assign", "give it to its agent"), .init("draft", "choose campaign and opener"),
      .init("request_approval", "put the draft before a person"), .init("send", "send the approved draft"),
      .init("notify", "tell the assigned agent"), .init("escalate", "hand over to a person"),
      .init("suppress", "never write to this person again"),
      .init("drop_number", "stop using the number that answered"),
    ]),
    .record(
      [
        .optional("notify", .reference("agent"), "Tells that agent.", example: "sabrina"),
        .optional("escalate", .text, "Hands over to a person, with the reason.", example: "asks for a price"),
        .optional("hand_off", .reference("agent"), "Gives the lead to another agent.", example: "sabrina"),
      ], rules: [.exactlyOne(["notify", "escalate", "hand_off"])]))

  // MARK: Simulation

  private static let span = Shape.record([
    .required("from", .duration, "The shortest; most are near it.", example: "1m"),
    .required("to", .duration, "The longest.", example: "2d"),
  ])

  static let simulation = Shape.record([
    .optional(
      "skip_trace",
      .record([
        .optional("found", .percentage, "How many owners are found.", example: "70%"),
        .optional("mobile", .percentage, "Of these, how many come with a mobile number.", example: "60%"),
        .optional("takes", span, "How long it takes.", example: "{ from: 1m, to: 30m }"),
      ]), "Skip tracing.", example: "{ found: 70% }"),
    .optional(
      "approval",
      .record([
        .optional("approved", .percentage, "How many drafts are approved.", example: "97%"),
        .optional("takes", span, "How long it takes.", example: "{ from: 5m, to: 4h }"),
      ]), "People who approve drafts.", example: "{ approved: 97% }"),
    .optional(
      "delivery",
      .record([
        .optional("delivered", .percentage, "How many texts arrive.", example: "95%"),
        .optional(
          "invalid_number", .percentage,
          "Of the first texts that do not, how many fail for good, because the number is none or a landline: "
            + "'number_invalid' instead of 'failed'; none without it.",
          example: "30%"),
        .optional("takes", span, "How long it takes.", example: "{ from: 2s, to: 1m }"),
      ]), "The carriers.", example: "{ delivered: 95% }"),
    .optional("segment_cost", .money, "What one segment costs.", example: "$0.0079"),
    .optional(
      "replies",
      .record([
        .optional("rate", .percentage, "How many texts that we began are answered.", example: "22%"),
        .optional("in_conversation", .percentage, "How many of our answers are answered.", example: "60%"),
        .optional(
          "later_touches", .percentage, "How much less often each further unanswered text is answered.",
          example: "60%"),
        .optional("takes", span, "How long people take.", example: "{ from: 1m, to: 2d }"),
        .optional(
          "adjust",
          .map(
            of: .record([
              .required("when", .expression("bool"), "Which leads.", example: "priority >= 80"),
              .required("times", .number(0...1_000), "How many times as often they answer.", example: "1.3"),
            ])), "Who answers more, or less.", example: "{ hot: { when: priority >= 80, times: 1.3 } }"),
        .optional(
          "intents", .map(of: .integer(0...1_000_000)), "What replies mean, by weight.",
          example: "{ interested: 30, opt_out: 2 }"),
      ]), "People who answer.", example: "{ rate: 22% }"),
    .optional(
      "proposal",
      .record([
        .optional("closed", .percentage, "How many close.", example: "25%"),
        .optional("takes", span, "How long it takes.", example: "{ from: 7d, to: 28d }"),
      ]), "Proposals.", example: "{ closed: 25% }"),
  ])
}
