import Diagnostics
import TestSupport
import Testing
import WorkflowSyntax

/// With an escape by number, so that libyaml reads it.
private let sample = usualYAML + "\nescaped: \"caf\\u00e9\"\n"

/// Reads the bytes and checks what must hold for any bytes at all.
private func check(_ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) {
  let fixture = YAMLFixture(bytes: bytes)
  let end = bytes.count
  func isInside(_ range: SourceRange?) -> Bool {
    guard let range else { return true }
    return 0 <= range.start && range.start <= range.end && Int(range.end) <= end
  }
  func checkNode(_ node: YAMLNode) {
    #expect(isInside(node.range), sourceLocation: sourceLocation)
    if let text = node.scalar?.sourceText {
      for index in 0...min(40, text.text.utf8.count) {
        #expect(isInside(text.range(index, index + 1)), sourceLocation: sourceLocation)
      }
    }
    for item in node.items { checkNode(item) }
    #expect(Set(node.entries.map(\.key.name)).count == node.entries.count, sourceLocation: sourceLocation)
    for entry in node.entries { checkNode(entry.value) }
  }
  for finding in fixture.diagnostics {
    #expect(isInside(finding.range), sourceLocation: sourceLocation)
    for note in finding.notes { #expect(isInside(note.range), sourceLocation: sourceLocation) }
    for fixIt in finding.fixIts { #expect(isInside(fixIt.range), sourceLocation: sourceLocation) }
  }
  if let value = fixture.value {
    checkNode(value)
  } else {
    #expect(fixture.diagnostics.hasErrors, sourceLocation: sourceLocation)
  }
  #expect(fixture.diagnostics == YAMLFixture(bytes: bytes).diagnostics, sourceLocation: sourceLocation)
}

@Suite struct YAMLRobustnessTests {
  @Test(arguments: UInt64(0)..<200)
  func `random bytes are read or refused`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("{}[]:,#&*!|>%@`'\"-? \n\t\r\\abc:  \n".utf8)
    check(
      (0..<Int.random(in: 0..<300, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) })
    check(
      (0..<Int.random(in: 0..<300, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 })
  }

  @Test(arguments: UInt64(0)..<200)
  func `a changed file is read or refused`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("{}[]:,#&*!|>%@`'\"-? \n\t\r\\a".utf8)
    var bytes = Array(sample.utf8)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let index = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.remove(at: index)
      case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: index)
      case 2: bytes[index] = alphabet.randomElement(using: &random) ?? 0
      case _: bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
    }
    check(bytes)
  }

  @Test func `a file cut off anywhere is read or refused`() {
    let bytes = Array(sample.utf8)
    for length in bytes.indices { check(Array(bytes[..<length])) }
  }

  /// Input that has broken YAML readers, and the finding it must give; `nil` where it is fine.
  struct Hostile: CustomTestStringConvertible, Sendable {
    let name: String, bytes: [UInt8], id: DiagnosticID?
    init(_ name: String, _ text: String, _ id: DiagnosticID?) { self.init(name, Array(text.utf8), id) }
    init(_ name: String, _ bytes: [UInt8], _ id: DiagnosticID?) {
      (self.name, self.bytes, self.id) = (name, bytes, id)
    }
    var testDescription: String { name }
  }

  @Test(arguments: [
    Hostile("nothing", "", .emptyFile),
    Hostile("white space", "  \n\n", .emptyFile),
    Hostile("a comment", "# hello\n", .emptyFile),
    Hostile("10,000 brackets", String(repeating: "[", count: 10_000), .nestedTooDeeply),
    Hostile("10,000 braces", String(repeating: "{a: ", count: 10_000), .nestedTooDeeply),
    Hostile("10,000 dashes", String(repeating: "- ", count: 10_000), .nestedTooDeeply),
    Hostile("10,000 question marks", String(repeating: "? ", count: 10_000), .nestedTooDeeply),
    Hostile("brackets on lines of their own", String(repeating: "[\n", count: 10_000), .nestedTooDeeply),
    Hostile("1 MB of a", String(repeating: "a", count: 1 << 20), nil),
    Hostile("1 MB of a quoted", "\"" + String(repeating: "a", count: 1 << 20), .unclosedQuote),
    Hostile("quotes without end", String(repeating: "'", count: 1 << 17), nil),
    Hostile("escaped quotes", "a: \"" + String(repeating: "\\\" ", count: 1 << 15), .unclosedQuote),
    Hostile("colons", String(repeating: "a: ", count: 1 << 15), .expressionCutShort),
    Hostile("empty lines", String(repeating: "\n", count: 1 << 17) + "a: b: c", .expressionCutShort),
    Hostile("tags", String(repeating: "!a ", count: 1 << 15), .expressionCutShort),
    Hostile("tabs", String(repeating: "\t", count: 1 << 17) + "a: 1", .tabIndentation),
    Hostile("NULs", [0x61, 0x3A, 0x20, 0, 0, 0x0A], .invalidYAML),
    Hostile("a bell", "a: \u{7}", .invalidYAML),
    Hostile("a C1 control", "a: \u{91}", .invalidYAML),
    Hostile("UTF-16 LE", [0xFF, 0xFE, 0x61, 0, 0x3A, 0], .invalidUTF8),
    Hostile("UTF-16 BE without mark", [0, 0x61, 0, 0x3A], .invalidUTF8),
    Hostile("Latin 1", [0x61, 0x3A, 0x20, 0xE9, 0x0A], .invalidUTF8),
    Hostile("overlong", [0x61, 0x3A, 0x20, 0xC0, 0xAF], .invalidUTF8),
    Hostile("a surrogate", [0x61, 0x3A, 0x20, 0xED, 0xA0, 0x80], .invalidUTF8),
    Hostile("cut off in a character", [0x61, 0x3A, 0x20, 0xF0, 0x9F, 0x98], .invalidUTF8),
    Hostile("past Unicode", [0x61, 0x3A, 0x20, 0xF4, 0x90, 0x80, 0x80], .invalidUTF8),
    Hostile("an alias bomb", bomb, .aliasBomb),
    Hostile("an alias to itself", "a: &a [*a]", .unsupportedYAML),
  ])
  func `hostile input gives one clear finding`(_ row: Hostile) {
    let fixture = YAMLFixture(bytes: row.bytes)
    #expect(fixture.diagnostics.map(\.id) == (row.id.map { [$0] } ?? []))
  }

  @Test func `a file over a size limit is refused`() {
    var limits = YAMLLimits.standard
    limits.bytes = 10
    #expect(YAMLFixture("a: 12345678", limits: limits).diagnostics.map(\.id) == [.fileTooLarge])
    #expect(YAMLFixture("a: 1234567", limits: limits).diagnostics.isEmpty)
    limits.values = 2
    #expect(YAMLFixture("[a, b, c]", limits: limits).diagnostics.map(\.id) == [.fileTooLarge])
  }

  /// Nine lists, each of nine times the one before: 9^9 values.
  private static let bomb =
    "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    + (1...9).map {
      "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 9).joined(separator: ", "))]\n"
    }
    .joined()

  /// What takes the square of its length takes many minutes at this size.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "(a, ", "'a, ", "*b, ", "!a b, ", "{{a}}, ", "[ {", "a: \"b\" # c, ", "\u{A0}", "a\u{A0}", "\u{200B}",
      "“a”, ",
    ])
  func `a long line of anything costs no more than its length`(piece: String) {
    for opening in ["x: [", "x: "] {
      let bytes = Array((opening + String(repeating: piece, count: 50_000 / piece.utf8.count)).utf8)
      #expect(YAMLFixture(bytes: bytes).diagnostics.allSatisfy { $0.fixIts.count <= 500 })
    }
  }
}
