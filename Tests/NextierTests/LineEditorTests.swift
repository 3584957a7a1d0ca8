import Testing

@testable import nextier

/// The keys that bytes are read as.
private func keys(_ bytes: [UInt8]) -> [LineEditorKey] {
  var rest = bytes[...]
  let keys = LineEditorKeys(next: { rest.popFirst() }, nextAtOnce: { rest.popFirst() })
  var found: [LineEditorKey] = []
  while let key = Optional(keys.key()), key != .endOfInput { found.append(key) }
  return found
}

@Suite struct LineEditorTests {
  @Test(
    arguments: [
      ("a\u{E9}\u{1F600}", [.text("a"), .text("\u{E9}"), .text("\u{1F600}")]),
      ("\u{04}", [.deleteOrEnd]), ("\u{1B}[3~", [.delete]), ("\u{7F}\u{08}", [.backspace, .backspace]),
      ("\u{1B}[A\u{1B}OB\u{1B}[C\u{1B}[D", [.up, .down, .right, .left]),
      ("\u{1B}[1;5D\u{1B}[1;3C\u{1B}b", [.wordLeft, .wordRight, .wordLeft]),
      ("\u{1B}[H\u{1B}[4~\u{01}\u{05}", [.home, .end, .home, .end]),
      ("\u{0B}\u{15}\u{17}\u{19}\u{0C}", [.cutToEnd, .cutToStart, .cutWord, .paste, .clearScreen]),
      ("\r\n\t\u{03}", [.enter, .enter, .text(" "), .interrupt]), ("\u{1B}", [.other]),
      ("\u{1B}[5~x", [.other, .text("x")]), ("\u{00}\u{1C}", [.other, .other]),
    ] as [(String, [LineEditorKey])])
  func `bytes are keys`(_ text: String, expected: [LineEditorKey]) {
    #expect(keys(Array(text.utf8)) == expected)
  }

  @Test(arguments: [[0xFF, 0x61], [0xC3, 0x61], [0xE2, 0x82]] as [[UInt8]])
  func `bytes that are no UTF-8 are passed over`(_ bytes: [UInt8]) { #expect(keys(bytes).first == .other) }

  @Test func `a line is edited where its cursor stands`() {
    var buffer = LineEditorBuffer()
    buffer.insert("call me tomorow")
    buffer.move(by: -2)
    buffer.insert("r")
    #expect(buffer.text == "call me tomorrow")
    buffer.moveToStart()
    buffer.moveWordRight()
    buffer.cutToEnd()
    #expect(buffer.text == "call")
    buffer.moveToStart()
    buffer.paste()
    #expect(buffer.text == " me tomorrowcall")
    buffer.deleteAfter()
    buffer.deleteBefore()
    #expect(buffer.text == " me tomorroall")
    buffer.cutWord()
    #expect(buffer.text == " me all")
    buffer.cutToStart()
    #expect(buffer.text == "all")
  }

  @Test func `a combining mark joins the character before it`() {
    var buffer = LineEditorBuffer()
    buffer.insert("e")
    buffer.insert("\u{301}")
    #expect(buffer.characters.count == 1)
    #expect(buffer.cursor == 1)
  }

  @Test func `the cursor stays in sight, and a line has a limit`() {
    var buffer = LineEditorBuffer()
    buffer.insert("0123456789")
    #expect(buffer.visible(width: 5).text.count <= 5)
    #expect(buffer.visible(width: 5).column < 5)
    buffer.moveToStart()
    #expect(buffer.visible(width: 5).column == 0)
    #expect(buffer.visible(width: 5).text.hasPrefix("0123"))
    buffer.replace(with: String(repeating: "x", count: LineEditorBuffer.limit + 5))
    #expect(buffer.characters.count == LineEditorBuffer.limit)
    buffer.insert("y")
    #expect(buffer.characters.count == LineEditorBuffer.limit)
  }
}
