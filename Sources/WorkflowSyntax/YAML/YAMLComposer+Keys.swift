internal import Diagnostics

/// Keys: what may be one, and what looks like one by mistake.
extension YAMLComposer where Parser: ~Copyable {
  /// Reads the key at hand; `nil` when it is refused, with its value read and dropped by the caller.
  mutating func key(inMapAt start: Int) throws(Stop) -> YAMLKey? {
    if let name = try plainKey() { return name }
    let told = diagnostics.count
    let key = try node()
    guard let scalar = key.scalar else {
      forget(since: told)  // What is wrong within it follows from its being there.
      reportCollectionKey(key, inMapAt: start)
      return nil
    }
    if scalar.style == .plain, scalar.text == "<<" {
      report(
        .unsupportedYAML,
        "merge keys ('<<') are not part of the language; to start from another workflow use 'extends: NAME', "
          + "which merges maps key by key", key.range)
      return nil
    }
    if key.range.start == key.range.end {
      report(.invalidYAML, "a key is missing before this ':'", key.range)
      return nil
    }
    return YAMLKey(scalar.text, at: key.range)
  }

  /// Reads a key as nearly all are, a plain word; `nil` for any other, of which nothing was read.
  private mutating func plainKey() throws(Stop) -> YAMLKey? {
    guard kind == .scalar else { return nil }
    let event = parser.event
    guard event.style == .plain, event.anchor == nil, !event.hasTag, 2 < event.text.count else { return nil }
    try count()
    let end = parser.event.end
    if !source.isASCII, let odd = OddSpace.explanation(ofKeyAt: min(parser.event.start, end)..<end, in: bytes)
    {
      throw .misread(odd)
    }
    lastEnd = end
    let name = String(decoding: event.text, as: UTF8.self)
    return YAMLKey(name, at: range(min(parser.event.start, end), end))
  }

  mutating func reportDuplicate(_ key: YAMLKey, first: YAMLKey) {
    report(
      .duplicateKey, "key '\(key.name)' stands twice in this map; only one of its values could count",
      key.range,
      notes: [Diagnostic.Note("'\(first.name)' is first given here", at: first.range)])
  }

  /// Takes `{firstName}` for the text it was meant to be, and reports that instead of its missing value.
  mutating func placeholder(from start: Int, told: Int) -> YAMLNode? {
    guard bytes[start] == UInt8(ascii: "{"), bytes[parser.event.end - 1] == UInt8(ascii: "}") else {
      return nil
    }
    forget(since: told)
    return reportBraces(from: start, isInFlow: flowDepth > 1)
  }

  /// Whether no colon follows the key that ended there: `{ a, b: 1 }`.
  func hasNoColon(after keyEnd: Int) -> Bool {
    guard kind == .scalar, parser.event.text.isEmpty else { return false }
    var index = keyEnd
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < bytes.count && bytes[index] != UInt8(ascii: ":") && bytes[index] != 0x0A
      && bytes[index] != 0x0D && bytes[index] != UInt8(ascii: "#")
  }
}
