/// Findings of what replies mean.
extension DiagnosticExplanation {
  static let claimedExample = DiagnosticExplanation(
    "an example that another intent takes",
    "Every example is read as a reply would be, by all intents together. This one stands under one intent and is read "
      + "as another: both list it, a phrase of the other meets it, or it is more like the other's examples. Replies "
      + "like it will go the other way too.",
    wrong:
      "intents:\n  interested: { examples: [\"call me about it\"] }\n  call_me: { examples: [\"call me about it\"] }",
    right: "Leave it with the intent it belongs to, or narrow the phrase that takes it, under 'except'.")

  static let wordlessIntent = DiagnosticExplanation(
    "an intent without words",
    "An intent is known by its phrases, its whole messages and the examples the classifier learns from. This one has "
      + "none, here or in the file that 'intents_from' names, so no reply is ever read as it.",
    wrong: "intents:\n  referral: {}",
    right: "intents:\n  referral: { examples: [\"my brother might\", \"ask Joe next door, he wants out\"] }")

  static let phraseSyntax = DiagnosticExplanation(
    "a phrase of an intent cannot be read",
    "A phrase is a row of words as a lead may write them. {name} stands for any entry of a class in 'words', (a|b) is a "
      + "choice, '?' behind a word, a group or a class makes it optional, '*' and '+' repeat it, '...' is a gap of up "
      + "to four words, '_' is any one word, '^' is the start of a sentence and '$' its end.",
    wrong: "phrases: [\"(stop|quit texting\"]", right: "phrases: [\"(stop|quit) texting\"]")
}
