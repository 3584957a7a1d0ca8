/// How a business or a trade is written in a sentence, byte by byte and without changing its length.
///
/// Lists often hold names in capitals. Letters are ASCII and Latin-1; others stay as they are.
enum SpokenName {
  /// Puts a business name that is all in capitals in title case: "JOE'S HVAC AND PLUMBING LLC" is "Joe's HVAC and
  /// Plumbing LLC".
  ///
  /// A name with any small letter is how the owners write it. So is a short name of one word: "IBM".
  static func writeBusiness(_ name: CellBytes, to target: UnsafeMutablePointer<UInt8>) {
    guard !name.contains(where: isSmall), 4 < name.count else { return }
    forEachWord(of: name) { word, start in
      let letters = name.slice(word.lowerBound, word.upperBound)
      if isAcronym(letters) { return }
      if start != 0, isLinking(letters) { return lower(letters, at: target + word.lowerBound, from: 0) }
      // "MCDONALD" is McDonald, and "O'NEIL" is O'Neil; the text may be changed in place, so this is asked first.
      let isMc = 5 <= letters.count && letters[0] == 0x4D && letters[1] == 0x43
      let keepsThird = isMc || 4 <= letters.count && letters[1] == 0x27
      let third = keepsThird ? letters[2] : 0
      lower(letters, at: target + word.lowerBound, from: 1)
      if keepsThird { target[word.lowerBound + 2] = third }
    }
  }

  /// Puts a trade as it stands within a sentence: "Information_Technology" is "information technology", and "HVAC" and
  /// "Mexican" stay.
  static func writeTrade(_ name: CellBytes, to target: UnsafeMutablePointer<UInt8>) {
    for index in 0..<name.count where name[index] == 0x5F { target[index] = 0x20 }
    let isAllCapitals = !name.contains(where: isSmall)
    forEachWord(of: name) { word, _ in
      let letters = name.slice(word.lowerBound, word.upperBound)
      if isAcronym(letters) || isNationality(letters) { return }
      // "iPhone", "McAfee": written so on purpose.
      let isMixed = letters.dropFirst().contains(where: isCapital)
      if isAllCapitals || !isMixed { lower(letters, at: target + word.lowerBound, from: 0) }
    }
  }

  // MARK: Words

  private static func forEachWord(of name: CellBytes, _ body: (Range<Int>, Int) -> Void) {
    var start = 0
    while start < name.count {
      var end = start
      while end < name.count, !isGap(name[end]) { end += 1 }
      if start < end { body(start..<end, start) }
      start = end + 1
    }
  }

  /// What parts words; an apostrophe and a point do not.
  private static func isGap(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x26, 0x28, 0x29, 0x2C, 0x2D, 0x2F, 0x5F: true  // space & ( ) , - / _
    case _: false
    }
  }

  private static func isSmall(_ byte: UInt8) -> Bool { byte &- 97 < 26 }
  private static func isCapital(_ byte: UInt8) -> Bool { byte &- 65 < 26 }

  private static func lower(_ word: CellBytes, at target: UnsafeMutablePointer<UInt8>, from first: Int) {
    // The first letter may have two bytes.
    let first = first == 1 && word.first == 0xC3 ? 2 : first
    for index in word.indices where first <= index {
      let byte = word[index]
      // À to Þ, but no ×.
      let isLatin = 0 < index && word[index - 1] == 0xC3 && 0x80...0x9E ~= byte && byte != 0x97
      target[index] = isLatin ? byte + 0x20 : byte.asciiLowercased
    }
  }

  /// In capitals and an abbreviation: without a vowel, with a digit or points, one letter, or known.
  private static func isAcronym(_ word: CellBytes) -> Bool {
    guard !word.contains(where: isSmall) else { return false }
    if word.count == 1 || word.contains(where: { $0 &- 48 < 10 }) { return true }
    if word.dropLast().contains(0x2E) { return true }  // "U.S."
    let text = String(decoding: word, as: UTF8.self)
    if acronyms.contains(text) { return true }
    let hasVowel = word.contains { "AEIOUY".utf8.contains($0) || 0x80 <= $0 }
    return !hasVowel && word.count <= 4 && !shortForms.contains(text) && word.allSatisfy(isCapital)
  }

  private static func isLinking(_ word: CellBytes) -> Bool {
    linking.contains(String(decoding: word, as: UTF8.self))
  }

  private static func isNationality(_ word: CellBytes) -> Bool {
    nationalities.contains(String(decoding: word, as: UTF8.self).lowercased())
  }

  private static let linking: Set<String> = ["AND", "OF", "THE", "FOR", "AT", "BY", "IN", "ON", "TO"]

  /// Said letter by letter, or written so, though they have a vowel.
  private static let acronyms: Set<String> = [
    "HVAC", "LLC", "USA", "US", "IT", "AC", "AV", "AAA", "ABC", "CPA", "CPAS", "EMS", "ATM", "ATV", "UTV",
    "AI",
    "OB", "GYN", "ENT", "IV", "II", "III", "VI", "VII", "NYC", "LA", "PA", "ASAP", "SEO", "SAAS", "API", "EV",
    "DIY", "UPS", "YMCA", "OEM", "ISO", "IBM", "KIA", "BMW",
  ]

  /// Without a vowel, and read as words.
  private static let shortForms: Set<String> = [
    "ST", "MR", "MRS", "MS", "DR", "JR", "SR", "MT", "FT", "CTR", "SVC", "SVCS", "MGMT", "MFG", "BLDG",
    "BLDR",
    "MKT", "PKWY", "RD", "LN", "LTD", "BROS", "PLBG", "INTL", "NTL", "GRP", "TRK",
  ]

  /// Of trades: "Mexican restaurants".
  private static let nationalities: Set<String> = [
    "american", "italian", "mexican", "chinese", "japanese", "thai", "indian", "french", "greek", "korean",
    "vietnamese", "spanish", "irish", "german", "cuban", "british", "english", "european", "asian", "latin",
  ]
}

extension MessageBuffer {
  /// Puts the business name from byte `start` on as a sentence says it; only one all in capitals changes.
  public mutating func businessCase(from start: Int) {
    guard 0 <= start, start < count else { return }
    SpokenName.writeBusiness(CellBytes(rebasing: bytes[start...]), to: base + start)
  }

  /// Puts the trade from byte `start` on as it stands within a sentence.
  public mutating func tradeCase(from start: Int) {
    guard 0 <= start, start < count else { return }
    SpokenName.writeTrade(CellBytes(rebasing: bytes[start...]), to: base + start)
  }
}
