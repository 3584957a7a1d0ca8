extension LanguageSchema {
  /// `personas/NAME.yaml`: who speaks, and how.
  public static let persona = DocumentSchema(
    kind: "persona", "A persona is who speaks to a lead: a name, a role and a voice.",
    keys: [
      .required("name", .text, "The name people see.", example: "Gianna"),
      .required(
        "role", .text, "What the persona does, in a few words.", example: "outreach and first replies"),
      .optional("archetype", .identifier, "The kind of character the voice is built on.", example: "advisor"),
      .required(
        "disclosure", .template,
        "What it says when asked whether it is a person; it never denies being a machine.",
        example: "I'm an automated assistant for {brandName}."),
      .required(
        "voice", voice, "How it sounds.", example: "{ formality: neutral, warmth: 3, contractions: true }"),
      .optional(
        "escalation", escalation, "When it hands over to a person.",
        example: "{ when: [hostile, call_me], to: sabrina, holding: Let me get someone for you. }"),
      .optional(
        "samples", .list(of: .template), "Lines that show the voice, for people and drafts.",
        example: "[\"Quick question about {companyName}.\"]"),
      .optional(
        "replies", .map(of: .list(of: .template, count: 1...100)),
        "Wordings for each reply intent, one of which is used when a flow leaves the words to the persona.",
        example: "{ question_who: [\"It's {agentName} with {brandName}.\"] }"),
    ])

  private static let scale = Shape.integer(0...5)

  private static let voice = Shape.record([
    .optional(
      "formality",
      .choice([
        Shape.Choice("casual", "As to a neighbour."), Shape.Choice("neutral", "As to a business contact."),
        Shape.Choice("formal", "As in a letter."),
      ]), "How formal it is; neutral without it.", example: "neutral"),
    .optional("warmth", scale, "From 0, matter-of-fact, to 5, warm; 3 without it.", example: "3"),
    .optional(
      "directness", scale, "From 0, circumspect, to 5, straight to the point; 3 without it.", example: "4"),
    .optional("energy", scale, "From 0, calm, to 5, lively; 2 without it.", example: "2"),
    .optional(
      "contractions", .boolean, "Whether it says \"I'm\" for \"I am\"; it does without it.", example: "true"),
    .optional(
      "emoji",
      .choice([
        Shape.Choice("none"), Shape.Choice("rare", "Where the lead used one."), Shape.Choice("some"),
      ]), "How it uses emoji; none without it.", example: "none"),
    .optional(
      "sentence_words", .integer(4...40), "The most words of a sentence; 18 without it.", example: "14"),
    .optional("greetings", .list(of: .template), "Ways to begin.", example: "[\"Hi {firstName|there}\"]"),
    .optional("sign_offs", .list(of: .template), "Ways to end.", example: "[\"- {agentName}\"]"),
    .optional(
      "asking", .list(of: .template), "Ways to ask for something.", example: "[\"Would you be open to\"]"),
    .optional(
      "giving_up", .list(of: .template), "Ways to take leave of a lead who does not answer.",
      example: "[\"I'll leave it there. Reach out any time.\"]"),
    .optional(
      "prefer", .map(of: .text, keys: .text), "Words it replaces, with what it says instead.",
      example: "{ utilize: use, purchase: buy }"),
    .optional("avoid", .list(of: .text), "Words it never says.", example: "[guaranteed, act now]"),
  ])

  private static let escalation = Shape.record([
    .required(
      "when", .list(of: .reference("intent")), "Reply intents that a person answers.", example: "[hostile]"),
    .required("to", .reference("agent"), "Who takes over.", example: "sabrina"),
    .optional(
      "holding", .template, "What the lead is told meanwhile; nothing without it.",
      example: "Let me get someone for you."),
  ])
}
