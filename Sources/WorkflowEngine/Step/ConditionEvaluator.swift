import Expressions
import LeadModel
public import WorkflowProgram

/// Evaluates a program's conditions for one lead at a time, without allocating for the usual ones.
///
/// Conditions that read numbers, truth values, texts of the lead or names that the engine gives run as programs of
/// width 1; those that read what a reply said go to the general evaluator. Both mean the same. One evaluator a
/// thread.
public final class ConditionEvaluator {
  private let program: ClientProgram
  private let columns: UnsafeMutablePointer<Column>
  private let cells: UnsafeMutablePointer<UInt64>
  /// By condition; `nil` for those left to the general evaluator.
  private var programs: [Quick?] = []

  /// A condition's program, and the engine values it reads.
  private struct Quick {
    let evaluator: BatchEvaluator
    let values: [EngineValue]
    let readsLead: Bool
  }

  public init(program: ClientProgram) {
    self.program = program
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
        values: slots.compactMap { program.slots.engineValue(in: $0) },
        readsLead: slots.contains { $0 < program.slots.bands.upperBound })
    }
  }

  deinit {
    cells.deallocate()
    columns.deallocate()
  }

  /// Whether a condition holds; `nil` when only the general evaluator can tell, or tell why not.
  func holds(_ id: ConditionID, lead: LeadRow, state: LeadState, reply: ReplyFacts?, now: Timestamp) -> Bool?
  {
    guard let quick = programs[id.index] else { return nil }
    if quick.readsLead { point(at: lead) }
    for value in quick.values { cells[program.slots.slot(value)] = cell(value, state, reply, now) }
    quick.evaluator.run(columns, rows: 1)
    if quick.evaluator.mayHaveErrors(0) { return nil }
    return quick.evaluator.bools(0)[0] != 0
  }

  private func point(at lead: LeadRow) {
    let batch = lead.batch
    for field in 0..<program.slots.fieldCount {
      let offset = field * batch.capacity + lead.row
      columns[field] = Column(
        cells: batch.cells + offset, presence: batch.presence + offset, bytes: batch.bytes, stride: 0)
    }
    for (index, band) in program.decisions.bands.enumerated() {
      cells[program.slots.bands.lowerBound + index] = UInt64(band.code(of: lead))
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
    case .theme, .replyIntent, .replyConfidence, .replyText, .capturedEmail, .capturedPhone, .capturedTime,
      .capturedAmount, .capturedName:
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
