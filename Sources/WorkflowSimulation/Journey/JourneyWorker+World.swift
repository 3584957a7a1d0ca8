import LeadModel
import WorkflowEngine
import WorkflowProgram

/// What the world answers to what a lead's journey asks of it, as the draws say.
extension JourneyWorker {
  mutating func perform(_ journey: inout Journey, _ record: inout SimulatedLead) {
    tally.steps += output.transitions + 1
    note(output.failures, journey, record)
    for effect in output.effects { perform(effect, &journey, &record) }
  }

  /// Counts conditions that failed.
  private mutating func note(
    _ failures: [ConditionFailure], _ journey: Journey, _ record: SimulatedLead
  ) {
    for failure in failures {
      tally.failedConditions.add(
        failure, in: journey.lead.batch, lead: journey.number, second: record.second)
    }
  }

  private mutating func perform(_ effect: Effect, _ journey: inout Journey, _ record: inout SimulatedLead) {
    let model = program.simulation
    let draw = journey.draw
    switch effect {
    case .requestTrace:
      let found = model.traceFound.happens(.traceFound, 0, by: draw)
      let mobile = found && model.traceMobile.happens(.traceMobile, 0, by: draw)
      schedule(
        .trace, after: model.traceDelay.seconds(.traceDelay, 0, by: draw),
        detail: (found ? 1 : 0) | (mobile ? 2 : 0), &record)
    case .requestApproval(let mode, template: _):
      tally.drafted += 1
      let ordinal = Int(record.state.entries)
      guard mode != .auto else { return schedule(.approval, after: 1, detail: 1, &record) }
      let isApproved = model.approved.happens(.approved, ordinal, by: draw)
      schedule(
        .approval, after: model.approvalDelay.seconds(.approvalDelay, ordinal, by: draw),
        detail: isApproved ? 1 : 0, &record)
    case .send(let message): record.request = message
    case .sendRefused(let refusal):
      tally.refusals[Int(refusal.rawValue)] += 1
      // A text that never leaves fails, so that the journey does not wait for it forever.
      schedule(.delivery, after: 1, detail: Delivery.failed.rawValue, &record)
    case .startTimer(let rule, let entry, let due):
      let milliseconds = due.milliseconds - settings.start.milliseconds
      let second = milliseconds / 1_000
      guard second <= Int64(lastSecond) else { return }
      record.pending.add(PendingEvent(.timer(rule: rule), second: UInt32(second), detail: entry))
    case .cancelTimers(let state, let entry):
      record.pending.removeTimers(program.machine.rows[Int(state.rawValue)].timers, entry: entry)
    case .cancelPending: record.request = nil
    case .queued(let queue): tally.queues[queue] += 1
    case .assigned(let agent): tally.assigned[agent] += 1
    case .escalate:
      let agent = Int(record.state.decision.agent)
      if agent < tally.escalations.count { tally.escalations[agent] += 1 }
    case .sendRequired(_, let message, by: _):
      tally.confirmations += 1
      tally.segments += renderer.segments(message, lead: journey.lead, state: record.state)
    case .statusChanged(from: _, to: .proposal):
      let closes = model.closed.happens(.closed, 0, by: draw)
      schedule(
        .closing, after: model.closingDelay.seconds(.closingDelay, 0, by: draw), detail: closes ? 1 : 0,
        &record)
    case .notify, .statusChanged, .suppress, .resubscribe, .dropNumber, .ended: break
    }
  }

  mutating func send(
    _ message: OutboundMessage, _ journey: inout Journey, _ record: inout SimulatedLead
  ) {
    if record.state.flags.contains(.optedOut) { tally.sentAfterOptOut += 1 }
    if !world.law.isLawful(record.second, at: Int(journey.place)) { tally.unlawful += 1 }
    let ordinal = Int(record.sendDraws)
    record.sendDraws &+= 1
    tally.sent += 1
    if message.purpose == .answer { tally.answers += 1 }
    tally.sentByDay[world.law.clientDay(of: record.second)] += 1
    sentTexts.append(
      SentText(lead: journey.number, second: record.second, isCapped: message.purpose.isCapped))
    if case .template(let template) = message.content { tally.sentByTemplate[template] += 1 }
    tally.segments += renderer.segments(message, lead: journey.lead, state: record.state)
    if record.isRecorded {
      journal.append(
        JournalEntry(
          second: record.second, lead: journey.number,
          event: .sent(
            renderer.text(message, lead: journey.lead, state: record.state),
            isAnswer: !message.purpose.isCapped),
          from: record.state.state, to: record.state.state, effects: []))
    }
    step(.plain(BuiltInEvent.sent.id), &journey, &record)
    answer(message, ordinal, &journey, &record)
  }

  /// A chance in ten-thousandths, far beyond certain, so that a later factor may bring it down again.
  private static let likeliest = 1_000_000_000_000

  /// Whether the text arrives, and whether, when and how it is answered.
  private mutating func answer(
    _ message: OutboundMessage, _ ordinal: Int, _ journey: inout Journey, _ record: inout SimulatedLead
  ) {
    let model = program.simulation
    let draw = journey.draw
    let delivery = model.delivery(ordinal, by: draw)
    let delay = model.deliveryDelay.seconds(.deliveryDelay, ordinal, by: draw)
    schedule(.delivery, after: delay, detail: delivery.rawValue, &record)
    guard delivery == .delivered else { return }
    var chance =
      message.purpose == .answer ? model.conversationRate.tenThousandths : model.replyRate.tenThousandths
    for _ in 1..<max(2, Int(record.state.unanswered)) where 1 < record.state.unanswered {
      chance = chance * model.laterTouches.tenThousandths / 10_000
    }
    var failures: [ConditionFailure] = []
    for adjustment in model.adjustments where chance != 0 {
      if conditions.holds(
        adjustment.condition, lead: journey.lead, state: record.state, at: instant(record.second),
        failures: &failures)
      {
        // Any further up is certain, and five factors of a thousand would leave 64 bits.
        chance = min(chance * adjustment.timesThousandths / 1_000, Self.likeliest)
      }
    }
    note(failures, journey, record)
    guard draw.number(.replied, ordinal, below: 10_000) < chance,
      let intent = model.intent(ordinal, by: draw)
    else { return }
    let wait = delay + model.replyDelay.seconds(.replyDelay, ordinal, by: draw)
    schedule(.reply, after: wait, detail: UInt16(intent), &record)
  }

  mutating func reply(_ intent: Int, _ journey: inout Journey, _ record: inout SimulatedLead) {
    tally.replies[intent] += 1
    if record.state.replies == 0, record.state.decision.campaign != LeadDecision.none {
      tally.repliesByTemplate[Int(record.state.decision.template)] += 1
    }
    let agent = Int(record.state.decision.agent)
    if agent < tally.agentReplies.count { tally.agentReplies[agent] += 1 }
    if intent == program.optOutIntent { tally.optOuts += 1 }
    step(.reply(ReplyFacts(intents: [intent])), &journey, &record)
  }

  mutating func traced(_ bits: UInt8, _ journey: inout Journey, _ record: inout SimulatedLead) {
    if bits & 1 == 1 {
      // The row of the import must stay as it was; the traced lead is the worker's own copy.
      if journey.lead.batch !== batch {
        batch.removeAll()
        batch.count = 1
        kept.copy(journey.lead, to: batch, row: 0)
      }
      FoundOwner(of: journey.lead.key, bits: bits).fill(batch, row: 0)
      // Found facts change the score; the decision is made anew.
      journey.lead = LeadRow(batch: batch, row: 0, decision: decider.decide(batch))
      note(decider.failures, journey, record)
    }
    learn(bits, &journey, &record)
  }

  /// Takes a trace's result; what it found is already in the lead.
  mutating func learn(_ bits: UInt8, _ journey: inout Journey, _ record: inout SimulatedLead) {
    record.traced = bits
    step(.plain((bits & 1 == 1 ? BuiltInEvent.traceFound : .traceMissed).id), &journey, &record)
  }

  private func schedule(
    _ kind: PendingEvent.Kind, after seconds: UInt32, detail: UInt16, _ record: inout SimulatedLead
  ) {
    let (due, overflow) = record.second.addingReportingOverflow(seconds)
    guard !overflow, due <= lastSecond else { return }
    record.pending.add(PendingEvent(kind, second: due, detail: detail))
  }
}
