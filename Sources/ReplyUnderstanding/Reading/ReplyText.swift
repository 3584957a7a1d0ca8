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
  /// Identifies the reply's words, whatever surrounds them; of a reply without words, its signs.
  ///
  /// Nil where there is neither.
  var wholeHash: UInt64? {
    let hasWords = tokens.contains { $0.kind == .word || $0.kind == .number }
    var (hash, count): (UInt64, Int) = (0xCBF2_9CE4_8422_2325, 0)
    for token in tokens {
      switch token.kind {
      case .word, .number: break
      case .symbol where !hasWords: break
      case .symbol, .question: continue
      case .email, .phone, .url, .clock, .date: return nil
      }
      count += 1
      // Longer than any keyword.
      guard count <= 12 else { return nil }
      if token.word >= 0 {
        hash = (hash ^ UInt64(token.word)) &* 0x100_0000_01B3
      } else {
        hash = (hash ^ Vocabulary.hash(letters[Int(token.textStart)..<Int(token.textEnd)])) &* 0x100_0000_01B3
      }
    }
    return count > 0 ? hash ^ hash >> 31 : nil
  }
}
