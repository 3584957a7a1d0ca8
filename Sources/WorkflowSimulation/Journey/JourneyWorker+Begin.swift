import LeadModel
import WorkflowEngine
import WorkflowProgram

extension JourneyWorker {
  /// A lead whose trace found something, until all of its stretch are scored anew.
  struct TracedLead {
    let row: Int
    let number: UInt32
    let bits: UInt8
    var record: SimulatedLead
  }

  /// Imports leads at the start of the run and walks each until it waits for a turn to send, or for nothing more.
  ///
  /// - Returns: Those that wait for a turn, in the order of the import.
  mutating func begin(_ stretch: LeadStretch) -> [WaitingLead] {
    var waiting: [WaitingLead] = []
    waiting.reserveCapacity(stretch.rows.count)
    for (offset, row) in stretch.rows.enumerated() {
      let lead = LeadRow(batch: stretch.batch, row: row, decision: stretch.decisions[row])
      var journey = Journey(
        number: stretch.first + UInt32(offset), lead: lead,
        draw: Draw(seed: settings.seed, lead: lead.key), place: 0)
      var record = SimulatedLead(at: program.machine.initial)
      record.isRecorded = world.isRecorded(journey.number)
      record.state = program.start(lead, at: instant(0), into: &output)
      note(journey, record, .imported)
      perform(&journey, &record)
      let halt = walk(&journey, &record, haltsAtTrace: true)
      if case .trace(let bits) = halt {
        traced.append(TracedLead(row: row, number: journey.number, bits: bits, record: record))
      } else {
        settle(&journey, &record, halt, lead, &waiting)
      }
    }
    guard !traced.isEmpty else { return waiting }
    let untraced = waiting.count
    goOnWithTraced(stretch, &waiting)
    return merged(waiting, untraced)
  }

  /// Scores all leads whose trace found something together, and walks each on.
  private mutating func goOnWithTraced(_ stretch: LeadStretch, _ waiting: inout [WaitingLead]) {
    tracedBatch.removeAll()
    tracedBatch.count = traced.count
    for (row, lead) in traced.enumerated() {
      let source = LeadRow(batch: stretch.batch, row: lead.row)
      kept.copy(source, to: tracedBatch, row: row)
      FoundOwner(of: source.key, bits: lead.bits).fill(tracedBatch, row: row)
    }
    decider.decide(tracedBatch, into: &tracedDecisions)
    for failure in decider.failures {
      let lead = traced[failure.row]
      tally.failedConditions.add(failure, in: tracedBatch, lead: lead.number, second: lead.record.second)
    }
    for row in traced.indices {
      let lead = LeadRow(batch: tracedBatch, row: row, decision: tracedDecisions[row])
      var journey = Journey(
        number: traced[row].number, lead: lead, draw: Draw(seed: settings.seed, lead: lead.key),
        place: 0)
      var record = traced[row].record
      learn(traced[row].bits, &journey, &record)
      let halt = walk(&journey, &record)
      settle(&journey, &record, halt, LeadRow(batch: stretch.batch, row: traced[row].row), &waiting)
    }
    traced.removeAll(keepingCapacity: true)
  }

  /// Keeps a lead that waits for a turn, and counts one that does not.
  ///
  /// - Parameter lead: As imported.
  private mutating func settle(
    _ journey: inout Journey, _ record: inout SimulatedLead, _ halt: Halt, _ lead: LeadRow,
    _ waiting: inout [WaitingLead]
  ) {
    switch halt {
    case .rest, .trace: count(journey, record)
    case .wish:
      let isResting = record.pending.isQuiet(until: lastSecond)
      let entry = WaitingLead(
        number: journey.number, second: record.second,
        stored: packs[Int(number)].pointee.append(lead).packed,
        place: place(of: lead), worker: number, lane: WaitingLead.lane(of: record),
        stage: isResting ? .resting : .unfinished)
      waiting.append(entry)
      if isResting { count(journey, record) }
    }
  }

  /// Where a lead's clock may be, by this worker's own numbers.
  private mutating func place(of lead: LeadRow) -> UInt32 {
    let whereabouts = Whereabouts(of: lead)
    if let known = places[whereabouts] { return known }
    let place = UInt32(places.count)
    places[whereabouts] = place
    newPlaces.append(whereabouts)
    return place
  }

  /// Two runs of leads, each in the order of the import, as one.
  private func merged(_ waiting: [WaitingLead], _ middle: Int) -> [WaitingLead] {
    var merged: [WaitingLead] = []
    merged.reserveCapacity(waiting.count)
    var (left, right) = (0, middle)
    while left < middle || right < waiting.count {
      let takesLeft =
        right == waiting.count || left < middle && waiting[left].number < waiting[right].number
      merged.append(waiting[takesLeft ? left : right])
      if takesLeft { left += 1 } else { right += 1 }
    }
    return merged
  }
}
