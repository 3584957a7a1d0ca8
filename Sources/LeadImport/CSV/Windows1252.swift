/// The encoding of old Windows programs: one byte a character, ASCII below 0x80.
enum Windows1252 {
  /// What the bytes 0x80 to 0x9F stand for; the five that stand for nothing become U+FFFD.
  ///
  /// Source: Unicode Consortium, MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1252.TXT.
  private static let upper: [UInt16] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178,
  ]

  /// Writes a character as UTF-8 and returns how many bytes it took, at most 3.
  static func write(_ byte: UInt8, to target: UnsafeMutablePointer<UInt8>) -> Int {
    // From 0xA0 on, as in Latin-1, the byte is the scalar.
    let scalar = 0x80..<0xA0 ~= byte ? UInt32(upper[Int(byte) - 0x80]) : UInt32(byte)
    return UTF8Check.write(scalar, to: target)
  }
}
