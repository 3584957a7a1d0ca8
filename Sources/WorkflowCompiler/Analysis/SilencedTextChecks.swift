import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Checks that no text is asked for once a person has the conversation, or the lead is opted out: it is refused.
///
/// What is said beside an `escalate` still goes out; what the state behind it says does not.
struct SilencedTextChecks {
  let graph: MachineGraph
  let layout: StateLayout
  let always: YAMLNode?
  private let silences: [Bool]
  private let sends: [Bool]

  init(graph: MachineGraph, layout: StateLayout, always: YAMLNode?) {
    self.graph = graph
    self.layout = layout
    self.always = always
    silences = graph.machine.instructions.map(\.silences)
    sends = graph.machine.instructions.map(\.sendsText)
  }

  func run(context: inout LoweringContext) {
    var told: Set<[SourceRange]> = []
    for transition in machine.transitions where isReached(transition) {
      guard silences[transition.actions].contains(true) else { continue }
      for text in textsBehind(transition) {
        guard let place = arrow(of: transition, context: context) else { continue }
        report(
          text, behind: "this arrow", silencer(transition.actions), at: place, told: &told, context: &context)
      }
    }
    for state in layout.states where graph.reachable.contains(state.id) && silencesOnEntry(state.id) {
      var seen = StateSet(count: machine.states.count)
      for text in textsBehindEntry(of: state.id, &seen) {
        let node = state.node["do"]?.range ?? state.keyRange
        report(
          text, behind: "'\(state.name)'", silencer(machine[state.id].entry), at: node, told: &told,
          context: &context)
      }
    }
  }

  private var machine: Machine { graph.machine }

  /// What makes the machine silent.
  private struct Silencer {
    let words: String
    let advice: String
  }

  private func silencer(_ actions: Range<Int>) -> Silencer {
    let escalates = machine.instructions[actions].contains { if case .escalate = $0 { true } else { false } }
    return escalates
      ? Silencer(
        words: "gives the conversation to a person",
        advice: "this text is refused; say it beside the 'escalate', before the person takes over")
      : Silencer(words: "opts the lead out", advice: "this text is refused; say it before the 'suppress'")
  }

  private func isReached(_ transition: Transition) -> Bool {
    transition.source.map(graph.reachable.contains) ?? true
  }

  private func silencesOnEntry(_ state: StateID) -> Bool { silences[machine[state].entry].contains(true) }

  // MARK: What is said behind it

  /// A text that the engine refuses: a state's own, or one on an arrow that leaves it at once.
  private enum Refused: Hashable {
    case entry(of: StateID)
    case arrow(from: StateID, Place)
  }

  private func textsBehind(_ transition: Transition) -> [Refused] {
    var seen = StateSet(count: machine.states.count)
    return texts(behind: transition.target, of: transition.source, &seen)
  }

  private func texts(
    behind target: Transition.Target, of source: StateID?, _ seen: inout StateSet
  ) -> [Refused] {
    switch target {
    case .state(let state): return texts(onEntryOf: state, &seen)
    case .stay, .resume: return []
    case .end(let outcome):
      guard let source, let parent = machine[source].parent else { return [] }
      var found: [Refused] = []
      for candidate in machine.candidates(for: outcome, in: parent) {
        let taken = machine.transitions[machine.transition(at: candidate)]
        found += texts(on: taken, from: parent, &seen)
        if taken.guardCondition == nil { break }
      }
      return found
    }
  }

  private func texts(on arrow: Transition, from state: StateID, _ seen: inout StateSet) -> [Refused] {
    let own: [Refused] =
      sends[arrow.actions].contains(true) ? [.arrow(from: arrow.source ?? state, arrow.place)] : []
    return own + texts(behind: arrow.target, of: arrow.source ?? state, &seen)
  }

  private func texts(onEntryOf state: StateID, _ seen: inout StateSet) -> [Refused] {
    guard seen.insert(state) else { return [] }
    let own: [Refused] = sends[machine[state].entry].contains(true) ? [.entry(of: state)] : []
    return own + textsBehindEntry(of: state, &seen)
  }

  /// What follows a state at once: its flow's first state, or where it leads without waiting.
  private func textsBehindEntry(of state: StateID, _ seen: inout StateSet) -> [Refused] {
    let row = machine[state]
    if let child = row.initialChild { return texts(onEntryOf: child, &seen) }
    var found: [Refused] = []
    for index in row.eventless {
      let arrow = machine.transitions[index]
      found += texts(on: arrow, from: state, &seen)
      if arrow.guardCondition == nil, arrow.alwaysLeaves { break }
    }
    return found
  }

  // MARK: Telling

  private func report(
    _ text: Refused, behind subject: String, _ silencer: Silencer, at range: SourceRange,
    told: inout Set<[SourceRange]>,
    context: inout LoweringContext
  ) {
    let (name, said) =
      switch text {
      case .entry(let state): (machine[state].name, sayRange(of: state))
      case .arrow(let state, let place):
        (machine[state].name, arrow(from: state, at: place, context: context))
      }
    guard told.insert([range, said]).inserted else { return }
    let verb = if case .entry = text { "what '\(name)' says" } else { "what the arrow from '\(name)' says" }
    context.report(
      .silencedText, .warning,
      "\(verb) never goes out: \(subject) \(silencer.words)", at: range,
      notes: [
        Diagnostic.Note(
          silencer.advice, at: said)
      ])
  }

  private func sayRange(of state: StateID) -> SourceRange {
    let planned = layout.states[Int(state.rawValue)]
    return planned.node["say"]?.range ?? planned.keyRange
  }

  private func arrow(of transition: Transition, context: LoweringContext) -> SourceRange? {
    if let source = transition.source { return arrow(from: source, at: transition.place, context: context) }
    return always?.node(at: transition.place, context) ?? always?.range
  }

  private func arrow(from state: StateID, at place: Place, context: LoweringContext) -> SourceRange {
    let planned = layout.states[Int(state.rawValue)]
    for key in ["on", "then", "after"] {
      if let found = planned.node[key]?.node(at: place, context) { return found }
    }
    return planned.keyRange
  }
}

extension YAMLNode {
  /// The range of the arrow that was lowered from a place; arrows are no deeper than an event's list.
  fileprivate func node(at place: Place, _ context: LoweringContext) -> SourceRange? {
    var arrows = isSequence ? items : [self]
    for entry in entries { arrows += entry.value.isSequence ? entry.value.items : [entry.value] }
    return arrows.first { context.place($0.range) == place }?.range
  }
}

extension Instruction {
  /// Whether the machine says nothing from the next entry on.
  fileprivate var silences: Bool {
    switch self {
    case .escalate, .suppress: true
    case .normalize, .skipTrace, .score, .enqueue, .assign, .draft, .requestApproval, .send, .say, .speak,
      .notify, .handOff, .dropNumber:
      false
    }
  }
}
