import Expressions
public import LeadModel
public import WorkflowProgram

/// Evaluates a program's conditions for one lead at a time, without allocating for the usual ones.
///
/// Conditions that read only what has few values are looked up in tables. Those that read numbers or texts of the
/// lead run as programs of width 1; those that read what a reply said go to the general evaluator. All mean the
/// same. One evaluator a thread.
public final class ConditionEvaluator {
  private let program: ClientProgram
  private let tables: ConditionTables
  private let columns: UnsafeMutablePointer<Column>
  private let cells: UnsafeMutablePointer<UInt64>
  /// By condition; `nil` for those left to the general evaluator.
  private let programs: [Quick?]

  /// A condition's program, and what it reads.
  private struct Quick {
    let evaluator: BatchEvaluator
    let fields: [Int]
    let bands: [Int]
    let values: [EngineValue]
    let mentions: [Int]
  }

  public init(program: ClientProgram) {
    self.program = program
    tables = ConditionTables(program: program)
    let slotCount = program.slots.slotCount
    cells = .allocate(capacity: slotCount)
    cells.initialize(repeating: 0, count: slotCount)
    columns = .allocate(capacity: slotCount)
    columns.initialize(repeating: Column(cells: cells, stride: 0), count: slotCount)
    for slot in 0..<slotCount { columns[slot] = Column(cells: cells + slot, stride: 0) }
    let kinds = Self.kinds(of: program)
    programs = program.conditions.map { condition in
      let slots = condition.expression.slots
      guard slots.allSatisfy({ kinds[$0] != nil }) else { return nil }
      let batch = BatchProgram(compiling: [condition.expression], columns: kinds)
      guard batch.generalTermCount == 0 else { return nil }
      return Quick(
        evaluator: BatchEvaluator(batch, width: 1),
        fields: slots.filter { $0 < program.slots.fieldCount },
        bands: slots.filter(program.slots.bands.contains).map { $0 - program.slots.fieldCount },
        values: slots.compactMap { program.slots.engineValue(in: $0) },
        mentions: slots.filter { program.slots.mention(in: $0) != nil })
    }
  }

  deinit {
    cells.deallocate()
    columns.deallocate()
  }

  /// Whether a condition holds for a lead that says nothing; one that fails with an error does not.
  ///
  /// - Parameter failures: Gets the failure, if it is one.
  public func holds(
    _ id: ConditionID, lead: LeadRow, state: LeadState, at now: Timestamp,
    failures: inout [ConditionFailure]
  ) -> Bool {
    if let held = holds(id, lead: lead, state: state, reply: nil, now: now) { return held }
    switch program[id].expression.evaluate(LeadSlots(program: program, lead: lead, state: state, now: now)) {
    case .success(let value): return value == .bool(true)
    case .failure(let error):
      failures.append(ConditionFailure(condition: id, row: lead.row, error: error))
      return false
    }
  }

  /// Whether a condition holds; `nil` when only the general evaluator can tell, or tell why not.
  func holds(_ id: ConditionID, lead: LeadRow, state: LeadState, reply: ReplyFacts?, now: Timestamp) -> Bool?
  {
    if tables.contains(id) { return tables.holds(id, lead, state, program) }
    guard let quick = programs[id.index] else { return nil }
    point(quick, at: lead)
    for value in quick.values { cells[program.slots.slot(value)] = cell(value, state, reply, now) }
    for slot in quick.mentions {
      cells[slot] = isMentioned(slot, by: reply) ? 1 : 0
    }
    quick.evaluator.run(columns, rows: 1)
    if quick.evaluator.mayHaveErrors(0) { return nil }
    return quick.evaluator.bools(0)[0] != 0
  }

  private func isMentioned(_ slot: Int, by reply: ReplyFacts?) -> Bool {
    guard let reply, let mention = program.slots.mention(in: slot) else { return false }
    return reply.speaks(of: mention)
  }

  private func point(_ quick: Quick, at lead: LeadRow) {
    let batch = lead.batch
    for field in quick.fields {
      let offset = field * batch.capacity + lead.row
      columns[field] = Column(
        cells: batch.cells + offset, presence: batch.presence + offset, bytes: batch.bytes, stride: 0)
    }
    for band in quick.bands {
      cells[program.slots.bands.lowerBound + band] = UInt64(program.decisions.bands[band].code(of: lead))
    }
  }

  /// Kinds of the slots whose values fit a cell; the texts of replies do not.
  private static func kinds(of program: ClientProgram) -> [Int: ColumnKind] {
    var kinds = DecisionColumns.kinds(of: program)
    func set(_ value: EngineValue, _ kind: ColumnKind) { kinds[program.slots.slot(value)] = kind }
    set(.campaign, .category([""] + program.decisions.campaigns.map(\.name)))
    set(.queue, .category([""] + program.decisions.queues.names))
    set(.agent, .category([""] + program.decisions.agents.map(\.name)))
    set(.status, .category(LeadStatus.allCases.map(\.name)))
    for value in [
      EngineValue.historySent, .historyReplies, .historyUnanswered, .historyDaysSinceContact,
      .historyDaysSinceReply,
    ] {
      set(value, .int)
    }
    set(.now, .timestamp)
    for slot in program.slots.slotCount - program.slots.mentionCount..<program.slots.slotCount {
      kinds[slot] = .bool
    }
    return kinds
  }

  private func cell(
    _ value: EngineValue, _ state: LeadState, _ reply: ReplyFacts?, _ now: Timestamp
  ) -> UInt64 {
    let decision = state.decision
    switch value {
    case .quality: return UInt64(bitPattern: Int64(decision.quality))
    case .priority: return UInt64(bitPattern: Int64(decision.priority))
    case .qualified: return decision.isQualified ? 1 : 0
    case .queue: return label(decision.queue)
    case .agent: return label(decision.agent)
    case .campaign: return label(decision.campaign)
    case .status: return UInt64(state.status.rawValue)
    case .historySent: return UInt64(state.sent)
    case .historyReplies: return UInt64(state.replies)
    case .historyUnanswered: return UInt64(state.unanswered)
    case .historyDaysSinceContact: return days(since: state.lastSentAt, now)
    case .historyDaysSinceReply: return days(since: state.lastReplyAt, now)
    case .now: return UInt64(bitPattern: now.milliseconds)
    case .theme, .replyIntent, .replyConfidence, .replyText, .replyIntents, .replyConfidences,
      .replyLanguage, .replyAnswer, .replyEmail, .replyPhone, .replyTime, .replyAmount, .replyName,
      .capturedEmail, .capturedPhone, .capturedTime,
      .capturedAmount, .capturedName, .historyRefused:
      return 0  // No condition with a program reads these.
    }
  }

  /// Row 0 of the labels is for none.
  private func label(_ row: UInt8) -> UInt64 { row == LeadDecision.none ? 0 : UInt64(row) + 1 }

  private func days(since instant: Timestamp, _ now: Timestamp) -> UInt64 {
    guard instant != .never else { return 0 }
    return UInt64(max(0, (now.milliseconds - instant.milliseconds) / 86_400_000))
  }
}
