/// Finds the words of a text: letters and digits, with apostrophes and hyphens inside.
struct WordScanner {
  let bytes: [UInt8]
  private(set) var index = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next word's place, or `nil` at the end.
  mutating func next() -> Range<Int>? {
    while index < bytes.count, !WordScanner.isLetter(bytes[index]) { index += 1 }
    guard index < bytes.count else { return nil }
    let start = index
    while index < bytes.count {
      let isInside = bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "-")
      let isJoint = isInside && index + 1 < bytes.count && WordScanner.isLetter(bytes[index + 1])
      guard isJoint || WordScanner.isLetter(bytes[index]) else { break }
      index += 1
    }
    return start..<index
  }

  mutating func skip(to end: Int) { index = end }

  /// Letters, digits and everything beyond ASCII.
  static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || 0x80 <= byte
  }

  /// The words of a text in order, lower case.
  static func words(of bytes: [UInt8]) -> [String] {
    var scanner = WordScanner(bytes)
    var words: [String] = []
    while let range = scanner.next() { words.append(lowercased(bytes[range])) }
    return words
  }

  /// ASCII capitals as small letters; other letters as they are.
  static func lowercased(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.lazy.map { $0 &- 65 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }
}
