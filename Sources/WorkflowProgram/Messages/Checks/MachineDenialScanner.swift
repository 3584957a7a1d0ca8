/// Finds words by which a text denies that a machine speaks, or claims that a person does; English and Spanish.
///
/// Said by an agent they are false whoever reads them. A text may speak of people ("a real person will call"), of the
/// reader's machines ("do you use no AI yet?") and of what the agent is ("no, I'm automated").
package struct MachineDenialScanner {
  private let words: [Word]

  private struct Word {
    let range: Range<Int>
    /// Lower case, without accents, apostrophes straight.
    let text: String
    /// What stands before it ends a clause: a mark, a variable or the text's start.
    let startsClause: Bool
    /// A question mark stands right behind it.
    let isAsked: Bool
  }

  /// - Parameter bytes: UTF-8; variables come blanked by a control character.
  package init(_ bytes: [UInt8]) {
    words = MachineDenialScanner.mayDeny(bytes) ? MachineDenialScanner.words(of: bytes) : []
  }

  /// The bytes of each denial in text order, apart from each other.
  package func places() -> [Range<Int>] {
    var places: [Range<Int>] = []
    for index in words.indices where Self.decisive.contains(words[index].text) {
      guard let found = claim(at: index) ?? denial(at: index) else { continue }
      let range = words[found.lowerBound].range.lowerBound..<words[found.upperBound].range.upperBound
      if let last = places.last, range.lowerBound < last.upperBound {
        places[places.count - 1] =
          min(last.lowerBound, range.lowerBound)..<max(last.upperBound, range.upperBound)
      } else {
        places.append(range)
      }
    }
    return places
  }

  // MARK: Claiming to be a person

  /// A claim whose last word is the one at `index`: "I'm a real person", "really me", "typing on my phone".
  private func claim(at index: Int) -> ClosedRange<Int>? {
    for phrase in Self.selfEvident where ends(phrase, at: index) {
      return (index - phrase.count + 1)...index
    }
    guard let first = personStart(endingAt: index), !isQualified(index) else { return nil }
    // Back over "a real", "of course", to whoever is said to be one.
    var start = first
    while 0 < start, !words[start].startsClause, Self.fillers.contains(words[start - 1].text) { start -= 1 }
    if let subject = subject(endingAt: start - 1, before: start) { return subject...index }
    // "No, a real person." "Human here." Without a verb they answer who writes.
    guard words[start].startsClause, Self.strongPersons.contains(words[index].text) || first < index else {
      return nil
    }
    return words.indices.contains(index + 1) && !words[index + 1].startsClause
      && !Self.places.contains(words[index + 1].text) ? nil : start...index
  }

  /// Where the words begin that mean a person and end here.
  private func personStart(endingAt index: Int) -> Int? {
    let word = words[index].text
    let before = index > 0 && !words[index].startsClause ? words[index - 1].text : ""
    if ["person", "persona"].contains(word) {
      return ["real", "actual", "live", "living"].contains(before) ? index - 1 : index
    }
    if ["human", "humano", "humana"].contains(word) { return index }
    if word == "being", before == "human" { return index - 1 }
    if ["blood", "hueso"].contains(word), 2 <= index, ["flesh", "carne"].contains(words[index - 2].text) {
      return index - 2
    }
    if word == "real" {
      let next = index + 1 < words.count ? words[index + 1] : nil
      return next.map { $0.startsClause || Self.places.contains($0.text) } ?? true ? index : nil
    }
    return nil
  }

  /// Whether what follows makes it another person, or one who is only spoken of: "a person will call".
  private func isQualified(_ index: Int) -> Bool {
    guard index + 1 < words.count, !words[index + 1].startsClause else { return false }
    return [
      "will", "can", "who", "calls", "reads", "answers", "takes", "to", "looks", "has", "is", "would",
      "could",
      "may", "should", "le", "puede", "va", "que", "resources",
    ].contains(words[index + 1].text)
  }

  /// Who is said to be a person, ending at `index`.
  private func subject(endingAt index: Int, before start: Int) -> Int? {
    guard 0 <= index else { return nil }
    let word = words[index].text
    // After a mark only an apposition: "I'm Gianna, a real person" is caught without a subject.
    guard !words[start].startsClause else { return nil }
    if ["if", "whether", "si"].contains(index > 0 ? words[index - 1].text : "") { return nil }
    if ["i'm", "im", "soy", "it's", "this's", "you're"].contains(word) {
      // "It's a person's task" and "you're a person" say nothing of the writer.
      if word == "you're" { return nil }
      return index
    }
    if word == "am", 0 < index, words[index - 1].text == "i" {
      return 1 < index && ["if", "whether"].contains(words[index - 2].text) ? nil : index - 1
    }
    if word == "is", 0 < index, words[index - 1].text == "this" { return index - 1 }
    // "You're talking to a person."
    if ["to", "with", "con"].contains(word), 1 < index,
      Self.talking.contains(words[index - 1].text),
      ["you're", "are", "estas", "esta"].contains(words[index - 2].text), !asks(index)
    {
      return index - 2
    }
    return nil
  }

  /// Whether the sentence around a word is a question.
  private func asks(_ index: Int) -> Bool {
    var index = index
    while index + 1 < words.count, !words[index + 1].startsClause { index += 1 }
    return words[index].isAsked
  }

  // MARK: Denying to be a machine

  /// A denial whose machine is the word at `index`: "not a bot", "no soy un robot", "a bot? No".
  private func denial(at index: Int) -> ClosedRange<Int>? {
    let word = words[index].text
    guard Self.machines.contains(word) || Self.adjectives.contains(word) else { return nil }
    let next = index + 1 < words.count ? words[index + 1] : nil
    if let next, !next.startsClause, Self.thingsOfMachines.contains(next.text) { return nil }
    // "Bot-free" and "a bot? Nope".
    if word != "ai", let next, next.text == "free" { return index...(index + 1) }
    if words[index].isAsked, let next, ["no", "nope", "nah", "never", "hardly"].contains(next.text) {
      return index...(index + 1)
    }
    var start = index
    while 0 < start, !words[start].startsClause {
      let earlier = words[start - 1].text
      if Self.negations.contains(earlier) { return start - 1 < index ? (start - 1)...index : nil }
      if ["far", "anything", "opposite"].contains(earlier), start < index { return (start - 1)...index }
      guard Self.between.contains(earlier) || Self.adjectives.contains(earlier) else { break }
      start -= 1
    }
    return nil
  }

  // MARK: Words

  /// The words at which a claim ends or a denial has its machine.
  private static let decisive: Set<String> = machines.union(adjectives).union(persons)
    .union(selfEvident.compactMap(\.last))

  /// Where `personStart` finds one.
  private static let persons: Set<String> = strongPersons.union(["person", "persona", "real"])

  private func ends(_ phrase: [String], at index: Int) -> Bool {
    let first = index - phrase.count + 1
    guard 0 <= first else { return false }
    return phrase.indices.allSatisfy {
      words[first + $0].text == phrase[$0] && ($0 == 0 || !words[first + $0].startsClause)
    }
  }

  /// False without more when a machine says it.
  private static let selfEvident: [[String]] = [
    "really me", "typing on my phone", "typing this on my", "typing this myself", "typing myself",
    "typing with my", "typing away", "i'm typing", "i am typing", "my own hands", "my own thumbs",
    "my thumbs", "my own two hands", "as human as", "human like you", "human just like you",
    "persona como usted", "persona como tu", "soy yo de verdad", "de verdad soy yo",
    "escribiendo en mi telefono", "escribo yo mismo", "escribo yo misma",
  ].map { $0.split(separator: " ").map(String.init) }

  private static let strongPersons: Set<String> = ["human", "humano", "humana", "being", "blood", "hueso"]

  /// What may stand between "I'm" and "person".
  private static let fillers: Set<String> = [
    "a", "an", "of", "course", "really", "definitely", "actually", "actual", "real", "live", "living", "just",
    "very", "much", "totally", "completely", "fully", "quite", "100", "indeed", "honestly", "still", "only",
    "certainly", "absolutely", "simply", "made", "warm", "una", "un", "muy", "realmente", "totalmente",
    "claro", "de", "verdad", "por", "supuesto", "solo",
  ]

  /// What may follow a claim: where, or what the person does.
  private static let places: Set<String> = [
    "here", "at", "from", "typing", "texting", "writing", "speaking", "over", "in", "and", "not", "with",
    "on",
    "de", "aqui", "en", "y", "verdad", "though", "too", "i", "promise",
  ]

  private static let talking: Set<String> = [
    "talking", "texting", "chatting", "speaking", "writing", "hablando", "chateando",
  ]

  private static let machines: Set<String> = [
    "bot", "bots", "robot", "robots", "robotic", "chatbot", "chatbots", "machine", "machines", "ai",
    "computer",
    "computers", "automaton", "autoresponder", "algorithm", "maquina", "maquinas", "ia", "computadora",
    "programa", "automatico", "automatica",
  ]

  private static let adjectives: Set<String> = [
    "automated", "artificial", "virtual", "talking", "automatizado",
  ]

  /// Then it is the reader's machine: "not a machine shop".
  private static let thingsOfMachines: Set<String> = [
    "shop", "shops", "tool", "tools", "parts", "works", "audit", "audits", "blueprint", "blueprints",
    "business",
    "company", "store", "stores", "repair", "rental", "systems", "intelligence", "de",
  ]

  private static let negations: Set<String> = [
    "not", "no", "never", "isn't", "isnt", "ain't", "aint", "aren't", "arent", "wasn't", "don't", "dont",
    "haven't", "hardly", "zero", "nope", "nunca", "jamas", "ningun", "ninguna", "ni", "without", "wouldn't",
  ]

  /// What may stand between a negation and the machine.
  private static let between: Set<String> = [
    "a", "an", "the", "some", "any", "just", "one", "of", "those", "these", "really", "actually", "kind",
    "sort",
    "your", "all", "at", "in", "fact", "even", "only", "another", "from", "by", "but", "to", "with", "call",
    "myself", "talking", "texting", "chatting", "speaking", "dealing", "reached", "sent", "written", "typed",
    "soy", "es", "un", "una", "hablas", "habla", "hablando", "con", "esta", "estas", "ningun", "ninguna",
    "de",
    "nada", "i'm", "i", "am", "scripted",
  ]

  /// Whether any word stands there that a denial needs; `true` for a few others too.
  private static func mayDeny(_ bytes: [UInt8]) -> Bool {
    var hash = 0
    for byte in bytes {
      if (byte | 0x20) &- 97 < 26 {
        hash = step(hash, byte | 0x20)
      } else if byte < 0x80 {
        if triggers[hash] { return true }
        hash = 0
      } else {
        // An accent, or an apostrophe from a word processor: read on without a hash.
        return true
      }
    }
    return triggers[hash]
  }

  private static let triggers: [Bool] = {
    var triggers = Array(repeating: false, count: 1 << 16)
    let ends = [
      "person", "persona", "real", "really", "human", "flesh", "typing", "thumbs", "hands", "escribo",
    ]
    for word in machines.union(adjectives).union(strongPersons).union(ends) {
      triggers[word.utf8.reduce(0, step)] = true
    }
    return triggers
  }()

  /// Of so many hashes few words share one: a text that is read for nothing costs ten times the others.
  private static func step(_ hash: Int, _ byte: UInt8) -> Int { (hash &* 31 &+ Int(byte)) & 0xFFFF }

  private static func words(of bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    var startsClause = true
    var index = 0
    while index < bytes.count {
      let start = index
      var text: [UInt8] = []
      while index < bytes.count, let (letter, length) = letter(at: index, in: bytes, isInside: !text.isEmpty)
      {
        text.append(letter)
        index += length
      }
      if text.isEmpty {
        let byte = bytes[index]
        if byte != 0x20, byte != UInt8(ascii: "-"), byte != UInt8(ascii: "%"), byte != UInt8(ascii: "'") {
          if byte == UInt8(ascii: "?"), let last = words.last, last.range.upperBound == index {
            words[words.count - 1] = Word(
              range: last.range, text: last.text, startsClause: last.startsClause, isAsked: true)
          }
          startsClause = true
        }
        index += 1
        continue
      }
      words.append(
        Word(
          range: start..<index, text: String(decoding: text, as: UTF8.self), startsClause: startsClause,
          isAsked: false))
      startsClause = false
    }
    return words
  }

  /// A letter, digit or inner apostrophe in its plain form, and how many bytes it takes.
  private static func letter(at index: Int, in bytes: [UInt8], isInside: Bool) -> (UInt8, Int)? {
    func isLetter(_ index: Int) -> Bool {
      index < bytes.count && ((bytes[index] | 0x20) &- 97 < 26 || bytes[index] == 0xC3)
    }
    let byte = bytes[index]
    if (byte | 0x20) &- 97 < 26 { return (byte | 0x20, 1) }
    if byte &- 48 < 10 { return (byte, 1) }
    if byte == UInt8(ascii: "'"), isInside, isLetter(index + 1) { return (byte, 1) }
    if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0x99, isInside,
      isLetter(index + 3)
    {
      return (UInt8(ascii: "'"), 3)
    }
    guard byte == 0xC3, index + 1 < bytes.count else { return nil }
    switch bytes[index + 1] | 0x20 {
    case 0xA0...0xA5: return (UInt8(ascii: "a"), 2)
    case 0xA8...0xAB: return (UInt8(ascii: "e"), 2)
    case 0xAC...0xAF: return (UInt8(ascii: "i"), 2)
    case 0xB1: return (UInt8(ascii: "n"), 2)
    case 0xB2...0xB6: return (UInt8(ascii: "o"), 2)
    case 0xB9...0xBC: return (UInt8(ascii: "u"), 2)
    case _: return nil
    }
  }
}
