import Diagnostics
import WorkflowSyntax

/// A small language with every shape in it.
let shop = DocumentSchema(
  kind: "shop", "A shop, for tests.", isMergeable: true,
  keys: [
    .optional("name", .text, "What it is called.", example: "Corner Shop"),
    .optional("state", .text, "Where it is.", example: "\"NO\""),
    .optional("owner", .lowerIdentifier, "Who owns it.", example: "ann_lee"),
    .optional("size", .integer(0...100), "How large it is.", example: "12"),
    .optional("rate", .number(0...1), "How it is rated.", example: "0.5"),
    .optional("share", .percentage, "How much is ours.", example: "15%"),
    .optional("open", .boolean, "Whether it is open.", example: "yes"),
    .optional("rent", .money, "What it costs.", example: "$1,500"),
    .optional("wait", .duration, "How long to wait.", example: "1h30m"),
    .optional("opens", .timeOfDay, "When it opens.", example: "12:30"),
    .optional("since", .date, "When it began.", example: "2026-11-22"),
    .optional("color", .color, "Its color.", example: "\"#0b3d5c\""),
    .optional("site", .url, "Its page.", example: "https://example.com"),
    .optional("sender", .environment, "Its number.", example: "${SHOP_NUMBER}"),
    .optional("when", .expression("bool"), "When it counts.", example: "lead.size > 3"),
    .optional("greeting", .template, "What it says.", example: "Hi {firstName|there}"),
    .optional("tier", .choice("starter", "growth", "enterprise"), "What it pays for.", example: "growth"),
    .optional("tags", .list(of: .identifier, count: 0...3), "Labels.", example: "[a, b]"),
    .optional("facts", .map(of: .scalar), "What is true.", example: "{ years: 12, open: yes }"),
    .optional(
      "queues",
      .map(
        of: .record([.optional("when", .expression("bool"), "Who waits there.", example: "a > 3"), .before])),
      "Where people wait.", example: "{ vip: { before: all }, all: {} }"),
    .optional("after", .map(of: .reference("state"), keys: .duration), "Timers.", example: "{ 3d: closed }"),
    .optional("states", .map(of: .shared("state")), "States.", example: "{ a: { then: b }, b: {} }"),
    .optional(
      "start", .oneOf(.integer(0...100), .choice("quality")), "Where it starts.", example: "quality"),
    .optional(
      "price",
      .record(
        [
          .optional("fixed", .money, "A price.", example: "5"),
          .optional("rule", .expression("double"), "How to find it.", example: "lead.size * 2.0"),
          .optional("until", .date, "Its end.", example: "2027-01-01"),
        ], rules: [.exactlyOne(["fixed", "rule"]), .needs("until", "fixed")]),
      "What things cost.", example: "{ fixed: 5 }"),
    .optional(
      "opener",
      .oneOf(
        .record([.required("say", .template, "What to say.", example: "Hi")]),
        .map(of: .template)), "What comes first, or several by name.", example: "{ short: Hi, long: Hello }"),
    .optional(
      "contact", .record([.required("email", .text, "Where to write.", example: "a@example.com")]),
      "Whom to ask.",
      example: "{ email: a@example.com }"),
  ],
  definitions: [
    DocumentSchema.Definition(
      "state", "A state.",
      .record([
        .optional("then", .reference("state"), "Where to go.", example: "b"),
        .optional("states", .map(of: .shared("state")), "States within.", example: "{ c: {} }"),
      ]))
  ])

extension YAMLFixture {
  /// What reading and the schema find.
  func findings(_ schema: DocumentSchema, _ mode: DocumentSchema.CheckMode = .whole) -> [Diagnostic] {
    (diagnostics + (value.map { schema.check($0, mode, in: files) } ?? [])).sortedByPlace()
  }
}
