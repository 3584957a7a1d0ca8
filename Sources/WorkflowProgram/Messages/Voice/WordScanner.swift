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

  /// An ASCII capital as a small letter; other bytes as they are.
  static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

  /// The words of a text in order, lower case.
  static func words(of bytes: [UInt8]) -> [[UInt8]] {
    var scanner = WordScanner(bytes)
    var words: [[UInt8]] = []
    while let range = scanner.next() { words.append(bytes[range].map(lowercased)) }
    return words
  }

  /// A hash of a word that is blind to case.
  static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(lowercased(byte))) &* 0x100_0000_01B3 }
    return mixed(hash)
  }

  /// Whether a word is another, given in lower case.
  static func equal(_ word: ArraySlice<UInt8>, _ other: [UInt8]) -> Bool {
    guard word.count == other.count else { return false }
    return zip(word, other).allSatisfy { lowercased($0) == $1 }
  }
}

/// A few words that matter for what stands beside them.
struct WordSet: Sendable {
  private let hashes: Set<UInt64>

  init(_ words: String) {
    hashes = Set(WordScanner.words(of: Array(words.utf8)).map { WordScanner.hash($0[...]) })
  }

  func contains(_ word: ArraySlice<UInt8>) -> Bool { hashes.contains(WordScanner.hash(word)) }
}
