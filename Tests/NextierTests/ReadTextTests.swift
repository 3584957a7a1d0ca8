import Glibc
import Testing

@testable import nextier

@Suite struct ReadTextTests {
  private let folder = ScratchFolder()

  private func write(_ bytes: [UInt8]) {
    let file = open(folder / "a.txt", O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    _ = bytes.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
    close(file)
  }

  @Test func `a text is read without the mark that editors put first`() throws {
    write([0xEF, 0xBB, 0xBF] + "Zoë\n".utf8)
    #expect(try readText(folder / "a.txt") == "Zoë\n")
    write([])
    #expect(try readText(folder / "a.txt") == "")
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x68, 0x00], "it is in UTF-16; save it as UTF-8"),
    ([0x68, 0x00, 0x69, 0x00], "it is in UTF-16; save it as UTF-8"),
    (Array("a\nZo".utf8) + [0xEB], "line 2 is not text in UTF-8; save it as UTF-8"),
    (Array("a\nb\nc\0".utf8), "line 3 is not text in UTF-8; save it as UTF-8"),
  ])
  func `what is no UTF-8 is refused, with its line`(row: (bytes: [UInt8], reason: String)) {
    write(row.bytes)
    #expect { try readText(folder / "a.txt") } throws: { ($0 as? FileError)?.reason == row.reason }
  }
}
