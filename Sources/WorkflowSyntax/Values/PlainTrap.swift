/// A plain scalar that YAML 1.1 gives another value than its text says (yaml.org/type: bool, int, float, timestamp).
struct PlainTrap {
  /// What such readers make of it.
  let reading: String

  /// - Returns: `nil` for a text that every reader takes as it stands, or that is the number it looks like.
  init?(_ text: String) {
    guard let first = text.utf8.first, text.utf8.count <= 5 || !PlainTrap.isLetter(first) else { return nil }
    switch text {
    case "y", "Y", "yes", "Yes", "YES", "on", "On", "ON", "true", "True", "TRUE": reading = "true"
    case "n", "N", "no", "No", "NO", "off", "Off", "OFF", "false", "False", "FALSE": reading = "false"
    case _:
      guard let reading = PlainTrap.number(Array(text.utf8)) else { return nil }
      self.reading = reading
    }
  }

  /// Numbers start with none, and the words among the traps are short.
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }

  private static func number(_ text: [UInt8]) -> String? {
    var digits = text[...]
    let hasSign = digits.first == UInt8(ascii: "-") || digits.first == UInt8(ascii: "+")
    if hasSign { digits.removeFirst() }
    guard let first = digits.first, ScalarText.isDigit(first) else { return nil }
    let isNumeric = digits.allSatisfy {
      ScalarText.isDigit($0) || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ":")
        || $0 | 0x20 == UInt8(ascii: "e") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-")
    }
    guard isNumeric || digits.starts(with: "0x".utf8) || digits.starts(with: "0b".utf8) else { return nil }
    let isWhole = digits.allSatisfy(ScalarText.isDigit)
    if isWhole {
      return first == UInt8(ascii: "0") && 1 < digits.count || text.first == UInt8(ascii: "+")
        ? "a number" : nil
    }
    let colons = digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    if 1 < colons.count {
      return colons.allSatisfy { !$0.isEmpty && $0.count <= 2 && $0.allSatisfy(ScalarText.isDigit) }
        ? "a number in base 60" : nil
    }
    if ScalarText(String(decoding: text, as: UTF8.self)).daysSince1970 != nil { return "a date" }
    let asNumber = ScalarText(String(decoding: text, as: UTF8.self))
    return asNumber.number != nil || digits.starts(with: "0x".utf8) || digits.starts(with: "0b".utf8)
      ? "a number" : nil
  }
}
