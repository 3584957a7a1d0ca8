/// The characters of the GSM default alphabet and its extension table (3GPP TS 23.038, 6.2.1).
public enum GSM7Alphabet {
  /// ASCII characters of one septet, a bit each: U+0000–3F and U+0040–7F.
  ///
  /// Of the controls only LF and CR; not the backtick, and not the extension characters.
  static let basicLow: UInt64 = 0xFFFF_FFFF_0000_2400
  static let basicHigh: UInt64 = 0x07FF_FFFE_87FF_FFFF
  /// ASCII characters of two septets: form feed, and `[ \ ] ^ { | } ~`.
  static let extensionLow: UInt64 = 0x0000_0000_0000_1000
  static let extensionHigh: UInt64 = 0x7800_0000_7800_0000
  /// U+00A0–DF: ¡ £ ¤ ¥ § ¿ Ä Å Æ Ç É Ñ Ö Ø Ü ß.
  private static let latinLow: UInt64 = 0x9142_02F0_8000_00BA
  /// U+00E0–FF: à ä å æ è é ì ñ ò ö ø ù ü.
  private static let latinHigh: UInt64 = 0x0000_0000_1346_1371

  /// Septets that a Unicode scalar takes: 1, 2, or 0 when the alphabet does not have it.
  public static func septets(of scalar: UInt32) -> Int {
    if scalar < 0x80 {
      let bit = UInt64(scalar & 63)
      let (basic, pair) = scalar < 64 ? (basicLow, extensionLow) : (basicHigh, extensionHigh)
      return Int(truncatingIfNeeded: (basic >> bit) & 1 &+ ((pair >> bit) & 1) << 1)
    }
    return septets(ofNonASCII: scalar)
  }

  static func septets(ofNonASCII scalar: UInt32) -> Int {
    switch scalar {
    case 0xA0...0xDF: Int((latinLow >> UInt64(scalar - 0xA0)) & 1)
    case 0xE0...0xFF: Int((latinHigh >> UInt64(scalar - 0xE0)) & 1)
    // Γ Δ Θ Λ Ξ Π Σ Φ Ψ Ω
    case 0x393, 0x394, 0x398, 0x39B, 0x39E, 0x3A0, 0x3A3, 0x3A6, 0x3A8, 0x3A9: 1
    case 0x20AC: 2  // €
    default: 0
    }
  }
}
