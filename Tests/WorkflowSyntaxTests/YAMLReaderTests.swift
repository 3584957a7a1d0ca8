import Diagnostics
import TestSupport
import Testing
import WorkflowSyntax

@Suite struct YAMLReaderTests {
  @Test func `every key and value has its exact place`() {
    let fixture = YAMLFixture(
      """
      # A comment first.
      workflow: ecbb
      name: "East Coast"   # quoted
      owner: 'it''s'
      list: [a, "b", {c: d}]
      empty:
      block:
        - x: 1
          y: [ ]
        -
        - plain text
          over two lines
      text: |
        first
          second

        third
      folded: >-
        one
        two
      last: { a: 1, 'b': ~ }

      """)
    #expect(fixture.diagnostics.isEmpty)
    expectGolden(fixture.outline, "places.txt")
  }

  @Test(arguments: [
    "a: b\r\nc: \"d\"\r\n", "a: b\rc: \"d\"\r", "\u{FEFF}a: b\nc: \"d\"\n", "a: b # é\nc: \"d\"\n",
    "a: b\u{85}c: \"d\"\u{85}", "# 😀\u{2028}a: b\u{2029}c: \"d\"\n", "# 日本語\na: b\nc: \"d\"",
  ])
  func `places are right after any line end, mark or wide character`(text: String) throws {
    let fixture = YAMLFixture(text)
    #expect(fixture.diagnostics.isEmpty)
    let entries = try #require(fixture.value?.entries)
    #expect(entries.map { fixture.text(at: $0.key.range) } == ["a", "c"])
    #expect(entries.map { fixture.text(at: $0.value.range) } == ["b", "\"d\""])
  }

  /// A scalar, and the part of its decoded text whose place in the file is asked for.
  struct Scalar: CustomTestStringConvertible, Sendable {
    let yaml: String, text: String, part: String, standsAs: String
    init(_ yaml: String, reads text: String, _ part: String, as standsAs: String? = nil) {
      (self.yaml, self.text, self.part, self.standsAs) = (yaml, text, part, standsAs ?? part)
    }
    var testDescription: String { yaml }
  }

  @Test(arguments: [
    Scalar("v: lead.x == 3", reads: "lead.x == 3", "== 3"),
    Scalar("v: é lead", reads: "é lead", "lead"),
    Scalar("v: 'lead.x'", reads: "lead.x", "x"),
    Scalar("v: 'say ''hi'' to x'", reads: "say 'hi' to x", "to x"),
    Scalar("v: 'say ''hi'' to x'", reads: "say 'hi' to x", "'hi'", as: "''hi''"),
    Scalar(#"v: "a \"b\" c""#, reads: #"a "b" c"#, #""b""#, as: #"\"b\""#),
    Scalar(#"v: "a \u00e9\x41\U0001F600 c""#, reads: "a éA😀 c", "c"),
    Scalar(#"v: "a \u00e9 c""#, reads: "a é c", "é", as: #"\u00e9"#),
    Scalar(#"v: "\Nb\Lc\_d""#, reads: "\u{85}b\u{2028}c\u{A0}d", "d"),
    Scalar("v: \"one\n  two\"", reads: "one two", "two"),
    Scalar("v: \"one \t\n\n\n  two\"", reads: "one\n\ntwo", "two"),
    Scalar("v: \"one \\\n   \\ two\"", reads: "one  two", "two"),
    Scalar("v: \"one\\\n\n   two\"", reads: "one\ntwo", "two"),
    Scalar("v: \"one\n\n   \\ntwo\"", reads: "one\n\ntwo", "two"),
    Scalar("v: \" one \"", reads: " one ", "one"),
    Scalar("v: one\r\n  two  \r\n\r\n  three", reads: "one two\nthree", "three"),
    Scalar("v: one\r\n  two  \r\n\r\n  three", reads: "one two\nthree", "two"),
    Scalar("v: |\n  one\n    two\n\n  three\n", reads: "one\n  two\n\nthree\n", "three"),
    Scalar("v: |\n  one\n    two\n\n  three\n", reads: "one\n  two\n\nthree\n", "two"),
    Scalar("v: |2-\n   one\n  two\n", reads: " one\ntwo", "two"),
    Scalar("v: |+\n\n  one\n   \n  two\n\n", reads: "\none\n \ntwo\n\n", "two"),
    Scalar(
      "v: >\n  one\n  two\n\n  three\n    four\n   five\n  six\n",
      reads: "one two\nthree\n  four\n five\nsix\n", "six"),
    Scalar(
      "v: >\n  one\n  two\n\n  three\n    four\n   five\n  six\n",
      reads: "one two\nthree\n  four\n five\nsix\n", "two"),
    Scalar(
      "v: >\n  one\n  two\n\n  three\n    four\n   five\n  six\n",
      reads: "one two\nthree\n  four\n five\nsix\n", "five"),
    Scalar("v: > # why\n\n\n  one\n\n\n  two\n", reads: "\n\none\n\ntwo\n", "two"),
    Scalar("v: |\r\n  one\r\n  two\r\n", reads: "one\ntwo\n", "two"),
    Scalar("v: &x\n  'two'", reads: "two", "two"),
  ])
  func `each byte of a scalar knows its place`(_ row: Scalar) throws {
    for prefix in ["", "\u{FEFF}", "# é\n", "first: 日本\n"] {
      let fixture = YAMLFixture(prefix + row.yaml)
      #expect(fixture.diagnostics.isEmpty)
      let source = try #require(fixture.value?["v"]?.scalar?.sourceText)
      #expect(source.text == row.text)
      let start = try #require(source.text.range(of: row.part))
      #expect(fixture.text(at: source.range(start.lowerBound, start.upperBound)) == row.standsAs)
    }
  }

  @Test func `an alias has its own place and knows its anchor's`() throws {
    let fixture = YAMLFixture("a: &list [x, \"y\"]\nb: *list\nc: &t text\nd: *t\n")
    #expect(fixture.diagnostics.isEmpty)
    let list = try #require(fixture.value?["b"])
    #expect(fixture.text(at: list.range) == "*list")
    #expect(fixture.text(at: try #require(list.anchoredRange)) == "[x, \"y\"]")
    #expect(list.items.map { fixture.text(at: $0.range) } == ["x", "\"y\""])
    let text = try #require(fixture.value?["d"]?.scalar?.sourceText)
    #expect(fixture.text(at: text.range(0, 4)) == "text")
    #expect(fixture.value?["a"]?.anchoredRange == nil)
  }

  @Test func `an empty value and null are nothing, quoted ones are texts`() throws {
    let fixture = YAMLFixture("a:\nb: null\nc: ~\nd: ''\ne: 'null'\nf: no\n&k g:\n")
    #expect(fixture.diagnostics.isEmpty)
    #expect(fixture.value?.entries.map(\.value.isNull) == [true, true, true, false, false, false, true])
    #expect(fixture.value?["f"]?.scalar?.text == "no")
  }

  @Test func `places stay exact where reading was mended`() throws {
    let fixture = YAMLFixture("a: @x\nb: 'é'\n\tc: \"d\\te\"\n".replacing("\n\tc", with: "\nc"))
    #expect(fixture.diagnostics.map(\.id) == [.expressionCutShort])
    #expect(fixture.value?.entries.map { fixture.text(at: $0.key.range) } == ["a", "b", "c"])
    #expect(fixture.value?.entries.map { fixture.text(at: $0.value.range) } == ["@x", "'é'", "\"d\\te\""])
    let text = try #require(fixture.value?["c"]?.scalar?.sourceText)
    #expect(fixture.text(at: text.range(2, 3)) == "e")
  }

  @Test func `tabs that YAML allows change no value and no place`() {
    let comments = String(repeating: "\t# f\n", count: 100)
    let text = "a: |\n  b\n\t\n  \tc\nd: e\n\(comments)h:\n  \t\n  - i\n"
    let fixture = YAMLFixture(text)
    #expect(fixture.diagnostics.isEmpty)
    #expect(
      fixture.outline
        == YAMLFixture(text.replacing("\n\t", with: "\n").replacing("  \t\n", with: "\n")).outline)
  }
}

extension String {
  /// The UTF-8 offsets of the first place where `part` stands.
  func range(of part: String) -> Range<Int>? {
    let (text, part) = (Array(utf8), Array(part.utf8))
    guard part.count <= text.count else { return nil }
    return (0...text.count - part.count).first { text[$0...].starts(with: part) }.map { $0..<$0 + part.count }
  }
}
