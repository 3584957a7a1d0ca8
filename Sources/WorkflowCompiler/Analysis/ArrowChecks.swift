import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Checks that every arrow of a state is tried at some time: none stands behind one that always holds, and no
/// timer behind one that always leaves.
struct ArrowChecks {
  let layout: StateLayout

  func run(always: YAMLNode?, context: inout LoweringContext) {
    for entry in always?.entries ?? [] { checkOrder(entry.value, context: &context) }
    var seen: Set<SourceRange> = []
    for state in layout.states where seen.insert(state.keyRange).inserted {
      let (place, told) = (state.node.range, context.diagnostics.count)
      guard !context.shared.soundArrows.contains(place) else { continue }
      check(state, context: &context)
      if told == context.diagnostics.count, context.shared.isShared(place) {
        context.shared.soundArrows.insert(place)
      }
    }
  }

  /// Checks a state, by nothing but what is written in it.
  private func check(_ state: PlannedState, context: inout LoweringContext) {
    for entry in state.node.entries {
      switch entry.key.name {
      case "on": for event in entry.value.entries { checkOrder(event.value, context: &context) }
      case "then":
        checkOrder(entry.value, context: &context)
        checkBesideFlow(entry, of: state, context: &context)
      case "after":
        for timer in entry.value.entries { checkOrder(timer.value, context: &context) }
        checkTimers(entry.value, of: state, context: &context)
      case _: break
      }
    }
  }

  private func checkOrder(_ arrows: YAMLNode, context: inout LoweringContext) {
    guard let always = arrows.items.firstIndex(where: \.alwaysHolds) else { return }
    for hidden in arrows.items.dropFirst(always + 1) {
      context.report(
        .neverMatches, .warning, "this is never tried; what stands before it always holds", at: hidden.range,
        notes: [Diagnostic.Note("this has no 'when'", at: arrows.items[always].range)])
    }
  }

  private func checkBesideFlow(_ entry: YAMLEntry, of state: PlannedState, context: inout LoweringContext) {
    guard let flow = state.node["flow"] else { return }
    context.report(
      .neverMatches, .warning,
      "'then' is never tried in a state that runs a flow; the flow's end decides where it goes",
      at: entry.key.range,
      notes: [Diagnostic.Note("add 'end.OUTCOME: STATE' to 'on' for each way '\(flow.text)' can end")])
  }

  private func checkTimers(_ node: YAMLNode, of state: PlannedState, context: inout LoweringContext) {
    let timers = node.entries.compactMap { entry in
      entry.key.value.durationMilliseconds.map { (delay: $0, entry: entry) }
    }
    let first = timers.filter { leaves($0.entry.value) }.min { $0.delay < $1.delay }
    guard let first else { return }
    for timer in timers where first.delay <= timer.delay && timer.entry.key != first.entry.key {
      let name = first.entry.key.name
      context.report(
        .neverMatches, .warning,
        "this timer never rings; after \(name) the state '\(state.name)' is left in any case",
        at: timer.entry.key.range,
        notes: [
          Diagnostic.Note(
            first.entry.key.range.file == timer.entry.key.range.file
              ? "the timer of \(name) is here" : "to do without it, write '\(name): null'",
            at: first.entry.key.range)
        ])
    }
  }

  /// Whether one of the arrows is always taken, and leads away.
  private func leaves(_ arrows: YAMLNode) -> Bool {
    let items = arrows.isSequence ? arrows.items : [arrows]
    guard let always = items.first(where: \.alwaysHolds) else { return false }
    return !always.isMapping || always["to"] != nil || always["end"] != nil
  }
}

extension YAMLNode {
  /// Whether an arrow is taken whenever it is tried; one that resumes needs something that was interrupted.
  fileprivate var alwaysHolds: Bool { self["when"] == nil && self["resume"] == nil }
}
