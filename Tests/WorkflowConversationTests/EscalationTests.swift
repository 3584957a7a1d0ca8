import Diagnostics
import ReplyUnderstanding
import Testing
import WorkflowCompiler
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram
import WorkflowTestSupport

/// The small workflow, whose rules take hardly a reply, with the shipped personas.
private struct ShippedPersonas: DocumentProvider {
  let small: SmallProject

  func file(for name: DocumentName) throws(DocumentError) -> DocumentFile? {
    name.kind == .persona ? try ShippedProject().file(for: name) : try small.project.file(for: name)
  }

  func names(of kind: DocumentKind) -> [String] {
    kind == .persona ? ShippedProject().names(of: kind) : small.project.names(of: kind)
  }
}

private let meanings = """
  intents:
    opt_out: {}
    hostile: { phrases: [idiots] }
    call_me: { phrases: [call me] }
    question_price: { phrases: [how much] }
    interested: { phrases: [interested] }
    not_interested: {}
    auto_reply: {}
    unclear: {}
  """

@Suite struct EscalationTests {
  private func opened(as persona: String) throws -> Conversation {
    let small = SmallProject(
      states: SmallProject.journey.replacing("reply.interested: talking, ", with: ""), extra: "")
    let plain = "intents: { opt_out: {}, interested: {}, not_interested: {}, auto_reply: {}, unclear: {} }"
    let text = small.workflow.replacing(plain, with: meanings)
    var compiler = WorkflowCompiler(provider: ShippedPersonas(small: small))
    let compilation = compiler.compile(
      DocumentFile(path: "workflows/small.yaml", bytes: Array(text.utf8)),
      casting: Role(agent: "cathy", persona: persona))
    let program = try #require(
      compilation.program, "\(TextRenderer(files: compilation.files).render(compilation.diagnostics))")
    let model = ReplyModel(training: compiler.understanding(of: compilation).understanding)
    var conversation = Conversation(
      program: program, model: model, lead: .example(schema: program.leadSchema), start: monday)
    _ = conversation.open()
    return conversation
  }

  @Test(arguments: ShippedProject().names(of: .persona))
  func `a persona hands over what it does not answer, says so, and tells whoever takes over why`(
    persona: String
  ) throws {
    let opened = try opened(as: persona)
    let speech = try #require(opened.program.messages.speakers.first { $0.persona.name == persona })
    let habits = speech.persona.escalation
    #expect(!habits.triggers.isEmpty)
    let wordings = [
      "hostile": "you idiots", "call_me": "call me", "question_price": "how much",
      "interested": "interested!",
    ]
    for (intent, words) in wordings {
      var conversation = opened
      let exchange = conversation.hear(words)
      let summaries = exchange.moments.flatMap(\.notes).compactMap { note in
        if case .handOver(let summary) = note { summary } else { nil }
      }
      guard habits.triggers.contains(where: { $0.intent == intent }) else {
        #expect(!exchange.after.isHeld && summaries.isEmpty, "\(words)")
        continue
      }
      // The holding text is all that is said, by the one who hands over, and then the machine is silent.
      #expect(exchange.messages.map(\.template) == ["persona.holding"], "\(words)")
      #expect(exchange.messages.map(\.from) == [speech.persona.displayName])
      #expect(exchange.after.isHeld)
      let summary = try #require(summaries.first)
      #expect(summary.reason == "\(intent), which \(speech.persona.displayName) leaves to people")
      #expect(summary.intents == [intent])
      #expect(summary.turns.map(\.text).suffix(2) == [words, exchange.messages[0].text])
      #expect(summary.lead.contains("Ann Lee"))
      let successor = conversation.program.decisions.agents.firstIndex { $0.name == habits.agent } ?? 1
      #expect(exchange.effects.contains(.notify(agent: successor)))
      #expect(conversation.hear("hello?").messages.isEmpty)
      #expect(conversation.wait(40 * day).messages.isEmpty)
    }
  }
}
