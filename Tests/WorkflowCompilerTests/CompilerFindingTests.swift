import Diagnostics
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowProgram
import WorkflowTestSupport

/// What is wrong with a workflow, by the name of the golden that says how it is told.
private let mistakes: [(name: String, project: SmallProject)] = [
  ("unknown-state", SmallProject(states: SmallProject.journey + "\n  lost: { on: { sent: contactd } }")),
  (
    "unreachable-and-dead-end",
    SmallProject(states: SmallProject.journey + "\n  island: { after: { 1d: parked } }\n  pit: {}")
  ),
  (
    "eventless-cycle",
    SmallProject(
      states: """
        states:
          imported: { then: [{ to: a }] }
          a: { then: [{ when: quality > 5, to: b }, { to: won }] }
          b: { then: [{ to: a }] }
          won: { final: true }
        """, flows: "flows: {}")
  ),
  (
    "send-loop",
    SmallProject(
      states: """
        states:
          imported: { then: [{ to: a }] }
          a: { say: texts.ask, on: { sent: b, failed: won } }
          b: { on: { delivered: a, failed: won } }
          won: { final: true }
        """, flows: "flows: {}")
  ),
  (
    "outcome-without-target",
    SmallProject(states: SmallProject.journey.replacing("end.booked: won, ", with: ""))
  ),
  (
    "flow-leaves-by-name",
    SmallProject(flows: SmallProject.talk.replacing("reply.*: again", with: "reply.*: parked"))
  ),
  (
    "opt-out-in-yaml",
    SmallProject(
      states: SmallProject.journey.replacing("reply.interested: talking", with: "reply.opt_out: talking"))
  ),
  (
    "limits-looser-than-law",
    SmallProject(limits: "limits: { texts_per_day: 900, hours: { from: \"6:00\" } }")
  ),
  (
    "never-matches",
    SmallProject(
      extra: """
        recommend:
          good: { when: priority >= 60 }
          better: { when: priority >= 80 }
          best: { when: priority >= 120 }
        """)
  ),
  (
    "names-in-expressions",
    SmallProject(
      extra: "assignment: { a: { when: lead.owner_nmae == \"x\" }, b: { when: industri == \"y\" } }")
  ),
  (
    "type-in-expressions",
    SmallProject(extra: "assignment: { a: { when: lead.city > 5 }, b: { when: quality } }")
  ),
  (
    "unknown-template",
    SmallProject(states: SmallProject.journey.replacing("texts.nudge", with: "texts.nugde"))
  ),
  (
    "unknown-action",
    SmallProject(states: SmallProject.journey.replacing("do: [skip_trace]", with: "do: [skiptrace]"))
  ),
  ("nothing-for-stop-and-help", SmallProject(messages: "")),
  (
    "required-texts",
    SmallProject(
      messages:
        "messages: { opt_out_confirmation: texts.ask, opt_in_confirmation: texts.hello, help_reply: texts.nudge }"
    )
  ),
  (
    "unused-flow",
    SmallProject(
      states: SmallProject.journey.replacing("flow: talk", with: "do: [notify]").replacing(
        "on: { end.booked: won, end.silent: parked, failed: parked }", with: "on: { reply.*: won }"))
  ),
]

@Suite struct CompilerFindingTests {
  @Test(arguments: mistakes.map(\.name)) func `a mistake is told`(name: String) throws {
    let project = try #require(mistakes.first { $0.name == name }?.project)
    let compilation = project.compile()
    expectGolden(TextRenderer(files: compilation.files).render(compilation.diagnostics), "\(name).txt")
  }

  @Test func `a workflow without a mistake has no findings`() {
    let compilation = SmallProject().compile()
    #expect(TextRenderer(files: compilation.files).render(compilation.diagnostics) == "")
    #expect(compilation.program != nil)
  }

  @Test func `equal rules have equal hashes, whatever their layout`() throws {
    let plain = try SmallProject().program()
    let commented = try SmallProject(extra: "# a comment\n").program()
    let changed = try SmallProject(limits: "limits: { messages_per_lead: 5 }").program()
    #expect(plain.hash == commented.hash)
    #expect(plain.hash != changed.hash)
  }

  @Test func `a file of flows alone is a part of others`() {
    let text = "workflow: part\nlanguage: 1\n" + SmallProject.talk
    var compiler = WorkflowCompiler(provider: SmallProject().project)
    let part = compiler.compile(DocumentFile(path: "workflows/part.yaml", bytes: Array(text.utf8)))
    #expect(part.diagnostics.isEmpty)
    #expect(part.program == nil)
    let wrong = text.replacing("start: ask", with: "strat: ask")
    let mistaken = compiler.compile(DocumentFile(path: "workflows/wrong.yaml", bytes: Array(wrong.utf8)))
    #expect(mistaken.hasErrors)
    let client = text + "\nclient: { name: Acme }"
    let whole = compiler.compile(DocumentFile(path: "workflows/whole.yaml", bytes: Array(client.utf8)))
    #expect(whole.hasErrors)
  }

  @Test(arguments: ["../../etc/passwd", "a/b", "", "."])
  func `a name cannot lead out of the project`(name: String) {
    var project = SmallProject().project
    let text = "workflow: over\nlanguage: 1\nextends: \"\(name)\"\n"
    project.add(.workflow, text)
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/over.yaml", bytes: Array(text.utf8)))
    #expect(compilation.hasErrors)
    #expect(compilation.program == nil)
  }

  @Test func `workflows that extend each other are refused`() {
    var project = MemoryProject()
    project.add(.workflow, "workflow: a\nlanguage: 1\nextends: b\n")
    project.add(.workflow, "workflow: b\nlanguage: 1\nextends: a\n")
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(
      DocumentFile(path: "workflows/a.yaml", bytes: Array("workflow: a\nlanguage: 1\nextends: b\n".utf8)))
    #expect(compilation.diagnostics.map(\.id) == [.extendsCycle])
  }
}

@Suite struct ShippedWorkflowTests {
  @Test(arguments: ShippedProject().names(of: .workflow).filter { $0 != "understanding" })
  func `what is shipped compiles without a finding`(name: String) throws {
    let compilation = try ShippedProject.compile(name)
    #expect(TextRenderer(files: compilation.files).render(compilation.diagnostics) == "")
    #expect(compilation.program != nil)
  }
}
