/// Findings of what replies mean.
extension DiagnosticExplanation {
  static let phraseSyntax = DiagnosticExplanation(
    "a phrase of an intent cannot be read",
    "A phrase is a row of words as a lead may write them. {name} stands for any entry of a class in 'words', (a|b) is a "
      + "choice, '?' behind a word, a group or a class makes it optional, '*' and '+' repeat it, '...' is a gap of up "
      + "to four words, '_' is any one word, '^' is the start of a sentence and '$' its end.",
    wrong: "phrases: [\"(stop|quit texting\"]", right: "phrases: [\"(stop|quit) texting\"]")
}
