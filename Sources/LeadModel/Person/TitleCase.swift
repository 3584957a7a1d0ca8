/// Title case for names, byte by byte and without changing a name's length.
///
/// Letters are ASCII, Latin-1 and Latin Extended-A, which covers the names of European origin; others stay.
enum TitleCase {
  static func write(_ name: CellBytes, isFirst: Bool, to target: UnsafeMutablePointer<UInt8>) {
    for index in 0..<name.count { target[index] = name[index] }
    guard isMonotone(name) else { return }
    var start = 0
    while start < name.count {
      var end = start
      while end < name.count, name[end] != 0x20, name[end] != 0x2D { end += 1 }
      writeWord(name.slice(start, end), isFirst: isFirst, to: target + start)
      start = end + 1
    }
  }

  /// Whether all letters are capitals or all are small.
  private static func isMonotone(_ name: CellBytes) -> Bool {
    var (capitals, smalls) = (false, false)
    for byte in name {
      capitals = capitals || byte &- 65 < 26
      smalls = smalls || byte &- 97 < 26
    }
    return capitals != smalls
  }

  private static func writeWord(_ word: CellBytes, isFirst: Bool, to target: UnsafeMutablePointer<UInt8>) {
    if isFirst, isInitials(word) {
      for index in 0..<word.count { target[index] = word[index].asciiUppercased }
      return
    }
    var isAtStart = true
    var index = 0
    while index < word.count {
      let byte = word[index]
      if byte < 0x80 {
        target[index] = isAtStart ? byte.asciiUppercased : byte.asciiLowercased
        isAtStart = byte == 0x2E || (byte == 0x27 && startsAgain(word, after: index))
        index += 1
      } else {
        let pair = index + 1 < word.count ? cased((byte, word[index + 1]), asCapital: isAtStart) : nil
        if let pair {
          (target[index], target[index + 1]) = pair
          index += 1
        }
        index += 1
        isAtStart = false
      }
    }
    // McDonald, but not the short "Mca".
    if 5 <= word.count, target[0] == 0x4D, target[1] == 0x63 { target[2] = target[2].asciiUppercased }
  }

  /// O'Neil, D'Angelo; but not the end of "Ja'nae's".
  private static func startsAgain(_ word: CellBytes, after apostrophe: Int) -> Bool {
    apostrophe == 1 && apostrophe + 2 < word.count
  }

  /// "TJ", "AJ": two letters without a vowel, or any before a J.
  private static func isInitials(_ word: CellBytes) -> Bool {
    guard word.count == 2, word[0].isLetter, word[1].isLetter else { return false }
    let second = word[1].asciiLowercased
    if second == UInt8(ascii: "j") { return true }
    return !isVowel(word[0].asciiLowercased) && !isVowel(second)
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }

  /// A letter of two bytes as a capital or small letter; `nil` where it is neither.
  private static func cased(_ pair: (UInt8, UInt8), asCapital: Bool) -> (UInt8, UInt8)? {
    let (lead, trail) = pair
    switch lead {
    case 0xC3:  // U+00C0...U+00DE and their small letters 32 further on, without × ÷ ß ÿ.
      let base = trail & 0x1F
      guard 0x80 <= trail, trail <= 0xBF, base != 0x17, base != 0x1F else { return nil }
      return (lead, asCapital ? trail & ~0x20 : trail | 0x20)
    case 0xC4, 0xC5:
      let code = UInt16(lead & 0x1F) << 6 | UInt16(trail & 0x3F)
      // Pairs of capital and small letter; in these two ranges the capital is the odd one.
      let isOddCapital = (0x139...0x148).contains(code) || (0x179...0x17E).contains(code)
      let isPaired =
        isOddCapital || !(code == 0x131 || code == 0x130 || code == 0x138 || code == 0x149 || 0x178 <= code)
      guard isPaired else { return nil }
      let capital = isOddCapital ? (code - 1) | 1 : code & ~1
      let wanted = asCapital ? capital : capital + 1
      return (0xC0 | UInt8(wanted >> 6), 0x80 | UInt8(wanted & 0x3F))
    default: return nil
    }
  }
}
