/// Asks whether a draft promises, offers or reports anything that the text does not.
struct DraftPromises {
  let written: DraftText

  func refusal(of draft: DraftText) -> DraftRefusal? {
    let words = draft.words
    for word in words where Self.promising.contains(where: word.text.hasPrefix) {
      if !written.contains([word.text]) { return .promise(word.text) }
    }
    if let phrase = draft.firstPhrase(of: Self.phrases, notIn: written) { return .promise(phrase) }
    return commitment(in: draft)
  }

  /// What somebody is said to have done or to be about to do, in a verb that the text does not use.
  private func commitment(in draft: DraftText) -> DraftRefusal? {
    let stems = written.stems
    for (index, word) in draft.words.enumerated() {
      var next = index + 1
      func follows(_ text: String) -> Bool { next < draft.words.count && draft.words[next].text == text }
      let commits =
        switch word.text {
        case "i'll", "we'll", "i've", "we've", "they'll", "you'll", "he'll", "she'll": true
        case "will", "shall", "gonna":
          0 < index && Self.subjects.contains(draft.words[index - 1].text)
        case "have", "had", "can", "already":
          0 < index && ["i", "we", "they", "team", "colleague"].contains(draft.words[index - 1].text)
        case "i'm", "we're", "am", "are": follows("going") || follows("sending") || follows("booking")
        case _: false
        }
      guard commits else { continue }
      while next < draft.words.count, Self.fillers.contains(draft.words[next].text) { next += 1 }
      guard next < draft.words.count, draft.words[next].sentence == word.sentence else { continue }
      let verb = draft.words[next].text
      if Self.harmless.contains(verb) || stems.contains(verb.prefix(4)) { continue }
      return .commitment("\(word.text) \(verb)")
    }
    return nil
  }

  private static let subjects: Set<String> = [
    "i", "we", "you", "they", "he", "she", "it", "team", "colleague", "buyer", "buyers", "someone",
    "somebody",
    "teammate", "person", "adviser", "broker", "that", "this",
  ]

  private static let fillers: Set<String> = [
    "just", "now", "also", "be", "been", "already", "then", "not", "never", "always", "gladly", "happily",
    "going",
    "to", "go", "ahead", "and", "definitely", "certainly", "quickly", "so", "really",
  ]

  /// Verbs that commit nobody to anything.
  private static let harmless: Set<String> = [
    "love", "like", "hope", "glad", "happy", "appreciate", "understand", "hear", "heard", "see", "know",
    "wait",
    "think", "wondered", "wondering", "curious", "say", "mean", "good", "fine", "guess", "imagine", "wonder",
    "help", "talk", "chat", "answer", "explain", "start",
  ]

  /// Beginnings of words that promise.
  private static let promising = [
    "guarant", "promis", "assur", "riskless", "certif", "warrant", "refund", "discount", "bonus", "cashback",
    "exclusiv", "urgent", "prequalif", "preapprov",
  ]

  private static let phrases = [
    "no risk", "risk free", "zero risk", "without risk", "no cost", "no fee", "no fees", "no charge",
    "free of charge",
    "for free", "free money", "no obligation", "no strings", "tax free", "legal advice", "tax advice",
    "legally", "for sure", "definitely", "no doubt", "without a doubt", "act now", "act fast", "final notice",
    "last chance", "limited time", "once in a lifetime", "hurry", "best price", "top price", "highest price",
    "top dollar", "full price", "good price", "great price", "fair price", "best offer", "cash offer",
    "an offer",
    "our offer", "make you rich", "rich", "profit", "have a buyer", "have buyers", "buyer ready",
    "buyers ready",
    "buyer lined up", "buyers lined up", "ready buyer", "ready buyers", "buyer waiting", "buyers waiting",
    "worth about", "worth around", "worth at least", "is worth", "valued at", "sell for", "sells for",
    "sold for",
    "go for", "in cash", "all cash", "deal is done", "it's a deal", "you have a deal", "we accept",
    "i accept",
    "we agree", "agreed", "confirmed", "approved", "binding", "contract", "secured", "number one",
    "award winning",
    "licensed", "insured", "certified", "accredited", "confidential", "nobody will know", "you won't regret",
    "the best in", "the best firm", "the best team", "the best brokers", "best brokers", "better than",
    "more than any",
    "than anyone", "leading", "largest", "biggest", "fastest", "proven", "track record", "experts",
    "expertise", "trusted",
    "success rate", "successful", "our clients", "happy clients", "top offers", "better offers",
    "high demand",
    "a lot of money", "lots of money", "make money", "fortune", "wealthy", "millionaire", "i'm a broker",
    "i am a broker", "as a broker", "your broker", "your lawyer", "your adviser", "your advisor",
    "trust me", "i swear", "always sell", "never fail", "can't lose", "100",
  ]
}
