import LeadModel
public import WorkflowProgram

/// Words messages for leads; keeps one buffer and the voices it met, so that wording a message allocates nothing.
public struct MessageRenderer: ~Copyable {
  let program: ClientProgram
  private var buffer = MessageBuffer()
  /// Templates in agents' voices, as far as they were needed; at most one for each pair.
  private var voices: [Key: VoicedTemplate] = [:]

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
    guard let (speech, template) = speech(message, agent: agent) else { return }
    let variant = template.variant(for: lead.key, seed: 0)
    voiced(template, Key(agent: agent, content: message.content)).patterns[variant].render(
      lead.batch, row: lead.row, speaker: speech.speaker, captures: state.capturedTexts, into: &buffer)
  }

  /// The agent who speaks and what is said; `nil` when the persona has no words for it.
  func speech(_ message: OutboundMessage, agent: Int) -> (AgentSpeech, MessageTemplate)? {
    let speech = program.messages.speakers[agent]
    switch message.content {
    case .template(let index): return (speech, program.messages.templates[index])
    case .persona(let intent): return speech.replies[intent].map { (speech, $0) }
    case .disclosure: return speech.persona.disclosure.map { (speech, $0) }
    case .holding: return speech.persona.escalation.holding.map { (speech, $0) }
    }
  }

  /// A wording of the lead's values alone, as the lead would read it.
  mutating func text(_ wording: Wording, lead: LeadRow) -> String {
    MessagePattern(wording).render(lead.batch, row: lead.row, speaker: Speaker([:]), into: &buffer)
    return buffer.text
  }

  /// The template in the agent's voice, found once.
  private mutating func voiced(_ template: MessageTemplate, _ key: Key) -> VoicedTemplate {
    if let known = voices[key] { return known }
    let voiced = program.messages.speakers[key.agent].voiced(template)
    voices[key] = voiced
    return voiced
  }

  /// What an agent says.
  private struct Key: Hashable {
    let agent: Int
    let content: OutboundMessage.Content
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
