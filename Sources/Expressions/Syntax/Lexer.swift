/// Cuts an expression into tokens, one at a time.
struct Lexer {
  /// The longest expression read: long enough for any rule a person writes.
  static let lengthLimit = 65_536

  let bytes: [UInt8]
  var position = 0

  init(_ text: String) { bytes = Array(text.utf8) }

  var next: UInt8 { byte(at: position) }

  /// The byte at a position, or 0 past the end.
  func byte(at position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  mutating func token() throws(SyntaxError) -> Token {
    skipSpace()
    let start = position
    guard start < bytes.count else { return Token(kind: .end, start: start, end: start) }
    let kind = try kind(startingWith: bytes[start])
    return Token(kind: kind, start: start, end: position)
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        position += 1
      case UInt8(ascii: "/") where byte(at: position + 1) == UInt8(ascii: "/"):
        while position < bytes.count, bytes[position] != 0x0A { position += 1 }
      default:
        return
      }
    }
  }

  private mutating func kind(startingWith first: UInt8) throws(SyntaxError) -> Token.Kind {
    if let prefix = stringPrefix() { return try string(prefix) }
    if first.isIdentifierStart {
      let start = position
      while position < bytes.count, bytes[position].isIdentifierPart { position += 1 }
      return .identifier(text(start..<position))
    }
    if first.isDigit || (first == UInt8(ascii: ".") && byte(at: position + 1).isDigit) { return try number() }
    if first == UInt8(ascii: "`") { return try quotedIdentifier() }
    if let sign = sign() { return .sign(sign) }
    throw unexpectedCharacter()
  }

  private mutating func sign() -> Token.Sign? {
    for length in [2, 1] where position + length <= bytes.count {
      // `=`, `&` and `|` alone are no signs; the caller explains them.
      guard let sign = Token.Sign(rawValue: text(position..<position + length)) else { continue }
      position += length
      return sign
    }
    return nil
  }

  private mutating func quotedIdentifier() throws(SyntaxError) -> Token.Kind {
    let start = position
    position += 1
    while position < bytes.count, next != UInt8(ascii: "`") {
      let byte = next
      guard
        byte.isIdentifierPart || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
          || byte == UInt8(ascii: "/")
          || byte == UInt8(ascii: " ")
      else {
        throw SyntaxError(
          "a name in back quotes may hold letters, digits, '_', '.', '-', '/' and spaces only",
          at: position..<position + 1)
      }
      position += 1
    }
    guard next == UInt8(ascii: "`"), start + 1 < position else {
      throw SyntaxError("a name in back quotes must be closed by '`' and not be empty", at: start..<position)
    }
    position += 1
    return .quotedIdentifier(text(start + 1..<position - 1))
  }

  /// Explains a character no token starts with, most of all what other languages write.
  private func unexpectedCharacter() -> SyntaxError {
    let end = endOfScalar(at: position)
    let here = position..<end
    let written = text(here)
    let following = byte(at: position + 1)
    switch written {
    case "=" where following == UInt8(ascii: ">"):
      return SyntaxError("'=>' is not an operator; at least is '>='", at: position..<position + 2)
        .fixed(by: ">=", at: position..<position + 2)
    case "=":
      return SyntaxError("'=' is not an operator; equality is '=='", at: here).fixed(by: "==")
    case "&":
      return SyntaxError("'&' is not an operator; and is '&&'", at: here).fixed(by: "&&")
    case "|":
      return SyntaxError("'|' is not an operator; or is '||'", at: here).fixed(by: "||")
    case "“", "”", "„", "‟", "‘", "’", "‚", "‛": return typographicQuote(written, here)
    case "≥": return SyntaxError("'≥' is written '>='", at: here).fixed(by: ">=")
    case "≤": return SyntaxError("'≤' is written '<='", at: here).fixed(by: "<=")
    case "≠": return SyntaxError("'≠' is written '!='", at: here).fixed(by: "!=")
    case "–", "—", "−": return SyntaxError("'\(written)' is not a minus sign", at: here).fixed(by: "-")
    case "\u{A0}", "\u{202F}", "\u{200B}", "\u{FEFF}":
      return SyntaxError("an invisible character stands here in place of a space", at: here).fixed(by: " ")
    case "$":
      return SyntaxError("'$' has no meaning here; amounts are plain numbers, as 1000000", at: here)
        .fixed(by: "")
    case ";":
      return SyntaxError(
        "';' has no meaning here; an expression is a single one, joined by '&&' or '||'", at: here)
    case "#":
      return SyntaxError("'#' has no meaning here; a comment starts with '//'", at: here)
    default:
      return SyntaxError("'\(written)' has no meaning here", at: here)
    }
  }

  /// A quote as word processors write it: both of the pair are to be straight.
  private func typographicQuote(_ written: String, _ here: Range<Int>) -> SyntaxError {
    let error = SyntaxError("'\(written)' is a typographic quote; texts stand in straight quotes", at: here)
    let closing: Set<Unicode.Scalar> = ["“", "”", "‟", "‘", "’", "‛", "\"", "'"]
    let rest = text(here.upperBound..<bytes.count).unicodeScalars
    let closingDouble: Set<Unicode.Scalar> = ["“", "”", "‟"]
    if here.lowerBound == 0, let last = rest.last, closingDouble.contains(last),
      rest.firstIndex(where: closingDouble.contains) == rest.indices.last,
      rest.contains(where: { "\"'=<>&|(".unicodeScalars.contains($0) })
    {
      return SyntaxError(
        "the expression stands in typographic quotes; to write one in quotes, use straight ones",
        at: 0..<bytes.count
      ).fixed(by: String(rest.dropLast()), at: 0..<bytes.count)
    }
    guard let end = rest.firstIndex(where: closing.contains), !rest[..<end].contains("\\") else {
      return error.fixed(by: "\"")
    }
    let inner = String(rest[..<end])
    let length = inner.utf8.count + String(rest[end]).utf8.count
    return error.fixed(by: "\"\(inner)\"", at: here.lowerBound..<here.upperBound + length)
  }

  /// Where the UTF-8 scalar that starts at `position` ends.
  func endOfScalar(at position: Int) -> Int {
    var end = position + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return min(end, bytes.count)
  }
}

extension UInt8 {
  var isDigit: Bool { UInt8(ascii: "0") <= self && self <= UInt8(ascii: "9") }
  var isIdentifierStart: Bool {
    self == UInt8(ascii: "_") || (UInt8(ascii: "a") <= self && self <= UInt8(ascii: "z"))
      || (UInt8(ascii: "A") <= self && self <= UInt8(ascii: "Z"))
  }
  var isIdentifierPart: Bool { isIdentifierStart || isDigit }

  /// The value of a hexadecimal digit, or `nil`.
  var hexValue: UInt32? {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(self - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(self - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(self - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}
