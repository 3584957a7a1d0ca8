/// The line a range starts on and the underline below it, ready for a terminal.
struct SourceExcerpt {
  let lineNumber: Int
  /// The line without control characters, cut around the range where it is long.
  private(set) var line = ""
  /// Blanks that end under the range's first column: tabs below tabs, two spaces below a wide character.
  private(set) var margin = ""
  /// Columns to underline, at least 1.
  private(set) var width = 0

  /// Columns shown of a line; a longer one is cut around the range.
  static let longestLine = 120

  init(of range: SourceRange, in file: SourceFile) {
    let position = file.position(ofByte: Int(range.start))
    lineNumber = position.line
    let lineStart = Int(file.lineStarts[position.line - 1])
    // Nothing further from the range than this can be shown: a line of a megabyte costs no more than another.
    let reach = 4 * SourceExcerpt.longestLine
    let start = min(max(Int(range.start), lineStart), file.bytes.count)
    let shownStart = SourceExcerpt.characterStart(max(lineStart, start - reach), in: file)
    var lineEnd = start
    while lineEnd < min(file.bytes.count, start + reach), file.bytes[lineEnd] != 0x0A,
      file.bytes[lineEnd] != 0x0D
    {
      lineEnd += 1
    }
    lineEnd = SourceExcerpt.characterStart(lineEnd, in: file)
    let end = min(max(start, Int(range.end)), lineEnd)
    let before = Array(String(decoding: file.bytes[shownStart..<start], as: UTF8.self))
    let within = Array(String(decoding: file.bytes[start..<end], as: UTF8.self))
    let after = Array(String(decoding: file.bytes[end..<max(end, lineEnd)], as: UTF8.self))
    show(before, within, after, isCut: lineStart < shownStart)
  }

  private mutating func show(_ before: [Character], _ within: [Character], _ after: [Character], isCut: Bool)
  {
    let room = SourceExcerpt.longestLine
    let roomBefore = within.count + after.count < room / 2 ? room - within.count - after.count : room / 2
    let kept = before.suffix(roomBefore)
    if isCut || kept.count < before.count {
      line += "…"
      margin += " "
    }
    for character in kept {
      line.append(SourceExcerpt.visible(character))
      margin += character == "\t" ? "\t" : String(repeating: " ", count: SourceExcerpt.columns(character))
    }
    for character in within.prefix(room) {
      line.append(SourceExcerpt.visible(character))
      width += SourceExcerpt.columns(character)
    }
    width = max(1, width)
    let left = max(0, room - kept.count - min(room, within.count))
    for character in after.prefix(left) { line.append(SourceExcerpt.visible(character)) }
    if left < after.count || room < within.count { line += "…" }
  }

  /// The character as it is safe to print: a control character could steer the reader's terminal.
  private static func visible(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first, character != "\t" else { return character }
    switch scalar.properties.generalCategory {
    case .control: return "\u{FFFD}"
    case .format where character.unicodeScalars.count == 1: return "\u{FFFD}"
    case _: return character
    }
  }

  private static func columns(_ character: Character) -> Int {
    character == "\t" ? 1 : displayWidth(of: visible(character))
  }

  /// The start of the character in which an offset stands.
  private static func characterStart(_ offset: Int, in file: SourceFile) -> Int {
    var offset = offset
    while 0 < offset, offset < file.bytes.count, file.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
