/// Finds the name somebody introduces himself with: "this is Mike", "soy Carlos", "it's Bob O'Neil".
struct NameReader {
  private let words: NameWords
  private let tokens: [Token]
  private let source: [UInt8]

  /// Small words within surnames: "Jose de la Cruz", "Anna van der Berg".
  private static let particles: Set<String> = [
    "de", "la", "las", "los", "del", "da", "dos", "di", "van", "der", "den", "von", "le", "bin", "al", "st",
  ]
  /// In English a first name and a surname; a third word with a capital begins something else.
  private static let mostWords = 2
  /// Spanish has two surnames.
  private static let mostSpanishWords = 4

  static func name(in tokens: [Token], source: [UInt8], words: NameWords) -> Captured<String>? {
    NameReader(words: words, tokens: tokens, source: source).name
  }

  private var name: Captured<String>? {
    for index in tokens.indices.dropLast() {
      let (first, second) = (words.role(tokens[index]), words.role(tokens[index + 1]))
      switch (first, second) {
      case (.this, .is_), (.name, .is_), (.it, .is_), (.i, .am):
        let most = words.tellsSpanishName(tokens[index]) ? Self.mostSpanishWords : Self.mostWords
        if let name = name(at: index + 2, most: most, mayBeWill: first != .it) { return name }
      // "habla con Pedro"
      case (.speaks, .with):
        if let name = name(at: index + 2, most: Self.mostSpanishWords) { return name }
      case (.introduces, _), (.speaks, _):
        if let name = name(at: index + 1, most: Self.mostSpanishWords) { return name }
      case (_, .here):
        if let name = name(at: index, most: Self.mostWords),
          index + 2 == tokens.count || tokens[index + 2].flags.contains(.opensSentence)
        {
          return name
        }
      default: break
      }
    }
    return nil
  }

  /// - Parameters:
  ///   - most: Words with a capital; what a hyphen or a particle joins counts once.
  ///   - mayBeWill: Whether "Will" is read as a name there.
  private func name(at index: Int, most: Int, mayBeWill: Bool = false) -> Captured<String>? {
    guard index < tokens.count, !tokens[index].flags.contains(.opensSentence) || index == 0 || isHere(index)
    else { return nil }
    guard isName(index) || mayBeWill && isWill(index) else { return nil }
    var (last, count) = (index, 1)
    while let next = nextName(behind: last) {
      if !isHyphenated(next) { count += 1 }
      guard count <= most else { break }
      last = next
    }
    let range = Int(tokens[index].start)..<Int(tokens[last].end)
    return Captured(String(decoding: source[range], as: UTF8.self), at: range)
  }

  private func isHere(_ index: Int) -> Bool {
    index + 1 < tokens.count && words.role(tokens[index + 1]) == .here
  }

  /// The next word of the same name, at most two particles on.
  private func nextName(behind index: Int) -> Int? {
    var next = index + 1
    while next < tokens.count, next <= index + 3 {
      let token = tokens[next]
      guard token.flags.isDisjoint(with: [.opensSentence, .followsComma]) else { return nil }
      if isName(next) { return next }
      // The parts of one word with an apostrophe: "O'Neil", "D'Angelo".
      guard isParticle(token) || token.start == tokens[index].start else { return nil }
      next += 1
    }
    return nil
  }

  private func isHyphenated(_ index: Int) -> Bool {
    let start = Int(tokens[index].start)
    return tokens[index].start == tokens[index - 1].start
      || start > 0 && source[start - 1] == UInt8(ascii: "-") && Int(tokens[index - 1].end) == start - 1
  }

  private func isParticle(_ token: Token) -> Bool {
    guard token.kind == .word, token.end - token.start <= 3 else { return false }
    return Self.particles.contains(text(of: token).lowercased())
  }

  private func text(of token: Token) -> String {
    String(decoding: source[Int(token.start)..<Int(token.end)], as: UTF8.self)
  }

  /// "This is Will": the word is a name only where nothing can follow it.
  private func isWill(_ index: Int) -> Bool {
    guard text(of: tokens[index]) == "Will" else { return false }
    guard index + 1 < tokens.count else { return true }
    let next = tokens[index + 1]
    return !next.flags.isDisjoint(with: [.opensSentence, .followsComma]) || words.role(next) == .here
      || isName(index + 1)
  }

  /// Capitalised, not all capitals, and no word with another meaning here; "Mike's" is somebody else.
  private func isName(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word, !token.flags.contains(.isCorrected), isCapitalised(token) else { return false }
    let letters = source[Int(token.start)..<Int(token.end)]
    guard letters.count >= 2, !letters.allSatisfy({ isUpper($0) || $0 == 0x27 }) else { return false }
    if let apostrophe = apostrophe(in: letters) { return apostrophe }
    return words.role(token) == .none && !words.tellsLanguage(token)
  }

  private func isCapitalised(_ token: Token) -> Bool {
    if token.flags.contains(.isCapitalised) { return true }
    // U+00C0 to U+00DE: "Ángel", "Élise".
    let start = Int(token.start)
    return start + 1 < source.count && source[start] == 0xC3 && 0x80...0x9E ~= source[start + 1]
  }

  /// Whether a word with an apostrophe is a name: "O'Neil" is, "Mike's" is not; nil where it has none.
  private func apostrophe(in letters: ArraySlice<UInt8>) -> Bool? {
    let behind: Int
    if let plain = letters.firstIndex(of: 0x27) {
      behind = plain + 1
      guard plain == letters.startIndex + 1 else { return false }
    } else if let curly = letters.firstIndex(of: 0xE2) {
      behind = curly + 3
      guard curly == letters.startIndex + 1 else { return false }
    } else {
      return nil
    }
    return behind + 1 < letters.endIndex && isUpper(letters[behind])
  }
}
