import WorkflowProgram

/// What the persona does about a reply of its own accord, where no rule of the workflow takes it.
extension StepRun {
  /// Says that a machine writes to whoever asks, as every persona can.
  mutating func disclose(_ reply: ReplyFacts, _ state: inout LeadState, _ output: inout StepOutput) {
    let mention = program.mentions.firstIndex(of: Self.machineMention)
    let isAsked =
      reply.intents.contains { program.intents[$0] == Self.machineQuestion }
      || mention.map(reply.speaks) ?? false
    guard isAsked, speech(of: state)?.persona.disclosure != nil else { return }
    send(.disclosure, &state, &output)
  }

  /// Hands over to a person where the persona's `escalation` says so, with its holding text.
  ///
  /// - Returns: Whether it did.
  mutating func handOver(_ reply: ReplyFacts, _ state: inout LeadState, _ output: inout StepOutput) -> Bool {
    // Where the journey has ended nobody waits for an answer, and a person is told anyway.
    guard !state.flags.contains(.ended), let habits = speech(of: state)?.persona.escalation else {
      return false
    }
    let due = habits.triggers.first { trigger in
      guard let intent = program.intents.firstIndex(of: trigger.intent) else { return false }
      if trigger.times == 1 { return reply.intents.contains(intent) }
      return Int(state.lastIntent) == intent && trigger.times <= Int(state.intentRun)
    }
    guard let due, let intent = program.intents.firstIndex(of: due.intent) else { return false }
    output.effects.append(.cancelPending)
    if habits.holding != nil { send(.holding, &state, &output) }
    let successor = habits.agent.flatMap { name in
      program.decisions.agents.firstIndex { $0.name == name }
    }
    output.effects.append(.notify(agent: successor ?? agent(of: state)))
    output.effects.append(.escalate(.persona(agent: agent(of: state) ?? 0, intent: intent)))
    silence(&state, &output)
    return true
  }

  /// Counts how often in a row replies begin with the same intent.
  func count(_ intent: Int?, in state: inout LeadState) {
    let intent = intent.map { UInt16(clamping: $0) } ?? .max
    state.intentRun = intent == state.lastIntent ? state.intentRun &+ (state.intentRun < .max ? 1 : 0) : 1
    state.lastIntent = intent
  }

  private func speech(of state: LeadState) -> AgentSpeech? {
    let speakers = program.messages.speakers
    let agent = agent(of: state) ?? 0
    return speakers.indices.contains(agent) ? speakers[agent] : nil
  }

  /// The intent and the mention by which workflows know the question whether a machine writes.
  private static let machineQuestion = "bot_question"
  private static let machineMention = "machine"
}
