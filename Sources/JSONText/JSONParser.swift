/// Why a text is not JSON, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  public let message: String
  /// Byte offset of the first byte that does not fit, from 0.
  public let offset: Int
  public var description: String { "\(message) at byte \(offset + 1)" }
}

extension JSONValue {
  /// The deepest nesting that is read; deeper input is refused rather than risking the stack.
  public static let depthLimit = 512

  /// Reads exactly one JSON value, with white space around it and a byte order mark before it allowed.
  ///
  /// - Throws: `JSONError` for the first thing that is not JSON (RFC 8259) or not UTF-8, or nesting over `depthLimit`.
  public init(parsing bytes: some Collection<UInt8>) throws(JSONError) {
    let bytes = Array(bytes)
    var parser = JSONParser(bytes: bytes)
    self = try parser.document()
  }

  public init(parsing text: String) throws(JSONError) { try self.init(parsing: text.utf8) }
}

/// A recursive-descent reader over bytes, bounded by `JSONValue.depthLimit`.
private struct JSONParser {
  let bytes: [UInt8]
  var position = 0

  mutating func document() throws(JSONError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    let value = try value(depth: 0)
    skipSpace()
    guard position == bytes.count else { throw fail("unexpected text after the value") }
    return value
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    guard depth < JSONValue.depthLimit else { throw fail("nested more than \(JSONValue.depthLimit) deep") }
    skipSpace()
    switch peek {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case .some(UInt8(ascii: "-")), .some(UInt8(ascii: "0")...UInt8(ascii: "9")): return try number()
    case nil: throw fail("the text ends where a value was expected")
    default: throw fail("expected a value")
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var members: [JSONValue.Member] = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw fail("expected a name in double quotes") }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fail("expected ':' after a name") }
      members.append(JSONValue.Member(name, try value(depth: depth + 1)))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw fail("expected ',' or '}' in an object") }
      return .object(members)
    }
  }

  private mutating func array(depth: Int) throws(JSONError) -> JSONValue {
    position += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw fail("expected ',' or ']' in an array") }
      return .array(values)
    }
  }

  private mutating func string() throws(JSONError) -> String {
    position += 1
    let start = position
    // Most texts have nothing escaped, and are taken as they stand.
    while position < bytes.count, bytes[position] >= 0x20, bytes[position] != UInt8(ascii: "\\") {
      position += 1
      guard bytes[position - 1] == UInt8(ascii: "\"") else { continue }
      return try text(bytes[start..<(position - 1)])
    }
    var text = Array(bytes[start..<position])
    while let byte = peek {
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        // Escapes are well-formed, so what is not stands in the text itself.
        if let text = String(validating: text, as: UTF8.self) { return text }
        return try self.text(bytes[start..<(position - 1)])
      case UInt8(ascii: "\\"): try escape(into: &text)
      case 0..<0x20:
        position -= 1
        throw fail("a control character in a string must be escaped")
      default: text.append(byte)
      }
    }
    throw fail("a string is not closed")
  }

  private mutating func text(_ bytes: ArraySlice<UInt8>) throws(JSONError) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    position = bytes.startIndex
    while position < bytes.endIndex {
      let length = Self.sequenceLength(bytes[position...])
      guard 0 < length else { throw fail("a byte that is not UTF-8") }
      position += length
    }
    throw fail("bytes that are not UTF-8")
  }

  /// The length of the UTF-8 sequence at the start; 0 when there is none.
  private static func sequenceLength(_ bytes: ArraySlice<UInt8>) -> Int {
    (1...4).first { $0 <= bytes.count && String(validating: bytes.prefix($0), as: UTF8.self) != nil } ?? 0
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    guard let byte = peek else { throw fail("a string is not closed") }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try hex4()
      if 0xD800 <= code, code < 0xDC00, peek == UInt8(ascii: "\\"), position + 1 < bytes.count,
        bytes[position + 1] == UInt8(ascii: "u")
      {
        position += 2
        let low = try hex4()
        guard 0xDC00 <= low, low < 0xE000 else { throw fail("half a surrogate pair") }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else { throw fail("half a surrogate pair") }
      text.append(contentsOf: Character(scalar).utf8)
    default:
      position -= 1
      throw fail("unknown escape in a string")
    }
  }

  private mutating func hex4() throws(JSONError) -> UInt32 {
    var code: UInt32 = 0
    for _ in 0..<4 {
      switch peek ?? 0 {
      case let byte where UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte:
        code = code << 4 | UInt32(byte - UInt8(ascii: "0"))
      case let byte where UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20:
        code = code << 4 | UInt32(byte | 0x20 - UInt8(ascii: "a") + 10)
      default: throw fail("expected four hexadecimal digits")
      }
      position += 1
    }
    return code
  }

  private mutating func number() throws(JSONError) -> JSONValue {
    let start = position
    if peek == UInt8(ascii: "-") { position += 1 }
    let firstDigit = position
    guard digits() else { throw fail("expected a digit") }
    if bytes[firstDigit] == UInt8(ascii: "0"), position > firstDigit + 1 {
      throw fail("a number must not start with 0")
    }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      guard digits() else { throw fail("expected a digit after '.'") }
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      isWhole = false
      position += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { position += 1 }
      guard digits() else { throw fail("expected a digit in the exponent") }
    }
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let value = Int64(text) { return .int(value) }
    if isWhole, let value = UInt64(text) { return .uint(value) }
    guard let value = Double(text), value.isFinite else { throw fail("a number out of range") }
    return .double(value)
  }

  private mutating func digits() -> Bool {
    let start = position
    while let byte = peek, UInt8(ascii: "0") <= byte, byte <= UInt8(ascii: "9") { position += 1 }
    return position > start
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(JSONError) -> JSONValue {
    guard bytes[position...].starts(with: word.utf8) else { throw fail("expected a value") }
    position += word.utf8.count
    return value
  }

  private mutating func skipSpace() {
    while let byte = peek, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    position += 1
    return true
  }

  private func fail(_ message: String) -> JSONError { JSONError(message: message, offset: position) }
}
