import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Checks what no single line shows: states nobody comes to, states nobody leaves, rounds that never wait.
struct MachineChecks {
  let machine: Machine
  let layout: StateLayout
  let graph: MachineGraph

  init(machine: Machine, layout: StateLayout) {
    self.machine = machine
    self.layout = layout
    graph = MachineGraph(machine)
  }

  func run(flows: YAMLNode?, context: inout LoweringContext) {
    checkReachability(context: &context)
    checkDeadEnds(context: &context)
    checkRounds(context: &context)
    checkOutcomes(context: &context)
    for entry in flows?.entries ?? [] where !layout.usedFlows.contains(entry.key.name) {
      context.report(
        .unusedDefinition, .warning, "no state runs the flow '\(entry.key.name)'", at: entry.key.range)
    }
  }

  private func checkReachability(context: inout LoweringContext) {
    let reachable = graph.reachable()
    // A state of a flow stands once for each place that runs the flow; one that is reached is enough.
    var reachedRanges: Set<SourceRange> = []
    for state in layout.states where reachable.contains(state.id) { reachedRanges.insert(state.keyRange) }
    var reported: Set<SourceRange> = []
    for state in layout.states
    where !reachedRanges.contains(state.keyRange) && reported.insert(state.keyRange).inserted {
      if let parent = state.parent, !reachable.contains(parent) { continue }
      if state.name == MachineBuilder.optedOutName || state.name == MachineBuilder.brokenName { continue }
      context.report(
        .unreachableState, .warning, "nothing leads to the state '\(state.name)'", at: state.keyRange)
    }
  }

  private func checkDeadEnds(context: inout LoweringContext) {
    var reported: Set<SourceRange> = []
    for state in layout.states {
      let row = machine[state.id]
      guard !row.isFinal, row.initialChild == nil, graph.edges[Int(state.id.rawValue)].isEmpty,
        !hasEnd(state.id), state.node["flow"] == nil, reported.insert(state.keyRange).inserted
      else { continue }
      context.report(
        .deadEnd, "nothing leaves the state '\(state.name)'", at: state.keyRange,
        notes: [Diagnostic.Note("write 'final: true' if the journey ends here")])
    }
  }

  private func hasEnd(_ state: StateID) -> Bool {
    machine.transitions.contains {
      guard $0.source == state, case .end = $0.target else { return false }
      return true
    }
  }

  private func checkRounds(context: inout LoweringContext) {
    if let round = graph.cycle(where: \.isEventless) {
      context.report(
        .eventlessCycle, "these states follow each other without waiting: \(names(round))",
        at: range(of: round[0]))
    } else if let round = graph.cycle(where: \.isImmediate), round.contains(where: sends) {
      context.report(
        .sendLoop, "this round sends texts without waiting for a reply or a timer: \(names(round))",
        at: range(of: round.first(where: sends) ?? round[0]))
    }
  }

  private func sends(_ state: StateID) -> Bool {
    machine.instructions[machine[state].entry].contains(where: \.sendsText)
  }

  private func names(_ round: [StateID]) -> String {
    (round + round.prefix(1)).map { machine[$0].name }.joined(separator: " → ")
  }

  private func range(of state: StateID) -> SourceRange? {
    layout.states.first { $0.id == state }?.keyRange
  }

  /// Every way a flow can end must lead somewhere from the state that runs it.
  private func checkOutcomes(context: inout LoweringContext) {
    var reported: Set<String> = []
    for transition in machine.transitions {
      guard case .end(let outcome) = transition.target, let source = transition.source,
        let parent = machine[source].parent, machine.candidates(for: outcome, in: parent).isEmpty
      else { continue }
      let name = machine.events.name(outcome)
      guard reported.insert("\(parent.rawValue) \(name)").inserted else { continue }
      let runner = layout.states[Int(parent.rawValue)]
      context.report(
        .deadEnd,
        "the flow '\(machine[source].flow ?? "")' can end with '\(name.dropFirst(4))', and '\(runner.name)' does not say what then",
        at: runner.node["flow"]?.range ?? runner.keyRange,
        notes: [Diagnostic.Note("add '\(name): STATE' to the 'on' of '\(runner.name)'")])
    }
  }
}
