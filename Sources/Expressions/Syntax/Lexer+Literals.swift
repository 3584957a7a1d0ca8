extension Lexer {
  // MARK: Numbers

  mutating func number() throws(SyntaxError) -> Token.Kind {
    let start = position
    if next == UInt8(ascii: "0"), byte(at: position + 1) | 0x20 == UInt8(ascii: "x") {
      position += 2
      while next.hexValue != nil { position += 1 }
      guard start + 2 < position else {
        throw SyntaxError("hexadecimal digits must follow '0x'", at: start..<position)
      }
      return try integer(digits: start + 2..<position, radix: 16, start: start)
    }
    var isDouble = false
    while next.isDigit { position += 1 }
    if next == UInt8(ascii: "."), byte(at: position + 1).isDigit {
      isDouble = true
      position += 1
      while next.isDigit { position += 1 }
    }
    if next | 0x20 == UInt8(ascii: "e") {
      var end = position + 1
      if byte(at: end) == UInt8(ascii: "+") || byte(at: end) == UInt8(ascii: "-") { end += 1 }
      if byte(at: end).isDigit {
        isDouble = true
        position = end
        while next.isDigit { position += 1 }
      }
    }
    guard isDouble else { return try integer(digits: start..<position, radix: 10, start: start) }
    try endNumber(start)
    return .double(Double(text(start..<position)) ?? .infinity)
  }

  private mutating func integer(digits: Range<Int>, radix: Int, start: Int) throws(SyntaxError) -> Token.Kind
  {
    let value = UInt64(text(digits), radix: radix)
    let isUnsigned = next | 0x20 == UInt8(ascii: "u")
    if isUnsigned { position += 1 }
    try endNumber(start)
    guard let value, isUnsigned || value <= UInt64(1) << 63 else {
      let limit = isUnsigned ? "18446744073709551615u" : "9223372036854775807"
      throw SyntaxError(
        "'\(text(start..<position))' is above the largest whole number, \(limit)", at: start..<position)
    }
    return isUnsigned ? .uint(value) : .int(magnitude: value)
  }

  /// A number ends where a word cannot go on: `10k`, `5m` and `1_000` are not numbers here.
  private mutating func endNumber(_ start: Int) throws(SyntaxError) {
    guard next.isIdentifierPart else { return }
    let digits = text(start..<position)
    while next.isIdentifierPart { position += 1 }
    let written = text(start..<position)
    let plain = written.filter { $0 != "_" }
    let error = SyntaxError("'\(written)' is not a number", at: start..<position)
    if let scaled = Self.scaled(plain) { throw error.fixed(by: scaled) }
    if plain.utf8.allSatisfy(\.isDigit) { throw error.fixed(by: plain) }
    throw SyntaxError("'\(written)' is not a number; write '\(digits)' and an operator", at: start..<position)
  }

  /// `10k` and `5M` in digits.
  private static func scaled(_ text: String) -> String? {
    let digits = text.dropLast()
    guard !digits.isEmpty, digits.utf8.count <= 9, digits.utf8.allSatisfy(\.isDigit) else { return nil }
    switch text.last {
    case "k", "K": return digits + "000"
    case "m", "M": return digits + "000000"
    default: return nil
    }
  }

  // MARK: Texts

  struct StringPrefix {
    var isRaw = false
    var isBytes = false
    var length = 0
  }

  /// The `r` and `b` before a quote, or `nil` when no quote follows.
  func stringPrefix() -> StringPrefix? {
    var prefix = StringPrefix()
    while prefix.length < 2 {
      let letter = byte(at: position + prefix.length) | 0x20
      if letter == UInt8(ascii: "r"), !prefix.isRaw {
        prefix.isRaw = true
      } else if letter == UInt8(ascii: "b"), !prefix.isBytes, !prefix.isRaw {
        prefix.isBytes = true
      } else {
        break
      }
      prefix.length += 1
    }
    let quote = byte(at: position + prefix.length)
    return quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") ? prefix : nil
  }

  mutating func string(_ prefix: StringPrefix) throws(SyntaxError) -> Token.Kind {
    let start = position
    position += prefix.length
    let quote = next
    let isTriple = byte(at: position + 1) == quote && byte(at: position + 2) == quote
    position += isTriple ? 3 : 1
    var value: [UInt8] = []
    while true {
      guard position < bytes.count else { throw unterminated(start, quote: quote, isTriple: isTriple) }
      let byte = bytes[position]
      if byte == quote {
        if !isTriple { break }
        if self.byte(at: position + 1) == quote, self.byte(at: position + 2) == quote { break }
      }
      if !isTriple, byte == 0x0A || byte == 0x0D { throw unterminated(start, quote: quote, isTriple: false) }
      if byte == UInt8(ascii: "\\"), !prefix.isRaw {
        try escape(into: &value, isBytes: prefix.isBytes)
      } else {
        value.append(byte)
        position += 1
      }
    }
    position += isTriple ? 3 : 1
    return prefix.isBytes ? .bytes(value) : .string(String(decoding: value, as: UTF8.self))
  }

  private func unterminated(_ start: Int, quote: UInt8, isTriple: Bool) -> SyntaxError {
    let mark = String(repeating: String(Unicode.Scalar(quote)), count: isTriple ? 3 : 1)
    return SyntaxError("a text that starts with \(mark) must end with \(mark)", at: start..<position)
  }

  private mutating func escape(into value: inout [UInt8], isBytes: Bool) throws(SyntaxError) {
    let start = position
    let letter = byte(at: position + 1)
    position += 2
    switch letter {
    case UInt8(ascii: "\\"), UInt8(ascii: "?"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
      value.append(letter)
    case UInt8(ascii: "a"): value.append(0x07)
    case UInt8(ascii: "b"): value.append(0x08)
    case UInt8(ascii: "f"): value.append(0x0C)
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "r"): value.append(0x0D)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "v"): value.append(0x0B)
    case UInt8(ascii: "x"), UInt8(ascii: "X"):
      append(try hex(2, start), to: &value, asByte: isBytes)
    case UInt8(ascii: "u") where !isBytes, UInt8(ascii: "U") where !isBytes:
      let code = try hex(letter == UInt8(ascii: "u") ? 4 : 8, start)
      try appendScalar(code, start, to: &value)
    case UInt8(ascii: "0")...UInt8(ascii: "3"):
      let (second, third) = (byte(at: position), byte(at: position + 1))
      guard 0x30 <= second, second < 0x38, 0x30 <= third, third < 0x38 else {
        throw SyntaxError(
          "three octal digits must follow '\\' and a digit", at: start..<min(position, bytes.count))
      }
      position += 2
      append(
        UInt32(letter - 0x30) * 64 + UInt32(second - 0x30) * 8 + UInt32(third - 0x30), to: &value,
        asByte: isBytes)
    default:
      let end = min(endOfScalar(at: start + 1), bytes.count)
      throw SyntaxError(
        "'\(text(start..<end))' is not an escape; a backslash itself is '\\\\'", at: start..<end,
        notes: ["a text with r before its quote takes backslashes as they are: r\"\\d+\""])
    }
  }

  /// Reads exactly `count` hexadecimal digits.
  private mutating func hex(_ count: Int, _ start: Int) throws(SyntaxError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard let digit = next.hexValue else {
        throw SyntaxError(
          "\(count) hexadecimal digits must follow '\(text(start..<start + 2))'",
          at: start..<min(position + 1, bytes.count))
      }
      value = value << 4 | digit
      position += 1
    }
    return value
  }

  private func append(_ code: UInt32, to value: inout [UInt8], asByte: Bool) {
    if asByte || code < 0x80 {
      value.append(UInt8(truncatingIfNeeded: code))
    } else {
      value.append(UInt8(truncatingIfNeeded: 0xC0 | code >> 6))
      value.append(UInt8(truncatingIfNeeded: 0x80 | code & 0x3F))
    }
  }

  private func appendScalar(_ code: UInt32, _ start: Int, to value: inout [UInt8]) throws(SyntaxError) {
    guard let scalar = Unicode.Scalar(code) else {
      throw SyntaxError("'\(text(start..<position))' is not a Unicode character", at: start..<position)
    }
    value.append(contentsOf: Array(String(Character(scalar)).utf8))
  }
}
