import LeadModel
import TestSupport
import Testing

private func smart(_ text: String, _ letters: SmartEncoding.Letters = .keepAccents) -> String {
  var buffer = MessageBuffer()
  buffer.appendSmart(text, letters: letters)
  return buffer.text
}

@Suite struct MessagingSmartEncodingTests {
  @Test(arguments: [
    ("It’s “Joe’s” place", "It's \"Joe's\" place"),
    ("«a» ‹b› „c‟ ＂d＇", "\"a\" <b> \"c\" \"d'"),
    ("a–b — c − d", "a-b - c - d"),
    ("wait… what‼", "wait... what!!"),
    ("a\u{A0}b\u{2009}c\td", "a b c d"),
    ("so\u{AD}ft ze\u{200B}ro \u{FEFF}mark", "soft zero mark"),
    ("a\u{2028}b\u{85}c", "a\nb\nc"),
    ("½ of ¾, 1⁄4, 6÷2, 2×3", "1/2 of 3/4, 1/4, 6/2, 2x3"),
    ("• one · two", "* one * two"),
    ("© ® ™ 72°", "(c) (r) TM 72 deg"),
    ("ＡＢＣ！", "ABC!"),
    ("`tick´", "'tick'"),
    ("a\r\nb\rc\u{7}d", "a\nb\ncd"),
    ("cafe\u{301} nin\u{303}o A\u{30A}", "café niño Å"),
    ("Nguye\u{302}\u{303}n", "Nguyễn"),
    ("x\u{301}", "x\u{301}"),  // Joins with nothing: left alone.
    ("\u{301}x", "\u{301}x"),
    ("a\u{200D}b", "ab"),
    ("👨\u{200D}👩\u{200D}👧 ok 👍", "👨\u{200D}👩\u{200D}👧 ok 👍"),
    ("Núñez", "Núñez"),
    ("[x] {y} ~z|^\\_@", "[x] {y} ~z|^\\_@"),
    ("Привет", "Привет"),
    ("", ""),
  ])
  func `replaces what only costs money`(_ text: String, _ expected: String) {
    #expect(Array(smart(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test(arguments: [
    ("Núñez, José, Peña", "Nuñez, José, Peña"),  // ñ and é are in the alphabet.
    ("Nguyễn Đặng Łukasz", "Nguyen Dang Lukasz"),
    ("x\u{301}", "x"),
    ("ç Ç", "c Ç"),
    ("😀", ""), ("a 👨‍👩‍👧 b 👍🏽", "a b"), ("Œuvre, Þór, Ħal", "OEuvre, Thor, Hal"), ("张伟 Иван", "张伟 Иван"),
  ])
  func `says in plain letters what has any`(_ text: String, _ expected: String) {
    #expect(smart(text, .plain) == expected)
  }

  @Test(arguments: UInt64(0)..<100)
  func `a second rewrite changes nothing, and costs never rise for typographic text`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("ab cé’“–\u{A0}\u{301}\u{303}•°ñú\r\nn".unicodeScalars)
    for _ in 0..<50 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...80, using: &random) {
        scalars.append(alphabet[Int.random(in: 0..<alphabet.count, using: &random)])
      }
      let once = smart(String(scalars))
      #expect(Array(smart(once).unicodeScalars) == Array(once.unicodeScalars))
      let folded = smart(String(scalars), .plain)
      #expect(SMSCount(folded).encoding == .gsm7)
    }
  }

  @Test func `composes as the standard library compares`() {
    // Canonically equivalent strings are equal in Swift.
    for value in Array(UInt32(0xC0)...0x24F) + Array(0x1E00...0x1EFF) {
      guard let scalar = Unicode.Scalar(value) else { continue }
      #expect(smart(String(scalar)) == String(scalar) || value == 0xD7 || value == 0xF7)
    }
  }
}

@Suite struct MessagingMessageBufferTests {
  @Test func `cuts at a character, and says so`() {
    var buffer = MessageBuffer(limit: 4)
    buffer.append("abcé")
    #expect(buffer.text == "abc")
    #expect(buffer.isTruncated == true)
    buffer.removeAll()
    #expect(!buffer.isTruncated && buffer.count == 0)
    buffer.append("ab")
    buffer.append(scalar: 0x1F600)
    #expect(buffer.text == "ab" && buffer.isTruncated)
    buffer.appendSmart("cd…")
    #expect(buffer.text == "abcd")
  }

  @Test func `edits stay inside the text`() {
    var buffer = MessageBuffer(limit: 8)
    buffer.append("abc")
    buffer.truncate(to: -1)
    #expect(buffer.count == 0 && buffer.lastByte == 0)
    buffer.append("abc")
    buffer.replaceByte(at: 9, with: 0x78)
    buffer.replaceByte(at: 0, with: 0x78)
    buffer.truncate(to: 7)
    #expect(buffer.text == "xbc" && buffer.lastByte == 0x63)
  }
}
