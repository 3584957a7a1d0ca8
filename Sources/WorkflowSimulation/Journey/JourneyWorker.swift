import LeadModel
import WorkflowEngine
import WorkflowProgram

/// Walks leads through their journeys, one at a time, as far as each can go without meeting others.
///
/// One worker a thread; leads are handed out so that no two workers hold the same one.
final class JourneyWorker {
  private let program: ClientProgram
  private let settings: SimulationSettings
  private let world: World
  /// The lead at hand, unpacked.
  private let batch: LeadBatch
  private let lead: LeadRow
  private let conditions: ConditionEvaluator
  private let decider: BatchDecider
  private var output: StepOutput
  private var renderer: MessageRenderer
  private(set) var tally: Tally
  /// What happened, when a journal is wanted or the lead is recorded; emptied by the caller.
  var journal: [JournalEntry] = []

  init(program: ClientProgram, settings: SimulationSettings, world: World) {
    self.program = program
    self.settings = settings
    self.world = world
    batch = LeadBatch(schema: program.leadSchema, capacity: 1)
    lead = LeadRow(batch: batch, row: 0)
    conditions = ConditionEvaluator(program: program)
    output = StepOutput(conditions: conditions)
    decider = BatchDecider(program: program, width: 1)
    renderer = MessageRenderer(program: program)
    tally = Tally(program: program, days: settings.days)
  }

  /// Imports a lead and walks on until it waits for a turn to send, or for nothing more.
  ///
  /// - Parameter row: The lead as imported, with its decision.
  /// - Returns: The minute from which it may send, or `nil` when it does not want to.
  func begin(_ number: UInt32, _ row: LeadRow, _ record: inout SimulatedLead) -> Int? {
    var journey = Journey(
      number: number, lead: row, draw: Draw(seed: settings.seed, lead: row.key),
      zones: world.zones[Int(number)])
    record.state = program.start(row, at: instant(0), into: &output)
    note(&journey, &record, .imported)
    perform(&journey, &record)
    return walk(&journey, &record)
  }

  /// Gives a lead its turn: what was due comes first, then the text leaves, then the journey goes on.
  ///
  /// The second is a lawful one where the lead is.
  ///
  /// - Returns: Whether the turn was used, and the minute of the next wish to send.
  func resume(
    _ number: UInt32, at second: UInt32, _ record: inout SimulatedLead
  ) -> (usedTurn: Bool, nextMinute: Int?) {
    var journey = unpack(number, record)
    live(until: second, &journey, &record)
    guard let request = record.request else { return (false, walk(&journey, &record)) }
    record.request = nil
    record.second = second
    send(request.message, &journey, &record)
    return (true, walk(&journey, &record))
  }

  /// Lives on to the end of the run without another turn.
  func finish(_ number: UInt32, _ record: inout SimulatedLead) {
    // Most leads have nothing before them any more, and need not be unpacked to be counted.
    if !record.pending.isQuiet(until: world.lastSecond) {
      var journey = unpack(number, record)
      live(until: world.lastSecond, &journey, &record)
    }
    count(record)
  }

  // MARK: Living

  /// One lead's constants while a worker has it.
  struct Journey {
    let number: UInt32
    var lead: LeadRow
    let draw: Draw
    let zones: LawClock.Zones
  }

  private func unpack(_ number: UInt32, _ record: SimulatedLead) -> Journey {
    world.leads.load(Int(number), into: batch)
    if record.traced != 0 { world.fillTraced(batch, bits: record.traced, key: lead.key) }
    return Journey(
      number: number, lead: lead, draw: Draw(seed: settings.seed, lead: lead.key),
      zones: world.zones[Int(number)])
  }

  private func walk(_ journey: inout Journey, _ record: inout SimulatedLead) -> Int? {
    while record.request == nil {
      guard let event = record.pending.popFirst(until: world.lastSecond) else { return nil }
      happen(event, &journey, &record)
    }
    return Int((record.second + 59) / 60)
  }

  private func live(until second: UInt32, _ journey: inout Journey, _ record: inout SimulatedLead) {
    while let event = record.pending.popFirst(until: second) { happen(event, &journey, &record) }
    record.second = max(record.second, second)
  }

  private func happen(_ event: PendingEvent, _ journey: inout Journey, _ record: inout SimulatedLead) {
    record.second = max(record.second, event.second)
    switch event.kind {
    case .timer(let rule): step(.timer(rule: rule, entry: event.detail), &journey, &record)
    case .trace: traced(event.detail, &journey, &record)
    case .approval:
      if event.detail == 1 { tally.approved += 1 } else { tally.rejected += 1 }
      let decision = event.detail == 1 ? BuiltInEvent.approved : .rejected
      step(.plain(decision.id), &journey, &record)
    case .delivery:
      if event.detail == 1 { tally.delivered += 1 } else { tally.failed += 1 }
      let report = event.detail == 1 ? BuiltInEvent.delivered : .failed
      step(.plain(report.id), &journey, &record)
    case .reply: reply(Int(event.detail), &journey, &record)
    case .closing:
      let name = event.detail == 1 ? "status.closed" : "status.lost"
      if let id = program.machine.events.event(named: name) { step(.plain(id), &journey, &record) }
    }
  }

  private func step(_ event: LeadEvent, _ journey: inout Journey, _ record: inout SimulatedLead) {
    let before = record.state.state
    program.step(&record.state, on: event, lead: journey.lead, at: instant(record.second), into: &output)
    tally.events += 1
    if isWriting(record) {
      journal.append(
        JournalEntry(
          second: record.second, lead: journey.number, event: .happened(event), from: before,
          to: record.state.state, effects: output.effects))
    }
    perform(&journey, &record)
  }

  // MARK: The world's answers

  private func perform(_ journey: inout Journey, _ record: inout SimulatedLead) {
    tally.steps += output.transitions + 1
    tally.conditionErrors += output.conditionErrors
    for effect in output.effects { perform(effect, &journey, &record) }
  }

  private func perform(_ effect: Effect, _ journey: inout Journey, _ record: inout SimulatedLead) {
    let model = program.simulation
    let draw = journey.draw
    switch effect {
    case .requestTrace:
      tally.traces += 1
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
    case .send(let message): record.request = SendRequest(message: message)
    case .sendRefused(let refusal):
      tally.refusals[Int(refusal.rawValue)] += 1
      // A text that never leaves fails, so that the journey does not wait for it forever.
      schedule(.delivery, after: 1, detail: 0, &record)
    case .startTimer(let rule, let entry, let due):
      let milliseconds = due.milliseconds - settings.start.milliseconds
      let second = milliseconds / 1_000
      guard second <= Int64(world.lastSecond) else { return }
      record.pending.add(PendingEvent(.timer(rule: rule), second: UInt32(second), detail: entry))
    case .cancelTimers(let state, let entry):
      record.pending.removeTimers(program.machine.rows[Int(state.rawValue)].timers, entry: entry)
    case .cancelPending: record.request = nil
    case .queued(let queue): tally.queues[queue] += 1
    case .assigned(let agent): tally.assigned[agent] += 1
    case .notify: tally.notifications += 1
    case .escalate:
      let agent = Int(record.state.decision.agent)
      if agent < tally.escalations.count { tally.escalations[agent] += 1 }
    case .confirmOptOut:
      tally.confirmations += 1
      tally.segments += 1
    case .statusChanged(from: _, to: .proposal):
      let closes = model.closed.happens(.closed, 0, by: draw)
      schedule(
        .closing, after: model.closingDelay.seconds(.closingDelay, 0, by: draw), detail: closes ? 1 : 0,
        &record)
    case .statusChanged, .suppress, .resubscribe, .dropNumber, .ended: break
    }
  }

  private func send(_ message: OutboundMessage, _ journey: inout Journey, _ record: inout SimulatedLead) {
    if record.state.flags.contains(.optedOut) { tally.sentAfterOptOut += 1 }
    if !world.law.isLawful(record.second, journey.zones) { tally.unlawful += 1 }
    let ordinal = Int(record.sendDraws)
    record.sendDraws &+= 1
    tally.sent += 1
    if message.purpose == .answer { tally.answers += 1 }
    tally.sentByDay[Int(record.second / 86_400)] += 1
    if case .template(let template) = message.content { tally.sentByTemplate[template] += 1 }
    tally.segments += renderer.segments(message, lead: journey.lead, state: record.state)
    if isWriting(record) {
      journal.append(
        JournalEntry(
          second: record.second, lead: journey.number,
          event: .sent(renderer.text(message, lead: journey.lead, state: record.state)),
          from: record.state.state, to: record.state.state, effects: []))
    }
    step(.plain(BuiltInEvent.sent.id), &journey, &record)
    answer(message, ordinal, &journey, &record)
  }

  /// Whether the text arrives, and whether, when and how it is answered.
  private func answer(
    _ message: OutboundMessage, _ ordinal: Int, _ journey: inout Journey, _ record: inout SimulatedLead
  ) {
    let model = program.simulation
    let draw = journey.draw
    let arrives = model.delivered.happens(.delivered, ordinal, by: draw)
    let delay = model.deliveryDelay.seconds(.deliveryDelay, ordinal, by: draw)
    schedule(.delivery, after: delay, detail: arrives ? 1 : 0, &record)
    guard arrives else { return }
    var chance =
      message.purpose == .answer ? model.conversationRate.tenThousandths : model.replyRate.tenThousandths
    for _ in 1..<max(2, Int(record.state.unanswered)) where 1 < record.state.unanswered {
      chance = chance * model.laterTouches.tenThousandths / 10_000
    }
    for adjustment in model.adjustments where chance != 0 {
      if program.holds(
        adjustment.condition, lead: journey.lead, state: record.state, at: instant(record.second))
      {
        chance = chance * adjustment.timesThousandths / 1_000
      }
    }
    guard draw.number(.replied, ordinal, below: 10_000) < chance,
      let intent = model.intent(ordinal, by: draw)
    else { return }
    let wait = delay + model.replyDelay.seconds(.replyDelay, ordinal, by: draw)
    schedule(.reply, after: wait, detail: UInt16(intent), &record)
  }

  private func reply(_ intent: Int, _ journey: inout Journey, _ record: inout SimulatedLead) {
    tally.replies[intent] += 1
    tally.repliesByDay[Int(record.second / 86_400)] += 1
    if record.state.replies == 0, record.state.decision.campaign != LeadDecision.none {
      tally.repliesByTemplate[Int(record.state.decision.template)] += 1
    }
    let agent = Int(record.state.decision.agent)
    if agent < tally.agentReplies.count { tally.agentReplies[agent] += 1 }
    if intent == program.optOutIntent { tally.optOuts += 1 }
    step(.reply(ReplyFacts(intents: [intent])), &journey, &record)
  }

  private func traced(_ bits: UInt16, _ journey: inout Journey, _ record: inout SimulatedLead) {
    record.traced = UInt8(bits)
    if bits & 1 == 1 {
      tally.tracesFound += 1
      // The row of the import must stay as it was; the traced lead is the worker's own copy.
      if journey.lead.batch !== batch { world.copy(journey.lead, into: batch) }
      world.fillTraced(batch, bits: record.traced, key: journey.lead.key)
      // Found facts change the score; the decision is made anew.
      journey.lead = LeadRow(batch: batch, row: 0, decision: decider.decide(batch))
    }
    step(.plain((bits & 1 == 1 ? BuiltInEvent.traceFound : .traceMissed).id), &journey, &record)
  }

  private func schedule(
    _ kind: PendingEvent.Kind, after seconds: UInt32, detail: UInt16, _ record: inout SimulatedLead
  ) {
    let (due, overflow) = record.second.addingReportingOverflow(seconds)
    guard !overflow, due <= world.lastSecond else { return }
    record.pending.add(PendingEvent(kind, second: due, detail: detail))
  }

  // MARK: Counting

  private func count(_ record: SimulatedLead) {
    tally.ends[Int(record.state.state.rawValue)] += 1
    for status in LeadStatus.allCases where status <= record.state.status {
      tally.statuses[Int(status.rawValue)] += 1
    }
  }

  private func note(
    _ journey: inout Journey, _ record: inout SimulatedLead, _ event: JournalEntry.Event
  ) {
    guard isWriting(record) else { return }
    journal.append(
      JournalEntry(
        second: record.second, lead: journey.number, event: event, from: program.machine.initial,
        to: record.state.state, effects: output.effects))
  }

  private func isWriting(_ record: SimulatedLead) -> Bool { settings.hasJournal || record.isRecorded }

  private func instant(_ second: UInt32) -> Timestamp {
    settings.start.advanced(byMilliseconds: Int64(second) * 1_000)
  }
}
