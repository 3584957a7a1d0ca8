import Diagnostics
import Testing

@Suite struct SourceTests {
  @Test func `places count lines by any line end and columns by characters`() {
    let file = SourceFile(path: "a", bytes: Array("a\r\né\rb\n\nc".utf8))
    let places = [
      (0, 1, 1), (1, 1, 2), (3, 2, 1), (5, 2, 2), (6, 3, 1), (8, 4, 1), (9, 5, 1), (10, 5, 2), (99, 5, 2),
      (-5, 1, 1),
    ]
    for (offset, line, column) in places {
      #expect(file.position(ofByte: offset) == SourcePosition(line: line, column: column), "\(offset)")
    }
    #expect((0...6).map(file.line) == ["", "a", "é", "b", "", "c", ""])
  }

  @Test func `columns of a long line are as many as its characters`() {
    let text = "short\n" + String(repeating: "é€a", count: 2_000) + "\nend"
    let file = SourceFile(path: "a", bytes: Array(text.utf8))
    for count in stride(from: 0, through: 6_000, by: 7) {
      let offset = 6 + count / 3 * 6 + [0, 2, 5][count % 3]
      #expect(file.position(ofByte: offset) == SourcePosition(line: 2, column: count + 1))
    }
    #expect(file.position(ofByte: text.utf8.count) == SourcePosition(line: 3, column: 4))
  }

  @Test func `a byte order mark takes no column`() {
    let file = SourceFile(path: "a", bytes: Array("\u{FEFF}ab".utf8))
    #expect(file.position(ofByte: 3) == SourcePosition(line: 1, column: 1))
    #expect(file.position(ofByte: 4) == SourcePosition(line: 1, column: 2))
    #expect(file.line(1) == "ab")
  }

  @Test func `a decoded text maps back by stretches or by offsets`() {
    let range = SourceRange(file: SourceFileID(index: 0), start: 10, end: 20)
    let offsets = SourceText("abc", at: range, offsets: [11, 12, 16, 17])
    #expect(offsets.range(1, 2) == SourceRange(file: range.file, start: 12, end: 16))
    #expect(offsets.range(0, 9) == SourceRange(file: range.file, start: 11, end: 17))
    let runs = SourceText(
      "abc", at: range, runs: [SourceText.Run(text: 0, file: 11), SourceText.Run(text: 2, file: 16)])
    #expect(runs.range(1, 2) == SourceRange(file: range.file, start: 12, end: 16))
  }
}
