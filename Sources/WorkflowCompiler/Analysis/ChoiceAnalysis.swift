import Expressions
import LeadModel
import WorkflowProgram

/// Finds out which of several choices, tried in order, some lead can reach.
///
/// Conditions that only compare fields with constants change their mind at those constants and nowhere else, so
/// trying each constant and its neighbours, in every combination, tries everything. Conditions that do more are
/// left alone: no answer is better than a wrong one.
struct ChoiceAnalysis {
  enum Verdict: Hashable {
    case reachable
    /// No lead fulfils the condition itself.
    case impossible
    /// Every lead that fulfils it is taken by an earlier choice.
    case shadowed(by: [Int])
    /// More than this analysis can tell.
    case unknown
  }

  let program: ClientProgram
  /// More combinations than this are not tried.
  private static let combinationLimit = 20_000

  /// One verdict a choice; `nil` conditions always hold.
  func verdicts(_ conditions: [ConditionID?]) -> [Verdict] {
    var verdicts: [Verdict] = []
    for index in conditions.indices { verdicts.append(verdict(index, conditions)) }
    return verdicts
  }

  private func verdict(_ index: Int, _ conditions: [ConditionID?]) -> Verdict {
    if let always = conditions[..<index].firstIndex(where: { $0 == nil || isConstant($0, true) }) {
      return .shadowed(by: [always])
    }
    if isConstant(conditions[index], false) { return .impossible }
    // Earlier choices that are too hard to judge might let anything through.
    let judged = conditions[..<index].indices.filter { tests(conditions[$0]) != nil }
    guard let own = tests(conditions[index]) else { return .unknown }
    var values: [Int: [CELValue?]] = [:]
    for condition in [own] + judged.compactMap({ tests(conditions[$0]) }) {
      for (slot, constants) in condition.constants {
        values[slot, default: []] += self.values(slot, around: constants)
      }
    }
    let axes = values.keys.sorted().map { (slot: $0, values: unique(values[$0] ?? [])) }
    let combinations = axes.reduce(1) { min($0 * max(1, $1.values.count), Self.combinationLimit + 1) }
    guard combinations <= Self.combinationLimit else { return .unknown }
    var isPossible = false
    var takers: Set<Int> = []
    for number in 0..<combinations {
      let slots = assignment(number, axes)
      guard holds(conditions[index], slots) else { continue }
      isPossible = true
      guard let taker = judged.first(where: { holds(conditions[$0], slots) }) else { return .reachable }
      takers.insert(taker)
    }
    return isPossible ? .shadowed(by: takers.sorted()) : .impossible
  }

  private func tests(_ condition: ConditionID?) -> SlotTests? {
    guard let condition else { return SlotTests() }
    return program[condition].expression.slotTests
  }

  private func isConstant(_ condition: ConditionID?, _ value: Bool) -> Bool {
    guard let condition, case .bool(value) = program[condition].expression.constant else { return false }
    return true
  }

  private func holds(_ condition: ConditionID?, _ slots: SlotValues) -> Bool {
    guard let condition else { return true }
    if case .success(.bool(true)) = program[condition].expression.evaluate(slots) { return true }
    return false
  }

  // MARK: Values that stand for all

  /// The constants, their neighbours and, for a field, absence.
  private func values(_ slot: Int, around constants: [CELValue]) -> [CELValue?] {
    var values: [CELValue?] = slot < program.slots.fieldCount ? [nil] : []
    for constant in constants {
      switch constant {
      case .int(let number): values += neighbours(number, in: slot)
      case .uint(let number): values += neighbours(Int64(clamping: number), in: slot)
      case .double(let number):
        values += [.double(number.nextDown), .double(number), .double(number.nextUp)]
      case .timestamp(let instant):
        values += [instant.nextDown, instant, instant.nextUp].map { .timestamp($0) }
      case .string(let text): values += [.string(text), .string(text + "\u{1}")]
      case .bool: values += [.bool(true), .bool(false)]
      case let other: values.append(other)
      }
    }
    if constants.isEmpty { values += sample(slot) }
    return values
  }

  private func neighbours(_ number: Int64, in slot: Int) -> [CELValue?] {
    let range: ClosedRange<Int64>
    switch program.slots.engineValue(in: slot) {
    case .quality: range = 0...Int64(program.decisions.quality.limit)
    case .priority: range = 0...Int64(program.decisions.priority.limit)
    case .historySent, .historyReplies, .historyUnanswered: range = 0...Int64(UInt16.max)
    default: range = Int64.min / 2...Int64.max / 2
    }
    guard slot >= program.slots.fieldCount || program.leadSchema.fields[slot].type == .count else {
      // A number written whole, compared with a field that has fractions.
      let value = Double(number)
      return [.double(value.nextDown), .double(value), .double(value.nextUp)]
    }
    return [number &- 1, number, number &+ 1, range.lowerBound, range.upperBound]
      .filter { range.contains($0) }.map { .int($0) }
  }

  /// A value of a slot that is only asked whether it is there, or whether it is true.
  private func sample(_ slot: Int) -> [CELValue?] {
    guard slot < program.slots.fieldCount else { return [.bool(true), .bool(false)] }
    switch program.leadSchema.fields[slot].type {
    case .flag: return [.bool(true), .bool(false)]
    case .text, .phone, .email: return [.string("x")]
    case .money, .number: return [.double(1)]
    case .count: return [.int(1)]
    case .date: return [.timestamp(CELTimestamp(millisecondsSinceEpoch: 0))]
    }
  }

  private func unique(_ values: [CELValue?]) -> [CELValue?] {
    var seen: Set<CELValue?> = []
    return values.filter { seen.insert($0).inserted }
  }

  /// The combination of that number, counting through the axes like digits.
  private func assignment(_ number: Int, _ axes: [(slot: Int, values: [CELValue?])]) -> SlotValues {
    var rest = number
    var slots: [Int: CELValue] = [:]
    for axis in axes where !axis.values.isEmpty {
      slots[axis.slot] = axis.values[rest % axis.values.count]
      rest /= axis.values.count
    }
    return SlotValues(slots)
  }
}
