import LeadModel
import TestSupport
import Testing

/// Pieces that readers care about, so that random cells reach deep into them.
private let pieces = [
  "1", "0", "9", "217", "555", "0142", "+", "-", "(", ")", ".", ",", " ", "x", "ext", "#", ";", "/", "and",
  "or", "$", "M",
  "k", "million", "to", "\u{20AC}", "\u{A0}", "\u{2010}", "\u{FF11}", "e", "E+09", "N/A", "'", "\"", "=", "@",
  "a", "Smith",
  "JOHN", "LLC", "&", "Jr", "Mar", "2024", ":", "T", "%", "\u{0}", "\u{E9}", "\u{1F600}", "cell", "fax",
  "less than",
]

@Suite struct ReadingPropertyTests {
  @Test(arguments: UInt64(0)..<200)
  func `no cell traps a reader, and what is read is in form`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<50 {
      let length = Int.random(in: 0...12, using: &random)
      var bytes = (0..<length).flatMap { _ in Array(pieces.randomElement(using: &random)?.utf8 ?? "".utf8) }
      // Some cells are cut and struck anywhere, so that they are not valid UTF-8.
      if Bool.random(using: &random), !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
        bytes.removeLast(Int.random(in: 0...min(2, bytes.count - 1), using: &random))
      }
      bytes.withUnsafeBufferPointer { check($0) }
    }
  }

  private func check(_ cell: CellBytes) {
    if let number = PhoneText.read(cell).number {
      #expect(PhoneNumber(e164: number.e164) == number)
    }
    if let value = MoneyText.read(cell).value { #expect(value.isFinite) }
    if let count = CountText.read(cell).value { #expect(0 <= count) }
    _ = NumberText.read(cell)
    _ = FlagText.read(cell)
    if let date = DateText.read(cell).value {
      #expect(DateText.read(date.description) == .value(date))
    }
    _ = StateText.read(cell)
    if let zip = ZIPText.read(cell).value { #expect(ZIPText.read(zip.description) == .value(zip)) }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: cell.count + 1) { buffer in
      guard let target = buffer.baseAddress else { return }
      if let count = EmailText.read(cell, into: target).value { #expect(buffer[..<count].contains(0x40)) }
      #expect(BusinessNameKey.write(cell, to: target) <= cell.count)
      let name = PersonNameText.read(cell)
      PersonName.writeTitleCase(name.first, isFirst: true, to: target)
      PersonName.writeTitleCase(name.last, to: target)
    }
  }

  @Test(arguments: UInt64(0)..<200)
  func `ten good digits read alike in every style`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let areaCode = try #require([212, 415, 617, 305, 312].randomElement(using: &random))
    let line = "01\(Int.random(in: 10...99, using: &random))"
    let number = "+1\(areaCode)555\(line)"
    for style in [
      "\(areaCode)555\(line)", "(\(areaCode)) 555-\(line)", "+1 \(areaCode).555.\(line)",
      "1-\(areaCode)-555-\(line)",
      "'\(areaCode)555\(line)", "\(areaCode)555\(line).0", "Cell: \(areaCode) 555 \(line)",
      "\(areaCode)-555-\(line) x9",
    ] {
      #expect(PhoneText.read(style).number?.e164 == number, "\(style)")
    }
  }
}
