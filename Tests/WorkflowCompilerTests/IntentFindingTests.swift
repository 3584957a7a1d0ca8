import Diagnostics
import ReplyUnderstanding
import TestSupport
import Testing
import Workers
import WorkflowCompiler
import WorkflowTestSupport

/// What replies mean to all clients of the tests.
private let base = """
  workflow: words
  language: 1
  intents:
    opt_out: { phrases: ["stop texting (me)?"], examples: [please stop texting me, no more texts] }
    call_me: { phrases: ["call me"], whole: [call], examples: [call me tomorrow, ring me after lunch, give me a ring] }
    interested:
      whole: ["yes"]
      examples: [tell me more, sounds good to me, i would like to hear more, what is next, happy to talk about it]
    not_interested: { examples: [not for sale, we are not selling, no thanks, leave it, i will keep my business] }
    unclear: { examples: [hm, ok then] }
  """

/// A part of its own that makes mistakes, by the name of the golden that says how they are told.
private let parts: [(name: String, text: String)] = [
  (
    "example-of-two-intents",
    """
    workflow: part
    language: 1
    intents:
      interested: { examples: [tell me more, "Sounds good!"], whole: [sure] }
      call_me: { examples: [ring me, sounds good], whole: [Sure] }
    """
  ),
  (
    "example-taken-by-a-phrase",
    """
    workflow: part
    language: 1
    intents:
      call_me: { phrases: ["(call|ring) me"], examples: [ring me] }
      interested: { examples: [tell me more, you may ring me about the sale] }
    """
  ),
  (
    "examples-taken-by-a-phrase",
    """
    workflow: part
    language: 1
    intents:
      call_me: { phrases: ["(call|ring) me"], examples: [ring me] }
      interested:
        examples:
          - tell me more
          - you may ring me about the sale
          - call me interested
          - just call me and we can talk about it
    """
  ),
]

/// The intents of a client of that base.
private let clients: [(name: String, intents: String)] = [
  (
    "client-example-taken",
    """
      opt_out: {}
      call_me: {}
      interested: { examples: [tell me more, "sure, call me"] }
      not_interested: {}
    """
  ),
  (
    "client-phrase-takes",
    """
      opt_out: {}
      not_interested: { phrases: ["(sounds|happy) ..."] }
      interested: {}
    """
  ),
  (
    "client-intent-without-words",
    """
      opt_out: {}
      interested: {}
      not_interested: {}
      call_mee: {}
      hesitant: {}
    """
  ),
  (
    "client-intent-of-its-own",
    """
      opt_out: {}
      interested: {}
      not_interested: { examples: [my brother runs it now, ask joe next door, my cousin has it] }
    """
  ),
]

@Suite struct IntentFindingTests {
  @Test(arguments: parts.map(\.name)) func `intents that claim each other's examples are told`(name: String)
    throws
  {
    let text = try #require(parts.first { $0.name == name }?.text)
    expectGolden(try findings(in: text, of: MemoryProject()), "\(name).txt")
  }

  @Test(arguments: clients.map(\.name)) func `what a client adds is read with what it adds to`(name: String)
    throws
  {
    let intents = try #require(clients.first { $0.name == name }?.intents)
    let small = SmallProject().workflow
    let workflow = small.replacing(
      "intents: { opt_out: {}, interested: {}, not_interested: {}, auto_reply: {}, unclear: {} }",
      with: "intents_from: words\nintents:\n\(intents)")
    var project = SmallProject().project
    project.add(.workflow, base)
    expectGolden(try findings(in: workflow, of: project), "\(name).txt")
  }

  @Test func `what replies mean is read from all that the named file extends`() throws {
    let small = SmallProject().workflow.replacing(
      "intents: { opt_out: {}, interested: {}, not_interested: {}, auto_reply: {}, unclear: {} }",
      with:
        "intents_from: words\nintents: { opt_out: {}, interested: {}, not_interested: {}, auto_reply: {}, unclear: {} }"
    )
    var project = SmallProject().project
    project.add(
      .workflow, "workflow: lines\nlanguage: 1\nintents: { interested: { examples: [tell me more] } }\n")
    project.add(
      .workflow,
      "workflow: words\nextends: lines\nlanguage: 1\nintents: { interested: { phrases: [how much] } }\n")
    var compiler = WorkflowCompiler(provider: project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/small.yaml", bytes: Array(small.utf8)))
    let (understanding, findings) = compiler.understanding(of: compilation)
    #expect(findings.isEmpty && !compilation.hasErrors)
    let intent = try #require(understanding.definition.intents.first { $0.name == "interested" })
    #expect(intent.phrases == ["how much"] && intent.examples == ["tell me more"])
  }

  @Test func `a word of the law is a keyword wherever replies are read`() throws {
    var small = SmallProject()
    small.law = small.law.replacing("opt_out: [stop]", with: "opt_out: [stop, Geht weg]").replacing(
      "help: [help]", with: "help: [quién]")
    let text = small.workflow
    var compiler = WorkflowCompiler(provider: small.project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/small.yaml", bytes: Array(text.utf8)))
    for definition in [
      compiler.understanding(of: compilation).understanding.definition, compilation.understanding,
    ] {
      let model = ReplyModel(training: definition)
      for stop in ["geht weg", "GEHT WEG!", "stop", "unsubscribe", "pare"] {
        let read = model.understand(stop)
        #expect(read.keyword == .optOut && read.primary.name == "opt_out", "\(stop)")
      }
      #expect(model.understand("quien?").keyword == .help)
      #expect(model.understand("help").keyword == .help)
      #expect(model.understand("geht").keyword == nil)
    }
  }

  @Test func `the shipped intents leave each other's examples alone`() throws {
    let name = try #require(DocumentName(.workflow, "understanding"))
    let file = try #require(try ShippedProject().file(for: name))
    var compiler = WorkflowCompiler(provider: ShippedProject())
    let compilation = compiler.check(file)
    #expect(TextRenderer(files: compilation.files).render(compilation.diagnostics) == "")
  }

  private func findings(in text: String, of project: MemoryProject) throws -> String {
    let file = DocumentFile(
      path: "workflows/\(text.hasPrefix("workflow: part") ? "part" : "small").yaml", bytes: Array(text.utf8))
    let backwards = WorkerPool(count: 3) { count, body in
      for index in (0..<count).reversed() { body(index % 3, index) }
    }
    let told = [WorkerPool.serial, backwards].map { pool in
      var compiler = WorkflowCompiler(provider: project, pool: pool)
      let compilation = compiler.check(file)
      return TextRenderer(files: compilation.files).render(compilation.diagnostics)
    }
    #expect(told[0] == told[1])
    return told[0]
  }
}
