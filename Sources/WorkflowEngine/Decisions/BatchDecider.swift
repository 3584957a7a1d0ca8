public import Expressions
public import LeadModel
public import WorkflowProgram

/// Decides about all leads of a batch at once, by columns.
///
/// Conditions are grouped by what they need to know: those that read only the lead first, then those that read
/// the quality, and so on; each group runs as one program over the columns. One decider a thread; it keeps its
/// memory from batch to batch.
public final class BatchDecider {
  private let program: ClientProgram
  private let width: Int
  private let stages: DecisionStages
  private let columns: DecisionColumns
  private let evaluators: [BatchEvaluator]
  /// By condition: where its result stands after its stage has run; `nil` for those no decision asks.
  private let places: [DecisionStages.Place?]
  /// What failed for the leads of the batch that was decided about last; at most one entry a lead and condition.
  public private(set) var failures: [ConditionFailure] = []

  /// - Parameter width: The most rows that are decided about at once, 1 to 1,024; fewer need less memory.
  public init(program: ClientProgram, width: Int = 1_024) {
    self.program = program
    self.width = width
    stages = DecisionStages(program)
    places = stages.places
    columns = DecisionColumns(program: program)
    let kinds = DecisionColumns.kinds(of: program)
    evaluators = stages.conditions.map { conditions in
      BatchEvaluator(
        BatchProgram(compiling: conditions.map { program[$0].expression }, columns: kinds), width: width)
    }
  }

  /// Decides about each row, in order; the same as `ClientProgram.decide` does one by one.
  public func decide(_ batch: LeadBatch, into decisions: inout [LeadDecision]) {
    failures.removeAll(keepingCapacity: true)
    decisions.removeAll(keepingCapacity: true)
    decisions.reserveCapacity(batch.count)
    var first = 0
    while first < batch.count {
      let count = min(width, batch.count - first)
      decide(batch, first: first, count: count, into: &decisions)
      first += count
    }
  }

  /// Decides about the row of a batch that holds one lead.
  public func decide(_ batch: LeadBatch) -> LeadDecision {
    failures.removeAll(keepingCapacity: true)
    var decision = LeadDecision()
    withUnsafeMutablePointer(to: &decision) { pointer in
      columns.point(at: batch, first: 0)
      columns.fillBands(count: 1)
      decide(UnsafeMutableBufferPointer(start: pointer, count: 1), batch, 0)
    }
    return decision
  }

  private func decide(
    _ batch: LeadBatch, first: Int, count: Int, into decisions: inout [LeadDecision]
  ) {
    let start = decisions.count
    decisions.append(contentsOf: repeatElement(LeadDecision(), count: count))
    columns.point(at: batch, first: first)
    columns.fillBands(count: count)
    decisions.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      let rows = UnsafeMutableBufferPointer(start: base + start, count: count)
      decide(rows, batch, first)
    }
  }

  private typealias Rows = UnsafeMutableBufferPointer<LeadDecision>

  private func decide(_ rows: Rows, _ batch: LeadBatch, _ first: Int) {
    let rules = program.decisions
    run(.lead, rows, first)
    score(rules.quality, into: columns.quality, count: rows.count)
    run(.quality, rows, first)
    score(rules.priority, into: columns.priority, count: rows.count)
    run(.priority, rows, first)
    for row in rows.indices {
      rows[row].quality = Int16(truncatingIfNeeded: columns.quality[row])
      rows[row].priority = Int16(truncatingIfNeeded: columns.priority[row])
    }
    let qualified = rules.qualified.map(result)
    for row in rows.indices {
      let holds = qualified.map { $0[row] != 0 } ?? true
      rows[row].isQualified = holds
      columns.qualified[row] = holds ? 1 : 0
    }
    run(.qualified, rows, first)
    choose(rules.queues, rows, \.queue)
    for (index, flag) in rules.flags.choices.enumerated() {
      let raised = flag.condition.map(result)
      for row in rows.indices where raised.map({ $0[row] != 0 }) ?? true {
        rows[row].flags |= 1 << UInt64(index)
      }
    }
    for row in rows.indices { columns.queue[row] = UInt64(rows[row].queue) }
    run(.queue, rows, first)
    choose(rules.recommendations, rows, \.recommendation)
    choose(rules.assignmentTypes, rows, \.assignmentType)
    assign(rules.agents, rows)
    for row in rows.indices { columns.agent[row] = UInt64(rows[row].agent) }
    run(.agent, rows, first)
    chooseCampaign(rules.campaigns, rows, batch, first)
  }

  // MARK: Conditions

  private func run(_ stage: DecisionStages.Stage, _ rows: Rows, _ first: Int) {
    let evaluator = evaluators[stage.rawValue]
    guard !evaluator.program.expressions.isEmpty else { return }
    evaluator.run(columns.pointer, rows: rows.count)
    for (index, condition) in stages.conditions[stage.rawValue].enumerated()
    where evaluator.mayHaveErrors(index) {
      for row in rows.indices {
        guard let error = evaluator.error(index, row: row) else { continue }
        failures.append(ConditionFailure(condition: condition, row: first + row, error: error))
      }
    }
  }

  /// 1 where the condition holds, by row of the batch at hand; one that no stage has holds for nobody.
  private func result(_ condition: ConditionID) -> UnsafePointer<UInt8> {
    guard let place = places[condition.index] else { return columns.never }
    return evaluators[place.stage.rawValue].bools(place.index)
  }

  // MARK: Scores

  private func score(
    _ scoring: ScoringProgram, into sums: UnsafeMutablePointer<UInt64>, count: Int
  ) {
    let sum = columns.sum
    switch scoring.start {
    case .points(let points): for row in 0..<count { sum[row] = Int32(truncatingIfNeeded: points) }
    case .quality:
      for row in 0..<count { sum[row] = Int32(truncatingIfNeeded: Int64(bitPattern: columns.quality[row])) }
    }
    for rule in scoring.rules { add(rule, to: sum, count: count) }
    let limit = Int32(scoring.limit)
    for row in 0..<count { sums[row] = UInt64(min(max(0, sum[row]), limit)) }
  }

  private func add(_ rule: ScoringRule, to sum: UnsafeMutablePointer<Int32>, count: Int) {
    switch rule.body {
    case .first(let cases): addFirst(cases, to: sum, count: count)
    case .byText(let choice): addFirst(choice.cases, to: sum, count: count)
    case .all(let cases, let limit):
      let part = columns.part
      for row in 0..<count { part[row] = 0 }
      for scored in cases { add(scored, to: part, count: count) }
      let bound = limit.map { Int32($0) } ?? .max
      for row in 0..<count { sum[row] += min(max(-bound, part[row]), bound) }
    case .byBand(let band, let points):
      let codes = columns.band(band)
      for row in 0..<count { sum[row] += Int32(truncatingIfNeeded: points[Int(codes[row])]) }
    }
  }

  private func add(_ scored: ScoringRule.Case, to sum: UnsafeMutablePointer<Int32>, count: Int) {
    let points = Int32(truncatingIfNeeded: scored.points)
    guard let condition = scored.condition else {
      for row in 0..<count { sum[row] += points }
      return
    }
    let holds = result(condition)
    for row in 0..<count { sum[row] += Int32(holds[row]) &* points }
  }

  private func addFirst(
    _ cases: [ScoringRule.Case], to sum: UnsafeMutablePointer<Int32>, count: Int
  ) {
    if cases.count == 1 { return add(cases[0], to: sum, count: count) }
    let open = columns.open
    for row in 0..<count { open[row] = 1 }
    for scored in cases {
      let points = Int32(truncatingIfNeeded: scored.points)
      guard let condition = scored.condition else {
        for row in 0..<count {
          sum[row] += Int32(open[row]) &* points
          open[row] = 0
        }
        return
      }
      let holds = result(condition)
      for row in 0..<count {
        let taken = open[row] & holds[row]
        sum[row] += Int32(taken) &* points
        open[row] &= ~taken
      }
    }
  }

  // MARK: Choices

  /// The first choice that holds, from the last to the first so that earlier ones overwrite later ones.
  private func choose(
    _ match: FirstMatch, _ rows: Rows, _ field: WritableKeyPath<LeadDecision, UInt8>
  ) {
    let chosen = columns.choice
    for row in rows.indices { chosen[row] = LeadDecision.none }
    for (index, choice) in match.choices.enumerated().reversed() {
      let code = UInt8(index)
      if let condition = choice.condition {
        let holds = result(condition)
        for row in rows.indices { chosen[row] = holds[row] != 0 ? code : chosen[row] }
      } else {
        for row in rows.indices { chosen[row] = code }
      }
    }
    for row in rows.indices { rows[row][keyPath: field] = chosen[row] }
  }

  private func assign(_ agents: [AgentProgram], _ rows: Rows) {
    guard !agents.isEmpty else { return }
    let (sum, best, chosen) = (columns.sum, columns.part, columns.choice)
    for (index, agent) in agents.enumerated() {
      for row in rows.indices { sum[row] = 0 }
      for fit in agent.suits {
        let holds = result(fit.condition)
        let weight = Int32(truncatingIfNeeded: fit.weight)
        for row in rows.indices { sum[row] += Int32(holds[row]) &* weight }
      }
      let code = UInt8(index)
      if index == 0 {
        for row in rows.indices {
          best[row] = sum[row]
          chosen[row] = code
        }
      } else {
        for row in rows.indices {
          let isBetter = best[row] < sum[row]
          best[row] = isBetter ? sum[row] : best[row]
          chosen[row] = isBetter ? code : chosen[row]
        }
      }
    }
    for row in rows.indices { rows[row].agent = chosen[row] }
  }

  private func chooseCampaign(
    _ campaigns: [CampaignProgram], _ rows: Rows, _ batch: LeadBatch, _ first: Int
  ) {
    let open = columns.open
    // An absent flag reads as 0.
    let doNotCall = StandardField.doNotCall.rawValue
    for row in rows.indices { open[row] = batch.int(field: doNotCall, row: first + row) == 0 ? 1 : 0 }
    for (index, campaign) in campaigns.enumerated() {
      let takes = campaign.condition.map(result)
      for (number, opener) in campaign.openers.enumerated() {
        let opens = opener.condition.map(result)
        for row in rows.indices where open[row] != 0 {
          guard takes.map({ $0[row] != 0 }) ?? true, opens.map({ $0[row] != 0 }) ?? true else { continue }
          open[row] = 0
          rows[row].campaign = UInt8(index)
          rows[row].opener = UInt8(number)
          let template =
            opener.templates.count == 1
            ? opener.templates[0] : opener.template(for: LeadRow(batch: batch, row: first + row).key)
          rows[row].template = UInt16(template)
        }
      }
    }
  }
}

/// A condition that had no value for a lead, and so did not hold for it.
public struct ConditionFailure: Hashable, Sendable {
  public let condition: ConditionID
  /// The lead's row in its batch.
  public let row: Int
  public let error: CELError
}
