import JSONText
import Testing

@testable import nextier

@Suite struct LineAnswersTests {
  private let folder = ScratchFolder()

  /// What each line is answered with: its length, or -1 for one that is too long.
  private func lengths(_ text: String) throws -> [String] {
    folder.write(text, to: "in")
    var answers = LineAnswers { line, writer in
      switch line {
      case .line(let bytes): writer.int(Int64(bytes.count))
      case .tooLong: writer.int(-1)
      }
    }
    try answers.run(from: folder / "in", to: folder / "out")
    return (folder.read("out") ?? "").split(separator: "\n").map(String.init)
  }

  @Test(
    arguments: [
      ("", []), ("a\nbb\n", ["1", "2"]), ("a\nbb", ["1", "2"]), ("\n \r\n\t\na\n", ["1"]),
      (String(repeating: "x", count: 3) + "\r\n", ["4"]),
      (String(repeating: "x", count: LineAnswers.maximumLength + 1) + "\na\n", ["-1", "1"]),
      (
        String(repeating: "x", count: LineAnswers.maximumLength) + "\na",
        ["\(LineAnswers.maximumLength)", "1"]
      ),
    ] as [(String, [String])])
  func `each line has one answer, in order`(_ text: String, expected: [String]) throws {
    #expect(try lengths(text) == expected)
  }

  @Test func `many lines are answered in their order`() throws {
    let text = (0..<5_000).map { String(repeating: "x", count: 1 + $0 % 7) }.joined(separator: "\n")
    #expect(try lengths(text) == (0..<5_000).map { String(1 + $0 % 7) })
  }
}
