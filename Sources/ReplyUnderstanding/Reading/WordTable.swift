/// What a model knows about words: their numbers, their long forms, and which slips lead to them.
struct WordTable: Sendable {
  private(set) var vocabulary = Vocabulary()
  let lexicon: Lexicon
  private var roles: [Role] = []
  private var typos: TypoIndex?
  /// Keywords so long that a word with their first letters and about their length is no other word.
  private var longKeywords: [Int32] = []
  /// Per word, a number that words of the same classes share; 0 for a word of none.
  private var kinds: [UInt64] = []

  private struct Role: OptionSet {
    let rawValue: UInt8
    /// Stands in a phrase: a slip may lead to it.
    static let isTarget = Role(rawValue: 1)
    /// Is what it looks like: never taken for a slip.
    static let isProtected = Role(rawValue: 2)
    /// Seen once among the examples.
    static let isSeen = Role(rawValue: 4)
    /// Carriers act on it.
    static let isKeyword = Role(rawValue: 8)
  }

  /// A table of the language's own words.
  init() { self = WordTable.untaught }

  /// Made once: the language is the same for all.
  private static let untaught = WordTable(Lexicon.self)

  private init(_: Lexicon.Type) {
    lexicon = Lexicon(into: &vocabulary)
    roles = [Role](repeating: .isProtected, count: vocabulary.count)
  }

  /// Enters the words of a phrase and returns their numbers, short forms written out.
  ///
  /// - Parameter isTarget: Whether slips may lead to them; none leads away from them in any case.
  mutating func internPhrase(_ text: String, isTarget: Bool) -> [Int32] {
    let role = phraseRole(isTarget)
    let scanned = ReplyText.scanning(text)
    var words: [Int32] = []
    for token in scanned.tokens {
      for word in intern(token, of: scanned) {
        roles[Int(word)].formUnion(role)
        words.append(word)
      }
    }
    return words
  }

  /// Enters one word of plain letters that is no short form, as most words of phrases are; `nil` for any other.
  mutating func internPlainPhrase(_ letters: ArraySlice<UInt8>, isTarget: Bool) -> Int32? {
    guard letters.allSatisfy(isLetter) else { return nil }
    let word = grown(vocabulary.intern(letters))
    guard lexicon.expansion(of: word).isEmpty else { return nil }
    roles[Int(word)].formUnion(phraseRole(isTarget))
    return word
  }

  private func phraseRole(_ isTarget: Bool) -> Role { isTarget ? [.isTarget, .isProtected] : .isProtected }

  /// Notes that a word stands in a word class.
  mutating func note(_ word: Int32, isOf wordClass: String) {
    while kinds.count <= Int(word) { kinds.append(0) }
    kinds[Int(word)] ^= Vocabulary.hash(wordClass.utf8)
  }

  /// A number that words of the same classes share; 0 for a word of none.
  @inline(__always)
  func kind(of word: Int32) -> UInt64 { word >= 0 && Int(word) < kinds.count ? kinds[Int(word)] : 0 }

  /// Enters a word that captures are made of: protected, and no target of slips.
  mutating func internPlain(_ word: String) -> Int32 {
    let id = grown(vocabulary.intern(Array(word.utf8)))
    roles[Int(id)].insert(.isProtected)
    return id
  }

  /// Enters the words of a text, never to be taken for slips.
  mutating func internProtected(_ text: String) -> [Int32] {
    let scanned = ReplyText.scanning(text)
    let words = scanned.tokens.flatMap { intern($0, of: scanned) }
    for word in words { roles[Int(word)].insert(.isProtected) }
    return words
  }

  /// Whether an example's word is one that the table does not know for sure.
  func mayTeach(_ token: Token, of scanned: ReplyText) -> Bool {
    guard token.kind == .word || token.kind == .symbol else { return false }
    guard token.flags.isDisjoint(with: [.hasLookalikes, .hasStars]) else { return false }
    // Most words were met often enough before; a short form's long one is protected by the lexicon.
    let known = vocabulary.id(ofHash: Vocabulary.hash(letters(of: token, scanned)))
    return known < 0 || !roles[Int(known)].contains(.isProtected)
  }

  /// Enters a word of an example; those seen twice are taken for honest words.
  mutating func internExample(_ token: Token, of scanned: ReplyText) {
    let letters = letters(of: token, scanned)
    guard mayTeach(token, of: scanned), !Elongation.isLong(letters), !isStretchedTarget(letters) else {
      return
    }
    for word in intern(token, of: scanned) {
      roles[Int(word)].insert(roles[Int(word)].contains(.isSeen) ? .isProtected : .isSeen)
    }
  }

  private func letters(of token: Token, _ scanned: ReplyText) -> ArraySlice<UInt8> {
    scanned.letters[Int(token.textStart)..<Int(token.textEnd)]
  }

  /// "stopp": a phrase word with a letter doubled, which an example may well have.
  private func isStretchedTarget(_ letters: ArraySlice<UInt8>) -> Bool {
    let short = Elongation.shortened(letters, to: 1)
    return short.count < letters.count && !isTarget(vocabulary.id(ofHash: Vocabulary.hash(letters)))
      && isTarget(vocabulary.id(ofHash: Vocabulary.hash(short)))
  }

  /// Call once all words are in.
  mutating func finish(keywords: CarrierWords) {
    for text in CarrierKeyword.allCases.flatMap({ keywords[$0] }) {
      let scanned = ReplyText.scanning(text)
      for token in scanned.tokens {
        let id = vocabulary.id(ofHash: Vocabulary.hash(letters(of: token, scanned)))
        if id >= 0 { roles[Int(id)].insert(.isKeyword) }
      }
    }
    longKeywords = roles.indices.map { Int32($0) }.filter {
      isKeyword($0) && vocabulary.text(of: $0).count >= MangledKeyword.shortest
    }
    // However often the examples have it: "unsubscirbe" is a slip.
    for word in roles.indices where roles[word].contains(.isSeen) && !roles[word].contains(.isTarget) {
      if mangledKeyword(vocabulary.text(of: Int32(word))) != nil { roles[word].remove(.isProtected) }
    }
    let targets = roles.indices.filter { roles[$0].contains(.isTarget) }.map { Int32($0) }
    typos = TypoIndex(targets: targets, of: vocabulary)
  }

  private mutating func intern(_ token: Token, of scanned: ReplyText) -> [Int32] {
    var letters = letters(of: token, scanned)
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

  /// Whether carriers act on the word when it is the whole message.
  func isKeyword(_ word: Int32) -> Bool { word >= 0 && roles[Int(word)].contains(.isKeyword) }

  /// The long keyword that `letters` begin as and go wrong in: "unsubscibr".
  func mangledKeyword(_ letters: ArraySlice<UInt8>) -> Int32? {
    longKeywords.first { word in
      let text = vocabulary.text(of: word)
      return abs(text.count - letters.count) <= MangledKeyword.difference
        && text.prefix(MangledKeyword.beginning).elementsEqual(letters.prefix(MangledKeyword.beginning))
    }
  }

  private enum MangledKeyword {
    static let shortest = 10
    static let beginning = 5
    static let difference = 2
  }

  /// The phrase word one slip away from `letters`.
  func corrected(_ letters: [UInt8], accepting: (Int32) -> Bool) -> Int32? {
    typos?.nearest(to: letters, in: vocabulary, accepting: accepting)
  }
}
