/// Turns a reply into numbered features: words, pairs of words, and runs of letters.
struct ReplyFeatures {
  /// Features share this many slots by hash; 2 to the 18th keeps chance meetings rare.
  static let slotBits: UInt64 = 18
  /// Behind this many letters a reply says nothing new.
  private static let maximumLetters = 320
  /// Words that begin with the same so many letters are alike.
  private static let stem: UInt64 = 4
  /// Runs of so many letters, one at every third letter of a word, tell what slips and endings leave of it.
  ///
  /// Shorter or closer ones say little more, and cost as much.
  private static let run: UInt64 = 6
  private static let step = 3

  /// The words' own slots first, `words` of them.
  private(set) var slots: [UInt32] = []
  var words: Int { wordHashes.count }
  /// Where the pieces of each token's text stand, for telling which words weighed.
  private var letters: [UInt8] = []
  private var wordHashes: [UInt64] = []
  /// Two neighbouring words each, by hash; the start and the end of the reply are neighbours, too.
  private(set) var pairs: [UInt64] = []
  /// Per word, a number that words of the same classes share.
  private var kinds: [UInt64] = []

  init() {
    slots.reserveCapacity(512)
    letters.reserveCapacity(ReplyFeatures.maximumLetters + 64)
    wordHashes.reserveCapacity(64)
    pairs.reserveCapacity(64)
    kinds.reserveCapacity(64)
  }

  /// Replaces the features by those of a reply, or of the tokens in `places`.
  mutating func read(_ text: ReplyText, _ words: ReplyWords, places: Range<Int>? = nil) {
    slots.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    wordHashes.removeAll(keepingCapacity: true)
    pairs.removeAll(keepingCapacity: true)
    kinds.removeAll(keepingCapacity: true)
    letters.append(0x20)
    for token in text.tokens[places ?? 0..<text.tokens.count] {
      guard letters.count < ReplyFeatures.maximumLetters else { break }
      let start = letters.count
      spell(token, text, words)
      let hash = Vocabulary.hash(letters[start...])
      wordHashes.append(hash)
      let kind = token.kind == .word ? words.table.kind(of: token.word) : 0
      kinds.append(kind == 0 ? hash : kind)
      letters.append(0x20)
    }
    appendWords()
    appendLetters()
  }

  /// Numbers and amounts look alike: which one it is says nothing about the intent.
  private mutating func spell(_ token: Token, _ text: ReplyText, _ words: ReplyWords) {
    switch token.kind {
    case .word:
      if token.word >= 0 {
        words.table.vocabulary.spell(token.word, into: &letters)
      } else {
        letters.append(contentsOf: text.letters[Int(token.textStart)..<Int(token.textEnd)].prefix(24))
      }
    case .number: letters.append(contentsOf: token.flags.contains(.isMoney) ? [0x23, 0x24] : [0x23])
    case .clock: letters.append(contentsOf: [0x23, 0x63])
    case .date: letters.append(contentsOf: [0x23, 0x64])
    case .email: letters.append(contentsOf: [0x23, 0x65])
    case .phone: letters.append(contentsOf: [0x23, 0x70])
    case .url: letters.append(contentsOf: [0x23, 0x75])
    case .question: letters.append(0x3F)
    case .symbol: letters.append(contentsOf: text.letters[Int(token.textStart)..<Int(token.textEnd)])
    }
  }

  @inline(__always)
  private mutating func append(_ hash: UInt64) {
    slots.append(UInt32(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> (64 - ReplyFeatures.slotBits)))
  }

  private mutating func appendWords() {
    for hash in wordHashes { append(hash &+ 0x1) }
    var last: UInt64 = 0x51
    for hash in wordHashes {
      pairs.append(hash &* 31 &+ last)
      last = hash &* 0x1_0001
    }
    pairs.append(last &+ 0x53)
    for pair in pairs.dropLast() { append(pair) }
    // The same with word classes in the words' places: "erase our digits" is like "remove my number", and looking past
    // a word in between, like "remove the number".
    var (last2, lastKind): (UInt64, UInt64) = (0, 0x51)
    for (hash, kind) in zip(wordHashes, kinds) {
      if kind != hash { append(kind &+ 0x2) }
      append(kind &* 37 &+ lastKind &* 0x2_0003 &+ 0x3)
      if last2 != 0 { append(kind &* 41 &+ last2 &* 0x3_0005 &+ 0x7) }
      (last2, lastKind) = (lastKind, kind)
    }
    // How a reply ends, and how long it is, by doublings.
    append(last &+ 0x52)
    append(UInt64(wordHashes.count.bitWidth - wordHashes.count.leadingZeroBitCount) &+ 0x9_0000)
  }

  private mutating func appendLetters() {
    let runMask: UInt64 = 1 << (8 * ReplyFeatures.run) - 1
    let stemMask: UInt64 = 1 << (8 * ReplyFeatures.stem) - 1
    // The last eight letters, a byte each.
    var recent: UInt64 = 0
    var place = 0
    for (index, letter) in letters.enumerated() {
      recent = recent << 8 | UInt64(letter)
      place = letter == 0x20 ? 0 : place + 1
      if place == ReplyFeatures.stem { append(recent & stemMask | 0xAB << 56) }
      if place % ReplyFeatures.step == 0, ReplyFeatures.run <= index + 1 {
        append(recent & runMask | 5 << 48)
      }
    }
  }
}
