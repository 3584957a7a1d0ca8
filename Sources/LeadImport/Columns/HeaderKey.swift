/// A header as headers are compared: its letters and digits, lower case, and nothing else.
///
/// `First Name`, `first_name` and `FIRSTNAME` are one key, and so are `# Employees` and `Employees`. Letters
/// beyond ASCII count as they stand; no-break spaces, a second byte order mark and what else comes unseen with
/// a copied table do not.
struct HeaderKey: Hashable, Sendable {
  let bytes: [UInt8]

  init(_ header: String) {
    var bytes: [UInt8] = []
    for scalar in header.unicodeScalars {
      switch scalar {
      case "A"..."Z": bytes.append(UInt8(scalar.value) | 0x20)
      case "a"..."z", "0"..."9": bytes.append(UInt8(scalar.value))
      default: if Self.isLetterOrDigit(beyondASCII: scalar) { bytes += Array(String(scalar).utf8) }
      }
    }
    self.bytes = bytes
  }

  private static func isLetterOrDigit(beyondASCII scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return false }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    case .decimalNumber, .letterNumber, .otherNumber: true
    default: false
    }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  var isEmpty: Bool { bytes.isEmpty }
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The key without its one run of digits, and their value: `phone2type` is `phonetype` and 2.
  ///
  /// - Returns: `nil` when there is no such run, or it is no ordinal: a 0 in front, or more than two digits.
  var numbered: (key: HeaderKey, number: Int)? {
    let digits = bytes.filter(Self.isDigit)
    guard let start = bytes.firstIndex(where: Self.isDigit), digits.count <= 2,
      bytes[start...].prefix(while: Self.isDigit).count == digits.count,
      let number = Int(String(decoding: digits, as: UTF8.self)), digits[0] != UInt8(ascii: "0")
    else { return nil }
    return (HeaderKey(bytes: bytes.filter { !Self.isDigit($0) }), number)
  }

  /// The key without `suffix`; `nil` when it does not end so.
  func dropping(suffix: String) -> HeaderKey? {
    let ending = Array(suffix.utf8)
    guard ending.count <= bytes.count, Array(bytes.suffix(ending.count)) == ending else { return nil }
    return HeaderKey(bytes: Array(bytes.dropLast(ending.count)))
  }

  func contains(_ part: String) -> Bool {
    let wanted = Array(part.utf8)
    guard wanted.count <= bytes.count else { return false }
    return (0...(bytes.count - wanted.count)).contains {
      bytes[$0..<($0 + wanted.count)].elementsEqual(wanted)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
  }
}
