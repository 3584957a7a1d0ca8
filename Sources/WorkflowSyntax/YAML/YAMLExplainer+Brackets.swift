internal import Diagnostics

extension YAMLExplainer {
  /// Something that neither goes on nor ends a list or map in brackets.
  func unexpectedInBrackets(at place: Int, open: Int) -> YAMLExplanation {
    if let explanation = commentTakenIn() { return explanation }
    let (line, openLine) = (YAMLLine(at: place, in: bytes), YAMLLine(at: open, in: bytes))
    guard line.start == openLine.start else {
      return isOutside(place, line, open, openLine)
        ? unclosedBracket(at: open, beforeLine: line) : missingComma(before: place) ?? mismatch(place, open)
    }
    if byte(place) == UInt8(ascii: "}") || byte(place) == UInt8(ascii: "]") { return mismatch(place, open) }
    if let explanation = missingComma(before: place) { return explanation }
    if place == line.contentEnd { return unclosedBracket(at: open, beforeLine: nil) }
    return textBehindQuoteInBrackets(at: place) ?? cutShort(around: place)
  }

  /// A quoted text in brackets with more of it behind its second quote: `{ when: 'a in ['b']', add: 1 }`.
  private func textBehindQuoteInBrackets(at place: Int) -> YAMLExplanation? {
    guard let value = ValueExtent(around: place, in: bytes, isInFlow: isInFlow), isQuote(value.start),
      value.start < place - 1, byte(place - 1) == byte(value.start),
      let end = ValueExtent.meantEnd(ofQuoted: value.start, behind: place, in: bytes)
    else { return nil }
    return quoteInText(at: place - 1, text: value.start..<end)
  }

  /// Whether a place is behind all that a bracket on an earlier line can hold: what is in it stands deeper than the
  /// key or the dash before it.
  private func isOutside(_ place: Int, _ line: YAMLLine, _ open: Int, _ openLine: YAMLLine) -> Bool {
    if bytes.count <= place { return true }
    return line.indentation <= owner(of: open, openLine)
      && (line.indentEnd == place || line.colon == place || line.indentEnd < line.keyStart)
  }

  /// How deep the key or the dash stands that a bracket is the value of.
  private func owner(of open: Int, _ line: YAMLLine) -> Int {
    line.colon.map { $0 < open } ?? false ? line.keyStart - line.start : line.indentation
  }

  /// A bracket that is open at the end of the file, or at a line that it cannot hold; and those around it that are.
  ///
  /// - Parameter outside: That line; `nil` at the end of the file and where only the innermost bracket is in doubt.
  func unclosedBracket(at open: Int, beforeLine outside: YAMLLine?) -> YAMLExplanation {
    let line = YAMLLine(at: open, in: bytes)
    let last = lastLine(under: line, deeperThan: owner(of: open, line))
    let isAtEnd = outside.map { bytes.count <= $0.start } ?? (bytes.count <= problem.offset)
    let around = openBrackets.filter { bracket in
      guard bracket < open else { return false }
      let line = line.start <= bracket ? line : YAMLLine(at: bracket, in: bytes)
      return isAtEnd || (outside.map { isOutside($0.indentEnd, $0, bracket, line) } ?? false)
    }
    // Those that began on the same line end with it, too.
    let closed = [open] + around.reversed().prefix { line.start <= $0 }
    let closing = closed.map { (byte($0 + 1) == 0x20 ? " " : "") + closer(of: $0) }.joined()
    let shown = closing.drop { $0 == " " }
    var explanation = YAMLExplanation(
      .unclosedBracket, "this '\(excerpt(open, open + 1))' is never closed", open, open + 1,
      mends: [
        Mend(
          last.start == line.start
            ? "put '\(shown)' at the end of the line" : "put '\(shown)' behind its last line",
          last.contentEnd, last.contentEnd, closing.utf8)
      ])
    for bracket in around.suffix(3).reversed() {
      explanation = explanation.noting(
        "nor is the '\(excerpt(bracket, bracket + 1))' around it", bracket, bracket + 1)
    }
    return explanation
  }

  /// The last of the lines directly below a line that stand deeper than its key or dash.
  private func lastLine(under line: YAMLLine, deeperThan owner: Int) -> YAMLLine {
    var (last, current) = (line, line)
    while current.end + 1 < bytes.count {
      current = YAMLLine(at: current.end + 1, in: bytes)
      if current.isEmpty { continue }
      guard owner < current.indentation else { break }
      last = current
    }
    return last
  }

  /// A bracket that closes another kind than the one open.
  private func mismatch(_ place: Int, _ open: Int) -> YAMLExplanation {
    let found = excerpt(place, place + 1)
    guard found == "}" || found == "]" else { return cutShort(around: place) }
    return YAMLExplanation(
      .unclosedBracket, "'\(found)' cannot close '\(excerpt(open, open + 1))'", place, place + 1,
      mends: [Mend("replace with '\(closer(of: open))'", place, place + 1, closer(of: open).utf8)]
    ).noting("'\(excerpt(open, open + 1))' is opened here", open, open + 1)
  }

  private func closer(of open: Int) -> String { byte(open) == UInt8(ascii: "{") ? "}" : "]" }

  func strayBracket(at place: Int) -> YAMLExplanation {
    YAMLExplanation(
      .unclosedBracket, "this '\(excerpt(place, place + 1))' closes nothing", place, place + 1,
      mends: [Mend("remove it", place, place + 1, [])])
  }

  /// `x: { a: 1 }}`: nothing but closing brackets behind a map or list that is whole.
  func surplusBracket(at place: Int) -> YAMLExplanation? {
    let line = YAMLLine(at: place, in: bytes)
    let closers: [UInt8] = [UInt8(ascii: "}"), UInt8(ascii: "]")]
    guard !isInFlow, place == lastEnd, closers.contains(byte(place)), place < line.contentEnd,
      bytes[place..<line.contentEnd].allSatisfy({ closers.contains($0) || $0 == 0x20 })
    else { return nil }
    return YAMLExplanation(
      .unclosedBracket, "this '\(excerpt(place, place + 1))' closes nothing", place, place + 1,
      mends: [Mend("remove it", place, line.contentEnd, [])])
  }

  /// `{ a: 1 b: 2 }`: a word and a colon behind a value, with no comma between.
  ///
  /// - Parameter place: The word's start, or the colon behind it.
  func missingComma(before place: Int) -> YAMLExplanation? {
    var start = place
    if byte(place) == UInt8(ascii: ":") {
      while isWordByte(byte(start - 1)) { start -= 1 }
    }
    let end = wordEnd(start)
    guard start < end, isWordByte(byte(start)), byte(end) == UInt8(ascii: ":"),
      byte(end + 1) == 0x20 || isBreak(byte(end + 1)), byte(start - 1) == 0x20 || isBreak(byte(start - 1))
    else { return nil }
    var before = start
    while 0 < before, byte(before - 1) == 0x20 || byte(before - 1) == 0x09 || isBreak(byte(before - 1)) {
      before -= 1
    }
    let line = YAMLLine(at: start, in: bytes)
    let value = line.valueStart ?? line.keyStart
    let isBracketed = isInFlow || byte(value) == UInt8(ascii: "{") || byte(value) == UInt8(ascii: "[")
    guard isBracketed, value < start || isInFlow, !",?:".utf8.contains(byte(before - 1))
    else { return nil }
    return YAMLExplanation(
      .invalidYAML, "a comma is missing before '\(excerpt(start, end))'", start, end,
      mends: [Mend("put a comma before it", before, before, ",".utf8)])
  }

  /// Nothing where a value must stand: `[a, , b]`, `{ a: ]`.
  func missingValue(at place: Int) -> YAMLExplanation {
    if bytes.count <= place, let open = openBrackets.last {
      return unclosedBracket(at: open, beforeLine: nil)
    }
    return switch byte(place) {
    case UInt8(ascii: ","):
      YAMLExplanation(
        .invalidYAML, "a value is missing before this comma", place, place + 1,
        mends: [Mend("remove the comma", place, place + 1, [])])
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      problem.contextOffset.map { mismatch(place, $0) } ?? strayBracket(at: place)
    case _:
      cutShort(around: place)
    }
  }
}
