import Expressions
import ReplyUnderstanding
import WorkflowEngine
import WorkflowProgram

/// One line of what happened, and the line of YAML that made it happen.
public struct TraceLine: Hashable, Sendable {
  public let text: String
  /// `workflows/ecbb.yaml:12`; `nil` where no rule stands behind it.
  public let place: String?

  init(_ text: String, _ place: String? = nil) {
    self.text = text
    self.place = place
  }
}

extension ClientProgram {
  /// The entries of one step in words; what only repeats another entry is left out.
  func lines(of trace: [TraceEntry]) -> [TraceLine] { trace.compactMap(line) }

  private func line(of entry: TraceEntry) -> TraceLine? {
    switch entry {
    case .received(let event): return TraceLine("event \(machine.events.name(event))")
    case .asked(let transition, let held):
      guard let guardCondition = machine.transitions[transition].guardCondition else { return nil }
      let condition = self[guardCondition]
      return TraceLine(
        "when \(condition.expression.source): \(held ? "holds" : "does not hold")",
        line(of: condition.place))
    case .failed(let condition, let error):
      return TraceLine("a condition failed: \(error.description)", line(of: self[condition].place))
    case .took(let transition):
      let arrow = machine.transitions[transition]
      return TraceLine("took \(name(of: arrow))", line(of: arrow.place))
    case .entered(let state):
      return TraceLine("entered \(machine[state].path)", line(of: machine[state].place))
    case .keyword(let keyword): return TraceLine("the carriers' word \(keyword.rawValue)")
    case .required(let text, let template):
      guard let template else { return TraceLine("no template is named under messages: \(text.key)") }
      return TraceLine(
        "messages: \(text.key)", line(of: messages.templates[template].place))
    case .requiredTooOften(let text):
      return TraceLine(
        "sent nothing: messages: \(text.key) has been said \(RequiredTextCount.dailyLimit) times within a day"
      )
    case .refused(let refusal): return TraceLine("sent nothing: \(refusal.explanation)")
    case .ignored(let event): return TraceLine("nothing takes \(machine.events.name(event)) here")
    case .stale(let timer):
      return TraceLine("a timer of an entry that is over", line(of: machine.timers[timer].place))
    case .ranAway: return TraceLine("stopped: more than \(ClientProgram.stepLimit) states in one event")
    case .left, .ran: return nil
    }
  }

  /// An arrow in words: `reply.interested → talking`.
  func name(of arrow: Transition) -> String {
    let trigger =
      switch arrow.trigger {
      case .event(let event): machine.events.name(event)
      case .timer(let timer): "after \(machine.timers[timer].label)"
      case .eventless: "at once"
      }
    let target =
      switch arrow.target {
      case .state(let state): machine[state].path
      case .end(let outcome): machine.events.name(outcome)
      case .stay: "(stays)"
      case .resume: "(where it was)"
      }
    return "\(trigger) → \(target)"
  }
}
