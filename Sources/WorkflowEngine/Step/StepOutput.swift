public import Expressions
public import ReplyUnderstanding
public import WorkflowProgram

/// What one step asks for and, when wanted, why; reused from step to step so that nothing is allocated.
public struct StepOutput {
  /// In the order they must run.
  public var effects: [Effect] = []
  /// In the order it happened; empty unless `isTracing`.
  public var trace: [TraceEntry] = []
  public var isTracing: Bool
  /// Conditions that had no value and so did not hold, in the order they were asked.
  public var failures: [ConditionFailure] = []
  /// Transitions taken and states entered, for the rates that benchmarks print.
  public var transitions = 0

  /// Evaluates conditions faster than one by one; `nil` uses the general evaluator.
  let conditions: ConditionEvaluator?

  public init(tracing: Bool = false, conditions: ConditionEvaluator? = nil) {
    isTracing = tracing
    self.conditions = conditions
  }

  /// Forgets the last step but keeps the memory.
  public mutating func removeAll() {
    effects.removeAll(keepingCapacity: true)
    trace.removeAll(keepingCapacity: true)
    failures.removeAll(keepingCapacity: true)
    transitions = 0
  }
}

/// One thing that happened within a step; names rules by number, so a place in the YAML is a look-up away.
public enum TraceEntry: Hashable, Sendable {
  case received(EventID)
  /// The condition of an arrow was asked and did or did not hold.
  case asked(transition: Int, held: Bool)
  case failed(ConditionID, CELError)
  case took(transition: Int)
  case left(StateID)
  case entered(StateID)
  case ran(Instruction)
  case refused(SendRefusal)
  /// The whole reply is a word of the carriers.
  case keyword(CarrierKeyword)
  /// Law or carriers want this said; `nil` where no template is named for it.
  case required(RequiredText, template: Int?)
  /// It is wanted, and has been said `RequiredTextCount.dailyLimit` times in a day.
  case requiredTooOften(RequiredText)
  /// No arrow takes this event here.
  case ignored(EventID)
  /// The timer belongs to an entry that is over.
  case stale(timer: Int)
  /// More states in one event than the engine allows; the lead stops in the machine's `broken` state.
  case ranAway
}
