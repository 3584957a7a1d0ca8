import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Checks that every conversation can come to an end: by an outcome of its own, or by a state around it.
struct FlowEndChecks {
  let graph: MachineGraph
  let layout: StateLayout
  /// States nothing leaves; what leads only there is a consequence.
  let isReported: Set<SourceRange>

  /// - Returns: The keys of the states from which no end can be reached.
  func run(_ flows: YAMLNode?, context: inout LoweringContext) -> Set<SourceRange> {
    let canEnd = statesThatEnd
    var keys: Set<SourceRange> = []
    var told: Set<String> = []
    for runner in layout.states where graph.reachable.contains(runner.id) {
      guard let start = runner.initialChild, let name = layout.states[Int(start.rawValue)].flow else {
        continue
      }
      let states = runner.children.values.map { layout.states[Int($0.rawValue)] }
        .filter { graph.reachable.contains($0.id) }.sorted { $0.id.rawValue < $1.id.rawValue }
      let stuck = states.filter { !canEnd[Int($0.id.rawValue)] }
      guard let first = stuck.first, !stuck.contains(where: { isReported.contains($0.keyRange) }) else {
        continue
      }
      keys.formUnion(stuck.map(\.keyRange))
      guard told.insert(name).inserted else { continue }
      let how = Diagnostic.Note("leave it with { end: OUTCOME }")
      if stuck.count == states.count, let entry = flows?.entry(name) {
        let running = Diagnostic.Note(
          "'\(runner.name)' runs it and has no way out of it either", at: runner.node["flow"]?.range)
        context.report(
          .endlessFlow, "no state of the flow '\(name)' leads to an end", at: entry.key.range,
          notes: [how, running])
      } else {
        let others = stuck.dropFirst().map { Diagnostic.Note("nor does '\($0.name)'", at: $0.keyRange) }
        context.report(
          .endlessFlow, "'\(first.name)' does not lead to an end of the flow '\(name)'", at: first.keyRange,
          notes: [how] + others.prefix(3))
      }
    }
    return keys
  }

  /// For each state, whether the flow it belongs to can be left from it.
  private var statesThatEnd: [Bool] {
    let machine = graph.machine
    var canEnd = machine.states.map { $0.depth == 0 }
    var sources: [[Int]] = Array(repeating: [], count: machine.states.count)
    for transition in machine.transitions {
      guard let source = transition.source, let parent = machine.rows[Int(source.rawValue)].parent else {
        continue
      }
      switch transition.target {
      case .stay: break
      case .resume: canEnd[Int(source.rawValue)] = true
      case .state(let target): sources[Int(target.rawValue)].append(Int(source.rawValue))
      case .end(let outcome):
        canEnd[Int(source.rawValue)] = true
        // Taken by a state further out, or by `always:`, the outcome leaves the runner's own flow too.
        let taken = machine.candidates(for: outcome, in: parent).map { machine.transition(at: $0) }
          .prefix { machine.transitions[$0].source == parent }
        if !taken.contains(where: { machine.transitions[$0].guardCondition == nil }) {
          canEnd[Int(parent.rawValue)] = true
        }
      }
    }
    for state in machine.rows.indices where 0 < machine.rows[state].depth {
      let around = machine.stack(of: StateID(rawValue: UInt16(state))).dropFirst()
      if around.contains(where: { graph.isLeft[Int($0.rawValue)] }) { canEnd[state] = true }
    }
    var pending = canEnd.indices.filter { canEnd[$0] }
    while let state = pending.popLast() {
      for source in sources[state] where !canEnd[source] {
        canEnd[source] = true
        pending.append(source)
      }
    }
    return canEnd
  }
}
