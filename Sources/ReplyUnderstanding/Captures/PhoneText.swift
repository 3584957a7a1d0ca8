/// A phone number as people type it: ten digits, eleven with a leading 1, seven, or international with "+".
enum PhoneText {
  /// Where the number that starts at `start` ends; nil when none starts there.
  static func end(in source: [UInt8], from start: Int, to end: Int) -> Int? {
    guard start == 0 || !isDigit(source[start - 1]) else { return nil }
    let isInternational = source[start] == UInt8(ascii: "+")
    var (position, digits, last) = (start, 0, start)
    var gaps = 0
    var (first, second): (UInt8, UInt8) = (0, 0)
    // How many digits stood before the first gap, to tell "555-0142" from "5550142".
    var head = 0
    let wanted = { isInternational ? 15 : first == 0x31 ? 11 : 10 }
    while position < end {
      let byte = source[position]
      if isDigit(byte) {
        if digits == 0 { first = byte }
        if digits == 1 { second = byte }
        if gaps > 0, digits > 0, head == 0 { head = digits }
        digits += 1
        position += 1
        (last, gaps) = (position, 0)
        if digits == wanted() { break }
      } else if isSeparator(byte), gaps < 3, !(byte == 0x2B && position > start) {
        gaps += 1
        position += 1
      } else {
        break
      }
    }
    guard last == source.count || last >= end || !isDigit(source[last]) else { return nil }
    let area = first == 0x31 ? second : first
    if isInternational { return digits >= 8 ? last : nil }
    if digits == wanted(), area >= 0x32 { return last }
    return sevenDigits(source, from: start, to: end, first: first)
  }

  /// "555-0142": three and four with a dash, a dot or a space between.
  private static func sevenDigits(
    _ source: [UInt8], from start: Int, to end: Int, first: UInt8
  ) -> Int? {
    guard start + 8 <= end, first >= 0x32 else { return nil }
    for offset in 0..<8 where offset != 3 {
      guard isDigit(source[start + offset]) else { return nil }
    }
    guard [0x2D, 0x2E, 0x20].contains(source[start + 3]) else { return nil }
    guard start + 8 == end || !isDigit(source[start + 8]) else { return nil }
    return start + 8
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x28, 0x29, 0x2B, 0x2D, 0x2E, 0x2F: true
    default: false
    }
  }

  /// The number in E.164 form; the bare digits where the area code is missing.
  static func normalised(_ text: some Sequence<UInt8>) -> String {
    var digits: [UInt8] = []
    var isInternational = false
    for byte in text {
      if byte == UInt8(ascii: "+") { isInternational = true }
      if isDigit(byte) { digits.append(byte) }
    }
    let bare = String(decoding: digits, as: UTF8.self)
    if isInternational { return "+" + bare }
    return switch digits.count {
    case 10: "+1" + bare
    case 11: "+" + bare
    default: bare
    }
  }
}
