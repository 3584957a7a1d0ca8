extension LanguageSchema {
  /// `messages:`: what the engine says by itself, wherever a lead is.
  static let requiredTexts = Shape.record([
    .optional(
      "opt_out_confirmation", requiredText,
      "Confirms an opt-out, once and at once; the last text that the person gets.",
      example: "general.opt_out_confirmation"),
    .optional(
      "opt_in_confirmation", requiredText, "Tells who wrote START after an opt-out what they get.",
      example: "general.opt_in_confirmation"),
    .optional(
      "help_reply", requiredText, "Answers HELP: who writes, where there is help, and how to opt out.",
      example: "general.help_reply"),
  ])

  private static let requiredText = Shape.oneOf(
    .reference("template"),
    .record([
      .required(
        "english", .reference("template"), "For English, and for every language that is not named.",
        example: "general.help_reply"),
      .optional(
        "spanish", .reference("template"), "For replies in Spanish.", example: "general.help_reply_spanish"),
      .optional(
        "french", .reference("template"), "For replies in French.", example: "general.help_reply_french"),
    ]))
}
