internal import Diagnostics

/// What libyaml reads without complaint, and reads otherwise than its author meant.
extension YAMLComposer where Parser: ~Copyable {
  /// Reports a tag: an expression that starts with `!`, or a type YAML need not be told.
  ///
  /// - Returns: The value as a text, when the tag was part of one; `nil` to read on as if it were not there.
  mutating func reportTag(_ tag: Range<Int>) -> YAMLNode? {
    guard !hasAllFindings else { return nil }
    let name = String(decoding: bytes[tag], as: UTF8.self)
    let isType = name.hasPrefix("!!") || name.hasPrefix("!<")
    if isType || kind != .scalar {
      var end = tag.upperBound
      while end < bytes.count, bytes[end] == 0x20 { end += 1 }
      report(
        .unsupportedYAML,
        "tags such as '\(name)' are not part of the language; each key says what type its value has",
        range(tag.lowerBound, tag.upperBound), mends: [Mend("leave out the tag", tag.lowerBound, end, [])])
      return nil
    }
    let value = ValueExtent(at: tag.lowerBound, in: bytes, isInFlow: flowDepth > 0)
    let text = String(decoding: bytes[value.start..<value.end], as: UTF8.self)
    let place = range(value.start, value.end)
    report(
      .expressionCutShort, "a value that starts with '!' is a tag to YAML; put '\(text)' in quotes", place,
      mends: [value.quoting(bytes)])
    lastEnd = value.end
    return source.verbatim(value.start, value.end, in: bytes)
  }

  /// Reports a key of a map in braces that has no colon behind it: `{ color, logo: a }`, and `{a:1}`.
  ///
  /// - Parameter value: Where the plain value before it starts, which it may be the rest of.
  mutating func reportKeyWithoutValue(_ key: YAMLKey, endingAt end: Int, after value: Int?) throws(Stop) {
    let start = end - Int(key.range.end - key.range.start)
    // `1,000,000` is part of the value before it, too.
    let isGroupOfDigits =
      2 <= start && bytes[start - 1] == UInt8(ascii: ",") && isDigit(bytes[start - 2])
      && isDigit(bytes[start])
    if let value, isGroupOfDigits || !bytes[start..<end].allSatisfy(isWordByte) {
      let whole = ValueExtent(at: value, in: bytes, isInFlow: true)
      if end <= whole.end {
        var comma = start
        while value < comma, bytes[comma] != UInt8(ascii: ",") { comma -= 1 }
        throw .misread(cutShort(whole, at: comma))
      }
    }
    if let colon = key.name.utf8.firstIndex(of: UInt8(ascii: ":")), key.name.utf8.first != UInt8(ascii: ":") {
      let offset = start + key.name.utf8.distance(from: key.name.startIndex, to: colon)
      if isWordByte(bytes[offset - 1]), offset + 1 < bytes.count {
        report(
          .missingSpace, "a space is missing behind the colon of '\(key.name.prefix(upTo: colon))'",
          range(offset, offset + 1),
          mends: [Mend("put a space behind the colon", offset + 1, offset + 1, " ".utf8)])
        return
      }
    }
    report(.invalidYAML, "'\(key.name)' has no value; in braces each key has ': ' and a value", key.range)
  }

  /// Reports a map or list as a key: most often `{{owner_name}}`, a placeholder without quotes.
  mutating func reportCollectionKey(_ key: YAMLNode, inMapAt start: Int) {
    guard bytes[start] == UInt8(ascii: "{") else {
      return report(.unsupportedYAML, "a \(key.isMapping ? "map" : "list") cannot be a key", key.range)
    }
    _ = reportBraces(from: start, isInFlow: flowDepth > 1)
  }

  /// Reports a text that starts with a brace, and gives it as the text it was meant to be.
  mutating func reportBraces(from start: Int, isInFlow: Bool) -> YAMLNode {
    guard !hasAllFindings else { return empty(at: range(start, start)) }
    let value = ValueExtent(at: start, in: bytes, isInFlow: isInFlow)
    let text = String(decoding: bytes[value.start..<value.end], as: UTF8.self)
    let place = range(value.start, value.end)
    report(
      .expressionCutShort, "a value that starts with '{' is a map to YAML; put '\(text)' in quotes", place,
      mends: [value.quoting(bytes)])
    return source.verbatim(value.start, value.end, in: bytes)
  }
}
