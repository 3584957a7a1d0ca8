public import LeadModel
public import Workers
public import WorkflowEngine
public import WorkflowProgram

/// A dry run of one program: the real machine in virtual time, with nothing to send by and nothing to write to.
///
/// Leads meet only where texts are rationed: the day's and the minute's allowance. So each lead is walked alone
/// from one wish to send to the next, and only the wishes stand in a common line; the result is the same
/// whatever the number of threads.
public struct Simulation {
  let program: ClientProgram
  let settings: SimulationSettings
  private let world: World
  private let pool: WorkerPool
  private let workers: JourneyWorkers
  /// By worker: its places as the law's clock numbers them.
  private var places: [[UInt32]]
  private let waiting = Shelf<WaitingLead>()
  private var records = JourneyRecords()
  private var queue: SendQueue
  private var leadCount = 0
  private var sentTexts: [SentText] = []
  /// Those of the decisions that leads came with.
  private var failedConditions = FailedConditions()
  private var journal: [JournalEntry] = []
  private var names: [UInt32: LeadName] = [:]

  /// Fewer turns than this are not worth waking a second thread for.
  private static let parallelThreshold = 24
  /// Waiting leads that are looked through at once when a run ends.
  private static let finishStretch = 4_096

  public init(program: ClientProgram, settings: SimulationSettings, pool: WorkerPool = .serial) {
    self.program = program
    self.settings = settings
    self.pool = pool
    world = World(program: program, settings: settings)
    workers = JourneyWorkers(count: pool.count, world: world)
    places = Array(repeating: [], count: workers.count)
    queue = SendQueue(minutes: world.minutes)
  }

  /// Imports a batch of leads at the start of the run and walks each to its first wish to send.
  ///
  /// - Parameter rows: The rows that are leads of their own; the caller leaves duplicates out.
  /// - Parameter decisions: One for each row of the batch.
  public mutating func add(_ batch: LeadBatch, rows: [Int], decisions: [LeadDecision]) {
    add([ScoredLeads(batch, rows: rows, decisions: decisions)])
  }

  /// Imports several batches side by side, as if one after the other.
  public mutating func add(_ batches: [ScoredLeads]) {
    var stretches: [LeadStretch] = []
    for scored in batches {
      for failure in scored.failures {
        guard let place = scored.place(ofRow: failure.row) else { continue }
        failedConditions.add(failure, in: scored.batch, lead: UInt32(leadCount + place), second: 0)
      }
      for start in stride(from: 0, to: scored.rows.count, by: LeadStretch.rowLimit) {
        let rows = scored.rows[start..<min(start + LeadStretch.rowLimit, scored.rows.count)]
        stretches.append(
          LeadStretch(
            batch: scored.batch, rows: rows, decisions: scored.decisions, first: UInt32(leadCount)))
        leadCount += rows.count
      }
    }
    let begun = walk(stretches.count, onAllFrom: 2) { [stretches] worker, index in
      worker.pointee.begin(stretches[index])
    }
    for number in 0..<workers.count {
      for place in workers[number].pointee.newPlaces { places[number].append(world.law.register(place)) }
      workers[number].pointee.newPlaces.removeAll(keepingCapacity: true)
    }
    for leads in begun {
      for var lead in leads {
        lead.place = places[Int(lead.worker)][Int(lead.place)]
        waiting.append(lead)
      }
    }
  }

  /// Lives through all days and reports.
  public mutating func run() -> SimulationResult {
    queue.takeFirstWishes(of: waiting)
    var sentToday = 0
    var today = -1
    for minute in 0..<world.minutes {
      queue.open(minute, in: waiting)
      let day = world.law.clientDay(of: UInt32(minute) * 60)
      if day != today {
        today = day
        sentToday = 0
      }
      sentToday += grant(at: minute, remainingToday: program.limits.textsPerDay - sentToday)
    }
    finish()
    var tally = Tally(program: program, days: world.law.clientDayCount)
    tally.failedConditions = failedConditions
    for number in 0..<workers.count { tally.add(workers[number].pointee.tally) }
    return SimulationResult(
      program: program, settings: settings, leads: leadCount, tally: tally, secondLook: secondLook(),
      journal: sortedJournal(), names: names)
  }

  private func secondLook() -> SecondLook {
    SecondLook(sentTexts, program: program, start: settings.start) { lead in
      // Leads stand on the shelf in the order of their numbers.
      var (low, high) = (UInt32(0), UInt32(waiting.count))
      while low < high {
        let middle = low + (high - low) / 2
        if waiting[middle].pointee.number < lead { low = middle + 1 } else { high = middle }
      }
      guard low < UInt32(waiting.count), waiting[low].pointee.number == lead else { return nil }
      return world.law.whereabouts(ofPlace: Int(waiting[low].pointee.place))
    }
  }

  // MARK: Turns

  /// Gives turns to those first in line until the allowance is used up or nobody waits.
  ///
  /// - Returns: How many texts left.
  private mutating func grant(at minute: Int, remainingToday: Int) -> Int {
    var remaining = min(remainingToday, program.limits.textsPerMinute)
    var used = 0
    while 0 < remaining, 0 < queue.count {
      let leads = next(remaining, at: minute)
      guard !leads.isEmpty else { break }
      for lead in leads { keepRecord(of: self.waiting[lead]) }
      let (waiting, shelf) = (self.waiting, records.shelf)
      let turns = walk(leads.count, onAllFrom: Self.parallelThreshold) { worker, index in
        let entry = waiting[leads[index]]
        let record = shelf[entry.pointee.stored]
        let turn = worker.pointee.resume(entry.pointee, &record.pointee, at: UInt32(minute) * 60)
        entry.pointee.second = record.pointee.lead.second
        entry.pointee.lane = WaitingLead.lane(of: record.pointee.lead)
        return turn
      }
      for (index, turn) in turns.enumerated() {
        if turn.usedTurn { used += 1 }
        let entry = waiting[leads[index]]
        if turn.wishesAgain {
          // A lead that sends and wishes to send again waits for the next minute at least.
          queue.wait(leads[index], from: max(entry.pointee.minute, minute + 1))
        } else {
          records.remove(entry.pointee.stored)
          entry.pointee.stage = .done
        }
      }
      remaining = min(remainingToday, program.limits.textsPerMinute) - used
    }
    return used
  }

  /// Makes a record for a lead that has none, because its turn has come or the run ends.
  private mutating func keepRecord(of entry: UnsafeMutablePointer<WaitingLead>) {
    guard entry.pointee.stage == .resting || entry.pointee.stage == .unfinished else { return }
    entry.pointee.stored = records.add(
      JourneyRecord(
        lead: SimulatedLead(at: program.machine.initial),
        packed: PackedLeads.Place(packed: entry.pointee.stored), beginning: entry.pointee.stage))
    entry.pointee.stage = .underway
  }

  /// The first leads in line that may send now, at most `limit`.
  private mutating func next(_ limit: Int, at minute: Int) -> [UInt32] {
    let law = world.law
    return queue.next(limit, at: minute, in: waiting) { place, minute in
      law.openingMinute(ofPlace: place, from: minute)
    }
  }

  /// Lets all who still wait live on to the end.
  private mutating func finish() {
    let unfinished = (0..<UInt32(self.waiting.count)).filter { lead in
      switch self.waiting[lead].pointee.stage {
      case .resting, .done: return false
      case .unfinished, .underway: return true
      }
    }
    for lead in unfinished { keepRecord(of: self.waiting[lead]) }
    let (waiting, shelf) = (self.waiting, records.shelf)
    _ = walk(unfinished.count, onAllFrom: Self.parallelThreshold) { worker, index in
      let entry = waiting[unfinished[index]]
      worker.pointee.finish(entry.pointee, &shelf[entry.pointee.stored].pointee)
    }
  }

  // MARK: Threads

  /// Does work on all threads when there is enough of it; results come in the order of the work.
  private mutating func walk<Result: Sendable>(
    _ count: Int, onAllFrom threshold: Int,
    _ body: @Sendable (UnsafeMutablePointer<JourneyWorker>, Int) -> Result
  ) -> [Result] {
    defer { collect() }
    let workers = self.workers
    guard 1 < workers.count, threshold <= count else { return (0..<count).map { body(workers[0], $0) } }
    return withoutActuallyEscaping(body) { body in
      pool.map(count) { worker, index in body(workers[worker], index) }
    }
  }

  /// Takes over what workers wrote down.
  private mutating func collect() {
    for number in 0..<workers.count {
      sentTexts += workers[number].pointee.sentTexts
      workers[number].pointee.sentTexts.removeAll(keepingCapacity: true)
    }
    for number in 0..<workers.count
    where !workers[number].pointee.names.isEmpty || !workers[number].pointee.journal.isEmpty {
      journal += workers[number].pointee.journal
      workers[number].pointee.journal.removeAll(keepingCapacity: true)
      names.merge(workers[number].pointee.names) { _, later in later }
      workers[number].pointee.names.removeAll(keepingCapacity: true)
    }
  }

  /// By time, then lead, each lead's own order kept.
  private func sortedJournal() -> [JournalEntry] {
    journal.enumerated().sorted { first, second in
      let (a, b) = (first.element, second.element)
      if a.second != b.second { return a.second < b.second }
      if a.lead != b.lead { return a.lead < b.lead }
      return first.offset < second.offset
    }.map(\.element)
  }
}

/// How the report calls a lead, and where it ended.
struct LeadName: Sendable {
  let recordID: String
  let business: String
  let place: String
  let decision: LeadDecision
  let end: StateID
}
