import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Checks the states in which we wait for an answer: that silence ends, and that every likely answer is taken.
struct WaitChecks {
  let graph: MachineGraph
  let rounds: SilentRounds
  let layout: StateLayout
  /// Keys of states about which more was said already.
  let isReported: Set<SourceRange>
  let ownFile: SourceFileID?

  func run(context: inout LoweringContext) {
    let waiting = layout.states.filter { graph.reachable.contains($0.id) && waits($0) }
    checkSilence(waiting, context: &context)
    checkAnswers(waiting, context: &context)
  }

  private var machine: Machine { graph.machine }

  /// Whether a lead may stay here to answer.
  private func waits(_ state: PlannedState) -> Bool {
    let row = machine.rows[Int(state.id.rawValue)]
    guard !row.isFinal, row.initialChild == nil, !isPassed(row.eventless) else { return false }
    let sent = machine.candidates(for: BuiltInEvent.sent.id, in: state.id)
    guard !isPassed(sent.map { machine.transition(at: $0) }) else { return false }
    return machine.sendsOnEntry(state.id) || state.parent != nil && hasReplies(state)
  }

  private func isPassed(_ arrows: some Sequence<Int>) -> Bool {
    arrows.contains { index in
      machine.transitions[index].guardCondition == nil && machine.transitions[index].alwaysLeaves
    }
  }

  private func hasReplies(_ state: PlannedState) -> Bool {
    (state.node["on"]?.entries ?? []).contains { $0.key.name.hasPrefix("reply.") }
  }

  private func checkSilence(_ waiting: [PlannedState], context: inout LoweringContext) {
    var told = isReported
    for state in waiting where machine.sendsOnEntry(state.id) && !rounds.isLeft(state.id) {
      guard told.insert(state.keyRange).inserted else { continue }
      context.report(
        .endlessWait, .warning, "a lead who does not answer '\(state.name)' stays there for ever",
        at: state.keyRange,
        notes: [
          Diagnostic.Note(
            state.parent == nil
              ? "say what then, as in 'after: { 3d: STATE }'"
              : "say what then, as in 'after: { 3d: { end: silent } }'")
        ])
    }
  }

  // MARK: Answers

  /// A state that waits, and what leads may say there that nothing takes.
  private struct Gap {
    let state: PlannedState
    let intents: [String]
  }

  private func checkAnswers(_ waiting: [PlannedState], context: inout LoweringContext) {
    let likely = likelyReplies
    var runners: [StateID] = []
    var gaps: [StateID: [Gap]] = [:]
    for state in waiting where !isReported.contains(state.keyRange) {
      let untaken = likely.filter { machine.candidates(for: $0.event, in: state.id).isEmpty }
      guard !untaken.isEmpty, let runner = machine.stack(of: state.id).last else { continue }
      if gaps[runner] == nil { runners.append(runner) }
      gaps[runner, default: []].append(Gap(state: state, intents: untaken.map(\.name)))
    }
    var told: Set<SourceRange> = []
    for runner in runners {
      report(gaps[runner] ?? [], in: layout.states[Int(runner.rawValue)], &told, context: &context)
    }
  }

  /// Every intent but those that the engine answers, or that nobody answers: people say all of them at any time.
  private var likelyReplies: [(name: String, event: EventID)] {
    let events = machine.events
    return (0..<events.replyCount).map { events.reply(intent: $0) }.map { (events.name($0), $0) }
      .filter { !EventNames.unwanted.contains($0.0) }
  }

  private func report(
    _ gaps: [Gap], in runner: PlannedState, _ told: inout Set<SourceRange>, context: inout LoweringContext
  ) {
    guard let first = gaps.first else { return }
    let isFlow = first.state.id != runner.id
    // Of several states of one conversation, what the state that runs it does not take is missing once.
    guard 1 < gaps.count, let flow = runner.node["flow"] else {
      guard told.insert(first.state.keyRange).inserted else { return }
      context.report(
        .unhandledReply, .warning,
        "'\(first.state.name)' waits for an answer and does nothing with \(listed(first.intents))",
        at: first.state.keyRange,
        notes: [Diagnostic.Note("to take all that is not named, add 'reply.*: STATE' to its 'on'")]
          + (isFlow
            ? [
              Diagnostic.Note("or to the 'on' of '\(runner.name)', which runs the flow", at: runner.keyRange)
            ] : []))
      return
    }
    context.report(
      .unhandledReply, .warning,
      "while '\(runner.name)' runs the flow '\(flow.text)', nothing takes some of the answers",
      at: flow.range,
      notes: [Diagnostic.Note("add 'reply.*: STATE' to the 'on' of '\(runner.name)'")]
        + gaps.prefix(4).map {
          Diagnostic.Note("'\($0.state.name)' does nothing with \(listed($0.intents))", at: $0.state.keyRange)
        }
        + (4 < gaps.count ? [Diagnostic.Note("and \(gaps.count - 4) more of its states")] : []))
  }

  private func listed(_ names: [String]) -> String {
    let shown = names.prefix(6).joined(separator: ", ")
    return names.count <= 6 ? shown : "\(shown) and \(names.count - 6) more"
  }
}
