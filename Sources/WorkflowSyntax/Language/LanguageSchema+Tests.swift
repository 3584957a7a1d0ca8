extension LanguageSchema {
  /// `workflows/tests/NAME.yaml`: what a workflow must do, by example.
  public static let tests = DocumentSchema(
    kind: "tests", "Tests say what a workflow must do: a lead, what happens to it, and what is expected.",
    keys: [
      .required("workflow", .reference("workflow"), "The workflow that is tested.", example: "ecbb"),
      .optional("about", .text, "What these tests are for.", example: "Routing and the first conversation"),
      .optional(
        "given", given, "What every case begins with; a case's own `given` adds to it and replaces.",
        example: "{ lead: { owner_name: Ann Lee, mobile_phone: 212-555-0143 } }"),
      .required(
        "cases", .map(of: .shared("case"), keys: .text), "The cases, each under what it shows.",
        example: "{ an opt-out ends it: { when: [{ intent: opt_out }], expect: { state: opted_out } } }"),
    ],
    definitions: [
      DocumentSchema.Definition(
        "case", "One lead, what happens to it, and what is expected.",
        .record([
          .optional("about", .text, "Why it must be so.", example: "The owner asked for it"),
          .optional("given", given, "The lead.", example: "{ lead: { industry: Retail } }"),
          .optional(
            "when", .oneOf(step, .list(of: step, count: 0...200)), "What happens, in order.",
            example: "[{ event: approved }, { intent: interested }]"),
          .optional(
            "expect", .shared("expectation"), "What holds after the last step.",
            example: "{ state: contacted }"),
        ])),
      DocumentSchema.Definition(
        "expectation", "What must hold after a step; `says` and `effects` are about that step alone.",
        .record(
          expectations, rules: [.atMostOne(["says", "nothing_sent"]), .atMostOne(["captures", "captured"])])),
    ])

  private static let given = Shape.record(
    [
      .optional(
        "lead", .map(of: .scalar), "The lead's fields by name; an empty text leaves one out.",
        example: "{ business_name: Acme Tools, annual_revenue: $2.5M }"),
      .optional(
        "row",
        .record([
          .required(
            "file", .text, "The lead file, from the project's folder.",
            example: "workflows/samples/ecbb-leads.csv"),
          .required("record_id", .text, "Which of its leads.", example: "ECB-00001"),
        ]), "A lead of a file; fields under `lead` replace its own.",
        example: "{ file: workflows/samples/ecbb-leads.csv, record_id: ECB-00001 }"),
      .optional(
        "start", .date,
        "The day it begins, when the lead may be texted, from 10:00 of the client's clock on; Monday, 2026-01-05 without it.",
        example: "2026-01-05"),
    ])

  private static let step = Shape.record(
    [
      .optional(
        "event", .reference("event"), "An event by name: approved, rejected, failed, status.closed, …",
        example: "approved"),
      .optional(
        "reply", .text, "What the lead writes; it is read as in production.", example: "\"Who is this?\""),
      .optional(
        "replies", .list(of: .text, count: 2...20),
        "What the lead writes within seconds, text by text; it is read as one reply.",
        example: "[\"Stop\", \"sorry, wrong chat\"]"),
      .optional(
        "intent", .oneOf(.reference("intent"), .list(of: .reference("intent"), count: 1...20)),
        "What a reply means, where its words do not matter.", example: "interested"),
      .optional(
        "means", .oneOf(.reference("intent"), .list(of: .reference("intent"), count: 1...20)),
        "What `reply` means, whatever is read in it; captures and mentions are still read in its words.",
        example: "interested"),
      .optional("wait", .duration, "Time goes by; timers ring in order.", example: "3d"),
      .optional(
        "trace", .choice("found", "missed", "failed"), "What the skip trace brings.", example: "found"),
      .optional(
        "brings", .map(of: .scalar), "The fields that the skip trace fills in.",
        example: "{ owner_name: Ann Lee, mobile_phone: 212-555-0143 }"),
      .optional(
        "captures", .map(of: .scalar, keys: captureKind), "What the reply tells, beside its intent.",
        example: "{ email: ann@acme.example }"),
      .optional(
        "expect", .shared("expectation"), "What holds after this step.", example: "{ state: contacted }"),
    ],
    rules: [
      .exactlyOne(["event", "reply", "replies", "intent", "wait", "trace"]), .needs("brings", "trace"),
      .needs("captures", "intent"), .needs("means", "reply"),
    ])

  private static let captureKind = Shape.choice("time", "email", "phone", "amount", "name")

  private static let expectations: [SchemaKey] = [
    .optional(
      "state", .text, "Where the lead is: a state, one around it, or the end of its path.",
      example: "valuation_interest/ask_number"),
    .optional(
      "status", .choice("new", "contacted", "engaged", "qualified", "proposal", "closed"),
      "The stage people see.", example: "engaged"),
    .optional("quality", .integer(0...1_000), "The quality score.", example: "85"),
    .optional("priority", .integer(0...1_000), "The priority score.", example: "100"),
    .optional("qualified", .boolean, "Whether the lead is qualified.", example: "true"),
    .optional("queue", .reference("queue"), "Its queue, or none.", example: "high_priority"),
    .optional("agent", .reference("agent"), "Its agent, or none.", example: "sabrina"),
    .optional("campaign", .reference("campaign"), "Its campaign, or none.", example: "SMS_INITIAL"),
    .optional(
      "recommend", .reference("recommendation"), "The recommended action, or none.",
      example: "immediate_outreach"),
    .optional(
      "assignment", .reference("assignment"), "The type of assignment, or none.", example: "owner_research"),
    .optional(
      "flags", .list(of: .reference("flag")), "All raised flags, in any order.", example: "[missing_owner]"),
    .optional(
      "says", .oneOf(said, .list(of: said)),
      "All texts that the step sends, in order: a template, a text, or a part of one. What law and carriers want said, such as the confirmation of an opt-out, is not among them.",
      example: "[general.follow_up_1]"),
    .optional(
      "nothing_sent", .boolean, "That the step sends no text, what law and carriers want said aside.",
      example: "true"),
    .optional(
      "captures", .map(of: .scalar, keys: captureKind), "What the lead has told, newest of each kind.",
      example: "{ email: ann@acme.example }"),
    .optional(
      "captured", .map(of: .scalar, keys: captureKind), "The older spelling of `captures`.",
      example: "{ email: ann@acme.example }"),
    .optional(
      "effects", .oneOf(effect, .list(of: effect)), "Work that the step asks for, among other.",
      example: "[suppress, notify: sabrina]"),
  ]

  private static let said = Shape.oneOf(
    .text,
    .record([
      .required(
        "intent", .reference("intent"), "The intent whose reply the persona words itself.",
        example: "question_who")
    ]))

  private static let effect = Shape.oneOf(
    .choice([
      .init("trace", "the skip trace is asked for the owner"), .init("approval", "a draft wants a decision"),
      .init("send", "a text is sent"), .init("refuse", "a text is not sent"),
      .init("start_timer"), .init("cancel_timers"),
      .init("cancel_pending", "what waits to be sent must not go out"),
      .init("queue", "the lead is put in its queue"), .init("assign", "the lead gets its agent"),
      .init("notify", "an agent is told"), .init("escalate", "a person takes over"),
      .init("suppress", "the person is never written to again"), .init("resubscribe"),
      .init("confirm_opt_out", "the one confirmation of an opt-out"),
      .init("confirm_opt_in", "what START is answered with"),
      .init("answer_help", "what HELP is answered with"),
      .init("drop_number", "the number is not used any more"), .init("status", "the stage moves on"),
      .init("end", "the journey ends"),
    ]),
    .record(
      [
        .optional("queue", .reference("queue"), "Put in that queue.", example: "standard"),
        .optional("assign", .reference("agent"), "Given to that agent.", example: "cathy"),
        .optional("notify", .reference("agent"), "That agent is told.", example: "sabrina"),
        .optional("escalate", .text, "For that reason.", example: "asks for a price"),
        .optional("status", .text, "The stage it moves on to.", example: "engaged"),
        .optional(
          "refuse", .text,
          "Why a text is not sent: opted_out, held_by_person, lead_limit, unanswered_limit "
            + "or no_mobile_number.", example: "lead_limit"),
      ], rules: [.exactlyOne(["queue", "assign", "notify", "escalate", "status", "refuse"])]))
}
