import Diagnostics
import LeadModel
import ReplyUnderstanding
import Testing
import WorkflowCompiler
import WorkflowConversation
import WorkflowProgram
import WorkflowTestSupport

/// What the small workflow's replies mean.
let intents = """
  intents:
    opt_out: { phrases: ["^ stop $", "take me off ... list"] }
    interested: { phrases: [interested, tell me more], except: ["not ... interested"] }
    not_interested: { phrases: ["not ... interested"] }
    auto_reply: { phrases: ["out of (the)? office"] }
    unclear: {}
  """

/// The small workflow, whose intents have phrases.
struct TalkingProject {
  let program: ClientProgram
  let model: ReplyModel

  /// - Parameters:
  ///   - intents: YAML from `intents:` on.
  ///   - wait: What the state that waits for the first answer does after a time.
  ///   - no: What the state that waits for the first answer does on a no.
  ///   - question: What the first answer asks, where it is not the usual text.
  ///   - drafting: The agents, by name, whose answers a language model drafts.
  init(
    intents: String = intents, wait: String = "after: { 3d: nudging }", no: String = "parked",
    drafting: [String] = [], asking question: String? = nil, limits: String = "limits: {}"
  ) throws {
    var small = SmallProject(
      states: SmallProject.journey.replacing("after: { 3d: nudging }", with: wait).replacing(
        "reply.not_interested: parked", with: "reply.not_interested: \(no)"), limits: limits)
    if !drafting.isEmpty {
      small.extra = """
        model: { endpoint: "https://models.example/v1", name: small-1, sees: [city, employee_count] }
        """
    }
    if let question { small.extra += "\ntemplates: { texts: { texts: { ask: { text: \"\(question)\" } } } }" }
    // The small project declares its intents without a phrase; a conversation needs some.
    let plain = "intents: { opt_out: {}, interested: {}, not_interested: {}, auto_reply: {}, unclear: {} }"
    var text = small.workflow.replacing(plain, with: intents)
    for agent in drafting {
      text = text.replacing("persona: \(agent),", with: "persona: \(agent), responder: model,")
    }
    var compiler = WorkflowCompiler(provider: small.project)
    let compilation = compiler.compile(DocumentFile(path: "workflows/small.yaml", bytes: Array(text.utf8)))
    program = try #require(compilation.program, "\(compilation.diagnostics.map(\.message))")
    model = ReplyModel(training: compilation.understanding)
  }

  func conversation(
    lead: LeadRecord? = nil, agent: Int? = nil, isManual: Bool = false
  ) -> Conversation {
    Conversation(
      program: program, model: model, lead: lead ?? .example(schema: program.leadSchema), agent: agent,
      isManual: isManual, start: monday)
  }

  /// What a script says, from the first move on.
  func transcript(_ script: String, isJSON: Bool = false, isManual: Bool = false, lead: LeadRecord? = nil)
    -> String
  {
    var session = ChatSession(conversation(lead: lead, isManual: isManual), isJSON: isJSON)
    var text = session.open()
    for line in script.split(separator: "\n") { text += session.take(String(line), echoes: true) }
    return text
  }
}

let monday = Timestamp(milliseconds: 1_767_625_200_000)  // 2026-01-05 15:00 UTC
let day: Int64 = 86_400_000
