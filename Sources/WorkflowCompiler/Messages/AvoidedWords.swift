import Diagnostics
import WorkflowProgram

/// Finds words and phrases as wholes, blind to case.
struct AvoidedWords {
  private let phrases: [[UInt8]]

  /// - Parameter phrases: Lower case; words one space apart.
  init(_ phrases: [String]) { self.phrases = phrases.map { Array($0.utf8) }.filter { !$0.isEmpty } }

  /// The bytes of each occurrence, in text order.
  func places(in bytes: [UInt8]) -> [Range<Int>] {
    var places: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      let startsWord = index == 0 || !AvoidedWords.isInside(bytes[index - 1])
      if startsWord, let end = phrases.compactMap({ end(of: $0, at: index, in: bytes) }).max() {
        places.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return places
  }

  private func end(of phrase: [UInt8], at start: Int, in bytes: [UInt8]) -> Int? {
    var index = start
    for expected in phrase {
      guard index < bytes.count else { return nil }
      if expected == 0x20 {
        guard bytes[index] == 0x20 || bytes[index] == 0x0A else { return nil }
        while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x0A { index += 1 }
      } else {
        let byte = bytes[index] &- 65 < 26 ? bytes[index] | 0x20 : bytes[index]
        guard byte == expected else { return nil }
        index += 1
      }
    }
    return index == bytes.count || !AvoidedWords.isInside(bytes[index]) ? index : nil
  }

  /// Letters, digits and everything beyond ASCII.
  private static func isInside(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || 0x80 <= byte
  }
}
