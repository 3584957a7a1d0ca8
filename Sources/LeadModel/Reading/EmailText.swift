/// Reads email addresses: trimmed, in lower case, one `@`, a domain with a dot.
///
/// Of several addresses in a cell the first usable one counts; `mailto:` and `Name <address>` are understood.
public enum EmailText {
  /// The longest address that mail servers must take (RFC 5321, 4.5.3.1).
  public static let maxBytes = 254

  /// Reads into `target`, which has room for `cell.count` bytes.
  ///
  /// - Returns: How many bytes were written.
  public static func read(_ cell: CellBytes, into target: UnsafeMutablePointer<UInt8>) -> Reading<Int> {
    if let count = quickly(cell, into: target) { return .value(count) }
    let text = CellText.unwrapped(cell)
    if CellText.meansNothing(text) { return .empty }
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, !isSeparator(text[end]) { end += 1 }
      if let address = address(in: text.slice(start, end)) {
        for index in 0..<address.count { target[index] = address[index].asciiLowercased }
        return .value(address.count)
      }
      start = end + 1
    }
    return .unreadable(.notAnEmail)
  }

  public static func read(_ text: String) -> Reading<String> {
    text.withBytes { cell in
      withUnsafeTemporaryAllocation(of: UInt8.self, capacity: cell.count + 1) { buffer in
        guard let target = buffer.baseAddress else { return .empty }
        return switch read(cell, into: target) {
        case .value(let count):
          .value(String(decoding: CellBytes(start: target, count: count), as: UTF8.self))
        case .empty: .empty
        case .unreadable(let problem): .unreadable(problem)
        }
      }
    }
  }

  /// Reads a plain address in one pass.
  ///
  /// - Returns: `nil` for anything else, right or wrong, which needs the careful way.
  private static func quickly(_ cell: CellBytes, into target: UnsafeMutablePointer<UInt8>) -> Int? {
    guard cell.count <= maxBytes else { return nil }
    var (at, dot, previous) = (-1, -1, UInt8(ascii: "."))
    for index in 0..<cell.count {
      let byte = cell[index].asciiLowercased
      target[index] = byte
      if byte &- 97 < 26 || byte.isDigit {
        previous = byte
        continue
      }
      // A mark must stand between letters or digits, in the domain as in the local part.
      guard previous &- 97 < 26 || previous.isDigit else { return nil }
      switch byte {
      case 0x2E: dot = index
      case 0x40:
        guard at < 0, index <= 64 else { return nil }
        at = index
      case 0x2D: break
      case 0x5F, 0x2B: if 0 <= at { return nil }
      default: return nil
      }
      previous = byte
    }
    // The domain's last label: two letters or more, the last of them no digit.
    guard 0 < at, at < dot, dot + 2 < cell.count, dot - at <= 64, previous &- 97 < 26 else { return nil }
    return cell.count
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00...0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "("), UInt8(ascii: ")"):
      true
    default: false
    }
  }

  /// The address that a word is, or `nil`.
  private static func address(in word: CellBytes) -> CellBytes? {
    var word = word
    if word.has("mailto:", at: 0) { word = word.slice(7, word.count) }
    if word.last == 0x2E { word = word.slice(0, word.count - 1) }  // The end of a sentence.
    guard 6 <= word.count, word.count <= maxBytes, let at = word.firstIndex(of: 0x40) else { return nil }
    let local = word.slice(0, at)
    let domain = word.slice(at + 1, word.count)
    guard isLocalPart(local), isDomain(domain) else { return nil }
    return word
  }

  private static func isLocalPart(_ text: CellBytes) -> Bool {
    guard 1 <= text.count, text.count <= 64, text[0] != 0x2E, text[text.count - 1] != 0x2E else {
      return false
    }
    for index in 0..<text.count {
      let byte = text[index]
      if byte.isLetter || byte.isDigit || 0x80 <= byte { continue }
      if byte == 0x2E {
        if text[index - 1] == 0x2E { return false }
        continue
      }
      guard "_-+'&%=~!#$*/?^`{}".utf8.contains(byte) else { return false }
    }
    return true
  }

  /// Labels of letters, digits and inner hyphens; the last of at least two, none of them digits.
  private static func isDomain(_ text: CellBytes) -> Bool {
    var labelStart = 0
    var dots = 0
    for index in 0...text.count {
      if index == text.count || text[index] == 0x2E {
        guard labelStart < index, index - labelStart <= 63, text[labelStart] != 0x2D, text[index - 1] != 0x2D
        else { return false }
        if index == text.count { break }
        dots += 1
        labelStart = index + 1
      } else {
        let byte = text[index]
        guard byte.isLetter || byte.isDigit || byte == 0x2D || 0x80 <= byte else { return false }
      }
    }
    guard 1 <= dots, 2 <= text.count - labelStart else { return false }
    return !text[text.count - 1].isDigit
  }
}
