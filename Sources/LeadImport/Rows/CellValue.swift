import LeadModel

/// The text that a cell of a text column means.
enum CellValue {
  /// A cell without white space around it and without what spreadsheets wrap around texts; empty for a word that
  /// means nothing, such as `N/A`.
  @inline(__always)
  static func text(_ span: TextSpan, in bytes: UnsafeMutablePointer<UInt8>) -> TextSpan {
    guard 0 < span.length else { return span }
    let first = bytes[span.offset]
    let last = bytes[span.offset + span.length - 1]
    // The commonest cell by far stands for itself: a letter or digit in front that starts none of the words for
    // nothing, and something visible in ASCII at the end.
    let isLetter =
      (first | 0x20) &- 97 < 26 && first | 0x20 != UInt8(ascii: "n") && first | 0x20 != UInt8(ascii: "u")
    if isLetter || first &- 48 < 10, 0x20 < last, last < 0x7F { return span }
    return carefully(span, in: bytes)
  }

  private static func carefully(_ span: TextSpan, in bytes: UnsafeMutablePointer<UInt8>) -> TextSpan {
    let start = bytes + span.offset
    var text = CellText.trimmed(CellBytes(start: start, count: span.length))
    switch text.first {
    case UInt8(ascii: "=")?, UInt8(ascii: "\"")?: text = CellText.unwrapped(text)
    case UInt8(ascii: "'")? where 1 < text.count && isForced(text[1]):
      text = CellText.trimmed(CellBytes(rebasing: text[1...]))
    case nil, _?: break
    }
    guard let from = text.baseAddress, !CellText.meansNothing(text) else {
      return TextSpan(offset: 0, length: 0)
    }
    return TextSpan(offset: UnsafePointer(bytes).distance(to: from), length: text.count)
  }

  /// Whether an apostrophe in front of this byte keeps a spreadsheet from reading a number or a formula, rather
  /// than belonging to the text, as in `'Round the Clock`.
  private static func isForced(_ byte: UInt8) -> Bool {
    byte &- 48 < 10 || "=+-@".utf8.contains(byte)
  }
}
