import Expressions
import LeadModel
import WorkflowProgram

/// Truths of the conditions that read only what has few values: whether a field is there, flags, names that the engine gives.
///
/// Such a condition is evaluated once for each combination, when a program is loaded; a step then looks it up.
struct ConditionTables: ~Copyable {
  /// Trivial values behind pointers, because a step must not count references to look a truth up.
  private let tables: UnsafeMutablePointer<Table>
  private let inputs: UnsafeMutablePointer<Input>
  private let truths: UnsafeMutablePointer<Truth>

  /// One condition's stretches of inputs and truths; without inputs for a condition that has no table.
  private struct Table {
    var firstInput = 0
    var inputCount = 0
    var firstTruth = 0
  }

  /// What a condition reads, as a number below `count`.
  private struct Input {
    let kind: Kind
    let count: Int

    enum Kind {
      /// 1 where the field has a value.
      case presence(field: Int)
      /// 0 without a value, 1 for false, 2 for true.
      case flag(field: Int)
      case band(Int)
      case queue, agent, campaign, status, qualified
    }
  }

  private enum Truth: UInt8 {
    case fails, holds
    /// It has no value; the general evaluator says why.
    case hasNone
  }

  /// The most combinations of one condition.
  private static let combinationLimit = 1_024

  init(program: ClientProgram) {
    tables = .allocate(capacity: max(1, program.conditions.count))
    var inputs: [Input] = []
    var truths: [Truth] = []
    for (index, condition) in program.conditions.enumerated() {
      let read = Self.inputs(of: condition.expression, in: program)
      (tables + index).initialize(
        to: Table(firstInput: inputs.count, inputCount: read.count, firstTruth: truths.count))
      inputs += read.map(\.input)
      if !read.isEmpty { truths += Self.truths(of: condition.expression, read, in: program) }
    }
    self.inputs = .allocate(capacity: max(1, inputs.count))
    self.truths = .allocate(capacity: max(1, truths.count))
    for (index, input) in inputs.enumerated() { (self.inputs + index).initialize(to: input) }
    for (index, truth) in truths.enumerated() { (self.truths + index).initialize(to: truth) }
  }

  deinit {
    tables.deallocate()
    inputs.deallocate()
    truths.deallocate()
  }

  func contains(_ condition: ConditionID) -> Bool { tables[condition.index].inputCount != 0 }

  /// Whether a condition that has a table holds; `nil` when it has no value.
  func holds(_ condition: ConditionID, _ lead: LeadRow, _ state: LeadState, _ program: ClientProgram) -> Bool?
  {
    let table = tables[condition.index]
    var place = 0
    for index in 0..<table.inputCount {
      let input = inputs[table.firstInput + index]
      place = place * input.count + Self.number(input.kind, lead, state, program)
    }
    switch truths[table.firstTruth + place] {
    case .fails: return false
    case .holds: return true
    case .hasNone: return nil
    }
  }

  @inline(__always)
  private static func number(
    _ kind: Input.Kind, _ lead: LeadRow, _ state: LeadState, _ program: ClientProgram
  ) -> Int {
    switch kind {
    case .presence(let field): lead.batch.has(field: field, row: lead.row) ? 1 : 0
    case .flag(let field):
      lead.batch.has(field: field, row: lead.row)
        ? lead.batch.int(field: field, row: lead.row) == 0 ? 1 : 2 : 0
    case .band(let band): program.decisions.bands[band].code(of: lead)
    case .queue: label(state.decision.queue)
    case .agent: label(state.decision.agent)
    case .campaign: label(state.decision.campaign)
    case .status: Int(state.status.rawValue)
    case .qualified: state.decision.isQualified ? 1 : 0
    }
  }

  /// Row 0 of the labels is for none.
  private static func label(_ row: UInt8) -> Int { row == LeadDecision.none ? 0 : Int(row) + 1 }

  // MARK: Making tables

  /// An input with the slot it stands for.
  private typealias SlotInput = (slot: Int, input: Input)

  /// What an expression reads; empty when it reads nothing, or something of too many values.
  private static func inputs(of expression: CompiledExpression, in program: ClientProgram) -> [SlotInput] {
    let values = Set(expression.valueSlots)
    var inputs: [SlotInput] = []
    var combinations = 1
    for slot in expression.slots {
      guard let input = input(slot, readsValue: values.contains(slot), in: program),
        combinations * input.count <= combinationLimit
      else { return [] }
      combinations *= input.count
      inputs.append((slot, input))
    }
    return inputs
  }

  private static func input(_ slot: Int, readsValue: Bool, in program: ClientProgram) -> Input? {
    if slot < program.slots.fieldCount {
      guard readsValue else { return Input(kind: .presence(field: slot), count: 2) }
      return program.leadSchema.fields[slot].type == .flag ? Input(kind: .flag(field: slot), count: 3) : nil
    }
    if program.slots.bands.contains(slot) {
      let band = slot - program.slots.fieldCount
      return Input(kind: .band(band), count: program.decisions.bands[band].labels.count)
    }
    switch program.slots.engineValue(in: slot) {
    case .qualified: return Input(kind: .qualified, count: 2)
    case .queue: return Input(kind: .queue, count: program.decisions.queues.choices.count + 1)
    case .agent: return Input(kind: .agent, count: program.decisions.agents.count + 1)
    case .campaign: return Input(kind: .campaign, count: program.decisions.campaigns.count + 1)
    case .status: return Input(kind: .status, count: LeadStatus.allCases.count)
    case .quality, .priority, .theme, .replyIntent, .replyConfidence, .replyText, .replyIntents,
      .replyConfidences, .replyLanguage, .replyAnswer, .replyEmail, .replyPhone, .replyTime, .replyAmount,
      .replyName, .capturedEmail, .capturedPhone, .capturedTime, .capturedAmount, .capturedName, .historySent,
      .historyReplies,
      .historyUnanswered, .historyDaysSinceContact, .historyDaysSinceReply, .historyRefused, .now, nil:
      return nil
    }
  }

  /// The truth for each combination, the last input's numbers next to each other.
  private static func truths(
    of expression: CompiledExpression, _ inputs: [SlotInput], in program: ClientProgram
  ) -> [Truth] {
    let combinations = inputs.reduce(1) { $0 * $1.input.count }
    return (0..<combinations).map { combination in
      var rest = combination
      var values: [Int: (value: CELValue, isPresent: Bool)] = [:]
      for (slot, input) in inputs.reversed() {
        values[slot] = value(rest % input.count, of: input.kind, in: program)
        rest /= input.count
      }
      switch expression.evaluate(Combination(values: values)) {
      case .success(.bool(let holds)): return holds ? .holds : .fails
      case .success, .failure: return .hasNone
      }
    }
  }

  private static func value(
    _ number: Int, of kind: Input.Kind, in program: ClientProgram
  ) -> (value: CELValue, isPresent: Bool) {
    func name(_ names: [String]) -> (CELValue, Bool) { (.string(number == 0 ? "" : names[number - 1]), true) }
    switch kind {
    case .presence: return (.null, number == 1)
    case .flag: return (.bool(number == 2), number != 0)
    case .band(let band): return (.string(program.decisions.bands[band].labels[number]), true)
    case .queue: return name(program.decisions.queues.names)
    case .agent: return name(program.decisions.agents.map(\.name))
    case .campaign: return name(program.decisions.campaigns.map(\.name))
    case .status: return (.string(LeadStatus.allCases[number].name), true)
    case .qualified: return (.bool(number == 1), true)
    }
  }

  /// One combination, as the evaluator reads it.
  private struct Combination: SlotReader {
    let values: [Int: (value: CELValue, isPresent: Bool)]
    func has(_ slot: Int) -> Bool { values[slot]?.isPresent ?? false }
    func value(_ slot: Int) -> CELValue { values[slot]?.value ?? .null }
  }
}
