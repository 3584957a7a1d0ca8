/// Splits a reply into words, numbers, signs, addresses and phone numbers, and marks its sentences.
struct Scanner: ~Copyable {
  private let source: [UInt8]
  private var end: Int
  private var position: Int
  private var result = ReplyText()
  private var opensSentence = true
  private var followsComma = false
  /// Addresses are looked for only in replies that have their signs.
  private var mayHaveEmail = false
  private var mayHaveLink = false

  /// Scans a reply.
  ///
  /// - Parameter ignored: Stretches to pass over, ascending; each ends a sentence.
  static func scan(_ source: [UInt8], ignoring ignored: [Range<Int>] = []) -> ReplyText {
    var scanner = Scanner(source)
    scanner.lookAhead()
    for stretch in ignored {
      scanner.run(to: stretch.lowerBound)
      scanner.position = max(scanner.position, stretch.upperBound)
    }
    scanner.run(to: scanner.end)
    return scanner.finished()
  }

  private consuming func finished() -> ReplyText { result }

  private init(_ source: [UInt8]) {
    self.source = source
    position = 0
    end = min(ReplyText.maximumBytes, source.count)
    result.source = source
    result.tokens.reserveCapacity(48)
    result.letters.reserveCapacity(min(end - position + 16, 512))
  }

  private mutating func lookAhead() {
    var (last, beforeLast): (UInt8, UInt8) = (0x20, 0x20)
    for index in position..<end {
      let byte = source[index]
      switch byte {
      case UInt8(ascii: "@"): mayHaveEmail = true
      case UInt8(ascii: "t"), UInt8(ascii: "T"):
        // "dot", as in "joe at example dot com".
        if last | 0x20 == UInt8(ascii: "o"), beforeLast | 0x20 == UInt8(ascii: "d") { mayHaveEmail = true }
      case UInt8(ascii: "/"): if last == byte { mayHaveLink = true }
      default: break
      }
      if last == UInt8(ascii: "."), isLetter(byte | 0x20) { (mayHaveEmail, mayHaveLink) = (true, true) }
      (last, beforeLast) = (byte, last)
    }
  }

  private mutating func run(to limit: Int) {
    let whole = end
    end = min(limit, end)
    defer { end = whole }
    while position < end, result.tokens.count < ReplyText.maximumTokens {
      let start = position
      let (character, next) = character(at: position)
      switch character {
      case .space, .nothing: position = next
      case .newline:
        closeSentence()
        position = next
      case .letter: scanWord(from: start)
      case .symbol(let scalar): scanSymbol(scalar, from: start, to: next)
      case .ascii(let byte): scanASCII(byte, from: start, to: next)
      }
    }
    closeSentence()
  }

  private mutating func scanASCII(_ byte: UInt8, from start: Int, to next: Int) {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"):
      if !scanAddress(from: start) { scanWord(from: start) }
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "("):
      if scanAddress(from: start) || scanPhone(from: start) { return }
      if isDigit(byte) { scanNumber(from: start, currency: false) } else { position = next }
    case UInt8(ascii: "$"): scanCurrency(from: start, to: next)
    case UInt8(ascii: "#"): append(.word, [UInt8]("number".utf8), from: start, to: next)
    case UInt8(ascii: "&"): append(.word, [UInt8]("and".utf8), from: start, to: next)
    case UInt8(ascii: "@"): append(.word, [UInt8]("at".utf8), from: start, to: next)
    case UInt8(ascii: "?"):
      if result.tokens.last?.kind == .question, !opensSentence {
        result.tokens[result.tokens.count - 1].end = Int32(next)
      } else {
        // The question mark belongs to the sentence it ends.
        if let last = result.tokens.indices.last, opensSentence, result.tokens[last].kind != .question {
          opensSentence = false
        }
        append(.question, [byte], from: start, to: next)
      }
      closeSentence()
      position = next
    case UInt8(ascii: "!"), UInt8(ascii: ";"):
      closeSentence()
      position = next
    case UInt8(ascii: ","):
      followsComma = true
      position = next
    case UInt8(ascii: "-"):
      if isDash(from: start, to: next) { closeSentence() }
      position = next
    case UInt8(ascii: "."):
      if !isAbbreviationDot(at: start) { closeSentence() }
      position = next
    default: position = next
    }
  }

  /// Between blanks it parts two thoughts, "Stop - Tony's Auto Glass"; elsewhere it joins words and numbers.
  private func isDash(from start: Int, to next: Int) -> Bool {
    start > 0 && byte(start - 1) == 0x20 && next < end && byte(next) == 0x20
  }

  /// A dot between single letters spells a word out: "s.t.o.p".
  private func isAbbreviationDot(at dot: Int) -> Bool {
    guard let last = result.tokens.last, last.kind == .word, last.textEnd - last.textStart == 1 else {
      return false
    }
    guard Int(last.end) == dot, dot + 1 < end else { return false }
    return isLetter(byte(dot + 1)) && !(dot + 2 < end && isLetter(byte(dot + 2)))
  }

  private mutating func closeSentence() {
    opensSentence = true
    var index = result.tokens.count - 1
    while index >= 0 {
      if result.tokens[index].flags.contains(.closesSentence) { return }
      result.tokens[index].flags.insert(.closesSentence)
      // A sign at the end of a sentence leaves the word before it the last one too.
      guard result.tokens[index].isTransparent else { return }
      if result.tokens[index].flags.contains(.opensSentence) { return }
      index -= 1
    }
  }

  // MARK: Words

  private mutating func scanWord(from start: Int) {
    position = start
    let textStart = result.letters.count
    var flags: Token.Flags = byte(start) < 0x80 && isUpper(byte(start)) ? [.isCapitalised] : []
    scan: while position < end {
      let (character, next) = character(at: position)
      switch character {
      case .nothing: break
      case .letter(let scalar): result.letters.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
      case .ascii(let byte) where isLetter(byte): result.letters.append(byte)
      case .ascii(let byte):
        guard let mark = markInside(word: start, byte, at: position, next, &flags) else { break scan }
        result.letters.append(mark)
      case .space, .newline, .symbol: break scan
      }
      position = next
    }
    appendToken(.word, textStart: textStart, from: start, to: position, flags: flags)
  }

  /// The character a mark stands for when it stands inside a word; nil where the word ends before it.
  private func markInside(
    word start: Int, _ byte: UInt8, at place: Int, _ next: Int, _ flags: inout Token.Flags
  ) -> UInt8? {
    let following = next < end ? self.byte(next) : 0x20
    switch byte {
    case 0x27: return isLetter(following | 0x20) ? byte : nil
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      flags.insert(.hasLookalikes)
      return byte
    case UInt8(ascii: "@"), UInt8(ascii: "$"):
      guard isLetter(following | 0x20) || following == byte else { return nil }
      flags.insert(.hasLookalikes)
      return byte
    case UInt8(ascii: "!"):
      // "sh!t" is one word, "no!stop" is two.
      guard place - start <= 2, isLetter(following | 0x20) else { return nil }
      let rest = (next..<end).prefix { isLetter(self.byte($0) | 0x20) }.count
      guard rest <= 3 else { return nil }
      flags.insert(.hasLookalikes)
      return byte
    case UInt8(ascii: "*"):
      let isCensored = isLetter(following | 0x20) || following == byte || self.byte(place - 1) == byte
      guard isCensored, place - start <= 4 else { return nil }
      flags.insert(.hasStars)
      return byte
    default: return nil
    }
  }

  private mutating func scanSymbol(_ scalar: Unicode.Scalar, from start: Int, to next: Int) {
    let bytes = UTF8.encode(scalar).map { Array($0) } ?? []
    append(.symbol, bytes, from: start, to: next)
  }

  private mutating func scanCurrency(from start: Int, to next: Int) {
    if next < end, isDigit(byte(next)) {
      position = next
      let number = result.tokens.count
      scanNumber(from: next, currency: true)
      if number < result.tokens.count { result.tokens[number].start = Int32(start) }
    } else if next < end, isLetter(byte(next) | 0x20), !(isUpperWord(at: next)) {
      // "$top": a letter in disguise.
      scanWord(from: start)
    } else {
      var last = next
      while last < end, byte(last) == UInt8(ascii: "$") { last += 1 }
      append(.symbol, [UInt8(ascii: "$")], from: start, to: last)
      result.tokens[result.tokens.count - 1].flags.insert(.hasCurrency)
    }
  }

  /// "$USD" is no word in disguise.
  private func isUpperWord(at place: Int) -> Bool {
    place + 2 < end && byte(place) == UInt8(ascii: "U") && byte(place + 1) == UInt8(ascii: "S")
  }

  // MARK: Numbers

  private mutating func scanNumber(from start: Int, currency: Bool) {
    let number = NumberText.parse(source, from: start, to: end)
    let suffixEnd = (number.end..<end).first { !isLetter(byte($0) | 0x20) } ?? end
    if suffixEnd > number.end, !currency, number.kind == .number,
      !NumberText.isSuffix(source[number.end..<suffixEnd]), suffixEnd - start <= 24
    {
      // Digits and letters mixed: "5top", "2morrow".
      scanWord(from: start)
      result.tokens[result.tokens.count - 1].flags.insert(.hasLookalikes)
      return
    }
    let textStart = result.letters.count
    result.letters.append(contentsOf: source[start..<number.end])
    appendToken(
      number.kind, textStart: textStart, from: start, to: number.end,
      flags: currency ? [.hasCurrency] : [], value: number.value)
    position = number.end
    if suffixEnd > number.end {
      let suffix = result.tokens.count
      scanWord(from: number.end)
      if suffix < result.tokens.count { result.tokens[suffix].flags.insert(.isGlued) }
    }
  }

  private mutating func scanPhone(from start: Int) -> Bool {
    guard let last = PhoneText.end(in: source, from: start, to: end) else { return false }
    append(.phone, [UInt8]("#p".utf8), from: start, to: last)
    return true
  }

  private mutating func scanAddress(from start: Int) -> Bool {
    guard opensChunk(start) else { return false }
    if mayHaveEmail, let last = EmailText.end(in: source, from: start, to: end) {
      append(.email, [UInt8]("#e".utf8), from: start, to: last)
      return true
    }
    if mayHaveLink, let last = LinkText.end(in: source, from: start, to: end) {
      append(.url, [UInt8]("#u".utf8), from: start, to: last)
      return true
    }
    return false
  }

  private func opensChunk(_ place: Int) -> Bool {
    guard place > 0 else { return true }
    return switch source[place - 1] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x22, 0x28, 0x2C, 0x3A, 0x3B, 0x3C, 0x3D, 0x5B, 0x2D, 0x3F, 0x21, 0x2E, 0xA0:
      true
    default: source[place - 1] >= 0x80
    }
  }

  // MARK: Tokens

  private mutating func append(_ kind: Token.Kind, _ text: [UInt8], from start: Int, to last: Int) {
    let textStart = result.letters.count
    result.letters.append(contentsOf: text)
    appendToken(kind, textStart: textStart, from: start, to: last)
    position = last
  }

  private mutating func appendToken(
    _ kind: Token.Kind, textStart: Int, from start: Int, to last: Int, flags: Token.Flags = [],
    value: Int64 = 0
  ) {
    guard textStart < result.letters.count else { return }
    var flags = flags
    if opensSentence { flags.insert(.opensSentence) }
    if followsComma { flags.insert(.followsComma) }
    followsComma = false
    // A sign at the start of a sentence leaves the word after it the first one too.
    opensSentence = opensSentence && kind == .symbol
    result.tokens.append(
      Token(
        start: Int32(start), end: Int32(last), textStart: Int32(textStart),
        textEnd: Int32(result.letters.count), kind: kind, flags: flags, value: value))
  }

  // MARK: Characters

  @inline(__always)
  private func byte(_ place: Int) -> UInt8 { source[place] }

  @inline(__always)
  private func character(at place: Int) -> (FoldedCharacter, next: Int) {
    let first = source[place]
    if first < 0x80 {
      if isLetter(first) { return (.ascii(first), place + 1) }
      return (LetterFolding.fold(Unicode.Scalar(first)), place + 1)
    }
    return decode(first, at: place)
  }

  private func decode(_ first: UInt8, at place: Int) -> (FoldedCharacter, next: Int) {
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard place + length <= source.count else { return (.space, place + 1) }
    var code = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { code = code << 6 | UInt32(source[place + offset] & 0x3F) }
    guard let scalar = Unicode.Scalar(code) else { return (.space, place + length) }
    return (LetterFolding.fold(scalar), place + length)
  }
}

@inline(__always)
func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
@inline(__always)
func isUpper(_ byte: UInt8) -> Bool { byte &- 0x41 < 26 }
@inline(__always)
func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
