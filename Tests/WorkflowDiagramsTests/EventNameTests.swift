import Testing
import WorkflowDiagrams
import WorkflowProgram

/// What a state says about events, and the words on the arrow to `there`.
struct EventRow: CustomTestStringConvertible, Sendable {
  var rules: [(String, MachineSketch.Rule)]
  var words: [String]
  var testDescription: String { rules.map(\.0).joined(separator: ", ") }

  init(_ rules: [(String, MachineSketch.Rule)], _ words: String...) {
    (self.rules, self.words) = (rules, words)
  }
}

@Suite struct EventNameTests {
  @Test(arguments: [
    EventRow([("reply.*", .to("there"))], "reply.*"),
    EventRow([("reply.a", .to("other")), ("reply.*", .to("there"))], "reply.*"),
    EventRow([("reply.a", .to("there")), ("reply.*", .to("there"))], "reply.*"),
    EventRow([("reply.a", .to("there")), ("reply.*", .to("other"))], "reply.a"),
    EventRow([("reply.a", .to("there")), ("reply.b", .to("there"))], "reply.a, reply.b"),
    // Without the fourth reply it is no family.
    EventRow(
      [("reply.a", .to("there")), ("reply.b", .to("there")), ("reply.c", .to("there"))],
      "reply.a, reply.b, reply.c"),
    EventRow(
      [
        ("reply.a", .to("there")), ("reply.b", .to("there")), ("reply.c", .to("there")),
        ("reply.d", .to("other")),
      ], "reply.*"),
    EventRow(
      [("trace.found", .to("there")), ("trace.missed", .to("there")), ("trace.failed", .to("there"))],
      "trace.*"),
    EventRow([("trace.found", .to("there")), ("trace.missed", .to("there"))], "trace.found, trace.missed"),
    EventRow([("reply.*", .to("there", when: 0)), ("failed", .to("there"))], "reply.* [g0]", "failed"),
    EventRow(
      [("reply.*", .to("there", do: [.suppress])), ("failed", .to("there"))], "reply.* / suppress", "failed"),
    EventRow([("reply.auto_reply", .to("there")), ("reply.*", .to("other"))], "reply.auto_reply"),
    EventRow([("sent", .to("there")), ("failed", .to("there"))], "sent, failed"),
  ])
  func `arrows name events as an author does`(_ row: EventRow) throws {
    let sketch = MachineSketch(
      intents: ["a", "b", "c", "d", "auto_reply", "opt_out"],
      states: [
        .init(name: "here", on: row.rules), .init(name: "there", isFinal: true), .init(name: "other"),
      ],
      optedOut: "there", broken: "there")
    var words = sampleWords
    words.guardText = { "g\($0.index)" }
    let picture = try DrawnPicture(Diagram(of: sketch.machine(), words: words).svg())
    let arrow = try #require(picture.arrows.first { $0.from == "here" && $0.to == "there" })
    #expect(arrow.words == row.words)
  }

  @Test func `a flow's outcomes that go one way each leave by their own door`() throws {
    let sketch = MachineSketch(
      intents: ["a"], signals: ["end.x", "end.y", "end.elsewhere"],
      states: [
        .init(name: "here", on: [("end.*", .to("there"))], flow: "talk"), .init(name: "there", isFinal: true),
      ],
      flows: ["talk": [.init(name: "ask", on: [("reply.a", .end("x"))], after: [("1d", .end("y"))])]],
      optedOut: "there", broken: "there")
    let drawn = try DrawnPicture(Diagram(of: sketch.machine(), words: sampleWords).svg())
    #expect(drawn.arrows.filter { $0.to == "there" }.map(\.from) == ["here/end.x", "here/end.y"])
    let top = try DrawnPicture(Diagram(of: sketch.machine(), words: sampleWords, flows: .collapsed).svg())
    #expect(top.arrows.filter { $0.to == "there" }.map(\.words) == [["end.*"]])
  }
}
