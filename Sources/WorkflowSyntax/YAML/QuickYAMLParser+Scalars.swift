/// Names and texts, plain or in quotes.
extension QuickYAMLParser {
  /// YAML lets a key have 1,024 characters.
  private static var longestKey: Int { 1_000 }

  /// Reads a key of one line and its colon; `false` when there is none.
  mutating func scanKey(isInFlow: Bool = false) throws(YAMLProblem) -> Bool {
    guard let end = try endOfKey(isInFlow: isInFlow), end < bytes.count, bytes[end] == UInt8(ascii: ":"),
      end + 1 == bytes.count || Self.isBlank(bytes[end + 1])
    else { return false }
    if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      try scanQuoted()
    } else {
      event = YAMLEvent(kind: .scalar, start: index, end: end, text: stretch(index, end))
    }
    index = end + 1
    return true
  }

  /// Where a text that may be a key ends; `nil` for one that is none.
  func endOfKey(isInFlow: Bool) throws(YAMLProblem) -> Int? {
    guard index < bytes.count else { return nil }
    var end = index
    if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") {
      guard let quote = endOfQuoted() else { return nil }
      end = quote + 1
    } else {
      guard startsPlain(at: index) else { return nil }
      end = try endOfPlainWords(from: index, isInFlow: isInFlow).text
    }
    return end - index <= Self.longestKey ? end : nil
  }

  /// Reads the name behind `&` or `*`, and sees to it that nothing else is part of it.
  mutating func scanName() throws(YAMLProblem) -> UnsafeBufferPointer<UInt8> {
    let start = index + 1
    index = start
    while index < bytes.count, isWordByte(bytes[index]), bytes[index] != UInt8(ascii: ".") { index += 1 }
    guard start < index, index == bytes.count || " \n,]}".utf8.contains(bytes[index]) else {
      throw Self.unusual
    }
    return stretch(start, index)
  }

  mutating func scanAlias() throws(YAMLProblem) {
    let start = index
    let name = try scanName()
    event = YAMLEvent(kind: .alias, start: start, end: index, anchor: name)
  }

  func stretch(_ start: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<end])
  }

  // MARK: Plain

  /// Whether a byte begins a plain text, whatever stands around it; others may, and are left to libyaml.
  private func startsPlain(at index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), 0x80...,
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "("),
      UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "<"), UInt8(ascii: "="),
      UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: ";"):
      true
    case UInt8(ascii: "-"):
      index + 1 < bytes.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index + 1])
    case _:
      false
    }
  }

  /// Where a plain text's part on one line ends, and where the blanks behind it do.
  private func endOfPlainWords(
    from start: Int, isInFlow: Bool
  ) throws(YAMLProblem) -> (text: Int, blanks: Int) {
    var index = start
    var end = start
    while index < bytes.count {
      switch bytes[index] {
      case 0x0A: return (end, index)
      case 0x20:
        index += 1
        continue
      case UInt8(ascii: "#"):
        if index != end { return (end, index) }
      case UInt8(ascii: ":"):
        guard index + 1 < bytes.count, !Self.isBlank(bytes[index + 1]) else { return (end, index) }
        if isInFlow, ",?[]{}".utf8.contains(bytes[index + 1]) { throw Self.unusual }
      case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
        if isInFlow { return (end, index) }
      case _: break
      }
      index += 1
      end = index
    }
    return (end, index)
  }

  /// Reads a plain text, which may go on in the next lines.
  mutating func scanPlain(inside indentation: Int, isInFlow: Bool) throws(YAMLProblem) {
    guard startsPlain(at: index) else { throw Self.unusual }
    let start = index
    var (end, blanks) = try endOfPlainWords(from: start, isInFlow: isInFlow)
    let firstEnd = end
    index = end
    // Lines are joined by a space, and by a line end for each line left empty between them.
    while blanks < bytes.count, bytes[blanks] == 0x0A {
      let (lastIndex, lastLineStart) = (index, lineStart)
      index = blanks
      var breaks = 0
      while index < bytes.count, Self.isBlank(bytes[index]) {
        if bytes[index] == 0x0A {
          breaks += 1
          try startLine()
        } else {
          index += 1
        }
      }
      let isOver =
        index == bytes.count || bytes[index] == UInt8(ascii: "#")
        || !isInFlow && index - lineStart <= indentation
      let next = isOver ? nil : try endOfPlainWords(from: index, isInFlow: isInFlow)
      guard let next, index < next.text else {
        (index, lineStart) = (lastIndex, lastLineStart)
        break
      }
      if end == firstEnd { decoded.start(with: stretch(start, end)) }
      decoded.append(breaks == 1 ? 0x20 : 0x0A, count: max(1, breaks - 1))
      decoded.append(stretch(index, next.text))
      (end, blanks) = next
      index = end
    }
    event = YAMLEvent(
      kind: .scalar, start: start, end: end, text: end == firstEnd ? stretch(start, end) : decoded.text)
  }

  // MARK: Quoted

  /// Where the closing quote of the text that starts here stands; `nil` when it is not on this line.
  private func endOfQuoted() -> Int? {
    let quote = bytes[index]
    var index = index + 1
    while index < bytes.count, bytes[index] != 0x0A {
      if bytes[index] == quote {
        guard quote == UInt8(ascii: "'"), index + 1 < bytes.count, bytes[index + 1] == quote else {
          return index
        }
        index += 1
      } else if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        index += 1
      }
      index += 1
    }
    return nil
  }

  /// Reads a quoted text of one line.
  mutating func scanQuoted() throws(YAMLProblem) {
    guard let end = endOfQuoted() else { throw Self.unusual }
    let start = index
    let isDouble = bytes[start] == UInt8(ascii: "\"")
    let escape = isDouble ? UInt8(ascii: "\\") : UInt8(ascii: "'")
    let written = stretch(start + 1, end)
    var text = written
    if written.contains(escape) {
      decoded.start()
      var index = 0
      while index < written.count {
        if written[index] == escape {
          index += 1
          guard !isDouble else {
            guard let character = Self.escaped(written[index]) else { throw Self.unusual }
            decoded.append(character, count: 1)
            index += 1
            continue
          }
        }
        decoded.append(written[index], count: 1)
        index += 1
      }
      text = decoded.text
    }
    event = YAMLEvent(
      kind: .scalar, start: start, end: end + 1, style: isDouble ? .double : .single, text: text)
    index = end + 1
  }

  private static func escaped(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
    case _: nil
    }
  }
}
