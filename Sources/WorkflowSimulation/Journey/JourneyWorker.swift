import LeadModel
import WorkflowEngine
import WorkflowProgram

/// Walks leads through their journeys, one at a time, as far as each can go without meeting others.
///
/// One worker a thread; leads are handed out so that no two workers hold the same one.
struct JourneyWorker: ~Copyable {
  let number: UInt16
  // Copies, because threads that count references to one object wait for each other.
  let program: ClientProgram
  let settings: SimulationSettings
  let kept: KeptFields
  let lastSecond: UInt32
  /// The fewest texts that a cap counts.
  let fewestCapped: Int
  let world: World
  let packs: LeadPacks
  /// The lead at hand, unpacked.
  let batch: LeadBatch
  let decider: BatchDecider
  let conditions: ConditionEvaluator
  var output: StepOutput
  var renderer: MessageRenderer
  var tally: Tally
  /// Counts what is lived a second time, and is not looked at.
  private var unlooked: Tally
  /// What happened to recorded leads; emptied by the caller.
  var journal: [JournalEntry] = []
  /// Texts that left; emptied by the caller.
  var sentTexts: [SentText] = []
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
    program = ClientProgram(sharing: world.program)
    settings = world.settings
    kept = KeptFields(program: program)
    lastSecond = world.lastSecond
    fewestCapped = program.law.capSizes.reduce(program.limits.perPerson.messages, min)
    batch = LeadBatch(schema: program.leadSchema, capacity: 1)
    tracedBatch = LeadBatch(schema: program.leadSchema, capacity: LeadStretch.rowLimit)
    conditions = ConditionEvaluator(program: program)
    output = StepOutput(conditions: conditions)
    decider = BatchDecider(program: program)
    renderer = MessageRenderer(program: program)
    tally = Tally(program: program, days: world.law.clientDayCount)
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
    if let message = record.lead.request, freeSecond(message, journey, record.lead) <= second {
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
      number: waiting.number, lead: lead, draw: Draw(seed: settings.seed, lead: lead.key),
      place: waiting.place)
  }

  /// Brings a lead of which no record was kept to where it waited; nothing of it counts or is told again.
  private mutating func beginAnew(
    _ journey: inout Journey, _ record: inout SimulatedLead, from stage: WaitingLead.Stage
  ) {
    swap(&tally, &unlooked)
    journey.lead = LeadRow(batch: batch, row: 0, decision: decider.decide(batch))
    record = SimulatedLead(at: program.machine.initial)
    record.state = program.start(journey.lead, at: instant(0), into: &output)
    perform(&journey, &record)
    _ = walk(&journey, &record)
    swap(&tally, &unlooked)
    record.isRecorded = world.isRecorded(journey.number)
    if stage == .resting { tally.count(record.state, -1) }
  }

  /// Walks on until the lead waits for a turn to send, or for nothing more.
  ///
  /// While caps hold its wish back it lives on, because anything may happen then, and may change what it wishes.
  mutating func walk(
    _ journey: inout Journey, _ record: inout SimulatedLead, haltsAtTrace: Bool = false
  ) -> Halt {
    while true {
      let free = record.request.map { freeSecond($0, journey, record) }
      if let free, free <= record.second { return .wish }
      guard let event = record.pending.popFirst(until: min(free ?? lastSecond, lastSecond)) else {
        guard let free else { return .rest }
        tally.heldByCaps += 1
        record.second = free
        return .wish
      }
      if haltsAtTrace, event.kind == .trace, event.detail & 1 == 1 {
        record.second = max(record.second, event.second)
        return .trace(UInt8(truncatingIfNeeded: event.detail))
      }
      happen(event, &journey, &record)
    }
  }

  /// The first second from now on at which no cap holds a text back.
  private func freeSecond(_ message: OutboundMessage, _ journey: Journey, _ record: SimulatedLead) -> UInt32 {
    // Most texts follow too few others for any cap.
    guard message.purpose.isCapped, record.state.texts.instant(ofLatest: fewestCapped) != nil else {
      return record.second
    }
    return world.law.freeSecond(
      from: record.second, at: Int(journey.place), following: record.state.texts)
  }

  /// Lives on to the end of the run, and counts where the lead then is.
  mutating func finish(_ journey: inout Journey, _ record: inout SimulatedLead) {
    live(until: lastSecond, &journey, &record)
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
      if event.detail == 1 { tally.approved += 1 }
      let decision = event.detail == 1 ? BuiltInEvent.approved : .rejected
      step(.plain(decision.id), &journey, &record)
    case .delivery:
      let delivery = Delivery(rawValue: event.detail) ?? .failed
      switch delivery {
      case .delivered: tally.delivered += 1
      case .failed: tally.failed += 1
      case .invalidNumber: tally.invalidNumbers += 1
      }
      step(.plain(delivery.report.id), &journey, &record)
    case .reply: reply(Int(event.detail), &journey, &record)
    case .closing:
      let name = event.detail == 1 ? "status.closed" : "status.lost"
      if let id = program.machine.events.event(named: name) { step(.plain(id), &journey, &record) }
    }
  }

  mutating func step(_ event: LeadEvent, _ journey: inout Journey, _ record: inout SimulatedLead) {
    let before = record.state.state
    program.step(
      &record.state, on: event, lead: journey.lead, at: instant(record.second), into: &output)
    if record.isRecorded {
      journal.append(
        JournalEntry(
          second: record.second, lead: journey.number, event: .happened(event), from: before,
          to: record.state.state, effects: output.effects))
    }
    perform(&journey, &record)
  }

  // MARK: Counting

  func instant(_ second: UInt32) -> Timestamp {
    settings.start.advanced(byMilliseconds: Int64(second) * 1_000)
  }

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
