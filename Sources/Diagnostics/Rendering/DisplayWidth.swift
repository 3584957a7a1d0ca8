/// How many columns of a terminal a text takes on one line.
public func displayWidth(of text: String) -> Int { text.reduce(0) { $0 + displayWidth(of: $1) } }

/// How many columns of a terminal a character takes: 0, 1 or 2.
///
/// After Unicode's East Asian Width (UAX #11: W and F are wide) and emoji presentation (UTS #51).
func displayWidth(of character: Character) -> Int {
  guard let first = character.unicodeScalars.first else { return 0 }
  if first.isASCII { return first.value < 0x20 || first.value == 0x7F ? 0 : 1 }
  if character.unicodeScalars.contains("\u{FE0F}") { return 2 }  // "Show me as an emoji."
  switch first.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: return 0
  case _: return isWide(first.value) ? 2 : 1
  }
}

private func isWide(_ code: UInt32) -> Bool {
  switch code {
  case 0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x2614...0x2615, 0x26A1, 0x2705, 0x270A...0x270B,
    0x2728, 0x274C, 0x2753...0x2755, 0x2757, 0x2795...0x2797, 0x2B1B...0x2B1C, 0x2B50, 0x2B55,
    0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F004, 0x1F0CF, 0x1F18E,
    0x1F191...0x1F19A, 0x1F1E6...0x1F64F, 0x1F680...0x1F6FF, 0x1F7E0...0x1F7EB, 0x1F900...0x1F9FF,
    0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
    true
  case _: false
  }
}
