/// Takes apart a text that is written as nearly all are, many times quicker than libyaml.
///
/// It knows maps and lists in lines and in brackets, plain and quoted texts, block texts and comments. Whatever else
/// stands in a text (tabs, tags, keys without a value, escapes by number, a slip of any kind) it refuses as a whole, so that
/// libyaml reads that text from its start: this parser need not know what is wrong, only what is certainly right.
struct QuickYAMLParser: YAMLParser, ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  var event = YAMLEvent()
  /// The next byte to be looked at.
  var index = 0
  /// Where its line starts.
  var lineStart = 0
  /// Texts that do not stand in the file as they read.
  var decoded = DecodedText()
  private var stage = Stage.stream
  var levels: [Level] = []
  /// Whether a value in lines is over and only a comment may follow on its line.
  private var isLineOver = false

  private enum Stage { case stream, document, root, values, end }

  /// A list or map that is open.
  struct Level {
    enum Kind { case blockMapping, blockSequence, flowMapping, flowSequence }
    let kind: Kind
    /// The column of a block's keys or dashes.
    let indentation: Int
    /// Whether a key was read whose value was not.
    var awaitsValue = false
    /// Whether nothing of it was read.
    var isEmpty = true
    /// Whether the dashes of a list stand below the key it belongs to, not to the right of it.
    var isBelowKey = false
  }

  /// What is thrown for a text this parser leaves to libyaml.
  static var unusual: YAMLProblem {
    YAMLProblem(problem: "unusual", offset: 0, context: "", contextOffset: nil)
  }

  /// - Parameter bytes: Valid UTF-8 without a byte order mark; must outlive this value.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Whether it is worth a try: bytes that mean more than they seem to are refused at once.
  static func mayRead(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let high: UInt64 = 0x8080_8080_8080_8080
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count {
        let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
        // Eight bytes of which each is printable and ASCII.
        if (word | (word &- 0x2020_2020_2020_2020)) & high == 0 {
          index += 8
          continue
        }
      }
      let byte = bytes[index]
      // Tabs, and line ends other than LF.
      if byte < 0x20, byte != 0x0A { return false }
      // Next line, line and paragraph separator, and a byte order mark within the text.
      if 0x80 <= byte, 2 <= index {
        switch (bytes[index - 2], bytes[index - 1], byte) {
        case (_, 0xC2, 0x85), (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9), (0xEF, 0xBB, 0xBF): return false
        case _: break
        }
      }
      index += 1
    }
    return true
  }

  mutating func advance() throws(YAMLProblem) {
    switch stage {
    case .stream:
      event = YAMLEvent(kind: .streamStart)
      stage = .document
    case .document:
      try skipToContent()
      guard index < bytes.count, index == lineStart else { throw Self.unusual }
      event = YAMLEvent(kind: .documentStart, start: index, end: index)
      stage = .root
    case .root:
      stage = .values
      try blockNode(inside: -1)
      guard event.kind == .mappingStart, !event.isFlow else { throw Self.unusual }
    case .values:
      guard let level = levels.last else {
        try skipToContent()
        guard index == bytes.count else { throw Self.unusual }
        event = YAMLEvent(kind: .documentEnd, start: index, end: index)
        stage = .end
        return
      }
      switch level.kind {
      case .blockMapping: level.awaitsValue ? try blockValue(level) : try blockKey(level)
      case .blockSequence: try blockItem(level)
      case .flowMapping: level.awaitsValue ? try flowValue() : try flowKey(level)
      case .flowSequence: try flowItem(level)
      }
    case .end:
      event = YAMLEvent(kind: .streamEnd, start: index, end: index)
    }
  }

  // MARK: Blocks

  private var column: Int { index - lineStart }

  private mutating func blockKey(_ level: Level) throws(YAMLProblem) {
    try skipToContent()
    if index == bytes.count || column < level.indentation { return close(.mappingEnd) }
    guard column == level.indentation, !isLineOver, try scanKey() else { throw Self.unusual }
    levels[levels.count - 1].awaitsValue = true
  }

  private mutating func blockValue(_ level: Level) throws(YAMLProblem) {
    levels[levels.count - 1].awaitsValue = false
    let (place, line) = (index, lineStart)
    try skipToContent()
    if lineStart == line, index < bytes.count {
      if bytes[index] == UInt8(ascii: "&") { return try anchoredNode(inside: level.indentation) }
      return try inlineNode(inside: level.indentation)
    }
    if index < bytes.count, column == level.indentation, isDash {
      open(.sequenceStart, Level(kind: .blockSequence, indentation: column, isBelowKey: true))
    } else if index == bytes.count || column <= level.indentation {
      event = YAMLEvent(kind: .scalar, start: place, end: place)
    } else {
      try blockNode(inside: level.indentation)
    }
  }

  private mutating func blockItem(_ level: Level) throws(YAMLProblem) {
    try skipToContent()
    if index == bytes.count || column < level.indentation { return close(.sequenceEnd) }
    guard column == level.indentation, !isLineOver else { throw Self.unusual }
    guard isDash else {
      guard level.isBelowKey else { throw Self.unusual }
      return close(.sequenceEnd)
    }
    index += 1
    let place = index
    try skipToContent()
    if index == bytes.count || column <= level.indentation {
      event = YAMLEvent(kind: .scalar, start: place, end: place)
    } else if bytes[index] == UInt8(ascii: "&") {
      try anchoredNode(inside: level.indentation)
    } else {
      try blockNode(inside: level.indentation)
    }
  }

  /// Reads an anchor and the start of its value, which stands behind it or in the lines below.
  private mutating func anchoredNode(inside indentation: Int) throws(YAMLProblem) {
    let start = index
    let name = try scanName()
    let line = lineStart
    try skipToContent()
    guard index < bytes.count, lineStart == line || indentation < column else { throw Self.unusual }
    if lineStart == line { try inlineNode(inside: indentation) } else { try blockNode(inside: indentation) }
    guard event.anchor == nil, event.kind != .alias else { throw Self.unusual }
    event.start = start
    event.anchor = name
  }

  /// Reads the start of a value that may be a list or map in lines.
  ///
  /// - Parameter indentation: That of the list or map it stands in.
  private mutating func blockNode(inside indentation: Int) throws(YAMLProblem) {
    if isDash {
      open(.sequenceStart, Level(kind: .blockSequence, indentation: column))
    } else if try isKey() {
      open(.mappingStart, Level(kind: .blockMapping, indentation: column))
    } else {
      try inlineNode(inside: indentation)
    }
  }

  /// Reads a text, or the start of a list or map in brackets.
  private mutating func inlineNode(inside indentation: Int) throws(YAMLProblem) {
    switch bytes[index] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"):
      try scanBlockText(inside: indentation)
      return
    case UInt8(ascii: "{"), UInt8(ascii: "["): openBracket()
    case UInt8(ascii: "*"):
      try scanAlias()
      try endValueOfBlock()
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      try scanQuoted()
      try endValueOfBlock()
    case _:
      try scanPlain(inside: indentation, isInFlow: false)
      try endValueOfBlock()
    }
  }

  /// Sees to it that nothing but a comment follows a value.
  mutating func endValueOfBlock() throws(YAMLProblem) {
    while index < bytes.count, bytes[index] == 0x20 { index += 1 }
    isLineOver = true
    guard index < bytes.count, bytes[index] != 0x0A else { return }
    guard bytes[index] == UInt8(ascii: "#"), bytes[index - 1] == 0x20 else { throw Self.unusual }
  }

  private var isDash: Bool {
    bytes[index] == UInt8(ascii: "-") && (index + 1 == bytes.count || Self.isBlank(bytes[index + 1]))
  }

  /// Whether a key of one line stands here.
  private func isKey() throws(YAMLProblem) -> Bool {
    guard let end = try endOfKey(isInFlow: false) else { return false }
    return end < bytes.count && bytes[end] == UInt8(ascii: ":")
      && (end + 1 == bytes.count || Self.isBlank(bytes[end + 1]))
  }

  // MARK: Levels and lines

  mutating func open(_ kind: YAMLEvent.Kind, _ level: Level, isFlow: Bool = false) {
    levels.append(level)
    event = YAMLEvent(kind: kind, start: index, end: index, isFlow: isFlow)
  }

  private mutating func close(_ kind: YAMLEvent.Kind) {
    levels.removeLast()
    event = YAMLEvent(kind: kind, start: index, end: index)
  }

  /// Moves to the next byte that is neither blank nor in a comment.
  mutating func skipToContent() throws(YAMLProblem) {
    while index < bytes.count {
      switch bytes[index] {
      case 0x20: index += 1
      case 0x0A: try startLine()
      case UInt8(ascii: "#"):
        guard index == lineStart || bytes[index - 1] == 0x20 else { throw Self.unusual }
        while index < bytes.count, bytes[index] != 0x0A { index += 1 }
      case _: return
      }
    }
  }

  /// Passes a line's end; a directive or the mark of a document on the next line is left to libyaml.
  mutating func startLine() throws(YAMLProblem) {
    index += 1
    lineStart = index
    isLineOver = false
    guard index + 2 < bytes.count else { return }
    let (first, second) = (bytes[index], bytes[index + 1])
    guard first != UInt8(ascii: "%"),
      first != second || first != UInt8(ascii: "-") && first != UInt8(ascii: ".")
    else { throw Self.unusual }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A }
}
