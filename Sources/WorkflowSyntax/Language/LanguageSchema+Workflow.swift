extension LanguageSchema {
  /// A client's workflow, or a base that clients extend.
  public static let workflow = DocumentSchema(
    kind: "workflow",
    "All of one client's rules: who they are, how leads are scored and routed, what is said when, and how far.",
    isMergeable: true,
    keys: [
      .optional(
        "extends", .reference("workflow"),
        "The workflow this one changes; what is left out stays as it is there.",
        example: "deal-origination"),
      .optional(
        "client", client, "Who sends: name, domain, plan and what may be claimed.", example: "{ name: Acme }"),
      .optional(
        "limits", limits, "How much may be sent, and when; tightens the law, never loosens it.",
        example: "{ messages_per_lead: 8 }"),
      .optional(
        "lead", lead, "What a lead is made of, beyond the standard fields.",
        example: "{ fields: { sde: money } }"),
      .optional(
        "define", .map(of: .expression("dyn"), keys: .lowerIdentifier),
        "Names for expressions, for use wherever all is known that they see; each may use those before it.",
        example: "{ industry: lead.industry.lowerAscii() }"),
      .optional(
        "scoring", scoring, "The two scores, as sums of named rules.", example: "{ quality: { start: 50 } }"),
      .optional(
        "qualified", .expression("bool"), "Which leads count as qualified; all without it.",
        example: "quality >= 60"),
      .optional(
        "queues", choices("queue"), "Where leads wait; the first that holds.", example: "{ follow_up: {} }"),
      .optional(
        "flags", .map(of: .expression("bool")), "Marks on a lead; all that hold.",
        example: "{ missing_owner: \"!has(lead.owner_name)\" }"),
      .optional(
        "recommend", choices("recommended action"), "What a person should do; the first that holds.",
        example: "{ standard_outreach: {} }"),
      .optional(
        "assignment", choices("assignment type"), "What kind of work a lead is; the first that holds.",
        example: "{ standard_outreach: {} }"),
      .optional(
        "agents", .map(of: agent), "Who speaks, and which leads suit them.",
        example: "{ gianna: { persona: gianna } }"),
      .optional(
        "campaigns", .map(of: campaign), "Which leads are written to, and with what; the first that holds.",
        example: "{ SMS_INITIAL: { opener: general.opener_general } }"),
      .optional(
        "states", .map(of: .shared("state")), "The journey of a lead, state by state.",
        example: "{ imported: { final: true } }"),
      .optional(
        "always", .shared("events"), "Arrows that can be taken from any state.",
        example: "{ status.closed: won }"),
      .optional(
        "flows", .map(of: flow), "Conversations that states run.",
        example: "{ opening: { start: hello, states: {} } }"),
      .optional(
        "messages", requiredTexts,
        "What the engine says by itself, as law and carriers want it: after STOP, START and HELP.",
        example: "{ help_reply: general.help_reply }"),
      .optional(
        "words", .map(of: .list(of: .text)), "Classes of words for the phrases of intents.",
        example: "{ stop: [stop, quit] }"),
      .optional(
        "ordinary_words", .list(of: .text), "Words that look like slips of a phrase's words and are not.",
        example: "[shop, step]"),
      .optional(
        "intents_from", .reference("workflow"),
        "The workflow whose words and intents these are laid over; read only when a reply is to be understood.",
        example: "understanding"),
      .optional(
        "intents", .map(of: intent), "What replies can mean, in order of consequence.",
        example: "{ interested: {} }"),
      .optional(
        "mentions", mentions,
        "What a reply may speak of beside its intent, by phrases; expressions ask `mentions.NAME`.",
        example: "{ lawyer: [\"my (lawyer|attorney)\", lawsuit] }"),
      .optional(
        "templates", .map(of: .shared("library_changes")), "Changes to template libraries, by library.",
        example: "{ general: {} }"),
      .optional(
        "personas", .map(of: .shared("persona_changes")), "Changes to personas, by persona.",
        example: "{ gianna: { name: Gina } }"),
      .optional(
        "model", model, "The language model that words the answers of agents with `responder: model`.",
        example: "{ endpoint: \"https://models.example/v1\", name: small-1 }"),
      .optional(
        "simulation", simulation, "How a dry run imagines the world.", example: "{ replies: { rate: 20% } }"),
    ],
    definitions: [
      .init(
        "opener", "A choice of the first text, or several by name of which the first that holds is taken.",
        openers),
      .init("state", "One place of a journey or a flow.", state),
      .init("arrow", "Where an event leads: a state, a record, or several to be tried in order.", arrow),
      .init(
        "events", "Arrows by event; a named event comes before a wildcard such as `reply.*`.",
        .map(of: .shared("arrow"), keys: .scalar)),
      .init("actions", "One thing to do, or several in order.", .oneOf(action, .list(of: action))),
      .init("say", "What is sent: a template, or the persona's own words for an intent.", say),
      .init("library_changes", "A part of a template library, merged over it.", templates.changes),
      .init("persona_changes", "A part of a persona, merged over it.", persona.changes),
    ])

  // MARK: Client and limits

  private static let client = Shape.record([
    .optional("name", .text, "The company, as messages name it.", example: "East Coast Business Brokers"),
    .optional("domain", .text, "The company's web domain.", example: "eastcoastbusinessbrokers.com"),
    .optional(
      "timezone", .text,
      "The IANA zone of the office, New York's without it; its midnight ends the day's allowance.",
      example: "America/New_York"),
    .optional(
      "tier",
      .choice([
        .init("starter", "500 texts a day"), .init("growth", "2,000 texts a day"),
        .init("enterprise", "5,000 texts a day"),
      ]), "The plan, and with it the texts a day.", example: "growth"),
    .optional(
      "brand",
      .record([
        .optional("color", .color, "The brand's colour.", example: "\"#0b3d5c\""),
        .optional("logo", .url, "The brand's logo.", example: "https://acme.example/logo.svg"),
      ]), "How the brand looks.", example: "{ color: \"#0b3d5c\" }"),
    .optional("phone", .text, "The number people may call.", example: "(212) 555-0100"),
    .optional("address", .text, "The postal address.", example: "1 Main St, New York, NY 10001"),
    .optional("calendar", .url, "Where a call is booked.", example: "https://acme.example/book"),
    .optional(
      "facts", .map(of: .scalar, keys: .lowerIdentifier),
      "Claims that messages may make, by name; a claim that is not here cannot be made.",
      example: "{ years_in_business: 12 }"),
  ])

  private static let limits = Shape.record([
    .optional(
      "hours",
      .record([
        .optional(
          "from", .timeOfDay, "When texts may begin to go out, by the recipient's clock.",
          example: "\"10:00\""),
        .optional("to", .timeOfDay, "When they must have stopped.", example: "\"18:00\""),
        .optional(
          "days", .list(of: .choice("mon", "tue", "wed", "thu", "fri", "sat", "sun"), count: 1...7),
          "On which days.", example: "[mon, tue, wed, thu, fri]"),
        .optional(
          "holidays", .choice("open", "closed"), "Whether texts go out on legal holidays.", example: "closed"),
      ]), "When texts may go out, within what the law allows.", example: "{ from: \"10:00\", to: \"18:00\" }"),
    .optional(
      "texts_per_day", .integer(1...100_000), "Texts a day over all leads; the plan's without it.",
      example: "1500"),
    .optional(
      "texts_per_minute", .integer(1...100_000), "Texts in any minute over all leads; 60 without it.",
      example: "60"),
    .optional(
      "messages_per_lead", .integer(1...1_000), "Texts to one lead in all; 12 without it.", example: "12"),
    .optional(
      "messages_per_day", .integer(1...50),
      "Texts to one lead in any 24 hours, answers counted; what we begin beyond it waits, an answer does not. 3 without it.",
      example: "3"
    ),
    .optional(
      "unanswered_messages", .integer(1...100), "Texts in a row without an answer; 4 without it.",
      example: "4"),
  ])

  // MARK: Leads

  private static let fieldType = Shape.choice([
    .init("text", "words, trimmed"), .init("money", "US dollars"), .init("count", "a whole number of things"),
    .init("number", "any number"), .init("flag", "yes or no"), .init("phone", "a phone number"),
    .init("email", "an address"), .init("date", "a calendar date"),
  ])

  private static let lead = Shape.record([
    .optional(
      "fields",
      .map(
        of: .oneOf(
          fieldType,
          .record([
            .required("type", fieldType, "What the field holds.", example: "money"),
            .optional(
              "columns", .list(of: .text), "Headers of a lead file that mean it.",
              example: "[SDE, Discretionary Earnings]"),
          ])), keys: .lowerIdentifier), "Fields of your own.", example: "{ sde: money }"),
    .optional(
      "columns", .map(of: .oneOf(.text, .list(of: .text)), keys: .lowerIdentifier),
      "Further headers for standard fields.", example: "{ mobile_phone: [Cell No] }"),
    .optional(
      "bands",
      .map(
        of: .record([
          .required("of", .text, "The field that is cut into bands.", example: "annual_revenue"),
          .optional("absent", .identifier, "The band of a lead without the number.", example: "unknown"),
          .required(
            "from", .map(of: .money, keys: .scalar), "Where each band begins, ascending.",
            example: "{ small: 0, large: 1000000 }"),
        ]), keys: .lowerIdentifier), "Numbers cut into named bands.",
      example: "{ size: { of: employee_count, from: { small: 0, large: 50 } } }"),
  ])

  // MARK: Decisions

  private static let scoredCase = Shape.record([
    .optional(
      "when", .expression("bool"), "When the points count; always without it.",
      example: "lead.employee_count >= 50"),
    .required("add", .integer(-1_000...1_000), "The points.", example: "15"),
  ])

  private static let rule = Shape.record(
    [
      .optional("when", .expression("bool"), "When the points count.", example: "has(lead.mobile_phone)"),
      .optional(
        "choose", .expression("string"), "A text whose value decides the points.",
        example: "lead.revenue_band"),
      .optional(
        "first", .list(of: scoredCase), "Cases of which the first that holds counts.",
        example: "[{ when: priority > 50, add: 5 }]"),
      .optional(
        "all", .list(of: scoredCase), "Cases of which all that hold count.",
        example: "[{ when: has(lead.mobile_phone), add: 5 }]"),
      .optional(
        "add", .oneOf(.integer(-1_000...1_000), .map(of: .integer(-1_000...1_000), keys: .scalar)),
        "The points, negative ones too, or with `choose` the points by value.", example: "20"),
      .optional("limit", .integer(0...1_000), "The most that `all` can come to.", example: "20"),
      .before,
    ],
    rules: [
      .atMostOne(["when", "choose", "first", "all"]), .needs("choose", "add"), .needs("when", "add"),
      .needs("limit", "all"),
    ])

  private static let score = Shape.record([
    .optional(
      "start", .oneOf(.integer(0...1_000), .choice("quality")),
      "Where the sum begins; priority may start from `quality`.", example: "50"),
    .optional(
      "limit", .integer(1...1_000),
      "The highest value; 100 without it. A sum beyond it ends at it, and one below 0 at 0.", example: "100"),
    .optional(
      "rules", .map(of: rule), "What adds to the score; every rule counts.",
      example: "{ mobile: { when: has(lead.mobile_phone), add: 10 } }"),
  ])

  private static let scoring = Shape.record([
    .optional("quality", score, "How good a lead is.", example: "{ start: 50 }"),
    .optional("priority", score, "How soon it should be worked.", example: "{ start: quality }"),
  ])

  private static func choices(_ name: String) -> Shape {
    .map(
      of: .record([
        .optional(
          "when", .expression("bool"), "Which leads it takes; all without it.", example: "priority >= 80"),
        .before,
      ]))
  }

  private static let agent = Shape.record([
    .optional(
      "persona", .reference("persona"), "Whose voice they have; the one of the agent's own name without it.",
      example: "gianna"),
    .optional(
      "sender", .environment, "Where their sending number stands in the environment.",
      example: "${ACME_GIANNA_NUMBER}"),
    .optional(
      "responder",
      .choice([
        .init("templates", "as the templates and the persona say it"),
        .init("model", "reworded by the workflow's `model`, or as written where its draft will not do"),
      ]), "Who words their answers; templates without it.", example: "templates"),
    .optional(
      "suits",
      .map(
        of: .record([
          .required("when", .expression("bool"), "Which leads suit.", example: "priority >= 40"),
          .required("weight", .integer(-1_000...1_000), "How much it counts.", example: "40"),
        ])), "What makes a lead theirs: the highest sum of weights wins, the first agent on a tie.",
      example: "{ range: { when: priority >= 40, weight: 40 } }"),
    .before,
  ])

  private static let themes = Shape.oneOf(.lowerIdentifier, .list(of: .lowerIdentifier, count: 1...100))

  private static let opener = Shape.record(
    [
      .optional(
        "when", .expression("bool"), "Which leads it opens with; all without it.", example: "priority >= 80"),
      .optional("say", .reference("template"), "The template.", example: "general.opener_general"),
      .optional(
        "library", .reference("templates"), "A library of whose openers each lead gets one.",
        example: "business_broker"),
      .optional("themes", themes, "Only openers of these themes.", example: "[exit_ready, valuation]"),
      .before,
    ], rules: [.exactlyOne(["say", "library"]), .needs("themes", "library")])

  /// One choice, or named choices: told apart by the keys they have.
  private static let openers = Shape.oneOf(opener, .map(of: .oneOf(.reference("template"), opener)))

  private static let campaign = Shape.record([
    .optional(
      "when", .expression("bool"), "Which leads it takes; all without it.", example: "has(lead.mobile_phone)"),
    .optional(
      "approval",
      .choice([
        .init("manual", "a person approves each text"), .init("auto", "texts go out as drafted"),
        .init("sample", "a person approves some"),
      ]), "Who lets a drafted text go; manual without it.", example: "manual"),
    .required(
      "opener", .oneOf(.reference("template"), .shared("opener")), "The first text.",
      example: "general.opener_general"),
    .before,
  ])

  // MARK: Replies

  private static let mentions = Shape.map(
    of: .oneOf(
      .list(of: .text),
      .record([
        .optional(
          "phrases", .list(of: .text), "Patterns that speak of it wherever they stand.",
          example: "[\"passed away\"]"),
        .optional(
          "whole", .list(of: .text), "Patterns of which the whole reply must consist.",
          example: "[\"(ok|thanks|great)+\"]"),
      ])), keys: .lowerIdentifier)

  private static let intent = Shape.record([
    .optional(
      "phrases", .list(of: .text), "Patterns of words that mean it.", example: "[\"stop {contact}\"]"),
    .optional("except", .list(of: .text), "Patterns that speak against it.", example: "[\"don't stop\"]"),
    .optional(
      "cues", .list(of: .text),
      "Patterns that make it likely; without one the classifier must be all but sure.",
      example: "[stop, \"take ... off\"]"),
    .optional("whole", .list(of: .text), "Whole messages that mean it.", example: "[stop, quit]"),
    .optional(
      "examples", .list(of: .text), "Replies that mean it, for the classifier to learn from.",
      example: "[\"please take me off\"]"),
    .optional(
      "threshold", .percentage, "How sure the classifier must be; surer in words that no example has.",
      example: "60%"),
    .before,
  ])
}
