/// Asks whether a draft does what the text does: the same question or none, about the same thing, in its language.
struct DraftPurpose {
  let written: DraftText

  func refusal(of draft: DraftText) -> DraftRefusal? {
    if !isInLanguage(draft) { return .language }
    let asks = draft.count(of: "?")
    let wasAsked = written.count(of: "?")
    if 0 < wasAsked, asks == 0 { return .question(isAsked: true) }
    // The flow waits for the answer to its own question, and for none where it asks nothing.
    if wasAsked == 0, 0 < asks { return .question(isAsked: false) }
    if max(1, wasAsked) < asks { return .severalQuestions }
    let subject = Self.subject(of: written)
    let shared = subject.intersection(Self.subject(of: draft))
    let needed = min(subject.count, 8 <= subject.count ? 2 : 1)
    return shared.count < needed ? .offPurpose : nil
  }

  /// The stems of the words that say what a text is about.
  private static func subject(of text: DraftText) -> Set<Substring> {
    Set(
      text.words.map(\.text).filter { 3 <= $0.count && !ordinary.contains($0) && !$0.contains("'") }
        .map { $0.prefix(4) })
  }

  /// Whether it is written in the letters of the text and, where the text is English, in English words.
  private func isInLanguage(_ draft: DraftText) -> Bool {
    let isLatin = { (text: String) in
      text.unicodeScalars.allSatisfy { !$0.properties.isAlphabetic || $0.value < 0x250 }
    }
    if isLatin(written.text), !isLatin(draft.text) { return false }
    let english = draft.words.count { Self.ordinary.contains($0.text) || $0.text.contains("'") }
    guard written.words.contains(where: { Self.ordinary.contains($0.text) }) else { return true }
    let known = Set(written.words.map(\.text))
    let foreign = draft.words.count { Self.foreign.contains($0.text) && !known.contains($0.text) }
    if 2 <= foreign, english <= foreign * 2 { return false }
    return draft.words.count < 5 || draft.words.count <= english * 6
  }

  /// English words that any text may have.
  static let ordinary: Set<String> = [
    "a", "an", "and", "are", "about", "all", "any", "as", "at", "be", "been", "but", "by", "can", "could",
    "did", "do",
    "does", "for", "from", "get", "give", "go", "good", "got", "had", "has", "have", "hello", "help", "here",
    "hey",
    "hi", "how", "i", "if", "in", "is", "it", "just", "know", "let", "like", "may", "me", "might", "more",
    "much", "my",
    "no", "not", "now", "of", "off", "ok", "okay", "on", "one", "or", "our", "out", "please", "right", "say",
    "see",
    "shall", "should", "so", "some", "sorry", "sure", "take", "thank", "thanks", "that", "the", "their",
    "them", "then",
    "there", "these", "they", "think", "this", "those", "to", "too", "up", "us", "want", "was", "way", "we",
    "well",
    "were", "what", "when", "where", "which", "who", "why", "will", "with", "would", "yes", "you", "your",
    "yours",
  ]

  /// Words of other languages that English has not.
  static let foreign: Set<String> = [
    "hola", "gracias", "por", "para", "que", "qué", "una", "los", "las", "del", "usted", "está", "estoy",
    "con",
    "su", "mi", "cómo", "cuando", "puede", "negocio", "bonjour", "merci", "vous", "votre", "est", "pour",
    "une",
    "les", "des", "avec", "und", "nicht", "sie", "ich", "danke", "bitte", "der", "das", "ein", "você",
    "obrigado",
    "não", "uma", "ciao", "grazie", "sono", "il", "di", "el", "la", "en", "je", "le", "et",
  ]
}
