import LeadModel
import WorkflowEngine
import WorkflowProgram

/// Walks leads through their journeys, one at a time, as far as each can go without meeting others.
///
/// One worker a thread; leads are handed out so that no two workers hold the same one.
struct JourneyWorker: ~Copyable {
  let number: UInt16
  let world: World
  let program: ClientProgram
  let packs: LeadPacks
  /// The lead at hand, unpacked.
  private let batch: LeadBatch
  let decider: BatchDecider
  var output: StepOutput
  private var renderer: MessageRenderer
  private(set) var tally: Tally
  /// Counts what is lived a second time, and is not looked at.
  private var unlooked: Tally
  /// What happened to recorded leads; emptied by the caller.
  var journal: [JournalEntry] = []
  /// How recorded leads ended, as far as is known; emptied by the caller.
  var names: [UInt32: LeadName] = [:]
  /// Leads of the stretch at hand whose trace found something, and they themselves with what it found.
  var traced: [TracedLead] = []
  let tracedBatch: LeadBatch
  var tracedDecisions: [LeadDecision] = []
  /// Numbers of the places this worker has met, and those the caller has not seen; emptied by the caller.
  var places: [Whereabouts: UInt32] = [:]
  var newPlaces: [Whereabouts] = []

  init(number: UInt16, world: World, packs: LeadPacks) {
    self.number = number
    self.world = world
    self.packs = packs
    program = world.program
    batch = LeadBatch(schema: program.leadSchema, capacity: 1)
    tracedBatch = LeadBatch(schema: program.leadSchema, capacity: LeadStretch.rowLimit)
    output = StepOutput(conditions: ConditionEvaluator(program: program))
    decider = BatchDecider(program: program)
    renderer = MessageRenderer(program: program)
    tally = Tally(program: program, days: world.settings.days)
    unlooked = tally
  }

  /// One lead's constants while a worker has it.
  struct Journey {
    let number: UInt32
    var lead: LeadRow
    let draw: Draw
    /// Where its clock may be, as the law's clock numbers it; 0 before it has wished for a turn.
    let place: UInt32
  }

  /// Where a walk halts.
  enum Halt {
    /// It wants to send.
    case wish
    /// A trace found something, which its bits say; the caller takes over.
    case trace(UInt8)
    /// Nothing more lies before it.
    case rest
  }

  /// Gives a lead its turn: what was due comes first, then the text leaves, then the journey goes on.
  ///
  /// The second is a lawful one where the lead is.
  mutating func resume(
    _ waiting: WaitingLead, _ record: inout JourneyRecord, at second: UInt32
  ) -> (usedTurn: Bool, wishesAgain: Bool) {
    var journey = unpack(waiting, record.packed, record.lead)
    if let beginning = record.beginning {
      beginAnew(&journey, &record.lead, from: beginning)
      record.beginning = nil
    }
    live(until: second, &journey, &record.lead)
    var usedTurn = false
    if let message = record.lead.request {
      usedTurn = true
      record.lead.request = nil
      record.lead.second = second
      send(message, &journey, &record.lead)
    }
    if case .wish = walk(&journey, &record.lead) { return (usedTurn, true) }
    count(journey, record.lead)
    return (usedTurn, false)
  }

  /// Lives on to the end of the run without another turn.
  mutating func finish(_ waiting: WaitingLead, _ record: inout JourneyRecord) {
    var journey = unpack(waiting, record.packed, record.lead)
    if let beginning = record.beginning {
      beginAnew(&journey, &record.lead, from: beginning)
      record.beginning = nil
    }
    finish(&journey, &record.lead)
  }

  // MARK: Living

  private mutating func unpack(
    _ waiting: WaitingLead, _ packed: PackedLeads.Place, _ record: SimulatedLead
  ) -> Journey {
    packs[Int(waiting.worker)].pointee.load(packed, into: batch)
    let lead = LeadRow(batch: batch, row: 0)
    if record.traced & 1 == 1 { FoundOwner(of: lead.key, bits: record.traced).fill(batch, row: 0) }
    return Journey(
      number: waiting.number, lead: lead, draw: Draw(seed: world.settings.seed, lead: lead.key),
      place: waiting.place)
  }

  /// Brings a lead of which no record was kept to where it waited; nothing of it counts or is told again.
  private mutating func beginAnew(
    _ journey: inout Journey, _ record: inout SimulatedLead, from stage: WaitingLead.Stage
  ) {
    swap(&tally, &unlooked)
    journey.lead = LeadRow(batch: batch, row: 0, decision: decider.decide(batch))
    record = SimulatedLead(at: program.machine.initial)
    record.state = program.start(journey.lead, at: world.instant(0), into: &output)
    perform(&journey, &record)
    _ = walk(&journey, &record)
    swap(&tally, &unlooked)
    record.isRecorded = world.isRecorded(journey.number)
    if stage == .resting { tally.count(record.state, -1) }
  }

  /// Walks on until the lead waits for a turn to send, or for nothing more.
  mutating func walk(
    _ journey: inout Journey, _ record: inout SimulatedLead, haltsAtTrace: Bool = false
  ) -> Halt {
    while record.request == nil {
      guard let event = record.pending.popFirst(until: world.lastSecond) else { return .rest }
      if haltsAtTrace, event.kind == .trace, event.detail & 1 == 1 {
        record.second = max(record.second, event.second)
        return .trace(UInt8(truncatingIfNeeded: event.detail))
      }
      happen(event, &journey, &record)
    }
    return .wish
  }

  /// Lives on to the end of the run, and counts where the lead then is.
  mutating func finish(_ journey: inout Journey, _ record: inout SimulatedLead) {
    live(until: world.lastSecond, &journey, &record)
    count(journey, record)
  }

  private mutating func live(until second: UInt32, _ journey: inout Journey, _ record: inout SimulatedLead) {
    while let event = record.pending.popFirst(until: second) { happen(event, &journey, &record) }
    record.second = max(record.second, second)
  }

  private mutating func happen(_ event: PendingEvent, _ journey: inout Journey, _ record: inout SimulatedLead)
  {
    record.second = max(record.second, event.second)
    switch event.kind {
    case .timer(let rule): step(.timer(rule: rule, entry: event.detail), &journey, &record)
    case .trace: traced(UInt8(truncatingIfNeeded: event.detail), &journey, &record)
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

  mutating func step(_ event: LeadEvent, _ journey: inout Journey, _ record: inout SimulatedLead) {
    let before = record.state.state
    program.step(
      &record.state, on: event, lead: journey.lead, at: world.instant(record.second), into: &output)
    tally.events += 1
    if record.isRecorded {
      journal.append(
        JournalEntry(
          second: record.second, lead: journey.number, event: .happened(event), from: before,
          to: record.state.state, effects: output.effects))
    }
    perform(&journey, &record)
  }

  // MARK: The world's answers

  mutating func perform(_ journey: inout Journey, _ record: inout SimulatedLead) {
    tally.steps += output.transitions + 1
    tally.conditionErrors += output.conditionErrors
    for effect in output.effects { perform(effect, &journey, &record) }
  }

  private mutating func perform(_ effect: Effect, _ journey: inout Journey, _ record: inout SimulatedLead) {
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
    case .send(let message): record.request = message
    case .sendRefused(let refusal):
      tally.refusals[Int(refusal.rawValue)] += 1
      // A text that never leaves fails, so that the journey does not wait for it forever.
      schedule(.delivery, after: 1, detail: 0, &record)
    case .startTimer(let rule, let entry, let due):
      let milliseconds = due.milliseconds - world.settings.start.milliseconds
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
    case .sendRequired(_, let message):
      tally.confirmations += 1
      tally.segments += renderer.segments(message, lead: journey.lead, state: record.state)
    case .statusChanged(from: _, to: .proposal):
      let closes = model.closed.happens(.closed, 0, by: draw)
      schedule(
        .closing, after: model.closingDelay.seconds(.closingDelay, 0, by: draw), detail: closes ? 1 : 0,
        &record)
    case .statusChanged, .suppress, .resubscribe, .dropNumber, .ended: break
    }
  }

  private mutating func send(
    _ message: OutboundMessage, _ journey: inout Journey, _ record: inout SimulatedLead
  ) {
    if record.state.flags.contains(.optedOut) { tally.sentAfterOptOut += 1 }
    if !world.law.isLawful(record.second, at: Int(journey.place)) { tally.unlawful += 1 }
    let ordinal = Int(record.sendDraws)
    record.sendDraws &+= 1
    tally.sent += 1
    if message.purpose == .answer { tally.answers += 1 }
    tally.sentByDay[Int(record.second / 86_400)] += 1
    if case .template(let template) = message.content { tally.sentByTemplate[template] += 1 }
    tally.segments += renderer.segments(message, lead: journey.lead, state: record.state)
    if record.isRecorded {
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
  private mutating func answer(
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
        adjustment.condition, lead: journey.lead, state: record.state, at: world.instant(record.second))
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

  private mutating func reply(_ intent: Int, _ journey: inout Journey, _ record: inout SimulatedLead) {
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

  private mutating func traced(_ bits: UInt8, _ journey: inout Journey, _ record: inout SimulatedLead) {
    if bits & 1 == 1 {
      // The row of the import must stay as it was; the traced lead is the worker's own copy.
      if journey.lead.batch !== batch {
        batch.removeAll()
        batch.count = 1
        world.kept.copy(journey.lead, to: batch, row: 0)
      }
      FoundOwner(of: journey.lead.key, bits: bits).fill(batch, row: 0)
      // Found facts change the score; the decision is made anew.
      journey.lead = LeadRow(batch: batch, row: 0, decision: decider.decide(batch))
    }
    learn(bits, &journey, &record)
  }

  /// Takes a trace's result; what it found is already in the lead.
  mutating func learn(_ bits: UInt8, _ journey: inout Journey, _ record: inout SimulatedLead) {
    record.traced = bits
    if bits & 1 == 1 { tally.tracesFound += 1 }
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

  /// Counts where a lead ends, and remembers it when the report may tell of it.
  mutating func count(_ journey: Journey, _ record: SimulatedLead) {
    tally.count(record.state)
    guard record.isRecorded else { return }
    let lead = journey.lead
    names[journey.number] = LeadName(
      recordID: lead.batch.text(.recordID, row: lead.row),
      business: lead.batch.text(.businessName, row: lead.row),
      place: lead.batch.text(.city, row: lead.row), decision: record.state.decision,
      end: record.state.state)
  }

  mutating func note(
    _ journey: Journey, _ record: SimulatedLead, _ event: JournalEntry.Event
  ) {
    guard record.isRecorded else { return }
    journal.append(
      JournalEntry(
        second: record.second, lead: journey.number, event: event, from: program.machine.initial,
        to: record.state.state, effects: output.effects))
  }
}
