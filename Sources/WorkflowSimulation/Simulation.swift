public import LeadModel
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
  let world: World
  let records = LeadRecords()
  private let pool: WorkerPool
  private let workers: [JourneyWorker]
  private var queue: SendQueue
  private var journal: [JournalEntry] = []
  private var recorded = 0

  /// Journeys that are written down, of which the report chooses; enough to find varied ones.
  private static let recordedLimit = 400
  /// Fewer leads than this are not worth waking a second thread for.
  private static let parallelThreshold = 64

  public init(program: ClientProgram, settings: SimulationSettings, pool: WorkerPool = .serial) {
    self.program = program
    self.settings = settings
    self.pool = pool
    let world = World(program: program, settings: settings)
    self.world = world
    workers = (0..<pool.count).map { _ in
      JourneyWorker(program: program, settings: settings, world: world)
    }
    queue = SendQueue(minutes: settings.days * 1_440)
  }

  /// Imports a batch of leads at the start of the run and walks each to its first wish to send.
  ///
  /// - Parameter rows: The rows that are leads of their own; the caller leaves duplicates out.
  /// - Parameter decisions: One for each row of the batch.
  public mutating func add(_ batch: LeadBatch, rows: [Int], decisions: [LeadDecision]) {
    let first = records.count
    for row in rows {
      world.leads.append(batch, row: row)
      world.zones.append(world.law.zones(of: LeadRow(batch: batch, row: row)))
      records.append(at: program.machine.initial)
      if recorded < settings.samples * 40 || settings.hasJournal {
        records.first[records.count - 1].isRecorded = true
        recorded += 1
      }
    }
    let leads = (0..<rows.count).map { UInt32(first + $0) }
    let minutes = walk(leads) { worker, index, record in
      let row = LeadRow(batch: batch, row: rows[index], decision: decisions[rows[index]])
      return worker.begin(leads[index], row, &record).map { Turn(wasUsed: false, nextMinute: $0) }
    }
    for (index, turn) in minutes.enumerated() {
      if let minute = turn?.nextMinute { queue.wait(leads[index], from: minute, in: records.first) }
    }
  }

  /// Lives through all days and reports.
  public mutating func run() -> SimulationResult {
    let minutes = settings.days * 1_440
    var sentToday = 0
    var today = -1
    for minute in 0..<minutes {
      let zones = world.zones
      queue.open(minute, in: records.first) { Int(zones[Int($0)].index) }
      let day = world.law.clientDay(ofMinute: minute)
      if day != today {
        today = day
        sentToday = 0
      }
      sentToday += grant(at: minute, remainingToday: program.limits.textsPerDay - sentToday)
    }
    _ = walk((0..<records.count).map { UInt32($0) }) { worker, index, record in
      worker.finish(UInt32(index), &record)
      return nil
    }
    var tally = Tally(program: program, days: settings.days)
    for worker in workers { tally.add(worker.tally) }
    return SimulationResult(
      program: program, settings: settings, leads: records.count, tally: tally, journal: sortedJournal(),
      names: names(of: journal))
  }

  // MARK: Turns

  /// What became of a lead's turn.
  struct Turn: Sendable {
    let wasUsed: Bool
    let nextMinute: Int?
  }

  /// Gives turns to those first in line until the allowance is used up or nobody waits.
  ///
  /// - Returns: How many texts left.
  private mutating func grant(at minute: Int, remainingToday: Int) -> Int {
    var remaining = min(remainingToday, program.limits.textsPerMinute)
    var used = 0
    while 0 < remaining, 0 < queue.count {
      let leads = next(remaining, at: minute)
      guard !leads.isEmpty else { break }
      let turns = walk(leads) { worker, index, record in
        let (wasUsed, nextMinute) = worker.resume(leads[index], at: UInt32(minute) * 60, &record)
        return Turn(wasUsed: wasUsed, nextMinute: nextMinute)
      }
      for (index, turn) in turns.enumerated() {
        guard let turn else { continue }
        if turn.wasUsed { used += 1 }
        // A lead that sends and wishes to send again waits for the next minute at least.
        if let next = turn.nextMinute {
          queue.wait(leads[index], from: max(next, minute + 1), in: records.first)
        }
      }
      remaining = min(remainingToday, program.limits.textsPerMinute) - used
    }
    return used
  }

  /// The first leads in line that may send now, at most `limit`.
  private mutating func next(_ limit: Int, at minute: Int) -> [UInt32] {
    let law = world.law
    return queue.next(limit, at: minute, in: records.first) { place, minute in
      law.openingMinute(ofPlace: place, from: minute)
    }
  }

  /// Walks leads on all threads; results come in the order of the leads.
  private mutating func walk(
    _ leads: [UInt32], _ body: @Sendable (JourneyWorker, Int, inout SimulatedLead) -> Turn?
  ) -> [Turn?] {
    let parts = leads.count < Self.parallelThreshold ? 1 : pool.count
    guard 1 < parts else {
      let turns = leads.indices.map { body(workers[0], $0, &records.first[Int(leads[$0])]) }
      collectJournal()
      return turns
    }
    let shared = SharedWalk(records: records, workers: workers, count: leads.count)
    withoutActuallyEscaping(body) { body in
      pool.forEach(parts) { part in
        for index in (leads.count * part / parts)..<(leads.count * (part + 1) / parts) {
          shared.turns[index] = body(
            shared.workers[part], index, &shared.records.first[Int(leads[index])])
        }
      }
    }
    collectJournal()
    return Array(UnsafeBufferPointer(start: shared.turns, count: leads.count))
  }

  /// What threads write to: each its own stretch of the turns, with its own worker.
  private final class SharedWalk: @unchecked Sendable {
    let records: LeadRecords
    let workers: [JourneyWorker]
    let turns: UnsafeMutablePointer<Turn?>
    private let count: Int

    init(records: LeadRecords, workers: [JourneyWorker], count: Int) {
      self.records = records
      self.workers = workers
      self.count = count
      turns = .allocate(capacity: count)
      turns.initialize(repeating: nil, count: count)
    }

    deinit {
      turns.deinitialize(count: count)
      turns.deallocate()
    }
  }

  private mutating func collectJournal() {
    for worker in workers where !worker.journal.isEmpty {
      journal += worker.journal
      worker.journal.removeAll(keepingCapacity: true)
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

  /// Names of the leads that the journal mentions.
  private func names(of journal: [JournalEntry]) -> [UInt32: LeadName] {
    let batch = LeadBatch(schema: program.leadSchema, capacity: 1)
    var names: [UInt32: LeadName] = [:]
    for entry in journal where names[entry.lead] == nil {
      world.leads.load(Int(entry.lead), into: batch)
      names[entry.lead] = LeadName(
        recordID: batch.text(.recordID, row: 0), business: batch.text(.businessName, row: 0),
        place: batch.text(.city, row: 0), decision: records.first[Int(entry.lead)].state.decision,
        end: records.first[Int(entry.lead)].state.state)
    }
    return names
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
