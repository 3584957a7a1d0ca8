/// A reply as a row of tokens.
struct ReplyText {
  /// At most `ReplyText.maximumTokens`; what lies behind is not read.
  var tokens: [Token] = []
  /// The reply as received, in UTF-8.
  var source: [UInt8] = []
  /// The folded letters of all words; tokens point into it.
  var letters: [UInt8] = []

  /// A text message has at most 1,600 characters; more is no reply by a person.
  static let maximumTokens = 400
  static let maximumBytes = 6_400
}

extension ReplyText {
  /// Splits a whole text, without looking anything up.
  static func scanning(_ text: String) -> ReplyText {
    Scanner.scan(Array(text.utf8))
  }
}

extension ReplyText {
  /// What does not count when a whole message is compared with a keyword.
  struct Disregard: OptionSet {
    let rawValue: UInt8
    /// Fillers at both ends.
    static let fillers = Disregard(rawValue: 1)
    static let questionMarks = Disregard(rawValue: 2)
  }

  /// Identifies the reply's words, whatever signs surround them; of a reply without words, its signs.
  ///
  /// - Returns: Nil where there is nothing to identify, or more than any keyword has.
  func wholeHash(disregarding ignored: Disregard) -> UInt64? {
    ReplyText.hash(of: tokens[...], letters, disregarding: ignored)
  }

  /// Identifies some of the reply's words as if they were all.
  func wholeHash(of places: Range<Int>) -> UInt64? {
    ReplyText.hash(of: tokens[places], letters, disregarding: [])
  }

  private static func hash(
    of tokens: ArraySlice<Token>, _ letters: [UInt8], disregarding ignored: Disregard
  ) -> UInt64? {
    let hasWords = tokens.contains { $0.kind == .word || $0.kind == .number }
    var (hash, count): (UInt64, Int) = (0xCBF2_9CE4_8422_2325, 0)
    for token in tokens {
      var word = UInt64(bitPattern: Int64(token.word))
      switch token.kind {
      case .word, .number:
        if ignored.contains(.fillers), token.flags.contains(.isEdgeFiller) { continue }
        if token.word < 0 { word = Vocabulary.hash(letters[Int(token.textStart)..<Int(token.textEnd)]) }
      case .symbol:
        if hasWords { continue }
      case .question:
        if ignored.contains(.questionMarks) { continue }
        word = 0x3F00_0000
      case .email, .phone, .url, .clock, .date: return nil
      }
      count += 1
      guard count <= ReplyText.longestKeyword else { return nil }
      hash = (hash ^ word) &* 0x100_0000_01B3
    }
    return count > 0 ? hash ^ hash >> 31 : nil
  }

  /// In words.
  static let longestKeyword = 12
}
