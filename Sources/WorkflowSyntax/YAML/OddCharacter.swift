/// One such character: what it is called, and what to write instead.
struct OddCharacter {
  let start: Int
  let length: Int
  let name: String
  var isInvisible = false

  var end: Int { start + length }

  /// Whether it says which way the text beside it is written, as it may in one with Hebrew or Arabic letters.
  func isDirectionMark(in bytes: YAMLBytes) -> Bool {
    (bytes[start], bytes[start + 1]) == (0xE2, 0x80) && 0x8E...0x8F ~= bytes[start + 2]
  }

  var mend: Mend {
    isInvisible
      ? Mend("remove it", start, end, [])
      : Mend("replace with a space", start, end, " ".utf8)
  }

  init?(at start: Int, in bytes: YAMLBytes) {
    self.start = start
    switch (bytes[start], bytes[start + 1], bytes[start + 2]) {
    case (0xC2, 0xA0, _): (length, name) = (2, "a no-break space (U+00A0)")
    case (0xE2, 0x80, 0xAF): (length, name) = (3, "a narrow no-break space (U+202F)")
    case (0xE3, 0x80, 0x80): (length, name) = (3, "an ideographic space (U+3000)")
    case (0xE1, 0x9A, 0x80), (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x81, 0x9F):
      (length, name) = (3, "a typographic space")
    case (0xC2, 0xAD, _): (length, name, isInvisible) = (2, "an invisible soft hyphen (U+00AD)", true)
    case (0xE2, 0x80, 0x8B): (length, name, isInvisible) = (3, "an invisible zero-width space (U+200B)", true)
    case (0xE2, 0x80, 0x8C):
      (length, name, isInvisible) = (3, "an invisible zero-width non-joiner (U+200C)", true)
    case (0xE2, 0x80, 0x8D):
      (length, name, isInvisible) = (3, "an invisible zero-width joiner (U+200D)", true)
    case (0xE2, 0x80, 0x8E):
      (length, name, isInvisible) = (3, "an invisible left-to-right mark (U+200E)", true)
    case (0xE2, 0x80, 0x8F):
      (length, name, isInvisible) = (3, "an invisible right-to-left mark (U+200F)", true)
    case (0xE2, 0x81, 0xA0): (length, name, isInvisible) = (3, "an invisible word joiner (U+2060)", true)
    case (0xEF, 0xBB, 0xBF): (length, name, isInvisible) = (3, "an invisible byte order mark (U+FEFF)", true)
    case _: return nil
    }
  }
}
