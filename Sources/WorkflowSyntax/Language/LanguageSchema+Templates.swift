extension LanguageSchema {
  /// `templates/LIBRARY.yaml`: texts to send.
  public static let templates = DocumentSchema(
    kind: "templates", "A template library holds the texts of a vertical or a purpose.",
    keys: [
      .required("about", .text, "What the library is for.", example: "Openers for business brokers"),
      .required(
        "texts", .map(of: .shared("template")), "The texts, each under its name.",
        example: "{ hello: { theme: valuation, use: opener, text: \"Hi {firstName|there}.\" } }"),
    ],
    definitions: [
      DocumentSchema.Definition(
        "template", "One text, or several wordings of it.",
        .record(
          [
            .required(
              "theme", .identifier, "What it is about; campaigns choose by theme.", example: "exit_ready"),
            .required("use", .choice(uses), "Where in a conversation it belongs.", example: "opener"),
            .optional(
              "segments", .integer(1...10), "The most SMS segments it may take at its longest; 1 without it.",
              example: "2"),
            .optional(
              "text", .template, "The text.", example: "\"Hi {firstName|there}, is {companyName} for sale?\""),
            .optional(
              "variants", .map(of: .oneOf(.template, variant)),
              "Several wordings; which one a lead gets depends on the lead alone and stays the same.",
              example: "{ short: Still interested?, long: { weight: 2, text: Are you still interested? } }"),
          ], rules: [.exactlyOne(["text", "variants"])]))
    ])

  private static let uses = [
    Shape.Choice("opener", "The first message to a lead."),
    Shape.Choice("follow_up", "After a message that was not answered."),
    Shape.Choice("reply", "In answer to the lead."),
    Shape.Choice("nurture", "To stay in touch."),
    Shape.Choice("closing", "To bring a deal to its end."),
    Shape.Choice("objection", "In answer to an objection."),
    Shape.Choice("logistics", "Times, places, documents."),
    Shape.Choice("confirmation", "To confirm what was agreed."),
  ]

  private static let variant = Shape.record([
    .optional("weight", .integer(0...1_000), "Its share among the variants; 1 without it.", example: "2"),
    .required("text", .template, "The wording.", example: "\"Still interested, {firstName|there}?\""),
  ])
}
