extension LanguageSchema {
  /// Where and how a language model is asked for drafts.
  static let model = Shape.record([
    .required(
      "endpoint", .url,
      "Where it is asked: any service with OpenAI's chat-completions call; `https`, or `http` on this machine.",
      example: "\"https://models.example/v1\""),
    .required("name", .text, "The model, as the service calls it.", example: "small-1"),
    .optional(
      "api_key", .environment,
      "Where the service's key stands in the environment; asked without one if left out.",
      example: "${ACME_MODEL_KEY}"),
    .optional(
      "timeout", .duration,
      "How long a draft may take, 1s to 60s; 8s without it. Then the text goes as written.",
      example: "8s"),
    .optional(
      "max_tokens", .integer(16...2_000), "The most tokens of a draft; 200 without it.", example: "200"),
    .optional(
      "temperature", .number(0...2), "How freely it words, 0 to 2; 0.4 without it.", example: "0.4"),
    .optional(
      "sees", .list(of: .lowerIdentifier, count: 0...32),
      "Fields of the lead that it is told, besides those that the text itself names; none without it.",
      example: "[industry, city]"),
  ])
}
