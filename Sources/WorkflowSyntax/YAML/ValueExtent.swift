/// What the author meant as one value on one line, where YAML took it apart; and how to write it instead.
struct ValueExtent {
  let start: Int
  let end: Int

  /// The value that starts at `start`: to the end of the line's content, or within braces and brackets to the
  /// comma or bracket that ends it, brackets and quotes of its own passed over.
  init(at start: Int, in bytes: YAMLBytes, isInFlow: Bool) {
    let line = YAMLLine(at: start, in: bytes)
    self.start = start
    var end = max(start, line.contentEnd)
    if isInFlow { end = ValueExtent.flowEnd(from: start, to: end, in: bytes) }
    while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    self.end = end
  }

  /// The value in which `offset` stands; `nil` when the line has no value there.
  init?(around offset: Int, in bytes: YAMLBytes, isInFlow: Bool) {
    let line = YAMLLine(at: offset, in: bytes)
    guard let value = line.valueStart, value <= offset else { return nil }
    // Values begun in brackets on this line, the innermost last.
    var open: [Int] = []
    var scan = TextScan(bytes, from: value, to: min(offset, line.contentEnd))
    let isFlow =
      value < line.contentEnd && (bytes[value] == UInt8(ascii: "{") || bytes[value] == UInt8(ascii: "["))
    while isFlow, let place = scan.next(where: { _, _ in true }) {
      switch bytes[place] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): open.append(place + 1)
      case UInt8(ascii: "}"), UInt8(ascii: "]"): _ = open.popLast()
      case UInt8(ascii: ",") where !open.isEmpty: open[open.count - 1] = place + 1
      case UInt8(ascii: ":")
      where !open.isEmpty && (bytes[place + 1] == 0x20 || bytes[place - 1] == UInt8(ascii: "\"")):
        open[open.count - 1] = place + 1
      case _: break
      }
    }
    var start = open.last ?? value
    while start < offset, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    self.init(at: start, in: bytes, isInFlow: isInFlow || !open.isEmpty)
  }

  private static func flowEnd(from start: Int, to end: Int, in bytes: YAMLBytes) -> Int {
    var depth = 0
    var scan = TextScan(bytes, from: start, to: end)
    return scan.next { bytes, index in
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")") where 0 < depth: depth -= 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        if depth == 0 { return true }
        depth -= 1
      case UInt8(ascii: ",") where depth == 0: return true
      case _: break
      }
      return false
    } ?? end
  }

  /// The mend that puts the value in quotes.
  func quoting(_ bytes: YAMLBytes) -> Mend {
    Mend("put the value in quotes", start, end, quoted(bytes[start..<end]))
  }
}

/// A text in the quotes that need the fewest changes to it: `"a"`, or `'say "a"'`.
func quoted(_ text: some Collection<UInt8>) -> [UInt8] {
  let (double, single, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"))
  guard text.contains(double) || text.contains(backslash) else { return [double] + text + [double] }
  return [single] + text.flatMap { $0 == single ? [single, single] : [$0] } + [single]
}
