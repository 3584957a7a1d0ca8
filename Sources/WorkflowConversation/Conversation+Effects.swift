public import LeadModel
import WorkflowEngine
import WorkflowProgram

extension Conversation {
  /// Answers one effect as the world would, at once, and says so.
  mutating func answer(_ effect: Effect) {
    switch effect {
    case .requestTrace:
      note(.traceRequested, "a skip trace is asked for")
      guard !isManual else {
        awaits.insert(.trace)
        return
      }
      fillTraced()
      note(.traceFound, "the skip trace finds \(lead[.ownerName])")
      tasks.append(.happen(.traceFound))
    case .requestApproval(let mode, let template):
      let text = program.messages.templates[template]
      let line = program.line(of: text.place)
      guard isManual, mode != .auto else {
        note(.approved, "the draft \(text.reference) is approved", line: line)
        return tasks.append(.happen(.approved))
      }
      awaits.insert(.approval)
      let words = self.text(
        OutboundMessage(content: .template(template), purpose: .outreach, entry: 0, ordinal: 0))
      note(.drafted, "the draft \(text.reference) waits for /approve or /reject: \(words.text)", line: line)
    case .send(let message): tasks.append(.send(message))
    case .sendRequired(_, let message, by: _): tasks.append(.sendRequired(message))
    case .sendRefused(let refusal):
      note(.refused, "not sent: \(refusal.explanation)")
      // A text that never leaves fails, so that the journey does not wait for it forever.
      tasks.append(.happen(.failed))
    case .startTimer(let rule, let entry, let due):
      let timer = program.machine.timers[rule]
      let line = program.line(of: timer.place)
      timers.append(PendingTimer(rule: rule, entry: entry, due: due, label: timer.label, line: line))
      note(
        .timerSet, "timer \(timer.label) of \(program.machine[timer.state].name) rings \(clock(due))",
        line: line)
    case .cancelTimers(let state, let entry):
      let rules = program.machine.rows[Int(state.rawValue)].timers
      for timer in timers where rules.contains(timer.rule) && timer.entry == entry {
        note(.timerCancelled, "timer \(timer.label) is off", line: timer.line)
      }
      timers.removeAll { rules.contains($0.rule) && $0.entry == entry }
    case .cancelPending:
      let waiting = tasks.count
      tasks.removeAll { if case .send = $0 { true } else { false } }
      defer { held = nil }
      if tasks.count < waiting || held != nil { note(.cancelled, "a text that waited to leave is cancelled") }
      if awaits.remove(.approval) != nil { note(.cancelled, "the draft is withdrawn") }
    case .queued(let queue): note(.queued, "queue \(program.decisions.queues.choices[queue].name)")
    case .assigned(let agent):
      let agent = program.decisions.agents[agent]
      note(.assigned, "agent \(agent.name) as \(agent.persona)", line: program.line(of: agent.place))
    case .notify(let agent):
      let name = agent.map { program.decisions.agents[$0].name } ?? "whoever is on duty"
      note(.notified, "\(name) is notified")
    case .escalate(let reason):
      handOver = effect
      note(.escalated, "a person takes over: \(reason.words(in: program))")
    case .suppress: note(.suppressed, "suppressed: nothing more is sent until they write START")
    case .resubscribe: note(.resubscribed, "the opt-out is lifted")
    case .dropNumber: note(.numberDropped, "the number \(lead[.mobilePhone]) is not used again")
    case .statusChanged(let from, let to): note(.status, "status \(from.name) → \(to.name)")
    case .ended(let state): note(.ended, "the journey ends in \(program.machine[state].name)")
    }
  }

  /// Does what an effect asked for.
  mutating func perform(_ task: Task) {
    switch task {
    case .send(let message):
      // A later text takes the place of one that waits.
      held = nil
      if let wait = law.wait(for: message.purpose, at: now, following: state.texts) {
        held = HeldText(message: message, due: wait.until)
        let until = wait.until.map { "until \(clock($0))" } ?? "forever"
        return note(.held, "a text waits \(until): \(wait.cause)")
      }
      moments.append(Moment(at: now, event: "text", notes: []))
      say(drafted(message))
      step(.plain(BuiltInEvent.sent.id), BuiltInEvent.sent.name)
      step(.plain(BuiltInEvent.delivered.id), BuiltInEvent.delivered.name)
    case .sendRequired(let message): say(text(message))
    case .happen(let event): step(.plain(event.id), event.name)
    }
  }

  /// Says what scoring gave, which asks for nothing.
  mutating func noteScore() {
    let standing = standing
    note(
      .scored,
      "quality \(standing.quality), priority \(standing.priority), \(standing.isQualified ? "qualified" : "not qualified")"
    )
  }

  // MARK: Handing over

  mutating func remember(_ speaker: ConversationTurn.Speaker, _ text: String, _ intents: [String]) {
    turns.append(ConversationTurn(at: now, speaker: speaker, text: text, intents: intents))
    if Conversation.turnLimit < turns.count { turns.removeFirst() }
  }

  /// Sums up the conversation when a person has taken over in this exchange; the holding text is part of it.
  mutating func noteHandOver() {
    guard case .escalate(let reason) = handOver else { return }
    note(.handOver(HandOverSummary(program, reason: reason, lead: row, state: state, turns: turns)))
  }

  // MARK: Words

  private mutating func say(_ message: SpokenMessage) {
    if !message.text.isEmpty {
      remember(.agent(message.from), message.text, [])
      recentTexts.append(message.text)
      if Conversation.quotableTexts < recentTexts.count { recentTexts.removeFirst() }
    }
    note(.message(message))
  }

  /// The state with the agent who speaks in it.
  private var speaking: LeadState {
    var speaking = state
    if speaking.decision.agent == LeadDecision.none, let agent {
      speaking.decision.agent = UInt8(clamping: agent)
    }
    return speaking
  }

  /// A message in a language model's words where one drafts and its draft may be said, else as it is written.
  private mutating func drafted(_ message: OutboundMessage) -> SpokenMessage {
    let written = text(message)
    guard let drafts, let reply else { return written }
    var renderer = MessageRenderer(program: program)
    let request: DraftRequest
    switch renderer.draftWish(for: message, answering: reply, lead: row, state: speaking) {
    case .draft(let wanted): request = wanted
    case .uncheckable(let refusal, let model):
      note(.draftRefused, "no draft by \(model) wanted: \(refusal.explanation); the template was sent")
      return written
    case nil: return written
    }
    guard let answer = drafts[request] else {
      if wantedDraft == nil, drafts.count < Conversation.draftLimit { wantedDraft = request }
      return written
    }
    let place = program.line(of: program.decisions.agents[Int(speaking.decision.agent)].place)
    switch request.check.verdict(on: answer) {
    case .accepted(let text):
      note(.draftAccepted, "drafted by \(request.model.name), accepted", line: place)
      return SpokenMessage(
        message: message, from: written.from, template: written.template, text: text,
        segments: SMSCount(text).segments,
        line: written.line, draftedBy: request.model.name)
    case .refused(let refusal):
      note(
        .draftRefused,
        "draft by \(request.model.name) refused: \(refusal.explanation); the template was sent",
        line: place)
      return written
    }
  }

  /// A message as the agent who speaks says it.
  private func text(_ message: OutboundMessage) -> SpokenMessage {
    let speaking = speaking
    var renderer = MessageRenderer(program: program)
    let text = renderer.text(message, lead: row, state: speaking)
    let name: String
    let place: Place?
    switch message.content {
    case .template(let index):
      name = program.messages.templates[index].reference
      place = program.messages.templates[index].place
    case .persona(let intent):
      name = "persona.\(program.intents[intent])"
      place = speech?.replies[intent]?.place
    case .disclosure:
      name = "persona.disclosure"
      place = speech?.persona.disclosure?.place
    case .holding:
      name = "persona.holding"
      place = speech?.persona.escalation.holding?.place
    }
    return SpokenMessage(
      message: message, from: speaker, template: name, text: text,
      segments: renderer.segments(message, lead: row, state: speaking),
      line: place.map(program.line))
  }

  private var speech: AgentSpeech? {
    let speakers = program.messages.speakers
    let chosen = state.decision.agent == LeadDecision.none ? agent ?? 0 : Int(state.decision.agent)
    return speakers.indices.contains(chosen) ? speakers[chosen] : nil
  }

  /// Who speaks now, as people read it.
  public var speaker: String { speech?.persona.displayName ?? program.client.name }

  /// An instant by the client's clock: `Mon 2026-01-05 10:00`.
  public func clock(_ instant: Timestamp) -> String {
    instant.local(in: program.client.timezone).description
  }

  private mutating func note(_ kind: EffectLine.Kind, _ text: String, line: String? = nil) {
    note(.effect(EffectLine(kind, text, line: line)))
  }

  private mutating func note(_ note: Moment.Note) {
    if moments.isEmpty { moments.append(Moment(at: now, event: "", notes: [])) }
    moments[moments.count - 1].notes.append(note)
  }
}
