import Diagnostics
import LeadModel
import Providers
import ReplyUnderstanding
import Testing
import WorkflowCompiler
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram
import WorkflowTestSupport

/// The small workflow with agents whose answers a model at `endpoint` drafts.
struct DraftingWorkflow {
  let program: ClientProgram
  let model: ReplyModel

  /// - Parameter settings: Further keys of `model:`, each on a line of its own.
  init(endpoint: String, settings: [String] = ["timeout: 60s"]) throws {
    let small = SmallProject(
      extra: (["model:", "endpoint: \"\(endpoint)\"", "name: small-1"] + settings)
        .joined(separator: "\n  "))
    let text = small.workflow
      .replacing("persona: gianna,", with: "persona: gianna, responder: model,")
      .replacing("persona: cathy,", with: "persona: cathy, responder: model,")
      .replacing(
        "intents: { opt_out: {}, interested: {}, not_interested: {}, auto_reply: {}, unclear: {} }",
        with: """
          intents:
            opt_out: { phrases: ["^ stop $"] }
            interested: { phrases: [interested, tell me more, "yes"] }
            not_interested: {}
            auto_reply: {}
            unclear: {}
          """)
    var compiler = WorkflowCompiler(provider: small.project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/small.yaml", bytes: Array(text.utf8)))
    program = try #require(compilation.program, "\(compilation.diagnostics.map(\.message))")
    model = ReplyModel(training: compilation.understanding)
  }

  /// A chat in which the lead writes once, behind the first message, and how long its drafts took.
  func chat(
    _ reply: String, with client: LanguageModelClient
  ) async throws -> (exchange: Exchange, waited: Duration) {
    var conversation = Conversation(
      program: program, model: model, lead: .example(schema: program.leadSchema),
      start: Timestamp(milliseconds: 1_767_625_200_000))
    _ = conversation.open()
    var drafts: [DraftRequest: DraftAnswer] = [:]
    var waited = Duration.zero
    while true {
      var next = conversation
      let exchange = next.hear(reply, drafts: drafts)
      guard let request = exchange.wantedDraft else { return (exchange, waited) }
      let (answer, time) = await withTaskExecutorPreference(OwnThreads.shared) {
        let start = ContinuousClock.now
        let answer = await client.answer(request)
        return (answer, ContinuousClock.now - start)
      }
      drafts[request] = answer
      waited += time
    }
  }
}

extension Exchange {
  /// What was said about drafts.
  var draftNotes: [String] {
    moments.flatMap(\.notes).compactMap { note in
      guard case .effect(let effect) = note else { return nil }
      switch effect.kind {
      case .draftAccepted, .draftRefused: return effect.text
      case .traceRequested, .traceFound, .scored, .drafted, .approved, .refused, .cancelled, .held, .timerSet,
        .timerCancelled, .queued, .assigned, .notified, .escalated, .suppressed, .resubscribed,
        .numberDropped,
        .status, .ended, .stopped:
        return nil
      }
    }
  }
}
