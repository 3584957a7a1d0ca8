/// What a model knows about words: their numbers, their long forms, and which slips lead to them.
struct WordTable: Sendable {
  private(set) var vocabulary = Vocabulary()
  let lexicon: Lexicon
  private var roles: [Role] = []
  private var typos: TypoIndex?

  private struct Role: OptionSet {
    let rawValue: UInt8
    /// Stands in a phrase: a slip may lead to it.
    static let isTarget = Role(rawValue: 1)
    /// Is what it looks like: never taken for a slip.
    static let isProtected = Role(rawValue: 2)
    /// Seen once among the examples.
    static let isSeen = Role(rawValue: 4)
  }

  init() {
    lexicon = Lexicon(into: &vocabulary)
    roles = [Role](repeating: .isProtected, count: vocabulary.count)
  }

  /// Enters the words of a phrase and returns their numbers, short forms written out.
  mutating func internPhrase(_ text: String) -> [Int32] {
    let scanned = ReplyText.scanning(text)
    var words: [Int32] = []
    for token in scanned.tokens {
      for word in intern(token, of: scanned) {
        roles[Int(word)].insert([.isTarget, .isProtected])
        words.append(word)
      }
    }
    return words
  }

  /// Enters a word that captures are made of: protected, and no target of slips.
  mutating func internPlain(_ word: String) -> [Int32] {
    let id = grown(vocabulary.intern(Array(word.utf8)))
    roles[Int(id)].insert(.isProtected)
    let expansion = lexicon.expansion(of: id)
    return expansion.isEmpty ? [id] : expansion.count == 1 ? Array(expansion) : []
  }

  /// Enters the words of a text, never to be taken for slips.
  mutating func internProtected(_ text: String) -> [Int32] {
    let scanned = ReplyText.scanning(text)
    let words = scanned.tokens.flatMap { intern($0, of: scanned) }
    for word in words { roles[Int(word)].insert(.isProtected) }
    return words
  }

  /// Enters an example's words; those seen twice are taken for honest words.
  mutating func internExample(_ scanned: ReplyText) {
    for token in scanned.tokens where token.kind == .word || token.kind == .symbol {
      guard token.flags.isDisjoint(with: [.hasLookalikes, .hasStars]) else { continue }
      guard !Elongation.isLong(scanned.letters[Int(token.textStart)..<Int(token.textEnd)]) else { continue }
      for word in intern(token, of: scanned) {
        roles[Int(word)].insert(roles[Int(word)].contains(.isSeen) ? .isProtected : .isSeen)
      }
    }
  }

  /// Call once all words are in.
  mutating func finish() {
    let targets = roles.indices.filter { roles[$0].contains(.isTarget) }.map { Int32($0) }
    typos = TypoIndex(targets: targets, of: vocabulary)
  }

  private mutating func intern(_ token: Token, of scanned: ReplyText) -> [Int32] {
    var letters = scanned.letters[Int(token.textStart)..<Int(token.textEnd)]
    var tail: [Int32] = []
    if let (stem, word) = Contraction.split(letters) {
      tail = [grown(vocabulary.intern(Array(word.utf8)))]
      letters = letters.prefix(stem)
    }
    let word = grown(vocabulary.intern(Contraction.bare(letters, in: vocabulary)))
    let expansion = lexicon.expansion(of: word)
    return (expansion.isEmpty ? [word] : Array(expansion)) + tail
  }

  private mutating func grown(_ word: Int32) -> Int32 {
    while roles.count < vocabulary.count { roles.append([]) }
    return word
  }

  /// Whether a word may be somebody's slip of another.
  func isDoubtful(_ word: Int32) -> Bool {
    word < 0 || roles[Int(word)].isDisjoint(with: [.isTarget, .isProtected])
  }

  /// Whether a phrase uses the word.
  func isTarget(_ word: Int32) -> Bool { word >= 0 && roles[Int(word)].contains(.isTarget) }

  /// The phrase word one slip away from `letters`.
  func corrected(_ letters: [UInt8], accepting: (Int32) -> Bool) -> Int32? {
    typos?.nearest(to: letters, in: vocabulary, accepting: accepting)
  }
}

/// Words with an apostrophe.
enum Contraction {
  /// The stem's length and the word behind an apostrophe: "n't", "'re"; nil where there is none.
  static func split(_ letters: ArraySlice<UInt8>) -> (stem: Int, word: String)? {
    guard let apostrophe = letters.lastIndex(of: 0x27) else { return nil }
    let ending = letters[(apostrophe + 1)...]
    let stem = apostrophe - letters.startIndex
    return switch (ending.first ?? 0, ending.count) {
    case (UInt8(ascii: "t"), 1) where stem > 1 && letters[apostrophe - 1] == UInt8(ascii: "n"):
      isIrregular(letters.prefix(stem)) ? nil : (stem - 1, "not")
    case (UInt8(ascii: "r"), 2): (stem, "are")
    case (UInt8(ascii: "v"), 2): (stem, "have")
    case (UInt8(ascii: "l"), 2): (stem, "will")
    case (UInt8(ascii: "d"), 1): (stem, "would")
    case (UInt8(ascii: "m"), 1): (stem, "am")
    default: nil
    }
  }

  /// "can't", "won't" and "ain't" lose a letter or change one; the lexicon knows them.
  private static func isIrregular(_ stem: ArraySlice<UInt8>) -> Bool {
    stem.elementsEqual("can".utf8) || stem.elementsEqual("won".utf8) || stem.elementsEqual("ain".utf8)
  }

  /// A word without its apostrophes, and without a possessive "'s" unless that makes a word of its own.
  static func bare(_ letters: ArraySlice<UInt8>, in vocabulary: Vocabulary) -> [UInt8] {
    guard letters.contains(0x27) else { return Array(letters) }
    let joined = letters.filter { $0 != 0x27 }
    guard letters.suffix(2).elementsEqual([0x27, UInt8(ascii: "s")]) else { return joined }
    return vocabulary.id(ofHash: Vocabulary.hash(joined)) >= 0 ? joined : Array(joined.dropLast())
  }
}

/// Letters held down: "stoooop".
enum Elongation {
  /// Whether a letter stands three times in a row.
  static func isLong(_ letters: ArraySlice<UInt8>) -> Bool {
    var run = 1
    for index in letters.indices.dropFirst() {
      run = letters[index] == letters[index - 1] ? run + 1 : 1
      if run == 3 { return true }
    }
    return false
  }

  /// The letters with no run longer than `limit`.
  static func shortened(_ letters: ArraySlice<UInt8>, to limit: Int) -> [UInt8] {
    var (result, run): ([UInt8], Int) = ([], 0)
    for letter in letters {
      run = letter == result.last ? run + 1 : 1
      if run <= limit { result.append(letter) }
    }
    return result
  }
}
