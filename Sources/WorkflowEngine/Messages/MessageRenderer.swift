import LeadModel
public import WorkflowProgram

/// Words messages for leads; keeps one buffer, so that wording a message allocates nothing.
public struct MessageRenderer: ~Copyable {
  private let program: ClientProgram
  private var buffer = MessageBuffer()

  public init(program: ClientProgram) { self.program = program }

  /// The segments that a message takes for a lead.
  public mutating func segments(_ message: OutboundMessage, lead: LeadRow, state: LeadState) -> Int {
    write(message, lead: lead, state: state)
    return buffer.smsCount.segments
  }

  /// A message as the lead reads it; empty when the persona has no words for it.
  public mutating func text(_ message: OutboundMessage, lead: LeadRow, state: LeadState) -> String {
    write(message, lead: lead, state: state)
    return buffer.text
  }

  private mutating func write(_ message: OutboundMessage, lead: LeadRow, state: LeadState) {
    buffer.removeAll()
    let agents = program.messages.speakers
    guard !agents.isEmpty else { return }
    let agent = state.decision.agent == LeadDecision.none ? 0 : Int(state.decision.agent)
    let speech = agents[agent]
    let template: MessageTemplate
    let voiced: VoicedTemplate
    switch message.content {
    case .template(let index):
      template = program.messages.templates[index]
      voiced = speech.templates[index]
    case .persona(let intent):
      guard let reply = speech.replies[intent] else { return }
      template = reply.template
      voiced = reply.voiced
    }
    let variant = template.variant(for: lead.key, seed: 0)
    voiced.patterns[variant].render(
      lead.batch, row: lead.row, speaker: speech.speaker, captures: state.capturedTexts, into: &buffer)
  }
}

extension LeadState {
  /// The newest of each kind, for a message to repeat.
  var capturedTexts: CapturedTexts {
    guard !captures.isEmpty else { return .none }
    var texts: [CaptureKind: String] = [:]
    for capture in captures { texts[capture.kind] = capture.text }
    return CapturedTexts(texts)
  }
}
