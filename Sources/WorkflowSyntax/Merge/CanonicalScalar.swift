/// A text as a YAML scalar of one line that reads back as that text: plain where that is safe, else in quotes.
///
/// - Parameter wasPlain: Whether its author wrote it plain; a quoted text that other readers would take for a
///   number or a yes stays quoted.
func canonicalScalar(_ text: String, wasPlain: Bool) -> String {
  let isAmbiguous = !wasPlain && (ScalarText(text).number != nil || PlainTrap(text) != nil)
  if !isAmbiguous, isPlainSafe(text) { return text }
  let needsEscapes = text.unicodeScalars.contains { escape(of: $0) != nil }
  if text.contains("\"") || text.contains("\\"), !needsEscapes {
    return "'" + text.replacing("'", with: "''") + "'"
  }
  var quoted = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case _: quoted += escape(of: scalar) ?? String(scalar)
    }
  }
  return quoted + "\""
}

/// Whether a plain scalar in block context reads back as the text (YAML 1.1, section 9.1.3), and not as null.
private func isPlainSafe(_ text: String) -> Bool {
  let bytes = Array(text.utf8)
  guard let first = bytes.first, let last = bytes.last, first != 0x20, last != 0x20, last != UInt8(ascii: ":")
  else { return false }
  switch text {
  case "~", "null", "Null", "NULL", "<<", "=": return false
  case _: break
  }
  guard !text.hasPrefix("---"), !text.hasPrefix("...") else { return false }
  if ",[]{}#&*!|>'\"%@`".utf8.contains(first) { return false }
  if "-?:".utf8.contains(first), bytes.count == 1 || bytes[1] == 0x20 { return false }
  for (index, byte) in bytes.enumerated() where 0 < index {
    if byte == UInt8(ascii: "#"), bytes[index - 1] == 0x20 { return false }
    if byte == 0x20, bytes[index - 1] == UInt8(ascii: ":") { return false }
  }
  return !text.unicodeScalars.contains { escape(of: $0) != nil }
}

/// How a character that cannot stand for itself on one line is written in double quotes.
private func escape(of scalar: Unicode.Scalar) -> String? {
  switch scalar.value {
  case 0x0A: "\\n"
  case 0x0D: "\\r"
  case 0x09: "\\t"
  case 0x00..<0x20, 0x7F..<0xA0: "\\x" + hexadecimal(scalar.value, digits: 2)
  case 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF: "\\u" + hexadecimal(scalar.value, digits: 4)
  case _: nil
  }
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16)
  return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
}
