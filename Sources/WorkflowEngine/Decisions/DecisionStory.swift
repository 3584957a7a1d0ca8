import Expressions
public import WorkflowProgram

/// Why a lead was decided about as it was: every rule that was asked, in order.
public struct DecisionStory: Sendable {
  /// One line of the story.
  public struct Line: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      /// A score begins with these points.
      case start(Int, limit: Int)
      /// A condition was asked: what it says, what it saw, whether it held, or why it failed.
      case asked(text: String, saw: String, outcome: Outcome)
      /// A named contribution.
      case points(Int)
      /// A score ends: the sum, and what is left of it within the limits.
      case total(sum: Int, value: Int)
      /// A named decision.
      case result(String)
    }
    public enum Outcome: Hashable, Sendable { case held, didNotHold, failed(String) }

    public let name: String
    public let kind: Kind
    public let place: Place?
  }

  public internal(set) var lines: [Line] = []
  public internal(set) var decision = LeadDecision()

  mutating func begin(_ name: String, start: Int, limit: Int, at place: Place) {
    lines.append(Line(name: name, kind: .start(start, limit: limit), place: place))
  }
  mutating func add(_ name: String, points: Int, at place: Place) {
    lines.append(Line(name: name, kind: .points(points), place: place))
  }
  mutating func add(_ name: String, result: String, at place: Place?) {
    lines.append(Line(name: name, kind: .result(result), place: place))
  }
  mutating func end(_ name: String, sum: Int, value: Int) {
    lines.append(Line(name: name, kind: .total(sum: sum, value: value), place: nil))
  }
  mutating func ask(_ condition: Condition, result: Result<CELValue, CELError>, slots: LeadSlots) {
    let outcome: Line.Outcome
    switch result {
    case .success(.bool(true)): outcome = .held
    case .success: outcome = .didNotHold
    case .failure(let error): outcome = .failed(error.description)
    }
    let saw = condition.expression.explain(slots).map { "\($0.text) = \($0.value)" }
    lines.append(
      Line(
        name: "",
        kind: .asked(
          text: condition.expression.source, saw: saw.joined(separator: ", "), outcome: outcome),
        place: condition.place))
  }
}
