/// What a model finds by phrases, in one place that is never copied.
final class KnownPhrases: Sendable {
  let automaton: PhraseAutomaton
  /// Per phrase: what it is to which intent, and its text.
  let owners: [PhraseOwner]
  let texts: [String]
  /// `nil` where a definition has no mentions.
  let mentions: MentionReader?

  /// - Parameter words: How many words the model knows.
  init(_ parsed: ParsedUnderstanding, words: Int) {
    automaton = parsed.compiler.finish(words: words)
    owners = parsed.owners
    texts = parsed.texts
    mentions = MentionReader(parsed.mentions, words: words)
  }
}

/// What a compiled phrase is, and to which intent.
struct PhraseOwner: Sendable {
  var intent: Int
  var role: Role

  enum Role { case phrase, exception, cue }
}
