/// A text read as one of the types a schema may want; each is `nil` where the text is none.
///
/// YAML's own types play no part: `012` is twelve where a number is wanted, and `12:30` half past twelve where
/// a time is.
public struct ScalarText: Hashable, Sendable {
  public let text: String
  public init(_ text: String) { self.text = text }

  /// A whole number: digits, a sign, `_` between digits.
  public var integer: Int? {
    // Nearly all are a few digits.
    if (1...18).contains(text.utf8.count), text.utf8.allSatisfy(Self.isDigit) {
      return text.utf8.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
    guard let digits = Self.digits(text, allowsPoint: false) else { return nil }
    return Int(digits)
  }

  /// A finite number: digits, a sign, a point, `_` between digits, an exponent.
  public var number: Double? {
    guard let digits = Self.digits(text, allowsPoint: true), let value = Double(digits), value.isFinite else {
      return nil
    }
    return value
  }

  /// `15%` or `0.5 %`, as a fraction from 0 to 1: 0.15.
  public var percentage: Double? {
    guard text.utf8.last == UInt8(ascii: "%") else { return nil }
    let digits = text.hasSuffix(" %") ? text.dropLast(2) : text.dropLast()
    // Digits and a point between them, as JSON Schema has it: no sign, no exponent.
    guard let first = digits.utf8.first, let last = digits.utf8.last, Self.isDigit(first), Self.isDigit(last),
      digits.utf8.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: ".") }),
      let percent = Double(digits), percent <= 100
    else { return nil }
    return percent / 100
  }

  /// `true`, `yes` and `on`, or `false`, `no` and `off`, in any case.
  public var boolean: Bool? {
    switch text.lowercased() {
    case "true", "yes", "on": true
    case "false", "no", "off": false
    case _: nil
    }
  }

  /// US dollars: `1500`, `$1,500.50`, `1.2M`, `$500k`, `2B`.
  public var money: Double? {
    var digits = Self.trimmed(text[...])
    let isNegative = digits.hasPrefix("-")
    if isNegative { digits.removeFirst() }
    if digits.hasPrefix("$") { digits.removeFirst() }
    var factor = 1.0
    switch digits.last {
    case "k", "K": factor = 1e3
    case "m", "M": factor = 1e6
    case "b", "B": factor = 1e9
    case _: break
    }
    if factor != 1 { digits.removeLast() }
    guard let first = digits.utf8.first, Self.isDigit(first), Self.hasGroupedCommas(digits) else {
      return nil
    }
    digits.removeAll { $0 == "," }
    return ScalarText(digits).number.map { (isNegative ? -$0 : $0) * factor }
  }

  /// The name in `${NAME}`: capital letters, digits and `_`, a letter first.
  public var environmentName: String? {
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
    let name = text.dropFirst(2).dropLast()
    guard let first = name.utf8.first, Self.isUpper(first),
      name.utf8.allSatisfy({ Self.isUpper($0) || Self.isDigit($0) || $0 == UInt8(ascii: "_") })
    else { return nil }
    return String(name)
  }

  /// Whether it is `#rgb` or `#rrggbb`.
  public var isColor: Bool {
    (text.utf8.count == 4 || text.utf8.count == 7) && text.utf8.first == UInt8(ascii: "#")
      && text.utf8.dropFirst().allSatisfy { Self.isDigit($0) || (0x61...0x66).contains($0 | 0x20) }
  }

  /// Whether it is a web address: `http` or `https`, a host, and no blanks.
  public var isURL: Bool {
    let rest =
      text.hasPrefix("https://") ? text.dropFirst(8) : text.hasPrefix("http://") ? text.dropFirst(7) : ""
    let host = rest.utf8.prefix {
      $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#")
    }
    return !host.isEmpty && text.utf8.allSatisfy { 0x20 < $0 && $0 != 0x7F }
  }

  /// Whether it is a name in a style.
  public func isIdentifier(_ style: Shape.IdentifierStyle) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      guard let first = bytes.first, let last = bytes.last, bytes.count <= 100 else { return false }
      guard Self.isLower(first) || Self.isUpper(first), last != UInt8(ascii: "-") else {
        return false
      }
      var (hasLower, hasUpper) = (false, false)
      for byte in bytes {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"): hasLower = true
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): hasUpper = true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"): break
        case UInt8(ascii: "-"): if style == .lower { return false }
        case _: return false
        }
      }
      return !(hasUpper && (hasLower || style == .lower))
    }
  }

  /// Whether there is white space anywhere in it.
  var hasWhitespace: Bool {
    var isASCII = true
    for byte in text.utf8 {
      if byte == 0x20 || 0x09...0x0D ~= byte { return true }
      if 0x80 <= byte { isASCII = false }
    }
    return !isASCII && text.contains { $0.isWhitespace }
  }

  // MARK: Characters

  /// The digits without `_`, when the text is a number.
  private static func digits(_ text: String, allowsPoint: Bool) -> String? {
    var digits: [UInt8] = []
    var (hasDigit, hasPoint, hasExponent) = (false, false, false)
    let bytes = Array(text.utf8)
    guard bytes.count <= 64 else { return nil }
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasDigit = true
      case UInt8(ascii: "-"), UInt8(ascii: "+"):
        guard index == 0 || bytes[index - 1] | 0x20 == UInt8(ascii: "e") else { return nil }
      case UInt8(ascii: "_"):
        guard hasDigit, index + 1 < bytes.count, isDigit(bytes[index + 1]), isDigit(bytes[index - 1]) else {
          return nil
        }
        continue
      case UInt8(ascii: "."):
        guard allowsPoint, !hasPoint, !hasExponent else { return nil }
        hasPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard allowsPoint, hasDigit, !hasExponent else { return nil }
        hasExponent = true
      case _:
        return nil
      }
      digits.append(byte)
    }
    guard hasDigit, let last = digits.last, isDigit(last) || last == UInt8(ascii: ".") else { return nil }
    return String(decoding: digits, as: UTF8.self)
  }

  /// Whether commas, if any, stand before groups of three digits.
  private static func hasGroupedCommas(_ text: String) -> Bool {
    let groups = text.prefix { $0 != "." }.split(separator: ",", omittingEmptySubsequences: false)
    return groups.dropFirst().allSatisfy { $0.utf8.count == 3 && $0.utf8.allSatisfy(isDigit) }
      && !text.drop { $0 != "." }.contains(",")
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.utf8.last == 0x20 { text.removeLast() }
    while text.utf8.first == 0x20 { text.removeFirst() }
    return String(text)
  }

  static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9") }
  static func isLower(_ byte: UInt8) -> Bool { UInt8(ascii: "a") <= byte && byte <= UInt8(ascii: "z") }
  static func isUpper(_ byte: UInt8) -> Bool { UInt8(ascii: "A") <= byte && byte <= UInt8(ascii: "Z") }
}
