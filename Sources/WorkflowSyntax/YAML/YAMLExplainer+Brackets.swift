internal import Diagnostics

extension YAMLExplainer {
  /// Something that neither goes on nor ends a list or map in brackets.
  func unexpectedInBrackets(at place: Int, open: Int) -> YAMLExplanation {
    if let explanation = commentTakenIn() { return explanation }
    let (line, openLine) = (YAMLLine(at: place, in: bytes), YAMLLine(at: open, in: bytes))
    guard line.start == openLine.start else {
      let isOutside =
        bytes.count <= place
        || (line.indentEnd == place || line.colon == place)
          && line.indentation <= openLine.indentation
      return isOutside
        ? unclosedBracket(at: open, openLine) : missingComma(before: place) ?? mismatch(place, open)
    }
    if byte(place) == UInt8(ascii: "}") || byte(place) == UInt8(ascii: "]") { return mismatch(place, open) }
    if let explanation = missingComma(before: place) { return explanation }
    if place == line.contentEnd { return unclosedBracket(at: open, openLine) }
    return cutShort(around: place)
  }

  func unclosedBracket(at open: Int, _ line: YAMLLine) -> YAMLExplanation {
    let opening = excerpt(open, open + 1)
    let closing = closer(of: open)
    let isSpaced = byte(open + 1) == 0x20
    let last = lastLine(under: line)
    let isOneLine = last.start == line.start
    return YAMLExplanation(
      .unclosedBracket, "this '\(opening)' is never closed", open, open + 1,
      mends: [
        Mend(
          isOneLine ? "put '\(closing)' at the end of the line" : "put '\(closing)' behind its last line",
          last.contentEnd, last.contentEnd,
          ((isSpaced ? " " : "") + closing).utf8)
      ])
  }

  /// The last of the lines that stand deeper than a line and directly below it.
  private func lastLine(under line: YAMLLine) -> YAMLLine {
    var (last, current) = (line, line)
    while current.end + 1 < bytes.count {
      current = YAMLLine(at: current.end + 1, in: bytes)
      if current.isEmpty { continue }
      guard line.indentation < current.indentation else { break }
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
    if bytes.count <= place, let openBracket {
      return unclosedBracket(at: openBracket, YAMLLine(at: openBracket, in: bytes))
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
