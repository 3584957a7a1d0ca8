/// Finds what a reply tells besides its intent, and marks the tokens that are money or time.
struct CaptureReader {
  private let words: CaptureWords
  private let source: [UInt8]
  private(set) var captures = Captures()

  /// - Parameter text: Its tokens receive the marks that phrases ask for as `{money}` and `{time}`.
  static func read(
    _ text: inout ReplyText, words: ReplyWords, language: ReplyLanguage
  ) -> Captures {
    var reader = CaptureReader(words: words.captures, source: text.source)
    reader.readAddresses(text.tokens)
    reader.readMoney(&text.tokens, isSpanish: language == .spanish)
    reader.readTime(&text.tokens)
    reader.captures.name = NameReader.name(in: text.tokens, source: text.source, words: words.names)
    reader.captures.answer = words.names.answer(in: text.tokens)
    return reader.captures
  }

  /// Marks the tokens that are money and reads nothing else: all that the classifier asks of an example.
  static func markMoney(in text: inout ReplyText, words: ReplyWords) {
    guard text.tokens.contains(where: { $0.kind == .number }) else { return }
    var reader = CaptureReader(words: words.captures, source: text.source)
    let isSpanish = words.names.language(of: text.tokens) == .spanish
    reader.readMoney(&text.tokens, isSpanish: isSpanish)
  }

  private init(words: CaptureWords, source: [UInt8]) {
    self.words = words
    self.source = source
  }

  private mutating func readAddresses(_ tokens: [Token]) {
    for token in tokens {
      let range = Int(token.start)..<Int(token.end)
      if token.kind == .email, captures.email == nil {
        let email = EmailText.parse(source, from: range.lowerBound, to: range.upperBound)
        if let address = email?.address, !address.isEmpty {
          captures.email = Captured(String(decoding: address, as: UTF8.self), at: range)
        }
      } else if token.kind == .phone, captures.phone == nil {
        captures.phone = Captured(PhoneText.normalised(source[range]), at: range)
      }
    }
  }

  private mutating func readMoney(_ tokens: inout [Token], isSpanish: Bool) {
    let reader = MoneyReader(words: words, isSpanish: isSpanish)
    var index = 0
    while index < tokens.count {
      guard mayStartAmount(tokens[index]), let (amount, end) = reader.amount(at: index, in: tokens) else {
        index += 1
        continue
      }
      for place in index..<end { tokens[place].flags.insert(.isMoney) }
      if captures.money == nil { captures.money = Captured(amount, at: range(of: index..<end, in: tokens)) }
      index = end
    }
  }

  private func mayStartAmount(_ token: Token) -> Bool {
    if token.kind == .number { return true }
    return switch words[token] {
    case .number?, .half?, .am?: true
    default: false
    }
  }

  private mutating func readTime(_ tokens: inout [Token]) {
    var index = 0
    while index < tokens.count {
      let token = tokens[index]
      guard token.kind == .clock || token.kind == .date || token.kind == .number || words[token] != nil,
        let (time, end) = TimeReader.expression(at: index, in: tokens, words: words)
      else {
        index += 1
        continue
      }
      for place in index..<end { tokens[place].flags.insert(.isTime) }
      if captures.time == nil { captures.time = Captured(time, at: range(of: index..<end, in: tokens)) }
      index = end
    }
  }

  private func range(of places: Range<Int>, in tokens: [Token]) -> Range<Int> {
    Int(tokens[places.lowerBound].start)..<Int(tokens[places.upperBound - 1].end)
  }
}
