/// What stands in for characters outside the GSM alphabet, so that one of them does not triple a text's cost.
///
/// The quotation marks follow the lists that Twilio ("smart encoding") and Sinch ("auto encoding") publish; the
/// rest are our choice. Emoji are never replaced.
enum SmartReplacement {
  /// Sent as it is.
  case keep
  case remove
  /// ASCII, 1 to 4 bytes.
  case ascii(StaticString)
  /// One ASCII character.
  case byte(UInt8)

  /// The stand-in for a scalar that is not plain ASCII text.
  static func of(_ scalar: UInt32) -> SmartReplacement {
    switch scalar {
    case 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: .byte(0x20)
    case 0x0A, 0x85, 0x2028, 0x2029: .byte(0x0A)
    case 0x00...0x1F, 0x7F...0x9F: .remove  // Controls.
    case 0xAD, 0x200B, 0x200C, 0x200E, 0x200F, 0x2060, 0xFEFF: .remove
    case 0x202A...0x202E, 0x2066...0x2069, 0xFFFD: .remove
    case 0x22, 0xAB, 0xBB, 0x2BA, 0x2EE, 0x201C...0x201F, 0x275D, 0x275E, 0x301D, 0x301E: .byte(0x22)
    case 0x60, 0xB4, 0x2018...0x201B, 0x2032, 0x275B, 0x275C: .byte(0x27)
    case 0x2B9, 0x2BB...0x2BD, 0x2C8, 0x2CA, 0x2CB: .byte(0x27)
    case 0x2010...0x2015, 0x2212: .byte(0x2D)
    case 0xF7, 0x2044, 0x2215: .byte(0x2F)
    case 0xB7, 0x2022, 0x2217: .byte(0x2A)
    case 0xD7: .byte(0x78)
    case 0x2039: .byte(0x3C)
    case 0x203A: .byte(0x3E)
    case 0xFF01...0xFF5E: .byte(UInt8(truncatingIfNeeded: scalar - 0xFEE0))
    case 0xA9: .ascii("(c)")
    case 0xAE: .ascii("(r)")
    case 0xB0: .ascii(" deg")
    case 0xBC: .ascii("1/4")
    case 0xBD: .ascii("1/2")
    case 0xBE: .ascii("3/4")
    case 0x2026: .ascii("...")
    case 0x203C: .ascii("!!")
    case 0x2122: .ascii("TM")
    default: .keep
    }
  }
}
