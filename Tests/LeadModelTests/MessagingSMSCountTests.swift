import LeadModel
import TestSupport
import Testing

/// A text, and what sending it must cost.
struct SMSCountRow: CustomTestStringConvertible, Sendable {
  let text: String
  let count: SMSCount
  init(_ text: String, _ encoding: SMSEncoding, _ units: Int, _ segments: Int) {
    self.text = text
    count = SMSCount(encoding: encoding, units: units, segments: segments)
  }
  var testDescription: String { "\(text.prefix(24)) (\(text.unicodeScalars.count) scalars)" }
}

private func a(_ count: Int) -> String { many("a", count) }
private func many(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }

private let rows: [SMSCountRow] = [
  SMSCountRow("", .gsm7, 0, 0),  // Nothing to send.
  SMSCountRow("Hello", .gsm7, 5, 1),
  SMSCountRow(a(160), .gsm7, 160, 1),  // The last that fits into one part.
  SMSCountRow(a(161), .gsm7, 161, 2),
  SMSCountRow(a(306), .gsm7, 306, 2),  // Twice 153.
  SMSCountRow(a(307), .gsm7, 307, 3),
  SMSCountRow(a(459), .gsm7, 459, 3),
  SMSCountRow(a(460), .gsm7, 460, 4),
  SMSCountRow(many("\u{20AC}", 80), .gsm7, 160, 1),  // A euro sign is two septets.
  SMSCountRow(many("\u{20AC}", 81), .gsm7, 162, 2),
  SMSCountRow(a(152) + "\u{20AC}aaaaaaaaaa", .gsm7, 164, 2),  // The euro moves to the second part.
  SMSCountRow(a(152) + "\u{20AC}" + a(151), .gsm7, 305, 2),
  SMSCountRow(a(152) + "\u{20AC}" + a(152), .gsm7, 306, 3),  // Dividing by 153 would say 2.
  SMSCountRow("[]{}~^|\\", .gsm7, 16, 1),
  SMSCountRow("It\u{2019}s Joe", .ucs2, 8, 1),
  SMSCountRow(a(69) + "\u{2019}", .ucs2, 70, 1),  // The last that fits into one part.
  SMSCountRow(a(70) + "\u{2019}", .ucs2, 71, 2),
  SMSCountRow(a(133) + "\u{2014}", .ucs2, 134, 2),  // Twice 67.
  SMSCountRow(a(134) + "\u{2014}", .ucs2, 135, 3),
  SMSCountRow(many("\u{1F600}", 35), .ucs2, 70, 1),
  SMSCountRow(many("\u{1F600}", 36), .ucs2, 72, 2),
  SMSCountRow(a(66) + "\u{1F600}" + a(66), .ucs2, 134, 3),  // 66, then 2 + 65, then 1.
  SMSCountRow(a(66) + "\u{1F600}" + a(65), .ucs2, 133, 2),
  SMSCountRow("\u{1F44D}\u{1F3FD}", .ucs2, 4, 1),  // With skin tone.
  SMSCountRow("\u{1F1FA}\u{1F1F8}", .ucs2, 4, 1),  // A flag.
  SMSCountRow("\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}", .ucs2, 8, 1),  // A family.
  SMSCountRow("caf\u{E9}", .gsm7, 4, 1),
  SMSCountRow("cafe\u{301}", .ucs2, 5, 1),  // Counted as it stands, not composed.
  SMSCountRow("ma\u{F1}ana", .gsm7, 6, 1),
  SMSCountRow("\u{E1}", .ucs2, 1, 1),
  SMSCountRow("\u{E7}", .ucs2, 1, 1),  // Only the capital cedilla is in the alphabet.
  SMSCountRow("\u{C7}", .gsm7, 1, 1),
  SMSCountRow("`", .ucs2, 1, 1),
  SMSCountRow("\t", .ucs2, 1, 1),
  SMSCountRow("a\u{A0}b", .ucs2, 3, 1),
  SMSCountRow("a\u{200B}b", .ucs2, 3, 1),
  SMSCountRow("Wait\u{2026}", .ucs2, 5, 1),
  SMSCountRow("5\u{2013}7", .ucs2, 3, 1),
  SMSCountRow("\u{2022} item", .ucs2, 6, 1),
  SMSCountRow("10\u{B0}", .ucs2, 3, 1),
  SMSCountRow("\u{A9}", .ucs2, 1, 1),
  SMSCountRow("\u{2122}", .ucs2, 1, 1),
  SMSCountRow("\u{BD}", .ucs2, 1, 1),
  SMSCountRow("Reply STOP to opt out.\n- Joe", .gsm7, 28, 1),
  SMSCountRow("line1\r\nline2", .gsm7, 12, 1),
]

/// The GSM alphabet in code order, and the extension table, as the standard prints them.
private let basic = """
  @£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿\
  abcdefghijklmnopqrstuvwxyzäöñüà
  """
private let pairs = "^{}\\[~]|€\u{0C}"

@Suite struct MessagingSMSCountTests {
  @Test(arguments: rows)
  func `counts follow the standard`(_ row: SMSCountRow) {
    #expect(SMSCount(row.text) == row.count)
  }

  @Test func `the alphabet has its 127 characters, 10 pairs, and nothing else`() {
    #expect(basic.unicodeScalars.count == 127)
    for value in UInt32(0)...0x3000 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let expected = singles.contains(scalar) ? 1 : doubles.contains(scalar) ? 2 : 0
      #expect(GSM7Alphabet.septets(of: value) == expected, "U+\(String(value, radix: 16))")
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `counts equal a count character by character`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabets = ["abc XYZ,.-", "ab€[~\n", "aé€ñ_@", "ab😀–x", basic + pairs]
    let alphabet = Array(alphabets[Int(seed % 5)].unicodeScalars)
    for _ in 0..<5 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...500, using: &random) {
        text.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      #expect(SMSCount(String(text)) == countOneByOne(text))
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `any bytes at all can be counted`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
      UInt8.random(in: 0...255, using: &random)
    }
    let count = bytes.withUnsafeBufferPointer { SMSCount($0) }
    #expect(count == SMSCount(String(decoding: bytes, as: UTF8.self)) || count.encoding == .ucs2)
    #expect((count.segments == 0) == bytes.isEmpty)
  }
}

private let singles = Set(basic.unicodeScalars)
private let doubles = Set(pairs.unicodeScalars)

/// The same count, the slow and plain way.
private func countOneByOne(_ text: String.UnicodeScalarView) -> SMSCount {
  let isGSM = text.allSatisfy { singles.contains($0) || doubles.contains($0) }
  let widths = text.map { scalar in
    isGSM ? (doubles.contains(scalar) ? 2 : 1) : UTF16.width(scalar)
  }
  let total = widths.reduce(0, +)
  let encoding = isGSM ? SMSEncoding.gsm7 : .ucs2
  guard total > (isGSM ? 160 : 70) else {
    return SMSCount(encoding: encoding, units: total, segments: total == 0 ? 0 : 1)
  }
  var parts = [0]
  for width in widths {
    if parts[parts.count - 1] + width > (isGSM ? 153 : 67) { parts.append(0) }
    parts[parts.count - 1] += width
  }
  return SMSCount(encoding: encoding, units: total, segments: parts.count)
}
