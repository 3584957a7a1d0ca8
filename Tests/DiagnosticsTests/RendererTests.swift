import Diagnostics
import TestSupport
import Testing

/// Two files with what is hard to underline: tabs, wide characters, long lines, CRLF, no line end.
private struct Fixture {
  var files = SourceFiles()
  let flow: SourceFileID
  let other: SourceFileID

  init() {
    let lines = [
      "flow: ask", "states:", "  ask_budget: { next: folow_up }", "  follow_up: { send: nudge }",
      "\ttabbed:\tvalue", "  名前: 値 # 😀 e\u{301}x", String(repeating: "long ", count: 100) + "END tail",
      "bell \u{1B}[31m rings",
    ]
    flow = files.add(
      SourceFile(path: "workflows/acme/flow.yaml", bytes: Array(lines.joined(separator: "\r\n").utf8)))
    other = files.add(SourceFile(path: "personas/a b.yaml", bytes: Array("\u{FEFF}persona: a\n".utf8)))
  }

  func range(_ text: String, in file: SourceFileID? = nil) -> SourceRange {
    let file = file ?? flow
    let (bytes, part) = (files[file].bytes, Array(text.utf8))
    let start = (0...bytes.count - part.count).first { bytes[$0...].starts(with: part) } ?? 0
    return SourceRange(file: file, start: start, end: start + part.count)
  }

  var findings: [Diagnostic] {
    [
      Diagnostic(
        .unknownReference, "step 'folow_up' is not defined", at: range("folow_up"),
        notes: [Diagnostic.Note("step 'follow_up' is defined here", at: range("follow_up"))],
        fixIts: [Diagnostic.FixIt("replace with 'follow_up'", replace: range("folow_up"), with: "follow_up")]),
      Diagnostic(
        .tabIndentation, "tabs", at: range("\ttabbed"),
        fixIts: [
          Diagnostic.FixIt(
            "indent with spaces", replace: range("\ttabbed").part(offset: 0, length: 1), with: "  "),
          Diagnostic.FixIt(
            "indent with spaces", replace: range("\tvalue").part(offset: 0, length: 1), with: " "),
        ]),
      Diagnostic(
        .wrongType, .warning, "a value behind a tab", at: range("value"),
        notes: [Diagnostic.Note("a word more")]),
      Diagnostic(.wrongType, "wide characters", at: range("値")),
      Diagnostic(
        .wrongType, "behind wide and combining characters", at: range("\u{301}x").part(offset: 2, length: 1)),
      Diagnostic(.wrongType, "an end of a line", at: range("\r\n").part(offset: 0, length: 0)),
      Diagnostic(.wrongType, "several lines", at: range("states:\r\n  ask_budget")),
      Diagnostic(.wrongType, "a long line", at: range("END")),
      Diagnostic(.invalidYAML, "an escape", at: range("[31m")),
      Diagnostic(.emptyFile, "the end", at: SourceRange(file: flow, start: 10_000, end: 10_001)),
      Diagnostic(.unknownKey, "behind a byte order mark", at: range("persona", in: other)),
      Diagnostic(.fileNotReadable, "cannot read 'x.yaml'", at: nil),
    ]
  }
}

@Suite struct PrintableTests {
  @Test(arguments: [
    ("plain \u{E9} \u{1F600}", "plain \u{E9} \u{1F600}"), ("a\u{1B}[2Jb", "a\u{FFFD}[2Jb"),
    ("a\r\n\tb", "a   b"),
    ("a\u{9B}2Jb", "a\u{FFFD}2Jb"), ("a\u{202E}b\u{2066}", "a\u{FFFD}b\u{FFFD}"), ("a\u{2028}b", "a b"),
    ("\u{0}", "\u{FFFD}"),
  ])
  func `what would steer a terminal is not printed`(_ text: String, expected: String) {
    #expect(printable(text) == expected)
  }

  @Test func `a finding's words cannot steer a terminal`() {
    let text = TextRenderer(files: SourceFiles()).render([
      Diagnostic(.fileNotReadable, .error, "no 'a\u{1B}[2J'", at: nil)
    ])
    #expect(!text.unicodeScalars.contains("\u{1B}"))
  }
}

@Suite struct RendererTests {
  @Test func `text shows the line, the underline, fixes and notes`() {
    let fixture = Fixture()
    expectGolden(TextRenderer(files: fixture.files).render(fixture.findings), "findings.txt")
    expectGolden(
      TextRenderer(files: fixture.files, usesColor: true).render([fixture.findings[0]]), "findings-color.txt")
  }

  @Test func `JSON and SARIF hold the same findings`() {
    let fixture = Fixture()
    expectGolden(JSONRenderer(files: fixture.files).render(fixture.findings), "findings.json")
    expectGolden(
      SARIFRenderer(files: fixture.files, version: "1.2.3").render(fixture.findings), "findings.sarif")
  }

  @Test func `a hundred findings are shown and the rest counted`() {
    let fixture = Fixture()
    let findings = (0..<130).map { Diagnostic(.wrongType, "number \($0)", at: fixture.range("flow")) }
    let text = TextRenderer(files: fixture.files).render(findings)
    #expect(text.split(separator: "\n").count { $0.contains("error: ") } == 100)
    #expect(text.hasSuffix("and 30 more findings\n"))
    #expect(JSONRenderer(files: fixture.files).render(findings).contains("\"omitted\": 30"))
    #expect(TextRenderer(files: fixture.files).render([]) == "")
  }

  @Test func `a line of a megabyte is cut around the finding`() {
    var files = SourceFiles()
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
    let file = files.add(SourceFile(path: "a.yaml", bytes: bytes))
    for place in [0, 1 << 19, (1 << 20) - 1] {
      let finding = Diagnostic(
        .wrongType, "here", at: SourceRange(file: file, start: place, end: place + 100_000))
      #expect(TextRenderer(files: files).render([finding]).count < 600)
    }
  }
}

@Suite struct ExplanationTests {
  @Test func `every kind of finding is explained`() {
    let texts = DiagnosticID.allCases.map { $0.explanation.text(for: $0) }
    expectGolden(texts.joined(separator: "\n----\n\n"), "explanations.txt")
    for id in DiagnosticID.allCases {
      let explanation = id.explanation
      #expect(!explanation.title.isEmpty && !explanation.right.isEmpty, "\(id)")
      #expect(explanation.meaning.hasSuffix("."), "\(id)")
      #expect(explanation.wrong != explanation.right, "\(id)")
    }
    #expect(Set(DiagnosticID.allCases.map(\.explanation.title)).count == DiagnosticID.allCases.count)
  }
}
