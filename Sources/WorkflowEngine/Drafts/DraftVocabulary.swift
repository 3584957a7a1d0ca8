/// Asks whether a draft is made of the text's own words, the facts', and those of any polite talk.
///
/// The other checks name what is wrong. What none of them thought of needs a word for it, and a draft that brings a
/// word of its own is about something that the text is not about.
struct DraftVocabulary {
  /// The text and the facts.
  let allowed: DraftText
  let names: DraftText

  func refusal(of draft: DraftText) -> DraftRefusal? {
    let known = Set((allowed.words + names.words).map(\.text))
    let stems = Set(known.filter { 4 <= $0.count }.map { $0.prefix(4) })
    let strange = draft.words.first { word in
      !known.contains(word.text) && !(4 <= word.text.count && stems.contains(word.text.prefix(4)))
        && !Self.isOrdinary(word.text)
    }
    return strange.map { .ownWord($0.text) }
  }

  /// Whether a word, or what it is an inflection of, is one of any talk.
  static func isOrdinary(_ word: String) -> Bool {
    if ordinary.contains(word) { return true }
    for ending in endings where word.hasSuffix(ending) && ending.count + 2 <= word.count {
      let stem = String(word.dropLast(ending.count))
      if ordinary.contains(stem) || ordinary.contains(stem + "e") { return true }
      // "getting" is of "get".
      if 3 <= stem.count, stem.last == stem.dropLast().last, ordinary.contains(String(stem.dropLast())) {
        return true
      }
    }
    return false
  }

  private static let endings = [
    "n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "ing", "ly", "es", "ed", "s", "d",
  ]
}
