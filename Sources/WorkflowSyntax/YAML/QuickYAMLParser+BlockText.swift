/// Texts in lines of their own, below `|` or `>`.
extension QuickYAMLParser {
  /// Reads the lines below `|` or `>`, by the rules of YAML 1.1, sections 8.1 and 9.3.
  mutating func scanBlockText(inside indentation: Int) throws(YAMLProblem) {
    let start = index
    let isFolded = bytes[index] == UInt8(ascii: ">")
    index += 1
    let isStripped = index < bytes.count && bytes[index] == UInt8(ascii: "-")
    if isStripped { index += 1 }
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    guard index < bytes.count, bytes[index] == 0x0A else { throw Self.unusual }
    try startLine()
    let first = index
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    let column = index - lineStart
    guard index < bytes.count, bytes[index] != 0x0A, indentation < column else { throw Self.unusual }
    index = first

    decoded.start()
    var end = first
    var lastBreaks = 0
    var wasIndented = false
    while let breaks = try startOfBlockLine(column) {
      let isIndented = bytes[index] == 0x20
      if end != first {
        // Folding joins lines by a space, unless one of them is indented further.
        let isJoined = isFolded && !wasIndented && !isIndented
        if isJoined, breaks == 0 { decoded.append(0x20, count: 1) }
        decoded.append(0x0A, count: isJoined ? breaks : breaks + 1)
      }
      wasIndented = isIndented
      let line = index
      while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      decoded.append(stretch(line, index))
      end = index
      lastBreaks = 0
      guard index < bytes.count else { break }
      lastBreaks = 1
      try startLine()
    }
    if !isStripped { decoded.append(0x0A, count: lastBreaks) }
    event = YAMLEvent(
      kind: .scalar, start: start, end: end, style: isFolded ? .folded : .literal, text: decoded.text)
  }

  /// Moves to the text of the block's next line; `nil` when the block is over.
  ///
  /// - Returns: How many empty lines were passed.
  private mutating func startOfBlockLine(_ column: Int) throws(YAMLProblem) -> Int? {
    var breaks = 0
    while index < bytes.count {
      while index < bytes.count, index - lineStart < column, bytes[index] == 0x20 { index += 1 }
      guard index < bytes.count, bytes[index] == 0x0A else { break }
      breaks += 1
      try startLine()
    }
    return index < bytes.count && index - lineStart == column ? breaks : nil
  }
}
