import Diagnostics
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowTestSupport

/// The small project's workflow with something else in it.
private func small(_ old: String = "", with new: String = "", extra: String = "") -> String {
  let text = SmallProject(extra: extra).workflow
  return old.isEmpty ? text : text.replacing(old, with: new)
}

/// What is in a workflow and never happens, by the name of the golden that says how it is told.
private let mistakes: [(name: String, workflow: String)] = [
  (
    "arrow-behind-another",
    small(
      "on: { reply.interested: talking,",
      with: "on: { reply.interested: [{ to: talking }, { when: priority > 80, to: won }],")
  ),
  ("timer-behind-another", small("after: { 3d: nudging }", with: "after: { 3d: nudging, 1w: parked }")),
  ("then-beside-flow", small("    flow: talk\n", with: "    flow: talk\n    then: won\n")),
  (
    "names-compared",
    small(
      extra: """
        recommend:
          a: { when: queue == "hihg" }
          b: { when: 'lead.revenue_band in ["under_1m", "over_2m"]' }
          c: { when: queue == "somewhere_else" }
        """
    ).replacing(
      "- { when: campaign != \"\", to: drafted }", with: "- { when: campaign == \"FRIST\", to: drafted }")
  ),
  (
    "intent-compared",
    small(
      "after: { 2d: { end: silent } }",
      with: "after: { 2d: [{ when: reply.intent == \"intersted\", to: again }, { end: silent }] }")
  ),
  ("score-without-limit", small("    limit: 100\n    rules:\n      trade", with: "    rules:\n      trade")),
  (
    "score-of-one-rule",
    small(
      "trade: { when: 'industry in [\"technology\", \"finance\"]', add: 20 }",
      with: "trade: { when: 'industry in [\"technology\", \"finance\"]', add: 200 }")
  ),
  (
    "escalate-without-reason", small("won: { status: closed,", with: "won: { do: [escalate], status: closed,")
  ),
  (
    "unused-template",
    small(
      extra:
        "templates: { texts: { texts: { nugde: { theme: nudge, use: follow_up, text: \"Still there?\" } } } }"
    )
  ),
  (
    "unused-persona-parts",
    small(
      extra:
        "personas: { cathi: { name: Cathi }, gianna: { replies: { interested: [\"Good.\"] } } }")
  ),
  (
    "unknown-intent-of-a-reply", small(extra: "personas: { gianna: { replies: { intersted: [\"Good.\"] } } }")
  ),
  ("persona-without-words", small("say: texts.ask", with: "say: { intent: interested }")),
  (
    "unused-agent",
    small(
      "cathy: { persona: cathy, suits: { high: { when: priority >= 80, weight: 20 } } }",
      with: "cathy: { persona: cathy }")
  ),
  ("unused-intent", small("unclear: {} }", with: "unclear: {}, not_intrested: { examples: [nope] } }")),
]

@Suite struct UnusedFindingTests {
  @Test(arguments: mistakes.map(\.name)) func `what never happens is told`(name: String) throws {
    let workflow = try #require(mistakes.first { $0.name == name }?.workflow)
    #expect(workflow != SmallProject().workflow)
    var project = SmallProject().project
    project.add(.workflow, workflow)
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(
      DocumentFile(path: "workflows/small.yaml", bytes: Array(workflow.utf8)))
    expectGolden(TextRenderer(files: compilation.files).render(compilation.diagnostics), "\(name).txt")
  }
}
