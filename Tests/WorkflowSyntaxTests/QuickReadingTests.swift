import Diagnostics
import TestSupport
import Testing
import Workers
import WorkflowSyntax

/// Reads a text by either parser, and compares.
///
/// A quick one reads where it knows all that stands in a text, libyaml where it does not: a tab in a comment at the end
/// changes nothing but who reads it.
private func check(_ text: [UInt8], sourceLocation: SourceLocation = #_sourceLocation) -> Bool {
  let quick = YAMLFixture(bytes: text + Array("\n# ".utf8))
  let usual = YAMLFixture(bytes: text + Array("\n#\t".utf8))
  guard usual.diagnostics.isEmpty || quick.diagnostics.isEmpty else { return false }
  let isSame = quick.diagnostics == usual.diagnostics && quick.value == usual.value
  #expect(isSame, "\(String(decoding: text, as: UTF8.self))", sourceLocation: sourceLocation)
  return true
}

/// A line of each kind that authors write, at any depth and in any order.
private let lines = [
  "key: value", "key: \"a \\\"quoted\\\" text\"", "other: 'it''s'", "third: # nothing", "list:", "- item",
  "- a: 1",
  "- - nested", "  b: 2", "flow: { a: 1, b: [x, \"y\", z w], c: {} }", "open: [a,", "b, c]", "fold: >-",
  "text: |",
  "words of a text", "", "# a comment", "anchor: &name", "again: *name", "when: a > 1 && b.c(\"d\")  # why",
  "url: https://example.com/a#b", "- &one { a: b }", "- *one", "tim\u{e9}: 9:00-17:00", "- 'quoted': key",
  "? x",
  "plain text, that: goes", "neg: -1", "q: what? [now]", "- [a: b, c]", "empty: ''", "a:b: c", "- -1",
  "{ a: b }: c",
  "brace: {a: {b: c}, d: [e, {f: g}],}", "more: a # b", "   deeper", "tail: text \\ with 'marks\" ", "-",
  "\"key\" : x",
]

@Suite struct QuickReadingTests {
  @Test(arguments: UInt64(0)..<400)
  func `a text of usual lines reads the same by either parser`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    for _ in 0..<20 {
      var text = ""
      for _ in 0..<Int.random(in: 1..<8, using: &random) {
        text += String(repeating: " ", count: [0, 0, 0, 2, 2, 4].randomElement(using: &random) ?? 0)
        text += (lines.randomElement(using: &random) ?? "") + "\n"
      }
      _ = check(Array(text.utf8))
    }
  }

  @Test(arguments: UInt64(0)..<400)
  func `a text changed at random reads the same by either parser`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let alphabet = Array("{}[]:,#&*!|>%@`'\"-? \n\\ab".utf8)
    for _ in 0..<10 {
      var bytes = Array(usualYAML.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(alphabet.randomElement(using: &random) ?? 0, at: index)
        case _: bytes[index] = alphabet.randomElement(using: &random) ?? 0
        }
      }
      _ = check(bytes)
    }
  }

  /// Texts so long that they are read in two parts, with something in the middle or across it.
  @Test(arguments: [
    "", "c250: 1", "c300: { a: *none }", "key: *start", "key: [1,", "key: \"a", "key: >-\n  folded",
    "  - odd",
    "key:\n- list", "- list", "...", "--- # more", "key: !tag x", "%YAML 1.2", "key: a # b: \"c", "kéy: é",
  ])
  func `a long text reads the same in two parts as whole`(line: String) {
    let rows = (0..<400).map { row in "c\(row): { when: a > \(row) && b, to: [x, \"y\"], text: 'it''s' }\n" }
    for place in [1, 150, 195, 200, 205, 250, 399] {
      let text = "start: &start 1\n" + rows[..<place].joined() + line + "\n" + rows[place...].joined()
      var files = SourceFiles()
      let file = files.add(SourceFile(path: "long.yaml", bytes: Array(text.utf8)))
      let pool = WorkerPool(count: 2) { count, body in
        for index in (0..<count).reversed() { body(index, index) }
      }
      let (whole, parts) = (readYAML(file, in: files), readYAML(file, in: files, by: pool))
      #expect(whole.value == parts.value)
      #expect(whole.diagnostics == parts.diagnostics)
    }
  }

  @Test func `the sample has nothing wrong with it`() { #expect(check(Array(usualYAML.utf8))) }
}
