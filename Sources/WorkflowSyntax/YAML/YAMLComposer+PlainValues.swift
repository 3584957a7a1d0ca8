internal import Diagnostics

/// Plain values that YAML ends before their author did, or that begin or end with what only looks like a space.
extension YAMLComposer where Parser: ~Copyable {
  /// Looks at a plain value libyaml has read, and at what ended it.
  mutating func checkPlain(_ start: Int, _ end: Int) throws(Stop) {
    if !source.isASCII, let odd = OddSpace.explanation(ofValueAt: start..<end, in: bytes) {
      throw .misread(odd)
    }
    var mark = end
    while bytes[mark] == 0x20 || bytes[mark] == 0x09 { mark += 1 }
    let isComment = bytes[mark] == UInt8(ascii: "#") && end < mark
    guard isComment || flowDepth > 0 && ",]}".utf8.contains(bytes[mark]) else { return }
    if hasOpenMark(start, end), isOnLineOfHand(start, end) {
      let value = ValueExtent(at: start, in: bytes, isInFlow: flowDepth > 0)
      if end < value.end, value.isBalanced { throw .misread(cutShort(value, at: mark)) }
    }
    if isComment, flowDepth == 0, start < end { reportDoubtfulComment(at: mark, behind: start, end) }
  }

  func cutShort(_ value: ValueExtent, at mark: Int) -> YAMLExplanation {
    valueCutShort(value, at: mark, in: bytes)
  }

  /// Whether a value stands on a line that a person may have written.
  ///
  /// A look at the whole line for each of its values would take the square of its length.
  private func isOnLineOfHand(_ start: Int, _ end: Int) -> Bool {
    let longest = 1_024
    var (first, last) = (start, end)
    while 0 < first, last - first <= longest, !isBreak(bytes[first - 1]) { first -= 1 }
    while last < bytes.count, last - first <= longest, !isBreak(bytes[last]) { last += 1 }
    return last - first <= longest
  }

  /// Whether a quote or a parenthesis is opened in a stretch and not closed within it.
  private func hasOpenMark(_ start: Int, _ end: Int) -> Bool {
    var depth = 0
    var scan = TextScan(bytes, from: start, to: end)
    while let index = scan.next(where: { bytes, index in "()\"'".utf8.contains(bytes[index]) }) {
      switch bytes[index] {
      case UInt8(ascii: "("): if !isFace(at: index) { depth += 1 }
      case UInt8(ascii: ")"): if !isFace(at: index) { depth -= 1 }
      case _: if scan.opensQuote(at: index) { return true }
      }
    }
    return depth > 0
  }

  /// Whether a parenthesis is the mouth of a face, `:(` or `;-)`, which opens and closes nothing.
  private func isFace(at mouth: Int) -> Bool {
    let eyes = bytes[mouth - 1] == UInt8(ascii: "-") ? mouth - 2 : mouth - 1
    return ":;=".utf8.contains(bytes[eyes]) && (eyes == 0 || " \t\n\r,[{\"'".utf8.contains(bytes[eyes - 1]))
  }

  /// Whether a value is an expression that is whole as it stands: it ends with a quote, or what such a text stands in.
  private func isWholeExpression(_ start: Int, _ end: Int) -> Bool {
    bytes[start..<end].contains(UInt8(ascii: "\"")) && "\"')]".utf8.contains(bytes[end - 1])
      && !hasOpenMark(start, end)
  }

  /// Whether a comment has a quote that belongs to no text in it and is no inch mark.
  private func hasOddQuote(_ start: Int, _ end: Int) -> Bool {
    let quote = UInt8(ascii: "\"")
    guard bytes[start..<end].reduce(0, { $0 + ($1 == quote ? 1 : 0) }) % 2 == 1 else { return false }
    var scan = TextScan(bytes, from: start, to: end)
    return scan.next { bytes, index in bytes[index] == quote && !isDigit(bytes[index - 1]) } != nil
  }

  /// Reports what YAML takes for a comment and looks like the rest of the value: `"a" # b"`, `We are #1`.
  private mutating func reportDoubtfulComment(at mark: Int, behind start: Int, _ end: Int) {
    let line = YAMLLine(at: mark, in: bytes)
    let quote = UInt8(ascii: "\"")
    let next = bytes[mark + 1]
    let note: String
    if isDigit(next) && !isWholeExpression(start, end) || next == UInt8(ascii: "{") {
      note = "a comment that is meant has a space behind its '#'"
    } else if bytes[start..<end].contains(quote), hasOddQuote(mark, line.end) {
      note = "a comment that is meant can stand on a line of its own"
    } else {
      return
    }
    let value = ValueExtent(at: start, in: bytes, isInFlow: false, hasComment: false)
    let explanation = cutShort(value, at: mark)
    report(
      explanation.id, explanation.message, range(mark, line.end), severity: .warning,
      notes: [Diagnostic.Note(note, at: nil)], mends: explanation.mends)
  }
}

/// A value that YAML ends at a mark within it.
func valueCutShort(_ value: ValueExtent, at mark: Int, in bytes: YAMLBytes) -> YAMLExplanation {
  let reason = whatEnds(value, at: mark, in: bytes)
  return YAMLExplanation(
    .expressionCutShort, "\(reason); put '\(shortExcerpt(bytes[value.start..<value.end]))' in quotes",
    value.start, value.end, mends: [value.quoting(bytes)])
}

/// What YAML takes the character for at which it ends a value.
func whatEnds(_ value: ValueExtent, at mark: Int, in bytes: YAMLBytes) -> String {
  var end = mark
  while value.start < end, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
  let read = shortExcerpt(bytes[value.start..<end])
  switch bytes[mark] {
  case UInt8(ascii: "#"):
    let line = YAMLLine(at: mark, in: bytes)
    return "YAML takes '\(shortExcerpt(bytes[mark..<line.end]))' for a comment"
  case UInt8(ascii: ","):
    return "YAML ends a value in braces or brackets at the comma, after '\(read)'"
  case _:
    return "YAML ends a value in braces or brackets before '\(shortExcerpt(bytes[mark..<mark + 1]))'"
  }
}

func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0") <= byte && byte <= UInt8(ascii: "9") }

/// A text for a message, shortened where it is long.
func shortExcerpt(_ bytes: some Collection<UInt8>) -> String {
  let text = String(decoding: bytes.prefix(400), as: UTF8.self)
  return text.count <= 40 ? text : text.prefix(39) + "…"
}

extension YAMLExplainer {
  /// What was meant to close a brace or bracket stands in what YAML takes for a comment: `{ when: a # b }`.
  func commentTakenIn() -> YAMLExplanation? {
    if let value = valueInComment() { return valueCutShort(value, at: value.start, in: bytes) }
    var mark = lastEnd
    while byte(mark) == 0x20 || byte(mark) == 0x09 { mark += 1 }
    guard isInFlow, lastEnd < mark, byte(mark) == UInt8(ascii: "#"), closesMore(at: mark),
      let place = ValueExtent(around: lastEnd - 1, in: bytes, isInFlow: true)
    else { return nil }
    let value = ValueExtent(at: place.start, in: bytes, isInFlow: true, hasComment: false)
    return mark < value.end ? valueCutShort(value, at: mark, in: bytes) : nil
  }

  /// A value all of which YAML takes for a comment, on the line of the innermost bracket: `{ color: #0b3d5c }`.
  private func valueInComment() -> ValueExtent? {
    guard let open = openBrackets.last else { return nil }
    let line = YAMLLine(at: open, in: bytes)
    var scan = TextScan(bytes, from: open, to: line.end)
    let mark = scan.next { bytes, index in
      bytes[index] == UInt8(ascii: "#") && (bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09)
    }
    guard let mark, closesMore(at: mark) else { return nil }
    var before = mark
    while byte(before - 1) == 0x20 || byte(before - 1) == 0x09 { before -= 1 }
    guard byte(before - 1) == UInt8(ascii: ":") else { return nil }
    return ValueExtent(at: mark, in: bytes, isInFlow: true, hasComment: false)
  }

  /// Whether the rest of a line closes more brackets than it opens.
  private func closesMore(at mark: Int) -> Bool {
    var depth = 0
    for byte in bytes[mark..<YAMLLine(at: mark, in: bytes).end] {
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case _: break
      }
    }
    return depth < 0
  }
}
