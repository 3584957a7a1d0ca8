/// One word, number, sign or recognised thing of a reply, in reading order.
struct Token {
  /// Where it stands in the reply as received, in UTF-8 offsets.
  var start: Int32
  var end: Int32
  /// Where its folded letters stand in `ReplyText.letters`.
  var textStart: Int32
  var textEnd: Int32
  /// Its word in the vocabulary, or `Vocabulary.unknown`.
  var word: Int32 = Vocabulary.unknown
  var kind: Kind
  var flags: Flags = []
  /// Thousandths of a number.
  ///
  /// Clocks: minutes of the day. Dates: month * 100 + day. Phones and emails: nothing.
  var value: Int64 = 0

  enum Kind: UInt8 {
    case word
    /// A plain number.
    case number
    /// "3:30".
    case clock
    /// "6/14".
    case date
    case email, phone, url
    /// An emoji or another sign that stands for itself.
    case symbol
    case question
  }

  /// What the passes over a reply found out about a token.
  struct Flags: OptionSet {
    let rawValue: UInt16
    /// First of a sentence.
    static let opensSentence = Flags(rawValue: 1 << 0)
    /// Last of a sentence.
    static let closesSentence = Flags(rawValue: 1 << 1)
    /// Only fillers stand between the start of the sentence and it.
    static let mayOpenSentence = Flags(rawValue: 1 << 10)
    /// Only fillers stand between it and the end of the sentence.
    static let mayCloseSentence = Flags(rawValue: 1 << 11)
    /// Capitalised, and no word the model knows: somebody's name, most likely.
    static let isName = Flags(rawValue: 1 << 12)
    /// A filler with nothing but fillers between it and an end of the whole reply.
    static let isEdgeFiller = Flags(rawValue: 1 << 13)
    /// Says nothing at an edge of a sentence, or is a sign.
    static let isFiller = Flags(rawValue: 1 << 15)
    /// Behind a comma, where a new thought may begin: "I never asked for this, stop".
    static let followsComma = Flags(rawValue: 1 << 14)
    /// Was changed to a known word by guesswork, so its evidence counts a little less.
    static let isCorrected = Flags(rawValue: 1 << 2)
    /// Part of an amount of money.
    static let isMoney = Flags(rawValue: 1 << 3)
    /// Part of an expression of time.
    static let isTime = Flags(rawValue: 1 << 4)
    /// Directly behind the token before it: "850k".
    static let isGlued = Flags(rawValue: 1 << 5)
    /// Has digits or signs among its letters: "st0p".
    static let hasLookalikes = Flags(rawValue: 1 << 6)
    /// Has stars among its letters: "f**k".
    static let hasStars = Flags(rawValue: 1 << 7)
    /// Started with a currency sign.
    static let hasCurrency = Flags(rawValue: 1 << 8)
    /// Written with a capital first letter.
    static let isCapitalised = Flags(rawValue: 1 << 9)
  }

  /// Signs do not come between the words of a phrase.
  var isTransparent: Bool { kind == .symbol || kind == .question }
}
