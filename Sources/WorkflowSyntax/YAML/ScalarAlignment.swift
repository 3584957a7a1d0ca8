internal import Diagnostics

/// Finds where each stretch of a decoded scalar stands in the text it was read from.
///
/// libyaml gives the decoded text and the place of the whole. This walks both side by side by the rules of
/// YAML 1.1 chapter 9 (escapes, folding, indentation); a stretch that does not fit ends the walk, and the
/// rest maps to the value's end, so a mistake here costs precision only.
struct ScalarAlignment {
  private let text: [UInt8]
  private let raw: UnsafeBufferPointer<UInt8>
  /// Where the value ends in `raw`.
  private let end: Int
  private var textIndex = 0
  private var rawIndex: Int
  private(set) var runs: [SourceText.Run] = []
  /// Where the text ends in the file.
  private(set) var endPlace = 0

  /// - Parameters:
  ///   - text: As decoded.
  ///   - raw: The file; the value stands at `start..<end`, with its quotes or its `|`.
  init(
    _ text: [UInt8], style: YAMLScalar.Style, in raw: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int
  ) {
    self.text = text
    self.raw = raw
    rawIndex = start
    switch style {
    case .plain:
      self.end = end
      alignFlow(style)
    case .single, .double:
      self.end = max(start + 1, end - 1)
      rawIndex += 1
      alignFlow(style)
    case .literal, .folded:
      self.end = end
      alignBlock(isFolded: style == .folded)
    }
    endPlace = max(rawIndex, runs.last.map { Int($0.file) } ?? start)
    put(text.count, endPlace)
    if runs.first?.text != 0 { runs.insert(SourceText.Run(text: 0, file: start), at: 0) }
  }

  /// Notes that the text from `textIndex` stands at `rawIndex`.
  private mutating func put(_ textIndex: Int, _ rawIndex: Int) {
    if let last = runs.last {
      if rawIndex - Int(last.file) == textIndex - Int(last.text) { return }
      if Int(last.text) == textIndex { runs.removeLast() }
    }
    runs.append(SourceText.Run(text: textIndex, file: rawIndex))
  }

  // MARK: Plain and quoted

  private mutating func alignFlow(_ style: YAMLScalar.Style) {
    while textIndex < text.count, rawIndex < end {
      let byte = raw[rawIndex]
      if byte == 0x20 || byte == 0x09 || breakLength(rawIndex) > 0 {
        alignSpace()
      } else if style == .double, byte == UInt8(ascii: "\\") {
        alignEscape()
      } else {
        guard text[textIndex] == byte else { return }
        put(textIndex, rawIndex)
        textIndex += 1
        rawIndex += style == .single && byte == UInt8(ascii: "'") ? 2 : 1
      }
    }
  }

  /// White space: as it is within a line; folded where it holds line breaks.
  private mutating func alignSpace() {
    let start = rawIndex
    var breaks = skipSpace()
    guard !breaks.isEmpty else {
      put(textIndex, start)
      textIndex += rawIndex - start
      return
    }
    // Blanks before the break are not part of the text.
    if !isSeparator(breaks[0]) { breaks[0] = start }
    // A lone line feed becomes a space; of several one goes: the last, so that the text before one that stays
    // ends at its line's end. LS and PS stay.
    if isSeparator(breaks[0]) {
      alignBreaks(breaks[...])
    } else if breaks.count == 1 {
      put(textIndex, breaks[0])
      textIndex += 1
    } else {
      alignBreaks(breaks.dropLast())
    }
  }

  private mutating func alignEscape() {
    if breakLength(rawIndex + 1) > 0 {  // The line's break is escaped: only further empty lines count.
      rawIndex += 1
      let breaks = skipSpace()
      alignBreaks(breaks.dropLast())
      return
    }
    let length =
      switch rawIndex + 1 < end ? raw[rawIndex + 1] : 0 {
      case UInt8(ascii: "x"): 4
      case UInt8(ascii: "u"): 6
      case UInt8(ascii: "U"): 10
      case _: 2
      }
    put(textIndex, rawIndex)
    textIndex += characterLength(textIndex)
    rawIndex += length
    put(textIndex, rawIndex)
  }

  /// Moves past blanks and breaks, and gives the places of the breaks.
  private mutating func skipSpace() -> [Int] {
    var breaks: [Int] = []
    while rawIndex < end {
      let length = breakLength(rawIndex)
      if length > 0 {
        breaks.append(rawIndex)
        rawIndex += length
      } else if raw[rawIndex] == 0x20 || raw[rawIndex] == 0x09 {
        rawIndex += 1
      } else {
        break
      }
    }
    return breaks
  }

  private mutating func alignBreaks(_ breaks: ArraySlice<Int>) {
    for place in breaks where textIndex < text.count {
      put(textIndex, place)
      textIndex += characterLength(textIndex)
    }
  }

  // MARK: Literal and folded

  private mutating func alignBlock(isFolded: Bool) {
    while rawIndex < end, breakLength(rawIndex) == 0 { rawIndex += 1 }  // The header: '|', '>-', a comment.
    rawIndex += breakLength(rawIndex)
    let indentation = blockIndentation()
    while textIndex < text.count, rawIndex < end {
      var blanks = 0
      while blanks < indentation, rawIndex < end, raw[rawIndex] == 0x20 {
        blanks += 1
        rawIndex += 1
      }
      let start = rawIndex
      while rawIndex < end, breakLength(rawIndex) == 0 { rawIndex += 1 }
      if start < rawIndex {
        guard textIndex + (rawIndex - start) <= text.count else { return }
        put(textIndex, start)
        textIndex += rawIndex - start
      }
      var breaks: [Int] = []
      // Breaks up to the next line with content, which folding treats as one.
      repeat {
        guard rawIndex < end else { break }
        breaks.append(rawIndex)
        rawIndex += breakLength(rawIndex)
      } while isFolded && skipEmptyLineStart(indentation)
      alignBlockBreaks(breaks)
    }
  }

  /// Moves to the break of a line that is empty after its indentation, if this is one.
  private mutating func skipEmptyLineStart(_ indentation: Int) -> Bool {
    var index = rawIndex
    while index < end, index - rawIndex < indentation, raw[index] == 0x20 { index += 1 }
    guard index < end, breakLength(index) > 0 else { return false }
    rawIndex = index
    return true
  }

  private mutating func alignBlockBreaks(_ breaks: [Int]) {
    guard textIndex < text.count, !breaks.isEmpty else { return }
    if text[textIndex] == 0x20 {
      put(textIndex, breaks[0])
      textIndex += 1
      return
    }
    var count = 0
    var index = textIndex
    while index < text.count, count < breaks.count, isTextBreak(index) {
      index += characterLength(index)
      count += 1
    }
    alignBreaks(breaks.prefix(count))
  }

  /// How far the block's lines are indented: what its first line with content has more in the file.
  private func blockIndentation() -> Int {
    guard let inText = blanks(ofFirstLineIn: text[...]) else { return .max }
    guard let inFile = blanks(ofFirstLineIn: raw[rawIndex..<max(rawIndex, end)]) else { return .max }
    return max(0, inFile - inText)
  }

  /// The spaces before the first other character that is no line break.
  private func blanks(ofFirstLineIn bytes: some Collection<UInt8>) -> Int? {
    var blanks = 0
    for byte in bytes {
      switch byte {
      case 0x20: blanks += 1
      case 0x0A, 0x0D: blanks = 0
      case _: return blanks
      }
    }
    return nil
  }

  // MARK: Characters

  /// The length of the line break at a place of the file, 0 where there is none.
  private func breakLength(_ index: Int) -> Int {
    guard index < end else { return 0 }
    switch raw[index] {
    case 0x0A: return 1
    case 0x0D: return index + 1 < end && raw[index + 1] == 0x0A ? 2 : 1
    case 0xC2: return index + 1 < end && raw[index + 1] == 0x85 ? 2 : 0
    case 0xE2: return isSeparator(index) ? 3 : 0
    case _: return 0
    }
  }

  /// Whether U+2028 or U+2029 stands there: breaks that folding keeps.
  private func isSeparator(_ index: Int) -> Bool {
    index + 2 < end && raw[index] == 0xE2 && raw[index + 1] == 0x80
      && (raw[index + 2] == 0xA8 || raw[index + 2] == 0xA9)
  }

  private func isTextBreak(_ index: Int) -> Bool {
    text[index] == 0x0A
      || (index + 2 < text.count && text[index] == 0xE2 && text[index + 1] == 0x80
        && (text[index + 2] == 0xA8 || text[index + 2] == 0xA9))
  }

  /// The length of the UTF-8 character that starts there, at least 1.
  private func characterLength(_ index: Int) -> Int {
    guard index < text.count else { return 1 }
    switch text[index] {
    case 0xF0...: return 4
    case 0xE0...: return 3
    case 0xC0...: return 2
    case _: return 1
    }
  }
}
