import TestSupport
import Testing
import WorkflowDiagrams
import WorkflowProgram

/// A name nobody should give a state, and what each format makes of it.
struct HostileName: CustomTestStringConvertible, Sendable {
  var name: String
  /// As a reader of the SVG sees it.
  var seen: String
  var mermaid: String
  /// Inside one of Graphviz's HTML labels.
  var dot: String
  var testDescription: String { name.debugDescription }
}

/// One state of that name, that stays where it is on a failure, if a guard of that name holds.
private func diagram(_ name: String) -> Diagram {
  let sketch = MachineSketch(
    intents: ["a"],
    states: [
      .init(name: "first", on: [("reply.a", .to(name, when: 0)), ("failed", .to("first"))]),
      .init(name: name, isFinal: true),
    ], optedOut: name, broken: "first")
  var words = sampleWords
  words.title = name
  words.guardText = { _ in name }
  words.place = { _ in name }
  return Diagram(of: sketch.machine(), words: words)
}

@Suite struct EscapingTests {
  @Test(arguments: [
    HostileName(name: "plain", seen: "plain", mermaid: "plain", dot: "plain"),
    HostileName(name: "a<b>&c", seen: "a<b>&c", mermaid: "a#60;b#62;#38;c", dot: "a&lt;b&gt;&amp;c"),
    HostileName(name: "say \"hi\"", seen: "say \"hi\"", mermaid: "say #34;hi#34;", dot: "say &quot;hi&quot;"),
    HostileName(name: "it's", seen: "it's", mermaid: "it's", dot: "it&#39;s"),
    HostileName(name: "</svg>", seen: "</svg>", mermaid: "#60;/svg#62;", dot: "&lt;/svg&gt;"),
    HostileName(name: "]]>", seen: "]]>", mermaid: "]]#62;", dot: "]]&gt;"),
    HostileName(name: "back\\slash", seen: "back\\slash", mermaid: "back#92;slash", dot: "back\\slash"),
    HostileName(name: "two\nlines", seen: "two lines", mermaid: "two lines", dot: "two lines"),
    HostileName(name: "bell\u{7}", seen: "bell\u{FFFD}", mermaid: "bell\u{FFFD}", dot: "bell\u{FFFD}"),
    HostileName(
      name: "turn\u{202E}ed", seen: "turn\u{FFFD}ed", mermaid: "turn\u{FFFD}ed", dot: "turn\u{FFFD}ed"),
    HostileName(
      name: "a --> b: c", seen: "a --> b: c", mermaid: "a #45;#45;#62; b#58; c", dot: "a --&gt; b: c"),
    HostileName(name: "x; }", seen: "x; }", mermaid: "x#59; #125;", dot: "x; }"),
    HostileName(name: "#35; %% no", seen: "#35; %% no", mermaid: "#35;35#59; #37;#37; no", dot: "#35; %% no"),
    HostileName(
      name: "my direction LR", seen: "my direction LR", mermaid: "my directio#110; LR",
      dot: "my direction LR"),
    HostileName(name: "_a_b_ *c*", seen: "_a_b_ *c*", mermaid: "#95;a_b_ #42;c#42;", dot: "_a_b_ *c*"),
    HostileName(name: "Café 東京 🏠", seen: "Café 東京 🏠", mermaid: "Café 東京 🏠", dot: "Café 東京 🏠"),
    HostileName(name: "", seen: "(unnamed)", mermaid: "(unnamed)", dot: "(unnamed)"),
  ])
  func `a hostile name stays a name`(_ row: HostileName) throws {
    let diagram = diagram(row.name)
    let picture = try DrawnPicture(diagram.svg())
    let final = try #require(picture.root.children.first { $0.has(kind: "final") })
    #expect(final.children.filter { $0.has(kind: "title") }.map(\.text).joined(separator: " ") == row.seen)
    #expect(picture.arrows.count == 3)

    let mermaid = diagram.mermaid().split(separator: "\n")
    #expect(mermaid.contains("  state \"\(row.mermaid)\" as s1"))
    #expect(diagram.dot().contains("label=<<b>\(row.dot)</b>>, peripheries=2"))
  }

  @Test func `quotes and escapes of Graphviz cannot end a string`() {
    let dot = diagram("a\"] \\N b\\").dot()
    #expect(dot.contains("tooltip=\"a\\\"] \\\\N b\\\\\""))
    #expect(dot.contains("label=\" reply.a [a\\\"] \\\\N b\\\\] \""))
  }

  @Test func `a name without end is cut`() throws {
    let name = String(repeating: "endless_", count: 10_000)
    let picture = try DrawnPicture(diagram(name).svg())
    #expect(picture.boxes.allSatisfy { $0.right - $0.left < 400 && $0.bottom - $0.top < 200 })
    #expect(diagram(name).mermaid().utf8.count < 4_000)
    #expect(diagram(name).dot().utf8.count < 8_000)
  }
}
