/// Finds words and phrases as wholes, blind to case.
package struct AvoidedWords {
  /// The phrases that a byte may start, by that byte, capitals too: most words of a text start none.
  private let starting: [[[UInt8]]]
  /// Whether a byte may start any.
  private let starts: [Bool]
  private let isEmpty: Bool

  /// - Parameter phrases: Lower case; words one space apart.
  package init(_ phrases: [String]) {
    var starting: [[[UInt8]]] = Array(repeating: [], count: 256)
    for phrase in phrases.map({ Array($0.utf8) }) {
      guard let first = phrase.first else { continue }
      starting[Int(first)].append(phrase)
      if first &- 97 < 26 { starting[Int(first & 0xDF)].append(phrase) }
      if first == 0x20 { starting[0x0A].append(phrase) }
    }
    self.starting = starting
    starts = starting.map { !$0.isEmpty }
    isEmpty = phrases.allSatisfy(\.isEmpty)
  }

  /// The bytes of each occurrence, in text order.
  package func places(in bytes: [UInt8]) -> [Range<Int>] {
    guard !isEmpty else { return [] }
    var places: [Range<Int>] = []
    bytes.withUnsafeBufferPointer { bytes in
      starts.withUnsafeBufferPointer { starts in
        var index = 0
        while index < bytes.count {
          guard starts[Int(bytes[index])], index == 0 || !AvoidedWords.isInside(bytes[index - 1]),
            let end = longest(at: index, in: bytes)
          else {
            index += 1
            continue
          }
          places.append(index..<end)
          index = end
        }
      }
    }
    return places
  }

  /// Where the longest phrase ends that starts here; `nil` when none does.
  private func longest(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var longest: Int?
    for phrase in starting[Int(bytes[start])] {
      if let end = end(of: phrase, at: start, in: bytes) { longest = max(end, longest ?? end) }
    }
    return longest
  }

  private func end(of phrase: [UInt8], at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
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
