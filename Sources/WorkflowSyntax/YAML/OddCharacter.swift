/// One such character: what it is called, and what to write instead.
struct OddCharacter {
  let start: Int
  let length: Int
  let name: String
  var isInvisible = false

  var end: Int { start + length }

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
    case (0xE2, 0x80, 0x8C...0x8F), (0xE2, 0x81, 0xA0):
      (length, name, isInvisible) = (3, "an invisible character", true)
    case (0xEF, 0xBB, 0xBF): (length, name, isInvisible) = (3, "an invisible byte order mark (U+FEFF)", true)
    case _: return nil
    }
  }
}
