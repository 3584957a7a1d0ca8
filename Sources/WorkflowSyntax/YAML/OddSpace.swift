internal import Diagnostics

/// Characters that look like a space, or like nothing, and are letters to YAML.
///
/// They come with text copied from web pages, chats and word processors.
enum OddSpace {
  /// More mends for one finding help nobody.
  private static let mostMends = 500

  /// A key with such a character in it or before it.
  static func explanation(ofKeyAt key: Range<Int>, in bytes: YAMLBytes) -> YAMLExplanation? {
    first(in: key, of: bytes).map { explanation(of: $0, within: key, in: bytes) }
  }

  /// A value that starts or ends with such a character, or `key:` with one where the space belongs.
  ///
  /// Hebrew and Arabic texts may start and end with marks of direction: there they are meant.
  static func explanation(ofValueAt value: Range<Int>, in bytes: YAMLBytes) -> YAMLExplanation? {
    if let character = OddCharacter(at: value.lowerBound, in: bytes),
      "\"'[{|>".utf8.contains(bytes[character.end]) || !isMeant(character, in: value, of: bytes)
    {
      return explanation(of: character, within: value, in: bytes)
    }
    var colon = value.lowerBound
    while isWordByte(bytes[colon]) { colon += 1 }
    if value.lowerBound < colon, bytes[colon] == UInt8(ascii: ":"),
      let character = OddCharacter(at: colon + 1, in: bytes)
    {
      return explanation(of: character, within: colon + 1..<colon + 1 + character.length, in: bytes)
    }
    guard let character = last(before: value.upperBound, in: bytes), value.lowerBound <= character.start,
      !isMeant(character, in: value, of: bytes)
    else { return nil }
    return explanation(of: character, within: character.start..<value.upperBound, in: bytes)
  }

  /// A line that libyaml cannot read, with such a character in its indentation or around its first colon.
  static func explanation(ofLineAt offset: Int, in bytes: YAMLBytes) -> YAMLExplanation? {
    let line = YAMLLine(at: offset, in: bytes)
    var index = line.start
    // Up to the first colon: the indentation and the key.
    while index < line.end, bytes[index] != UInt8(ascii: ":"), !"\"'{[#".utf8.contains(bytes[index]) {
      if let character = OddCharacter(at: index, in: bytes) {
        return explanation(of: character, within: index..<max(line.end, index), in: bytes)
      }
      index += 1
    }
    guard let character = OddCharacter(at: index + 1, in: bytes), index < line.end else { return nil }
    return explanation(of: character, within: index + 1..<index + 1 + character.length, in: bytes)
  }

  // MARK: Words and mends

  private static func explanation(
    of character: OddCharacter, within range: Range<Int>, in bytes: YAMLBytes
  ) -> YAMLExplanation {
    let line = YAMLLine(at: character.start, in: bytes)
    var end = character.end
    while let next = OddCharacter(at: end, in: bytes) { end = next.end }
    if indentationEnd(of: line, in: bytes) > character.start {
      return YAMLExplanation(
        .badIndentation,
        "\(character.name) stands in the indentation, where YAML counts plain spaces only", character.start,
        end,
        mends: indentationMends(from: line, in: bytes))
    }
    var mends: [Mend] = []
    var index = range.lowerBound
    while index < range.upperBound, mends.count < mostMends {
      guard let character = OddCharacter(at: index, in: bytes) else {
        index += 1
        continue
      }
      mends.append(character.mend)
      index = character.end
    }
    return YAMLExplanation(
      .invalidYAML,
      character.isInvisible
        ? "\(character.name) stands here; to YAML it is a letter"
        : "\(character.name) stands here; YAML knows plain spaces only",
      character.start, end, mends: mends)
  }

  /// The mends of all lines indented so, that one finding tells of.
  private static func indentationMends(from line: YAMLLine, in bytes: YAMLBytes) -> [Mend] {
    var mends: [Mend] = []
    var start = line.start
    while start < bytes.count, mends.count < mostMends {
      let line = YAMLLine(at: start, in: bytes)
      var index = start
      let end = indentationEnd(of: line, in: bytes)
      while index < end {
        guard let character = OddCharacter(at: index, in: bytes) else {
          index += 1
          continue
        }
        mends.append(character.mend)
        index = character.end
      }
      start = line.end + 1
    }
    return mends
  }

  /// Where a line's spaces end, the odd ones counted.
  private static func indentationEnd(of line: YAMLLine, in bytes: YAMLBytes) -> Int {
    var index = line.start
    while index < line.end {
      if bytes[index] == 0x20 || bytes[index] == 0x09 {
        index += 1
      } else if let character = OddCharacter(at: index, in: bytes) {
        index = character.end
      } else {
        return index
      }
    }
    return index
  }

  // MARK: Characters

  /// Whether a character is a mark of direction in a text that has letters written from right to left.
  private static func isMeant(_ character: OddCharacter, in text: Range<Int>, of bytes: YAMLBytes) -> Bool {
    guard character.isDirectionMark(in: bytes) else { return false }
    return text.contains { index in
      switch (bytes[index], bytes[index + 1]) {
      case (0xD6, 0x90...), (0xD7...0xDF, _): true  // Hebrew, Arabic and more, U+0590 to U+07FF.
      case (0xE0, 0xA0...0xA3), (0xEF, 0xAC...0xBB): true  // U+0800 to U+08FF; older forms of their letters.
      case _: false
      }
    }
  }

  private static func first(in range: Range<Int>, of bytes: YAMLBytes) -> OddCharacter? {
    for index in range where 0x80 <= bytes[index] {
      if let character = OddCharacter(at: index, in: bytes) { return character }
    }
    return nil
  }

  /// The first of those that end at `end`, blanks between them included.
  private static func last(before end: Int, in bytes: YAMLBytes) -> OddCharacter? {
    for length in 2...3 {
      if let character = OddCharacter(at: end - length, in: bytes), character.end == end { return character }
    }
    return nil
  }
}
