/// `format`: a text with `%` clauses, each filled from a list in turn.
struct TextFormat {
  /// More decimals than any double has.
  private static let precisionLimit = 1_000

  private let clauses: [Unicode.Scalar]
  private let arguments: [CELValue]
  private var nextArgument = 0

  init(_ text: String, _ arguments: [CELValue]) {
    clauses = Array(text.unicodeScalars)
    self.arguments = arguments
  }

  mutating func formatted(_ meter: inout Meter) throws(CELError) -> String {
    var result = ""
    var place = 0
    while place < clauses.count {
      let scalar = clauses[place]
      place += 1
      guard scalar == "%" else {
        result.unicodeScalars.append(scalar)
        continue
      }
      guard place < clauses.count else { throw invalid("'%' ends the format; a percent sign itself is '%%'") }
      if clauses[place] == "%" {
        result += "%"
        place += 1
        continue
      }
      let precision = try precision(&place)
      guard place < clauses.count else { throw invalid("a clause of the format lacks its letter") }
      let letter = clauses[place]
      place += 1
      guard "sdfexXob".unicodeScalars.contains(letter) else {
        throw invalid("'%\(letter)' is not a clause; there are %s %d %f %e %x %X %o and %b")
      }
      guard nextArgument < arguments.count else {
        throw invalid("the format has more clauses than the \(arguments.count) values of its list")
      }
      let argument = arguments[nextArgument]
      nextArgument += 1
      let part = try clause(letter, argument, precision, &meter)
      try meter.charge(bytes: part.utf8.count)
      result += part
    }
    return result
  }

  private func precision(_ place: inout Int) throws(CELError) -> Int {
    guard clauses[place] == "." else { return 6 }
    place += 1
    var value: Int?
    while place < clauses.count, let digit = clauses[place].decimalDigit {
      value = (value ?? 0) * 10 + digit
      place += 1
      guard value ?? 0 <= Self.precisionLimit else {
        throw invalid("a precision is at most \(Self.precisionLimit)")
      }
    }
    guard let value else { throw invalid("digits must follow '%.'") }
    return value
  }

  private func clause(
    _ letter: Unicode.Scalar, _ value: CELValue, _ precision: Int, _ meter: inout Meter
  ) throws(CELError) -> String {
    switch (letter, value) {
    case ("s", _): return try text(of: value, &meter)
    case ("d", .int(let number)): return String(number)
    case ("d", .uint(let number)): return String(number)
    case ("d", .double(let number)): return number.plainText
    case ("f", _), ("e", _):
      guard let number = try decimal(value, letter) else { return "NaN" }
      if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
      try meter.charge(64)
      let digits = DecimalDigits(number)
      return letter == "f" ? digits.fixed(precision) : digits.scientific(precision)
    case ("x", .int(let number)): return String(number, radix: 16)
    case ("x", .uint(let number)): return String(number, radix: 16)
    case ("X", .int(let number)): return String(number, radix: 16, uppercase: true)
    case ("X", .uint(let number)): return String(number, radix: 16, uppercase: true)
    case ("x", .string(let text)): return text.utf8.map(hexadecimal).joined()
    case ("X", .string(let text)): return text.utf8.map(hexadecimal).joined().uppercased()
    case ("x", .bytes(let bytes)): return bytes.map(hexadecimal).joined()
    case ("X", .bytes(let bytes)): return bytes.map(hexadecimal).joined().uppercased()
    case ("o", .int(let number)): return String(number, radix: 8)
    case ("o", .uint(let number)): return String(number, radix: 8)
    case ("b", .int(let number)): return String(number, radix: 2)
    case ("b", .uint(let number)): return String(number, radix: 2)
    case ("b", .bool(let flag)): return flag ? "1" : "0"
    default: throw mismatch(letter, value)
    }
  }

  /// - Returns: `nil` for NaN.
  private func decimal(_ value: CELValue, _ letter: Unicode.Scalar) throws(CELError) -> Double? {
    switch value {
    case .int(let number): return Double(number)
    case .uint(let number): return Double(number)
    case .double(let number): return number.isNaN ? nil : number
    case .null, .bool, .string, .bytes, .timestamp, .duration, .list, .map, .type, .optional:
      throw mismatch(letter, value)
    }
  }

  private func text(of value: CELValue, _ meter: inout Meter) throws(CELError) -> String {
    try meter.charge()
    switch value {
    case .null: return "null"
    case .bool(let flag): return flag ? "true" : "false"
    case .int(let number): return String(number)
    case .uint(let number): return String(number)
    case .double(let number): return number.plainText
    case .string(let text): return text
    case .bytes(let bytes):
      try meter.charge(bytes: bytes.count)
      return Self.lenientText(bytes)
    case .timestamp(let time): return time.description
    case .duration(let duration): return duration.description
    case .type(let type): return type.name
    case .list(let elements):
      var parts: [String] = []
      for element in elements { parts.append(try text(of: element, &meter)) }
      return "[\(parts.joined(separator: ", "))]"
    case .map(let map):
      var parts: [(key: String, value: String)] = []
      for entry in map.entries {
        parts.append((try text(of: entry.key, &meter), try text(of: entry.value, &meter)))
      }
      parts.sort { $0.key.precedesByBytes($1.key) }
      return "{\(parts.map { "\($0.key): \($0.value)" }.joined(separator: ", "))}"
    case .optional: throw mismatch("s", value)
    }
  }

  /// Bytes as text, each run of what is not UTF-8 as one replacement character.
  private static func lenientText(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var isBroken = false
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        text.append(scalar)
        isBroken = false
      case .error:
        if !isBroken { text.append("\u{FFFD}") }
        isBroken = true
      case .emptyInput: return String(text)
      }
    }
  }

  private func invalid(_ message: String) -> CELError { CELError(.invalidArgument, message) }

  private func mismatch(_ letter: Unicode.Scalar, _ value: CELValue) -> CELError {
    invalid("'%\(letter)' does not format \(CELType.words(value.type))")
  }
}
