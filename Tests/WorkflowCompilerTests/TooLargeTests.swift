import Diagnostics
import Testing
import WorkflowCompiler
import WorkflowProgram
import WorkflowTestSupport

/// A workflow that has more of something than a program holds.
private struct Row: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let project: SmallProject
  var edit: (from: String, to: String) = ("\0", "")
  let id: DiagnosticID
  let message: String
  init(
    _ name: String, _ project: SmallProject = SmallProject(), edit: (from: String, to: String) = ("\0", ""),
    _ message: String, id: DiagnosticID = .tooLarge
  ) {
    testDescription = name
    self.project = project
    self.edit = edit
    self.id = id
    self.message = message
  }
}

private func entries(_ count: Int, indent: Int = 2, _ entry: (Int) -> String) -> String {
  (0..<count).map { String(repeating: " ", count: indent) + entry($0) }.joined(separator: "\n")
}

private func list(of word: String, _ count: Int) -> String {
  Array(repeating: word, count: count).joined(separator: ", ")
}

/// Flows of six states that each run the next flow.
private let doublingFlows =
  "flows:\n"
  + entries(7) { level in
    let runs = level < 6 ? "flow: f\(level + 1), " : ""
    let states = (0..<6).map { "s\($0): { \(runs)on: { reply.*: { end: done } } }" }.joined(separator: ", ")
    return "f\(level): { start: s0, states: { \(states) } }"
  }

private let rows = [
  Row(
    "definitions",
    SmallProject(
      definitions: "  a0: lead.city == \"x\" || lead.city == \"y\"\n"
        + entries(30) { "a\($0 + 1): a\($0) || a\($0)" }),
    "the definitions used here are more than 4096 parts long when written out"),
  Row(
    "one definition",
    SmallProject(
      definitions: "  big: " + (0..<1_500).map { "lead.city == \"\($0)\"" }.joined(separator: " || ")
        + "\n  use: big || big"),
    "a definition has at most 4096 parts, with the definitions it uses written out"),
  Row(
    "queues",
    SmallProject(extra: "recommend:\n" + entries(256) { "r\($0): { when: priority == \($0 % 100) }" }),
    "more than 255 choices here"),
  Row(
    "openers",
    edit: (
      "opener: { hello: { say: texts.hello } }",
      "opener:\n" + entries(256, indent: 6) { "o\($0): { say: texts.hello }" }
    ),
    "more than 255 openers of one campaign"),
  Row(
    "labels of a band",
    edit: (
      "lead:\n  bands:\n",
      "lead:\n  bands:\n    staff:\n      of: employee_count\n      from:\n"
        + entries(256, indent: 8) { "l\($0): \($0)" } + "\n"
    ),
    "more than 256 labels of one band"),
  Row(
    "states",
    SmallProject(
      states: SmallProject.journey.replacing("flow: talk", with: "flow: f0").replacing(
        "on: { end.booked: won, end.silent: parked,", with: "on: { end.done: won,"), flows: doublingFlows),
    "with the flows they run, there are more than 20000 states"),
  Row(
    "events",
    SmallProject(
      states: SmallProject.journey + "\n  hub:\n    on:\n"
        + entries(4_200, indent: 6) { "signal.s\($0): parked" }),
    "more than 4096 intents, outcomes and signals"),
  Row(
    "arrows",
    SmallProject(
      states: SmallProject.journey + "\n  hub:\n    on:\n"
        + entries(3, indent: 6) { "signal.s\($0): [\(list(of: "parked", 22_000))]" }
    ), "with the flows that states run, there are more than 65535 arrows"),
  Row(
    "texts at once",
    SmallProject(
      states: SmallProject.journey.replacing(
        "do: [send]", with: "do: [\(list(of: "send", 17))]")),
    "more than 16 texts at once"),
  Row(
    "actions",
    SmallProject(
      states: SmallProject.journey.replacing(
        "do: [skip_trace]", with: "do: [\(list(of: "normalize", 257))]")),
    "more than 256 actions in one list"),
  Row(
    "mentions",
    SmallProject(extra: "mentions:\n" + entries(129) { "m\($0): [word\($0)]" }), "more than 128 mentions"),
  Row(
    "a flow that runs itself",
    SmallProject(flows: SmallProject.talk.replacing("say: texts.ask", with: "flow: talk")),
    "a flow cannot run itself: talk runs talk", id: .flowCycle),
]

@Suite struct TooLargeTests {
  @Test(arguments: rows) fileprivate func `what is too much is told, and nothing traps`(_ row: Row) {
    let text = row.project.workflow.replacing(row.edit.from, with: row.edit.to)
    var compiler = WorkflowCompiler(provider: row.project.project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/small.yaml", bytes: Array(text.utf8)))
    let told = compilation.diagnostics.filter { $0.id == row.id }
    #expect(told.map(\.message) == [row.message])
    #expect(compilation.program == nil)
    #expect(told.allSatisfy { $0.range != nil })
  }

  @Test func `a table of many states by many events is too large`() {
    let states =
      SmallProject.journey + "\n"
      + entries(4_000) { "t\($0): { on: { signal.s\($0): parked } }" }
    let told = SmallProject(states: states).compile().diagnostics.filter { $0.id == .tooLarge }
    #expect(told.map(\.message).first?.hasSuffix("are more than a workflow can have together") == true)
  }

  @Test(arguments: [
    "lead.employee_count > 5u", "lead.employee_count >= 0u",
    "lead.annual_revenue > 5u", "lead.city < \"m\"",
  ])
  func `a condition that some lead fulfils is not called impossible`(condition: String) {
    let compilation = SmallProject(extra: "recommend: { some: { when: '\(condition)' } }").compile()
    #expect(compilation.diagnostics.map(\.message) == [])
  }

  @Test func `no number is too large to be compared with`() {
    let condition = "lead.employee_count > 9223372036854775807"
    let compilation = SmallProject(extra: "recommend: { some: { when: \(condition) } }").compile()
    #expect(compilation.diagnostics.map(\.id) == [.neverMatches])
  }

  @Test(arguments: [
    "now > timestamp(\"2024-01-01T00:00:00Z\")", "now < timestamp(\"2024-01-01T00:00:00Z\")",
    "now > timestamp(\"2024-01-01T00:00:00Z\") && now < timestamp(\"2024-01-01T00:00:00.5Z\")",
  ])
  func `an instant before or behind another can be`(condition: String) {
    let states = SmallProject.journey.replacing(
      "- { when: campaign != \"\", to: drafted }", with: "- { when: '\(condition)', to: drafted }")
    #expect(SmallProject(states: states).compile().diagnostics.map(\.message) == [])
  }
}
