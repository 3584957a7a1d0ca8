/// How wide a text is, in pixels, so that a box can be made to fit it without a font at hand.
///
/// The widths are those that Helvetica, Arial and Liberation Sans have in common, in thousandths of the
/// font's size; other sans-serif fonts differ by a few percent, which the boxes' margins take up.
struct FontMetrics: Sendable {
  /// In pixels.
  let size: Double
  let isBold: Bool

  /// From space to tilde.
  private static let ascii: [UInt16] = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
  ]
  /// Bold letters are wider by about this much.
  private static let boldFactor = 1.08

  func width(_ text: some StringProtocol) -> Double {
    let thousandths = text.unicodeScalars.reduce(0) { $0 + Self.width($1) }
    return Double(thousandths) * size / 1000 * (isBold ? Self.boldFactor : 1)
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: Int(ascii[Int(scalar.value) - 0x20])
    // Marks that stand on the letter before them, and joiners.
    case 0x0300...0x036F, 0x200B...0x200D, 0xFE00...0xFE0F: 0
    case 0x2026, 0x2190...0x21FF: 1000
    // Ideographs, kana, Hangul, full-width forms, emoji.
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
      0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      1000
    default: 600
    }
  }
}
