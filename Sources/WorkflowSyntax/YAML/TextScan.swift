/// Walks a stretch of text and passes over what stands in quotes.
///
/// A quote counts as opening only where a word does not go on before it (`it's` opens none), and only when
/// it is closed within the stretch. At most `longest` bytes are walked: an explanation must not cost more than
/// the reading.
struct TextScan {
  private static let longest = 4_096
  private let bytes: YAMLBytes
  private let end: Int
  private(set) var index: Int

  init(_ bytes: YAMLBytes, from start: Int, to end: Int) {
    self.bytes = bytes
    self.end = min(end, start + TextScan.longest, bytes.count)
    index = start
  }

  /// The next place outside quotes for which the test holds; afterwards the walk stands behind it.
  mutating func next(where isMatch: (YAMLBytes, Int) -> Bool) -> Int? {
    while index < end {
      let here = index
      if let close = closingQuote(of: here) {
        index = close + 1
        continue
      }
      index += 1
      if isMatch(bytes, here) { return here }
    }
    return nil
  }

  /// Whether a quote stands there that begins a text, closed or not.
  func opensQuote(at index: Int) -> Bool {
    let quote = bytes[index]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    return index == 0 || !isWordByte(bytes[index - 1])
  }

  /// The end of the quoted text that starts there; `nil` when none does.
  func closingQuote(of start: Int) -> Int? {
    guard opensQuote(at: start) else { return nil }
    let quote = bytes[start]
    var index = start + 1
    while index < end {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] != quote {
        index += 1
      } else if quote == UInt8(ascii: "'"), index + 1 < end, bytes[index + 1] == quote {
        index += 2
      } else {
        return index
      }
    }
    return nil
  }
}
