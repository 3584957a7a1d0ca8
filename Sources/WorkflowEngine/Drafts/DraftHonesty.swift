import WorkflowProgram

/// Asks whether a draft says truthfully who speaks, and leaves the way out as it is.
struct DraftHonesty {
  let check: DraftCheck

  func refusal(of draft: DraftText, _ written: DraftText) -> DraftRefusal? {
    if let words = humanity(in: draft, written) { return .deniesMachine(words) }
    if let name = otherName(in: draft, written) { return .impersonates(name) }
    return optOut(draft, written) ?? missingSender(draft)
  }

  // MARK: Machine or person

  /// Whether a text says that a machine speaks; such a text is never reworded.
  static func disclosesMachine(_ text: String) -> Bool {
    DraftText(text).words.contains {
      $0.text != "program" && $0.text != "software" && machines.contains($0.text)
    }
  }

  /// Words that claim a person speaks, or deny that a machine does.
  private func humanity(in draft: DraftText, _ written: DraftText) -> String? {
    if let words = draft.firstPhrase(of: Self.personhood, notIn: written) { return words }
    let bytes = Array(draft.text.utf8)
    if let place = MachineDenialScanner(bytes).places().first {
      return String(decoding: bytes[place], as: UTF8.self).lowercased()
    }
    for (index, word) in draft.words.enumerated() where Self.machines.contains(word.text) {
      // "not", "no", "never" up to five words before, in the same sentence.
      for earlier in stride(from: index - 1, through: max(0, index - 5), by: -1) {
        let other = draft.words[earlier]
        guard other.sentence == word.sentence else { break }
        guard Self.isNegation(other.text) else { continue }
        let stretch = draft.words[earlier...index].map(\.text)
        if !written.contains(stretch) { return stretch.joined(separator: " ") }
      }
    }
    return nil
  }

  private static func isNegation(_ word: String) -> Bool {
    word.hasSuffix("n't")
      || ["not", "no", "never", "nope", "nah", "without", "isnt", "aint", "hardly", "zero"]
        .contains(word)
  }

  private static let machines: Set<String> = [
    "bot", "bots", "robot", "robots", "machine", "machines", "ai", "automated", "automation", "automatic",
    "computer", "software", "chatbot", "program", "algorithm", "script", "assistant", "artificial", "robotic",
    "automaton", "autoresponder",
  ]

  /// Said by a machine, each of these is false or sounds so.
  private static let personhood = [
    "human", "humans", "real person", "actual person", "live person", "living person", "real people",
    "i'm a person", "i am a person", "just a person", "flesh and blood", "a person typing", "person here",
    "i'm real", "i am real", "very real", "real me", "real guy", "real gal", "real man", "real woman",
    "i'm a man", "i'm a woman", "i am a man", "i am a woman", "i'm a guy", "i'm a girl", "typing this myself",
    "i'm typing", "i am typing", "my wife", "my husband", "my kids", "my family", "my coffee", "in my office",
    "at my desk", "i drove", "i was born", "i grew up", "100 person",
    "really me", "me myself", "my phone", "my desk", "in person", "breathing", "real one", "real deal",
    "100 me",
    "typing away", "with my own", "my own hands",
  ]

  // MARK: Names

  /// A name the draft gives itself that is not the speaker's.
  private func otherName(in draft: DraftText, _ written: DraftText) -> String? {
    let own = Set(DraftText("\(check.speakerName) \(check.brandName)").words.map(\.text))
    for opening in [
      ["my", "name", "is"], ["my", "name's"], ["this", "is"], ["i'm"], ["i", "am"], ["it's"],
    ] {
      guard let start = draft.firstIndex(of: opening), start + opening.count < draft.words.count else {
        continue
      }
      let name = draft.words[start + opening.count]
      let isName = name.isCapital && !own.contains(name.text) && name.text != "i"
      if isName, !written.contains([name.text]) { return name.text }
    }
    return nil
  }

  /// The client's name where the text gives it: the lead may have asked who writes.
  private func missingSender(_ draft: DraftText) -> DraftRefusal? {
    for name in [check.brandName, check.speakerName] where !name.isEmpty {
      if check.reference.contains(name), !draft.text.contains(name) { return .missingSender(name) }
    }
    return nil
  }

  // MARK: The way out

  private func optOut(_ draft: DraftText, _ written: DraftText) -> DraftRefusal? {
    let sentences = Self.sentences(of: check.reference).filter { sentence in
      DraftText(sentence).words.contains { Self.exits.contains($0.text) }
    }
    var rest = draft.text
    for sentence in sentences {
      guard let place = rest.firstRange(of: sentence) else { return .missingOptOut }
      rest.removeSubrange(place)
    }
    let left = DraftText(rest)
    if let word = left.words.first(where: { Self.exits.contains($0.text) }) { return .optOut(word.text) }
    return left.firstPhrase(of: Self.exitPhrases, notIn: written).map { .optOut($0) }
  }

  /// The sentences of a text, without the mark at their end and white space around them.
  private static func sentences(of text: String) -> [String] {
    text.split { $0 == "." || $0 == "!" || $0 == "?" || $0.isNewline }.map { part in
      var part = part.drop(while: \.isWhitespace)
      while part.last?.isWhitespace == true { part.removeLast() }
      return String(part)
    }.filter { !$0.isEmpty }
  }

  private static let exits: Set<String> = [
    "stop", "stops", "stopped", "unsubscribe", "unsubscribed", "unsubscribing", "optout", "opt", "opted",
    "opting",
    "stopall", "suppressed", "blocked",
  ]

  private static let exitPhrases = [
    "off our list", "off the list", "off my list", "remove you", "removed you", "removing you", "remove your",
    "removed your", "delete your", "deleted your", "no longer contact", "won't contact", "won't text",
    "won't write",
    "not contact you", "not text you", "not write", "do not call list", "no more messages", "no more texts",
    "keep texting", "keep messaging", "continue texting", "continue to text", "keep contacting",
    "resubscribe",
  ]
}
