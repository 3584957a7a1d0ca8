/// Plain ASCII for the typographic forms that turn up in phone cells.
enum PlainText {
  /// Writes `text` in lower-case ASCII and returns its length, never more than the original's.
  ///
  /// Full-width digits and signs become plain ones, hyphens and dashes `-`, spaces of any width a space; marks without
  /// width vanish; any other character becomes `*`.
  static func write(_ text: CellBytes, to target: UnsafeMutableBufferPointer<UInt8>) -> Int {
    var (index, count) = (0, 0)
    while index < text.count {
      let byte = text[index]
      var width = 1
      var plain: UInt8? = byte.asciiLowercased
      if 0x80 <= byte {
        width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        plain = PlainText.plain(text, at: index, width: width)
      } else if byte == 0 || (byte < 0x20 && byte != 0x0A && byte != 0x0D) {
        plain = 0x20
      }
      if let plain {
        target[count] = plain
        count += 1
      }
      index += width
    }
    return count
  }

  private static func plain(_ text: CellBytes, at index: Int, width: Int) -> UInt8? {
    guard index + width <= text.count else { return 0x2A }
    let second = text[index + 1]
    if width == 2 { return text[index] == 0xC2 && second == 0xA0 ? 0x20 : 0x2A }
    guard width == 3 else { return 0x2A }
    let third = text[index + 2]
    switch (text[index], second) {
    case (0xEF, 0xBC) where 0x81 <= third:  // U+FF01...U+FF3F are U+0021...U+005F.
      return (third - 0x60).asciiLowercased
    case (0xEF, 0xBD) where third <= 0x9E:  // U+FF40...U+FF5E are U+0060...U+007E.
      return third - 0x20
    case (0xEF, 0xBB): return third == 0xBF ? nil : 0x2A
    case (0xE2, 0x80):
      switch third {
      case 0x80...0x8A, 0xAF: return 0x20
      case 0x8B...0x8F, 0xAA...0xAE: return nil
      case 0x90...0x95: return 0x2D
      case 0x98, 0x99: return 0x27
      case 0x9C, 0x9D: return 0x22
      default: return 0x2A
      }
    case (0xE2, 0x81): return third == 0xA0 ? nil : 0x2A
    case (0xE2, 0x88): return third == 0x92 ? 0x2D : 0x2A
    case (0xE3, 0x80): return third == 0x80 ? 0x20 : 0x2A
    default: return 0x2A
    }
  }
}
