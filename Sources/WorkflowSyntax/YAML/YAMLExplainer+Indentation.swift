internal import Diagnostics

extension YAMLExplainer {
  /// A tab where YAML counts spaces; all lines indented with tabs are mended together.
  func tab(at place: Int) -> YAMLExplanation {
    let line = YAMLLine(at: place, in: bytes)
    if line.isEmpty, line.indentEnd == line.end || !isBlockText { return blankTabs(line) }
    guard place < line.indentEnd || line.isEmpty else {
      var end = place
      while byte(end) == 0x09 || byte(end) == 0x20 { end += 1 }
      return YAMLExplanation(
        .tabIndentation, "a tab stands where YAML wants a space", place, place + 1,
        mends: [Mend("replace with a space", place, end, " ".utf8)])
    }
    var mends: [Mend] = []
    var start = line.start
    while start < bytes.count {
      let line = YAMLLine(at: start, in: bytes)
      if bytes[line.start..<line.indentEnd].contains(0x09), mends.count < 500 {
        let spaces = bytes[line.start..<line.indentEnd].reduce(0) { $0 + ($1 == 0x09 ? 2 : 1) }
        mends.append(
          Mend("indent with spaces", line.start, line.indentEnd, repeatElement(0x20, count: spaces)))
      }
      start = line.end + 1
    }
    return YAMLExplanation(
      .tabIndentation, "YAML is indented with spaces, never with tabs; use two spaces for each level",
      line.start,
      line.indentEnd, mends: mends)
  }

  /// Whether reading stopped in a text of its own lines (`|`, `>`), in which a `#` starts no comment.
  private var isBlockText: Bool {
    problem.problem == "found a tab character where an indentation space is expected"
  }

  /// Tabs on a line that has nothing else, or only a comment behind them: YAML 1.2 allows them.
  ///
  /// The comments directly below are mended with it, and all blank lines that start with a tab: no text keeps that tab.
  private func blankTabs(_ first: YAMLLine) -> YAMLExplanation {
    var mends: [Mend] = []
    var (start, isDirectlyBelow) = (first.start, !isBlockText)
    while start < bytes.count {
      var end = start
      while byte(end) == 0x09 || byte(end) == 0x20 { end += 1 }
      let isBlank = end == bytes.count || isBreak(byte(end))
      isDirectlyBelow = isDirectlyBelow && (isBlank || byte(end) == UInt8(ascii: "#"))
      if bytes[start..<end].contains(0x09),
        isDirectlyBelow || start == first.start || isBlank && byte(start) == 0x09
      {
        mends.append(Mend("remove the tabs", start, end, []))
      }
      while end < bytes.count, !isBreak(byte(end)) { end += 1 }
      start = end + 1
    }
    var result = YAMLExplanation(
      .tabIndentation, "a tab stands on a line without a value", first.start, first.indentEnd, mends: mends)
    result.isAllowed = true
    return result
  }

  /// A `:` where no key can stand: a second one in a value, or a key indented under a value.
  func unexpectedColon(at place: Int) -> YAMLExplanation {
    let line = YAMLLine(at: place, in: bytes)
    if let explanation = missingComma(before: place) { return explanation }
    guard line.colon == place, let above = line.above(in: bytes) else { return cutShort(around: place) }
    if let colon = above.colonWithoutSpace(in: bytes), above.colon == nil {
      return missingSpace(at: colon, above)
    }
    if above.colon == nil, let wide = wideColon(in: above) { return wide }
    if above.colon == nil, above.indentation == line.indentation, above.keyStart == above.indentEnd,
      line.keyStart == line.indentEnd
    {
      return missingColon(after: above.keyStart)
    }
    let key = excerpt(line.keyStart, place)
    guard above.indentation < line.indentation, let aboveColon = above.colon else {
      return YAMLExplanation(
        .badIndentation, "key '\(key)' does not line up with the keys above it", line.keyStart, place)
    }
    let parent = excerpt(above.keyStart, aboveColon)
    return YAMLExplanation(
      .badIndentation, "key '\(key)' stands deeper than '\(parent)', which has a value already",
      line.keyStart, place,
      mends: [reindent(line, to: above.keyStart - above.start)]
    ).noting("the value of '\(parent)' is here", above.valueStart ?? above.keyStart, above.contentEnd)
  }

  /// A text where a key should be, with no colon behind it.
  func missingColon(after start: Int) -> YAMLExplanation {
    let line = YAMLLine(at: start, in: bytes)
    if let colon = line.colonWithoutSpace(in: bytes) { return missingSpace(at: colon, line) }
    if let wide = wideColon(in: line) { return wide }
    let text = excerpt(start, line.contentEnd)
    return YAMLExplanation(
      .invalidYAML,
      "'\(text)' has no colon behind it; a key needs ': ' and a value, and a text that goes on stands deeper than "
        + "its key", start, line.contentEnd)
  }

  /// A key with the colon of an East Asian keyboard, `：`, which is a letter to YAML.
  private func wideColon(in line: YAMLLine) -> YAMLExplanation? {
    var index = line.keyStart
    while isWordByte(byte(index)) { index += 1 }
    guard line.keyStart < index, bytes[index..<index + 3].elementsEqual("：".utf8) else { return nil }
    return YAMLExplanation(
      .invalidYAML, "the colon behind '\(excerpt(line.keyStart, index))' is a full-width one; YAML wants ':'",
      index, index + 3, mends: [Mend("replace with ':'", index, index + 3, ": ".utf8)])
  }

  func missingSpace(at colon: Int, _ line: YAMLLine) -> YAMLExplanation {
    YAMLExplanation(
      .missingSpace, "a space is missing behind the colon of '\(excerpt(line.keyStart, colon))'", colon,
      colon + 1,
      mends: [Mend("put a space behind the colon", colon + 1, colon + 1, " ".utf8)])
  }

  /// A `- ` where no list can start.
  func unexpectedItem(at place: Int) -> YAMLExplanation {
    let line = YAMLLine(at: place, in: bytes)
    guard let colon = line.colon, line.valueStart == place else {
      return YAMLExplanation(
        .badIndentation, "a list item cannot stand here; items of one list start in the same column", place,
        place + 1)
    }
    let indentation = repeatElement(UInt8(0x20), count: line.keyStart - line.start + 2)
    return YAMLExplanation(
      .badIndentation, "a list starts on the line below its key", place, place + 1,
      mends: [Mend("start the list on its own line", colon + 1, place, [0x0A] + indentation)])
  }

  /// Something that is no key where a map goes on.
  func unexpectedInMap(at place: Int, mapStart: Int) -> YAMLExplanation {
    let line = YAMLLine(at: place, in: bytes)
    guard place == line.indentEnd else {
      if let quote = quoteRunningOn(to: place) {
        return unclosedQuote(at: quote).noting("the text goes on to here", place, place + 1)
      }
      if let value = line.valueStart, value < place {
        if isQuote(value) { return textBehindQuote(at: place, value: value, line: line) }
        return cutShort(around: place)
      }
      if let explanation = textBehindQuotedKey(at: place, line) { return explanation }
      return unknown()
    }
    switch byte(place) {
    case UInt8(ascii: "-") where line.keyStart != line.indentEnd:
      return YAMLExplanation(
        .badIndentation, "a list item stands among the keys of a map; indent it under the key it belongs to",
        place,
        place + 1
      ).noting("the map starts here", mapStart, wordEnd(mapStart))
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      return strayBracket(at: place)
    case _:
      return misaligned(line)
    }
  }

  /// A key or item that starts with a quoted text and has more behind it: `"x" y: 1`, `- "Hi" she said: no`.
  private func textBehindQuotedKey(at place: Int, _ line: YAMLLine) -> YAMLExplanation? {
    guard isQuote(line.keyStart), line.keyStart < place,
      let close = TextScan(bytes, from: line.keyStart, to: line.end).closingQuote(of: line.keyStart),
      close < place
    else { return nil }
    let isItem = line.indentEnd < line.keyStart
    let start = line.keyStart
    var end = isItem ? line.contentEnd : line.colon ?? line.contentEnd
    while place < end, byte(end - 1) == 0x20 || byte(end - 1) == 0x09 { end -= 1 }
    return YAMLExplanation(
      .expressionCutShort,
      "a \(isItem ? "value" : "key") that starts with a quote ends with the next one to YAML; put "
        + "'\(excerpt(start, end))' in quotes", start, end,
      mends: [Mend("put the \(isItem ? "value" : "key") in quotes", start, end, quoted(bytes[start..<end]))])
  }

  func unexpectedInList(at place: Int, listStart: Int) -> YAMLExplanation {
    let line = YAMLLine(at: place, in: bytes)
    guard place == line.indentEnd else {
      if let value = line.valueStart, value < place, isQuote(value) {
        return textBehindQuote(at: place, value: value, line: line)
      }
      if let explanation = textBehindQuotedKey(at: place, line) { return explanation }
      if let quote = quoteRunningOn(to: place) {
        return unclosedQuote(at: quote).noting("the text goes on to here", place, place + 1)
      }
      return cutShort(around: place)
    }
    if byte(place) == UInt8(ascii: "}") || byte(place) == UInt8(ascii: "]") { return strayBracket(at: place) }
    if line.indentation == listStart - YAMLLine(at: listStart, in: bytes).start {
      return YAMLExplanation(
        .badIndentation, "a key stands among the items of a list; an item starts with '- '", place,
        wordEnd(place)
      ).noting("the list starts here", listStart, listStart + 1)
    }
    return misaligned(line)
  }

  /// A line in a column in which nothing above stands.
  func misaligned(_ line: YAMLLine) -> YAMLExplanation {
    let columns = columnsAbove(line)
    let (column, text) = (line.indentation, excerpt(line.keyStart, line.colon ?? line.contentEnd))
    let nearest = columns.min { (abs($0 - column), -$0) < (abs($1 - column), -$1) }
    return YAMLExplanation(
      .badIndentation,
      "'\(text)' is indented by \(spaces(column)), which lines up with nothing above it"
        + (columns.isEmpty ? "" : "; what belongs together starts in the same column"),
      line.start, line.indentEnd + 1, mends: nearest.map { [reindent(line, to: $0)] } ?? [])
  }

  /// The columns in which the maps and lists open above a line have their keys and items.
  private func columnsAbove(_ line: YAMLLine) -> [Int] {
    var columns: [Int] = []
    var smallest = Int.max
    var current = line
    for _ in 0..<10_000 where 0 < smallest {
      guard let above = current.above(in: bytes) else { break }
      current = above
      guard above.indentation < smallest else { continue }
      smallest = above.indentation
      columns.append(above.indentation)
      if above.keyStart != above.indentEnd, above.colon != nil {
        columns.append(above.keyStart - above.start)
      }
    }
    return columns
  }

  /// Something behind the end of the file's one value.
  func unexpectedAtEnd(at place: Int) -> YAMLExplanation {
    let line = YAMLLine(at: place, in: bytes)
    var first = YAMLLine(at: 0, in: bytes)
    while first.isEmpty, first.end < line.start { first = YAMLLine(at: first.end + 1, in: bytes) }
    guard place == line.indentEnd, line.indentation < first.indentation else {
      if byte(place) == UInt8(ascii: "}") || byte(place) == UInt8(ascii: "]") {
        return strayBracket(at: place)
      }
      return YAMLExplanation(
        .invalidYAML, "'\(excerpt(place, line.contentEnd))' stands behind the end of the file's value", place,
        line.contentEnd)
    }
    var mends: [Mend] = []
    var above = first
    let surplus = first.indentation - line.indentation
    while above.start < line.start {
      if surplus <= above.indentation {
        mends.append(Mend(reindentation(line.indentation), above.start, above.start + surplus, []))
      }
      above = YAMLLine(at: above.end + 1, in: bytes)
    }
    return YAMLExplanation(
      .badIndentation,
      "the file starts with \(spaces(first.indentation)) of indentation, and this line has "
        + "\(spaces(line.indentation)); keys of one map start in the same column", line.indentEnd,
      wordEnd(place),
      mends: mends
    ).noting("the file starts here", first.start, first.indentEnd + 1)
  }

  func wordEnd(_ start: Int) -> Int {
    var end = start
    while isWordByte(byte(end)) { end += 1 }
    return max(end, min(start + 1, bytes.count))
  }

  private func reindent(_ line: YAMLLine, to column: Int) -> Mend {
    Mend(reindentation(column), line.start, line.indentEnd, repeatElement(0x20, count: column))
  }

  private func reindentation(_ column: Int) -> String {
    column == 0 ? "remove the indentation" : "indent by \(spaces(column))"
  }

  private func spaces(_ count: Int) -> String { count == 1 ? "1 space" : "\(count) spaces" }
}
