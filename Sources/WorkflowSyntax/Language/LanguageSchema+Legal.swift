extension LanguageSchema {
  /// `workflows/legal/COUNTRY.yaml`: the law of outreach as dated data.
  public static let legal = DocumentSchema(
    kind: "legal",
    "When and how often a person may be written to, by jurisdiction, each rule with its source.",
    keys: [
      .required(
        "words",
        .record([
          .required("opt_out", words, "Whole messages that stop everything.", example: "[stop, quit]"),
          .required("opt_in", words, "Whole messages that allow texts again.", example: "[start, unstop]"),
          .required("help", words, "Whole messages that ask who this is.", example: "[help, info]"),
        ]),
        "Words that settle consent, in any case and accent; what stands here adds to those of federal law and the carriers, which always hold.",
        example: "{ opt_out: [stop], opt_in: [start], help: [help] }"),
      .required(
        "confirmation",
        .record([
          .required("at_most", .integer(0...1), "How many texts confirm an opt-out.", example: "1"),
          .required("within", .duration, "How soon they must go.", example: "5m"),
        ]), "What may be sent to someone who just opted out.", example: "{ at_most: 1, within: 5m }"),
      .required("margin", .duration, "How long before a window closes sending stops.", example: "15m"),
      .required("federal", federalRule, "What holds everywhere.", example: federalExample),
      .required(
        "holidays", .map(of: .text), "The days that count as legal holidays.",
        example: "{ christmas: December 25, labor_day: first Monday of September }"),
      .required(
        "states", .map(of: .oneOf(stateRule, .list(of: stateRule, count: 1...20))),
        "What holds in a state, or several rules with the days from which they hold.",
        example: "{ FL: \(federalExample) }"),
    ])

  private static let words = Shape.list(of: .text, count: 1...200)

  private static let federalExample =
    "{ mon_fri: 08:00-21:00, saturday: 08:00-21:00, sunday: closed, holidays: open, source: 47 CFR 64.1200, confidence: B }"

  /// The federal rule says everything; a state only what differs.
  private static let federalRule = Shape.record(
    days.map {
      .required($0.name, $0.shape, $0.about.prefix { $0 != ";" } + ".", example: $0.example)
    } + rest)
  private static let stateRule = Shape.record(days + rest)

  private static let days: [SchemaKey] = [
    .optional(
      "mon_fri", .text,
      "The window from Monday to Friday, by the recipient's clock; the federal one without it.",
      example: "08:00-21:00"),
    .optional(
      "saturday", .text, "The window on Saturdays, or closed; the federal one without it.",
      example: "08:00-20:00"),
    .optional(
      "sunday", .text, "The window on Sundays, or closed; the federal one without it.", example: "closed"),
    .optional(
      "holidays", .choice("open", "closed"),
      "Whether legal holidays are days like others; closed without it.",
      example: "closed"),
  ]

  private static let rest: [SchemaKey] = [
    .optional(
      "own_holidays", .map(of: .text), "Holidays of its own.",
      example: "{ mardi_gras: 47 days before Easter }"),
    .optional(
      "cap", .text,
      "The most texts to one person in any stretch of time, answers counted; what we begin beyond it waits.",
      example: "3 per 24h"),
    .optional("from", .date, "The first day it holds; for all time without it.", example: "2025-09-01"),
    .required("source", .text, "Where it was read.", example: "47 CFR 64.1200(c)(1)"),
    .required(
      "confidence",
      .choice([
        .init("A", "the law's own text was read"), .init("B", "two or more independent reports"),
        .init("C", "one report"), .init("M", "from memory"),
        .init("N", "not checked; the federal window is assumed"),
      ]), "How well it is known.", example: "B"),
    .optional("note", .text, "What a person should know.", example: "covers texts"),
    .optional("paused", .boolean, "Whether a person has stopped all sending there.", example: "true"),
  ]
}
