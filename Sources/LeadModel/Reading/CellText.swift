/// The bytes of one cell, as UTF-8.
public typealias CellBytes = UnsafeBufferPointer<UInt8>

/// What surrounds the value in a cell of a real export.
public enum CellText {
  /// The cell without white space and control characters at its ends; no-break spaces and marks without width
  /// count as white space.
  public static func trimmed(_ cell: CellBytes) -> CellBytes {
    var (start, end) = (0, cell.count)
    while start < end {
      let width = blankWidth(cell, at: start, before: end)
      if width == 0 { break }
      start += width
    }
    while start < end {
      if isBlank(cell[end - 1]) {
        end -= 1
      } else if 2 <= end - start, blankWidth(cell, at: end - 2, before: end) == 2 {
        end -= 2
      } else if 3 <= end - start, blankWidth(cell, at: end - 3, before: end) == 3 {
        end -= 3
      } else {
        break
      }
    }
    return cell.slice(start, end)
  }

  /// The cell trimmed and without what spreadsheets wrap around a text: quotes, `="…"`, a leading apostrophe.
  public static func unwrapped(_ cell: CellBytes) -> CellBytes {
    var text = trimmed(cell)
    // The commonest cell by far: nothing to take off.
    guard let first = text.first, first == 0x22 || first == 0x27 || first == 0x3D else { return text }
    if first == 0x3D {  // ="…"
      guard 3 <= text.count, text[1] == 0x22, text[text.count - 1] == 0x22 else { return text }
      return trimmed(text.slice(2, text.count - 1))
    }
    if 2 <= text.count, text[text.count - 1] == first {
      text = text.slice(1, text.count - 1)
    } else if first == 0x27 {
      text = text.slice(1, text.count)
    }
    return trimmed(text)
  }

  /// Whether an unwrapped cell says that there is no value: empty, `N/A`, `null`, `none`, `unknown`, `-`.
  public static func meansNothing(_ text: CellBytes) -> Bool {
    switch text.count {
    case 0: return true
    case 1: return text[0] == 0x2D || text[0] == 0x3F
    case 2: return text.equals("na") || text.equals("--")
    case 3:
      return text.equals("n/a") || text.equals("nil") || text.equals("nan") || text.equals("---")
        || text.equals("\u{2014}") || text.equals("\u{2013}")
    case 4: return text.equals("none") || text.equals("null") || text.equals("n.a.") || text.equals("#n/a")
    case 7: return text.equals("unknown") || text.equals("(blank)")
    default: return false
    }
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte <= 0x20 || byte == 0x7F }

  /// The length of the white space that starts at `index`: 0 when there is none.
  private static func blankWidth(_ cell: CellBytes, at index: Int, before end: Int) -> Int {
    let byte = cell[index]
    if isBlank(byte) { return 1 }
    if byte == 0xC2, index + 1 < end, cell[index + 1] == 0xA0 { return 2 }
    guard index + 2 < end else { return 0 }
    let (second, third) = (cell[index + 1], cell[index + 2])
    switch byte {
    case 0xE2:  // U+2000...U+200F, U+202A...U+202F, U+2060.
      if second == 0x80 { return third <= 0x8F || (0xAA <= third && third <= 0xAF) ? 3 : 0 }
      return second == 0x81 && third == 0xA0 ? 3 : 0
    case 0xE3: return second == 0x80 && third == 0x80 ? 3 : 0
    case 0xEF: return second == 0xBB && third == 0xBF ? 3 : 0
    default: return 0
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes from `start` up to `end`, both inside the buffer.
  func slice(_ start: Int, _ end: Int) -> CellBytes {
    CellBytes(rebasing: self[start..<Swift.max(start, end)])
  }

  /// Whether the bytes are `text`, given in lower case, when ASCII capitals count as small letters.
  func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    for index in 0..<count where self[index].asciiLowercased != text.utf8Start[index] { return false }
    return true
  }
}

extension UInt8 {
  var isDigit: Bool { self &- 48 < 10 }
  var isLetter: Bool { (self | 0x20) &- 97 < 26 }
  var asciiLowercased: UInt8 { self &- 65 < 26 ? self | 0x20 : self }
  var asciiUppercased: UInt8 { self &- 97 < 26 ? self & 0xDF : self }
}

extension String {
  /// Calls `body` with the text's UTF-8, for the overloads that take a `String`.
  func withBytes<Result>(_ body: (CellBytes) -> Result) -> Result {
    var copy = self
    return copy.withUTF8(body)
  }
}
