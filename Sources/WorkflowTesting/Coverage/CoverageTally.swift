import Expressions
import LeadModel
import WorkflowEngine
import WorkflowProgram

/// What the cases of one workflow have touched so far.
final class CoverageTally {
  let program: ClientProgram
  private(set) var cases = 0
  private(set) var states: Set<Int> = []
  private(set) var transitions: Set<Int> = []
  /// Conditions that held at least once.
  private(set) var held: Set<Int> = []
  private(set) var asked: Set<Int> = []
  private(set) var templates: Set<Int> = []
  private(set) var intents: Set<Int> = []
  /// The first condition of each rule; a decision's story tells conditions by place and words.
  let numbers: [ConditionKey: Int]

  /// What makes conditions one rule: a flow that runs in three places has its conditions three times.
  struct ConditionKey: Hashable {
    let place: Place
    let source: String
  }

  init(program: ClientProgram) {
    self.program = program
    var numbers: [ConditionKey: Int] = [:]
    for (index, condition) in program.conditions.enumerated() {
      let key = ConditionKey(place: condition.place, source: condition.expression.source)
      if numbers[key] == nil { numbers[key] = index }
    }
    self.numbers = numbers
  }

  func beginCase() { cases += 1 }

  func hear(_ intent: Int) { intents.insert(intent) }

  func send(_ content: OutboundMessage.Content) {
    if case .template(let template) = content { templates.insert(template) }
  }

  func note(_ trace: [TraceEntry], lead: LeadRow) {
    for entry in trace {
      switch entry {
      case .entered(let state): states.insert(Int(state.rawValue))
      case .took(let transition): transitions.insert(transition)
      case .asked(let transition, let held):
        if let condition = program.machine.transitions[transition].guardCondition {
          note(condition.index, held: held)
        }
      case .ran(.score): noteDecision(lead)
      case .required(_, template: let template?): templates.insert(template)
      case .required(_, template: nil), .keyword, .received, .failed, .left, .ran, .refused, .ignored, .stale,
        .requiredTooOften, .ranAway:
        break
      }
    }
  }

  private func note(_ condition: Int, held: Bool) {
    let condition = numbers[key(condition)] ?? condition
    asked.insert(condition)
    if held { self.held.insert(condition) }
  }

  func key(_ condition: Int) -> ConditionKey {
    let condition = program.conditions[condition]
    return ConditionKey(place: condition.place, source: condition.expression.source)
  }

  private func noteDecision(_ lead: LeadRow) {
    for line in program.explainDecision(lead).lines {
      guard case .asked(let text, saw: _, let outcome) = line.kind, let place = line.place,
        let condition = numbers[ConditionKey(place: place, source: text)]
      else { continue }
      note(condition, held: outcome == .held)
    }
  }
}
