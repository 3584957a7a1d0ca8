extension CELValue: CustomStringConvertible {
  /// The value as a CEL expression that gives it: `"text"`, `1u`, `2.0`, `[1, 2]`, `{"a": true}`.
  ///
  /// Cut with an ellipsis behind 64 KB; see `text(limit:)`.
  public var description: String {
    var text = ""
    if !write(to: &text, limit: 65_536) { text += "…" }
    return text
  }

  /// The value as a CEL expression that gives it, whole.
  ///
  /// - Parameter limit: In bytes; what is repeated within a value takes no memory there, but does so in its text.
  /// - Returns: `nil` when it is longer than that.
  public func text(limit: Int) -> String? {
    var text = ""
    return write(to: &text, limit: limit) ? text : nil
  }

  /// - Returns: Whether the limit allowed all of it.
  private func write(to text: inout String, limit: Int) -> Bool {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .int(let value): text += String(value)
    case .uint(let value): text += "\(value)u"
    case .double(let value): text += value.celLiteral
    case .string(let value): text += value.quotedLiteral
    case .bytes(let bytes): text += bytes.quotedLiteral
    case .timestamp(let time): text += "timestamp(\"\(time)\")"
    case .duration(let duration): text += "duration(\"\(duration.description)\")"
    case .list(let elements):
      text += "["
      for (place, element) in elements.enumerated() {
        if 0 < place { text += ", " }
        guard element.write(to: &text, limit: limit) else { return false }
      }
      text += "]"
    case .map(let map):
      text += "{"
      for (place, entry) in map.entries.enumerated() {
        if 0 < place { text += ", " }
        guard entry.key.write(to: &text, limit: limit) else { return false }
        text += ": "
        guard entry.value.write(to: &text, limit: limit) else { return false }
      }
      text += "}"
    case .type(let type): text += type.name
    case .optional(nil): text += "optional.none()"
    case .optional(let value?):
      text += "optional.of("
      guard value.write(to: &text, limit: limit) else { return false }
      text += ")"
    }
    return text.utf8.count <= limit
  }
}

extension Double {
  /// As a CEL literal: always with a point or an exponent, so that it reads as a double.
  var celLiteral: String {
    if isNaN { return "double(\"NaN\")" }
    if isInfinite { return self < 0 ? "double(\"-Infinity\")" : "double(\"Infinity\")" }
    return description
  }

  /// As `string()` gives it: the shortest decimal that reads back the same, without a point where it is
  /// whole, and without an exponent from 1e-6 up to 1e21.
  var plainText: String {
    if isNaN { return "NaN" }
    if isInfinite { return self < 0 ? "-Infinity" : "Infinity" }
    let shortest = description
    guard let exponentMark = shortest.firstIndex(of: "e") else {
      return shortest.hasSuffix(".0") ? String(shortest.dropLast(2)) : shortest
    }
    guard 1e-6 <= magnitude, magnitude < 1e21,
      let exponent = Int(shortest[shortest.index(after: exponentMark)...])
    else {
      let mantissa = shortest[..<exponentMark]
      return String(mantissa.hasSuffix(".0") ? mantissa.dropLast(2) : mantissa) + shortest[exponentMark...]
    }
    let sign = self < 0 ? "-" : ""
    var digits = shortest[..<exponentMark].filter { $0 != "-" && $0 != "." }
    if digits.hasSuffix("0"), 1 < digits.count { digits.removeLast() }
    if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
    return sign + digits + String(repeating: "0", count: max(0, exponent + 1 - digits.count))
  }
}

extension String {
  /// In double quotes, with what cannot stand there escaped.
  var quotedLiteral: String {
    var text = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{7}": text += "\\a"
      case "\u{8}": text += "\\b"
      case "\u{B}": text += "\\v"
      case "\u{C}": text += "\\f"
      case "\u{0}"..<" ", "\u{7F}":
        text += "\\x" + hexadecimal(UInt8(truncatingIfNeeded: scalar.value))
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "\""
  }
}

extension [UInt8] {
  /// As a bytes literal: printable ASCII as it is, all else escaped.
  fileprivate var quotedLiteral: String {
    var text = "b\""
    for byte in self {
      switch byte {
      case UInt8(ascii: "\""): text += "\\\""
      case UInt8(ascii: "\\"): text += "\\\\"
      case 0x20..<0x7F: text.unicodeScalars.append(Unicode.Scalar(byte))
      default: text += "\\x" + hexadecimal(byte)
      }
    }
    return text + "\""
  }
}

/// Two hexadecimal digits, lower case.
func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16)
  return digits.utf8.count < 2 ? "0" + digits : digits
}
