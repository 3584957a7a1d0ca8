/// One character of a reply, reduced to what matters for reading it.
enum FoldedCharacter {
  /// Any kind of blank, and marks that only separate.
  case space
  /// Line ends separate sentences.
  case newline
  /// Joined to its neighbours as if it were not there: accents, variation selectors, skin tones.
  case nothing
  /// A lower-case ASCII letter, a digit or a mark.
  case ascii(UInt8)
  /// A letter of another alphabet, lower case.
  case letter(Unicode.Scalar)
  /// An emoji, or another sign with a meaning of its own.
  case symbol(Unicode.Scalar)
}

/// Reduces characters to what matters: case, accents, width and ornament go.
///
/// The part of NFKC that people meet on phones: full-width and mathematical letters, circled and squared
/// letters, typographic quotes and dashes, joiners and selectors.
enum LetterFolding {
  /// U+00C0 to U+017F without their marks; `*` where there is none.
  private static let latin: [UInt8] = Array(
    ("aaaaaaaceeeeiiii" + "dnooooo*ouuuuyts" + "aaaaaaaceeeeiiii" + "dnooooo*ouuuuyty"
      + "aaaaaaccccccccdd" + "ddeeeeeeeeeegggg" + "gggghhhhiiiiiiii" + "iiiijjkkklllllll"
      + "lllnnnnnnnnnoooo" + "oooorrrrrrssssss" + "ssttttttuuuuuuuu" + "uuuuwwyyyzzzzzzs").utf8)

  static func fold(_ scalar: Unicode.Scalar) -> FoldedCharacter {
    let code = scalar.value
    switch code {
    case 0x0A, 0x0D, 0x0B, 0x0C, 0x85, 0x2028, 0x2029: return .newline
    case 0x00..<0x20: return .space
    case 0x41...0x5A: return .ascii(UInt8(code + 32))
    case 0x20: return .space
    case 0x21..<0x7F: return .ascii(UInt8(code))
    case 0xC0...0x17F:
      let letter = latin[Int(code - 0xC0)]
      return letter == 0x2A ? .space : .ascii(letter)
    case 0x2018, 0x2019, 0x201A, 0x201B, 0x2032, 0xB4, 0x02BC: return .ascii(0x27)
    case 0x201C...0x201F, 0x2033, 0xAB, 0xBB, 0x2039, 0x203A: return .ascii(0x22)
    case 0x2010...0x2015, 0x2212: return .ascii(0x2D)
    case 0x2026: return .ascii(0x2E)
    case 0xA2, 0xA3, 0xA5, 0x20A0...0x20BF: return .ascii(0x24)
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF: return .nothing
    case 0x300...0x36F, 0xFE00...0xFE0F, 0x20D0...0x20FF, 0x1F3FB...0x1F3FF: return .nothing
    case 0x2640, 0x2642, 0xE0000...0xE01EF: return .nothing
    case 0xFF01...0xFF5E: return foldASCII(code - 0xFF01 + 0x21)
    case 0x1D400...0x1D6A3: return .ascii(UInt8(0x61 + (code - 0x1D400) % 26))
    case 0x1D7CE...0x1D7FF: return .ascii(UInt8(0x30 + (code - 0x1D7CE) % 10))
    case 0x24B6...0x24E9: return .ascii(UInt8(0x61 + (code - 0x24B6) % 26))
    case 0x1F130...0x1F149, 0x1F150...0x1F169, 0x1F170...0x1F189:
      return .ascii(UInt8(0x61 + (code - 0x1F130) % 32))
    case 0x2190...0x2BFF, 0x3030, 0x303D, 0x3297, 0x3299, 0x1F000...0x1FAFF: return .symbol(scalar)
    default: return foldOther(scalar)
    }
  }

  private static func foldASCII(_ code: UInt32) -> FoldedCharacter {
    .ascii(UInt8(0x41 <= code && code <= 0x5A ? code + 32 : code))
  }

  private static func foldOther(_ scalar: Unicode.Scalar) -> FoldedCharacter {
    let properties = scalar.properties
    guard properties.isAlphabetic else { return .space }
    let lower = properties.lowercaseMapping.unicodeScalars
    return .letter(lower.first ?? scalar)
  }
}
