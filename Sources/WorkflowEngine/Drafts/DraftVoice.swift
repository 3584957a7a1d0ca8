import WorkflowProgram

/// Asks whether a draft is said as the persona says things.
struct DraftVoice {
  let check: DraftCheck

  func refusal(of draft: DraftText, _ written: DraftText) -> DraftRefusal? {
    let voice = check.voice
    let bytes = Array(draft.text.utf8)
    if let place = AvoidedWords(voice.avoids).places(in: bytes).first {
      let word = String(decoding: bytes[place], as: UTF8.self)
      // The client's own name may hold a word that the persona avoids.
      if !check.brandName.lowercased().contains(word.lowercased()) { return .avoidedWord(word) }
    }
    if voice.contractions == .never,
      let word = draft.words.first(where: { Self.isContraction($0.text) && !written.contains([$0.text]) })
    {
      return .contraction(word.text)
    }
    guard 0 < voice.sentenceWords else { return nil }
    let lengths = Dictionary(grouping: draft.words, by: \.sentence).mapValues(\.count)
    let longestWritten =
      Dictionary(grouping: written.words, by: \.sentence).mapValues(\.count).values.max() ?? 0
    let limit = max(voice.sentenceWords, longestWritten)
    if let longest = lengths.values.max(), limit < longest {
      return .longSentence(words: longest, limit: voice.sentenceWords)
    }
    return nil
  }

  private static func isContraction(_ word: String) -> Bool {
    ["n't", "'ll", "'re", "'ve", "'m", "'d"].contains(where: word.hasSuffix)
      || ["it's", "that's", "there's", "what's", "let's", "he's", "she's", "who's", "how's"].contains(word)
  }
}
