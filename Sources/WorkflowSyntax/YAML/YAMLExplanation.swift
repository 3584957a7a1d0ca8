internal import Diagnostics

/// What to tell the author about a text libyaml cannot read, in places of the text it was given.
struct YAMLExplanation {
  let id: DiagnosticID
  let message: String
  let start: Int
  let end: Int
  var notes: [Note] = []
  /// The edit that most likely gives what was meant; applied in passing to find what else is wrong.
  var mends: [Mend] = []
  /// Whether YAML 1.2 allows what libyaml cannot read: it is mended without a word.
  var isAllowed = false

  struct Note {
    let message: String
    let start: Int
    let end: Int
  }

  init(_ id: DiagnosticID, _ message: String, _ start: Int, _ end: Int, mends: [Mend] = []) {
    self.id = id
    self.message = message
    self.start = start
    self.end = max(start, end)
    self.mends = mends
  }

  func noting(_ message: String, _ start: Int, _ end: Int) -> YAMLExplanation {
    var result = self
    result.notes.append(Note(message: message, start: start, end: end))
    return result
  }
}

/// Puts libyaml's problems into the words of someone who did not know they were writing YAML.
struct YAMLExplainer {
  let bytes: YAMLBytes
  let problem: YAMLProblem
  /// The brackets and braces open where reading stopped, the innermost last.
  let openBrackets: [Int]
  /// Where the text read last ends.
  let lastEnd: Int

  var isInFlow: Bool { !openBrackets.isEmpty }

  func explanation() -> YAMLExplanation {
    let place = problem.offset
    let context = problem.contextOffset ?? place
    if let odd = OddSpace.explanation(ofLineAt: place, in: bytes)
      ?? OddSpace.explanation(ofLineAt: context, in: bytes)
    {
      return odd
    }
    switch problem.problem {
    case "found character that cannot start any token":
      return byte(place) == 0x09 ? tab(at: place) : cutShort(around: place)
    case "found a tab character where an indentation space is expected",
      "found a tab character that violates indentation":
      return tab(at: place)
    case "mapping values are not allowed in this context":
      return unexpectedColon(at: place)
    case "could not find expected ':'":
      return missingColon(after: context)
    case "found unexpected end of stream" where isQuote(context),
      "found unexpected document indicator" where isQuote(context):
      return unclosedQuote(at: context)
    case "found unknown escape character":
      return unknownEscape(at: place)
    case "mapping keys are not allowed in this context", "did not find expected comment or line break",
      "did not find expected alphabetic or numeric character",
      "found an indentation indicator equal to 0", "found undefined tag handle":
      return cutShort(around: context)
    case "block sequence entries are not allowed in this context":
      return unexpectedItem(at: place)
    case "did not find expected key":
      return unexpectedInMap(at: place, mapStart: context)
    case "did not find expected '-' indicator":
      return unexpectedInList(at: place, listStart: context)
    case "did not find expected ',' or '}'", "did not find expected ',' or ']'":
      return unexpectedInBrackets(at: place, open: context)
    case "did not find expected node content":
      return missingValue(at: place)
    case "did not find expected <document start>":
      return unexpectedAtEnd(at: place)
    case let words where problem.context.contains("tag") || words.contains("tag"):
      return cutShort(around: context)
    case _:
      return unknown()
    }
  }

  // MARK: Values YAML takes apart

  /// A value whose characters mean something else to YAML.
  func cutShort(around place: Int) -> YAMLExplanation {
    if let stray = surplusBracket(at: place) { return stray }
    guard let value = ValueExtent(around: place, in: bytes, isInFlow: isInFlow), value.start < value.end
    else {
      if byte(place) == UInt8(ascii: "%") {
        return YAMLExplanation(.invalidYAML, "a line cannot start with '%'", place, place + 1)
      }
      let line = YAMLLine(at: place, in: bytes)
      return YAMLExplanation(
        .invalidYAML, "'\(excerpt(place, line.contentEnd))' cannot stand here", place, line.contentEnd)
    }
    let first = Character(Unicode.Scalar(byte(value.start)))
    let reason =
      switch first {
      case "!": "a value that starts with '!' is a tag to YAML"
      case "*": "a value that starts with '*' is an alias to YAML"
      case "&": "a value that starts with '&' is an anchor to YAML"
      case "|", ">": "a value that starts with '\(first)' is a block of text on the lines below to YAML"
      case "%", "@", "`": "a value cannot start with '\(first)' in YAML"
      case "{": "a value that starts with '{' is a map to YAML and ends with its '}'"
      case "[": "a value that starts with '[' is a list to YAML and ends with its ']'"
      case "\"", "'": "a value that starts with a quote ends with the next one to YAML"
      case "-" where byte(value.start + 1) == 0x20:
        "a value that starts with '- ' is an item of a list to YAML"
      case "?" where byte(value.start + 1) == 0x20: "a value that starts with '? ' is a key to YAML"
      case _ where place < value.end && byte(place) == UInt8(ascii: ":"):
        "YAML reads ': ' within a value as a new key"
      case _ where value.start < place && place < value.end:
        whatEnds(value, at: flowMark(in: value) ?? place, in: bytes)
      case _: "YAML cannot read this value as it stands"
      }
    return YAMLExplanation(
      .expressionCutShort, "\(reason); put '\(excerpt(value.start, value.end))' in quotes", value.start,
      value.end,
      mends: [value.quoting(bytes)])
  }

  /// The first character of a value that ends it in braces and brackets.
  private func flowMark(in value: ValueExtent) -> Int? {
    bytes[value.start..<value.end].firstIndex { ",[]{}".utf8.contains($0) }
  }

  /// A quoted text with more behind it: `'it's fine'`, `"a" in lead.tags`.
  func textBehindQuote(at place: Int, value: Int, line: YAMLLine) -> YAMLExplanation {
    let quote = byte(value)
    if place - 1 == value, let start = quoteRunningOn(to: place) {
      return unclosedQuote(at: start).noting("the text goes on to here", value, place)
    }
    if byte(place - 1) == quote, value + 1 < line.contentEnd, byte(line.contentEnd - 1) == quote {
      return quoteInText(at: place - 1, text: value..<line.contentEnd)
    }
    return cutShort(around: place)
  }

  /// A quote within a text that stands in such quotes, and ends it early.
  func quoteInText(at place: Int, text: Range<Int>) -> YAMLExplanation {
    let inner = bytes[text.lowerBound + 1..<text.upperBound - 1]
    let replacement = quoted(inner)
    let other = byte(text.lowerBound) == UInt8(ascii: "'") ? "double" : "single"
    // Where the text has quotes of both kinds, those it stands in are doubled.
    let isOther = replacement[0] != byte(text.lowerBound)
    return YAMLExplanation(
      .unclosedQuote,
      isOther
        ? "the text ends at its second quote; a text with such a quote in it needs \(other) quotes"
        : "the text ends at its second quote; such a quote within a text is written twice",
      place, place + 1,
      mends: [
        Mend(
          isOther ? "use \(other) quotes" : "double the quotes", text.lowerBound, text.upperBound, replacement
        )
      ])
  }

  func unknownEscape(at place: Int) -> YAMLExplanation {
    YAMLExplanation(
      .invalidYAML,
      "'\(excerpt(place, place + 2))' is no escape that double quotes know; a backslash itself is written '\\\\'",
      place, place + 2, mends: [Mend("write the backslash twice", place, place, "\\".utf8)])
  }

  func unclosedQuote(at place: Int) -> YAMLExplanation {
    let line = YAMLLine(at: place, in: bytes)
    // With the quote open, a '#' is part of the text: keep what looks like a comment out of the mend only.
    let end = max(place + 1, line.contentEnd)
    return YAMLExplanation(
      .unclosedQuote, "this quote is never closed", place, place + 1,
      mends: [Mend("close the quote", end, end, [byte(place)])])
  }

  /// The quote of an earlier line whose text runs on to the line of `place`, and ends before it.
  func quoteRunningOn(to place: Int) -> Int? {
    let last = YAMLLine(at: place, in: bytes)
    var line = last
    for _ in 0..<100 {
      guard let above = line.above(in: bytes) else { return nil }
      line = above
      let start = line.valueStart ?? line.keyStart
      guard start < line.end, isQuote(start) else { continue }
      guard TextScan(bytes, from: start, to: line.end).closingQuote(of: start) == nil else { return nil }
      let close = TextScan(bytes, from: start, to: last.end).closingQuote(of: start)
      return close.map { last.start <= $0 && $0 < place } ?? false ? start : nil
    }
    return nil
  }

  // MARK: Words

  func unknown() -> YAMLExplanation {
    let place = min(problem.offset, bytes.count)
    var result = YAMLExplanation(
      .invalidYAML, "not YAML here: \(problem.problem)", place, min(place + 1, bytes.count))
    if let context = problem.contextOffset, context != place {
      result = result.noting(problem.context, context, min(context + 1, bytes.count))
    }
    return result
  }

  func byte(_ index: Int) -> UInt8 { bytes[index] }

  func isQuote(_ index: Int) -> Bool {
    byte(index) == UInt8(ascii: "\"") || byte(index) == UInt8(ascii: "'")
  }

  /// The text of a stretch, shortened where it is long.
  func excerpt(_ start: Int, _ end: Int) -> String {
    let start = min(max(0, start), bytes.count)
    var end = min(max(start, end), bytes.count)
    while end < bytes.count, start < end, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return shortExcerpt(bytes[start..<end])
  }
}
