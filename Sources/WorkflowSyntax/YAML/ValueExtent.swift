/// What the author meant as one value on one line, where YAML took it apart; and how to write it instead.
struct ValueExtent {
  let start: Int
  let end: Int
  /// Whether every parenthesis, bracket and brace opened within it is closed within it.
  let isBalanced: Bool

  /// Nobody writes a longer line by hand, and to look at all of it for each of its values would take the square of its
  /// length.
  private static let reach = 16_384

  /// The value that starts at `start`: to the end of the line's content, or within braces and brackets to the
  /// comma or bracket that ends it, brackets and quotes of its own passed over.
  ///
  /// - Parameter hasComment: Whether a `#` ends the content, as it does unless it is part of the value.
  init(at start: Int, in bytes: YAMLBytes, isInFlow: Bool, hasComment: Bool = true) {
    let line = YAMLLine(at: start, in: bytes, reach: ValueExtent.reach)
    self.start = start
    var end = max(start, hasComment ? line.contentEnd : line.end)
    var isBalanced = true
    if isInFlow { (end, isBalanced) = ValueExtent.flowEnd(from: start, to: end, in: bytes) }
    while start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
    (self.end, self.isBalanced) = (end, isBalanced)
  }

  /// The value in which `offset` stands; `nil` when the line has no value there.
  init?(around offset: Int, in bytes: YAMLBytes, isInFlow: Bool) {
    let line = YAMLLine(at: offset, in: bytes)
    guard let value = line.valueStart ?? (isInFlow ? line.keyStart : nil), value <= offset else { return nil }
    let opensFlow =
      value < line.contentEnd && (bytes[value] == UInt8(ascii: "{") || bytes[value] == UInt8(ascii: "["))
    guard isInFlow || opensFlow else {
      self.init(at: value, in: bytes, isInFlow: false)
      return
    }
    var place = FlowPlace(at: opensFlow ? value : line.keyStart)
    var scan = TextScan(bytes, from: place.start, to: line.contentEnd)
    while let index = scan.next(where: { _, _ in true }), index < offset { place.pass(index, in: bytes) }
    var start = place.start
    while start < offset, bytes[start] == 0x20 || bytes[start] == 0x09 { start += 1 }
    self.init(at: start, in: bytes, isInFlow: isInFlow || place.isWithin)
  }

  /// Where a value in braces or brackets ends, and whether what it opens is closed by then.
  private static func flowEnd(from start: Int, to end: Int, in bytes: YAMLBytes) -> (Int, Bool) {
    var before = start
    while 0 < before, bytes[before - 1] == 0x20 || bytes[before - 1] == 0x09 { before -= 1 }
    let isInMap = 0 < before && bytes[before - 1] == UInt8(ascii: ":")
    func endsValue(_ comma: Int) -> Bool { !isInMap || startsEntry(comma + 1, in: bytes) }

    var closers: [UInt8] = []
    var scan = TextScan(bytes, from: start, to: end)
    let found = scan.next { bytes, index in
      switch bytes[index] {
      case UInt8(ascii: "("): closers.append(UInt8(ascii: ")"))
      case UInt8(ascii: "["): closers.append(UInt8(ascii: "]"))
      case UInt8(ascii: "{"): closers.append(UInt8(ascii: "}"))
      case UInt8(ascii: ")") where !closers.isEmpty: if closers.last == bytes[index] { closers.removeLast() }
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard closers.last == bytes[index] else { return true }
        closers.removeLast()
      case UInt8(ascii: ",") where closers.isEmpty: return endsValue(index)
      case _: break
      }
      return false
    }
    if closers.isEmpty { return (found ?? end, true) }
    // Something is never closed: then brackets say nothing of where the value ends.
    var flat = TextScan(bytes, from: start, to: end)
    let place = flat.next { bytes, index in
      switch bytes[index] {
      case UInt8(ascii: "]"), UInt8(ascii: "}"): true
      case UInt8(ascii: ","): endsValue(index)
      case _: false
      }
    }
    return (place ?? end, false)
  }

  /// Behind the quote that was meant to end a quoted value in braces or brackets: what the value opens is closed by
  /// then, and what follows goes on in the collection.
  static func meantEnd(ofQuoted start: Int, behind place: Int, in bytes: YAMLBytes) -> Int? {
    let line = YAMLLine(at: start, in: bytes, reach: ValueExtent.reach)
    var depth = 0
    for index in start + 1..<max(start + 1, line.contentEnd) {
      switch bytes[index] {
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      case bytes[start] where place <= index && depth == 0:
        var next = index + 1
        while bytes[next] == 0x20 || bytes[next] == 0x09 { next += 1 }
        let closes = bytes[next] == UInt8(ascii: "}") || bytes[next] == UInt8(ascii: "]")
        if closes || bytes[next] == UInt8(ascii: ",") && startsEntry(next + 1, in: bytes) { return index + 1 }
      case _: break
      }
    }
    return nil
  }

  /// Whether a key with its colon starts there, or nothing more stands on the line.
  fileprivate static func startsEntry(_ start: Int, in bytes: YAMLBytes) -> Bool {
    var index = start
    while bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < bytes.count, !isBreak(bytes[index]) else { return true }
    if bytes[index] == UInt8(ascii: "}") || bytes[index] == UInt8(ascii: "]") { return true }
    let isQuoted = bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let word = index
    while isWordByte(bytes[index]) || bytes[index] == UInt8(ascii: "*") { index += 1 }
    guard word < index else { return false }
    if isQuoted { index += 1 }
    return bytes[index] == UInt8(ascii: ":") && (bytes[index + 1] == 0x20 || isBreak(bytes[index + 1]))
  }

  /// The mend that puts the value in quotes.
  func quoting(_ bytes: YAMLBytes) -> Mend {
    Mend("put the value in quotes", start, end, quoted(bytes[start..<end]))
  }
}

/// Where a walk along a line stands among braces and brackets: in which value, and where that starts.
private struct FlowPlace {
  /// One collection that is open.
  private struct Level {
    var start: Int
    /// Whether the current entry's key was passed, so that a further colon is part of its value.
    var hasKey = false
    /// Parentheses and brackets of the value's own that are open.
    var depth = 0
  }

  private var levels: [Level]

  init(at start: Int) { levels = [Level(start: start)] }

  /// Where the current value starts, blanks before it included.
  var start: Int { levels[levels.count - 1].start }
  /// Whether a collection was opened on the way.
  var isWithin: Bool { 1 < levels.count }

  mutating func pass(_ index: Int, in bytes: YAMLBytes) {
    let last = levels.count - 1
    switch bytes[index] {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      let isFirst = bytes[levels[last].start..<index].allSatisfy { $0 == 0x20 || $0 == 0x09 }
      if isFirst { levels.append(Level(start: index + 1)) } else { levels[last].depth += 1 }
    case UInt8(ascii: "("):
      levels[last].depth += 1
    case UInt8(ascii: ")"):
      levels[last].depth = max(0, levels[last].depth - 1)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      if 0 < levels[last].depth {
        levels[last].depth -= 1
      } else if 0 < last {
        levels.removeLast()
      }
    case UInt8(ascii: ",")
    where levels[last].depth == 0 && (!levels[last].hasKey || ValueExtent.startsEntry(index + 1, in: bytes)):
      levels[last] = Level(start: index + 1)
    case UInt8(ascii: ":")
    where !levels[last].hasKey && levels[last].depth == 0
      && (bytes[index + 1] == 0x20 || bytes[index - 1] == UInt8(ascii: "\"")):
      levels[last] = Level(start: index + 1, hasKey: true)
    case _: break
    }
  }
}

/// A text in the quotes that need the fewest changes to it: `"a"`, or `'say "a"'`.
func quoted(_ text: some Collection<UInt8>) -> [UInt8] {
  let (double, single, backslash) = (UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "\\"))
  guard text.contains(double) || text.contains(backslash) else { return [double] + text + [double] }
  return [single] + text.flatMap { $0 == single ? [single, single] : [$0] } + [single]
}
