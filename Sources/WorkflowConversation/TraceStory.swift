import Expressions
import ReplyUnderstanding
import WorkflowEngine
import WorkflowProgram

/// Puts a step's trace into words, remembering which state the lead is in on the way.
struct TraceStory {
  let program: ClientProgram
  private var state: StateID
  /// Where the last arrow led: entering that is no news.
  private var target: StateID?

  /// - Parameter state: Where the step began.
  init(program: ClientProgram, state: StateID) {
    self.program = program
    self.state = state
  }

  private var machine: Machine { program.machine }

  mutating func line(_ entry: TraceEntry) -> TraceLine {
    switch entry {
    case .received(let event): return line(.received, machine.events.name(event))
    case .asked(let transition, let held):
      let arrow = machine.transitions[transition]
      guard let id = arrow.guardCondition else { return line(.held, "always", arrow.place) }
      let condition = program[id]
      return line(held ? .held : .didNotHold, condition.expression.source, condition.place)
    case .failed(let id, let error):
      let condition = program[id]
      return line(
        .failed, "\(condition.expression.source) failed: \(error.description); it counts as not holding",
        condition.place)
    case .took(let transition):
      let arrow = machine.transitions[transition]
      if case .state(let next) = arrow.target { target = next }
      return took(arrow)
    case .left(let left):
      // Leaving a flow leads back to the state that runs it.
      state = machine[left].parent ?? left
      return line(.left, machine[left].path, machine[left].place)
    case .entered(let entered):
      state = entered
      let isNews = target != entered
      target = nil
      return line(.entered, machine[entered].path, machine[entered].place, isStory: isNews)
    case .ran(let instruction): return line(.ran, words(instruction))
    case .refused(let refusal): return line(.refused, refusal.explanation)
    case .keyword(let keyword): return line(.received, "the carriers' word \(keyword.rawValue)")
    case .required(let text, let template):
      guard let template else { return line(.refused, "no template is named under messages: \(text.key)") }
      let place = program.messages.templates[template].place
      return line(
        .ran, "say \(program.messages.templates[template].reference), as messages: \(text.key)", place)
    case .requiredTooOften(let text):
      return line(
        .refused, "messages: \(text.key) has been said \(RequiredTextCount.dailyLimit) times within a day")
    case .ignored(let event):
      return line(
        .ignored, "\(machine[state].path) takes no \(machine.events.name(event))", machine[state].place)
    case .stale(let timer):
      let rule = machine.timers[timer]
      return line(.stale, "timer \(rule.label) of \(machine[rule.state].path) is over", rule.place)
    case .ranAway:
      return line(.ranAway, "more than \(ClientProgram.stepLimit) states in one event; the machine stops")
    }
  }

  private func took(_ arrow: Transition) -> TraceLine {
    let source = machine[arrow.source ?? state].path
    let target =
      switch arrow.target {
      case .state(let target): machine[target].path
      case .end(let outcome): machine.events.name(outcome)
      case .stay: "stays"
      case .resume: "where it was"
      }
    let trigger =
      switch arrow.trigger {
      case .event(let event): " on \(machine.events.name(event))"
      case .timer(let timer): " after \(machine.timers[timer].label)"
      case .eventless: ""
      }
    let condition = arrow.guardCondition.map { " when \(program[$0].expression.source)" } ?? ""
    return line(.took, "\(source) → \(target)\(trigger)\(condition)", arrow.place)
  }

  private func words(_ instruction: Instruction) -> String {
    switch instruction {
    case .normalize: "normalize"
    case .skipTrace: "skip_trace"
    case .score: "score"
    case .enqueue: "enqueue"
    case .assign: "assign"
    case .draft: "draft"
    case .requestApproval: "request_approval"
    case .send: "send"
    case .say(let template): "say \(program.messages.templates[template].reference)"
    case .speak(let intent): "speak \(program.intents[intent])"
    case .notify(let agent): "notify" + (agent.map { " \(program.decisions.agents[$0].name)" } ?? "")
    case .escalate(let reason): "escalate: \(machine.reasons[reason])"
    case .handOff(let agent): "hand off to \(program.decisions.agents[agent].name)"
    case .suppress: "suppress"
    case .dropNumber: "drop_number"
    }
  }

  private func line(
    _ kind: TraceLine.Kind, _ text: String, _ place: Place? = nil, isStory: Bool = true
  ) -> TraceLine {
    let canBeStory =
      switch kind {
      case .took, .entered, .failed, .ignored, .stale, .ranAway: true
      case .received, .held, .didNotHold, .left, .ran, .refused: false
      }
    return TraceLine(
      kind: kind, text: text, line: place.map(program.line), isStory: canBeStory && isStory)
  }
}
