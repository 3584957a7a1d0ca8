import LeadModel
import ReplyUnderstanding
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram

/// A conversation as a test has it: what a chat would show, step by step, with what was touched counted.
///
/// Approvals and skip traces wait for the test's own steps, as in a manual chat.
struct Rehearsal {
  private(set) var conversation: Conversation
  /// The step at hand.
  private(set) var exchange: Exchange
  private let coverage: CoverageTally

  init(
    program: ClientProgram, model: ReplyModel, lead: LeadRecord, startingOn day: CivilDate,
    coverage: CoverageTally
  ) {
    conversation = Conversation(
      program: program, model: model, lead: lead, isManual: true,
      start: TextLaw.start(on: day, of: program, for: lead.row))
    exchange = conversation.open()
    self.coverage = coverage
    count()
  }

  var program: ClientProgram { conversation.program }

  /// Texts that the workflow wanted said; what law and carriers want is told by effects.
  var sent: [SpokenMessage] { exchange.messages.filter { $0.message.purpose != .required } }

  mutating func take(_ action: TestStep.Action) {
    let taken: Exchange? =
      switch action {
      case .event(let event): conversation.perform(event)
      case .replies(let texts): conversation.hear(ReplyBurst(texts))
      case .intents(let intents, let captures): conversation.hear(intents: intents, captures: captures)
      case .meant(let intents, let text): conversation.hear(intents: intents, in: text)
      case .wait(let milliseconds): conversation.wait(milliseconds)
      case .trace(let result, let brings):
        conversation.trace(result, bringing: brings.fields, of: brings.record)
      }
    // The suite's reader lets only events and intents pass that the program has.
    guard let taken else { return }
    exchange = taken
    if case .intents(let intents, captures: _) = action { intents.forEach(coverage.hear) }
    if case .meant(let intents, text: _) = action { intents.forEach(coverage.hear) }
    count()
  }

  private func count() {
    if case .heard(let reply) = exchange.input {
      for intent in reply.understanding.intents {
        if let number = program.intents.firstIndex(of: intent.name) { coverage.hear(number) }
      }
    }
    for moment in exchange.moments { coverage.note(moment.trace, lead: conversation.row) }
    for text in sent { coverage.send(text.message.content) }
  }
}
