import Diagnostics
import Expressions
import WorkflowProgram
import WorkflowSyntax

/// Checks what no single line shows: states nobody comes to, states nobody leaves, rounds that never wait.
struct MachineChecks {
  let program: ClientProgram
  let layout: StateLayout
  let graph: MachineGraph
  /// Keys of states about which an error has been reported: what follows from it is not.
  private var isReported: Set<SourceRange> = []

  var machine: Machine { program.machine }

  init(program: ClientProgram, layout: StateLayout) {
    self.program = program
    self.layout = layout
    graph = MachineGraph(program.machine)
  }

  mutating func run(_ root: YAMLNode, context: inout LoweringContext) {
    // An outcome that leads nowhere is why what it led to is not reached.
    if !checkOutcomes(context: &context) { checkReachability(context: &context) }
    checkDeadEnds(context: &context)
    checkOutcomeNames(ownFile: root.ownFile, context: &context)
    let rounds = SilentRounds(machine, isMoving: program.conditions.map { isMoving($0.expression.slots) })
    isReported.formUnion(
      RoundChecks(rounds: rounds, layout: layout, ownFile: root.ownFile).run(context: &context))
    isReported.formUnion(
      FlowEndChecks(graph: graph, layout: layout, isReported: isReported).run(
        root["flows"], context: &context))
    WaitChecks(
      graph: graph, rounds: rounds, layout: layout, isReported: isReported, ownFile: root.ownFile
    ).run(context: &context)
    TextsAtOnceChecks(graph: graph, rounds: rounds, layout: layout, ownFile: root.ownFile).run(
      context: &context)
    SilencedTextChecks(graph: graph, layout: layout, always: root["always"]).run(context: &context)
    EarlyReadingChecks(program: program, graph: graph).run(context: &context)
  }

  /// Whether a condition may change its mind while a lead says nothing.
  private func isMoving(_ slots: [Int]) -> Bool {
    slots.contains { slot in
      switch program.slots.engineValue(in: slot) {
      case .historySent, .historyUnanswered, .historyDaysSinceContact, .historyDaysSinceReply,
        .historyRefused,
        .now, .status:
        true
      case .quality, .priority, .qualified, .queue, .agent, .campaign, .theme, .replyIntent,
        .replyConfidence, .replyText, .replyIntents, .replyConfidences, .replyLanguage, .replyAnswer,
        .replyEmail,
        .replyPhone, .replyTime, .replyAmount, .replyName, .capturedEmail, .capturedPhone, .capturedTime,
        .capturedAmount,
        .capturedName, .historyReplies, nil:
        false
      }
    }
  }

  private func checkReachability(context: inout LoweringContext) {
    // A state of a flow stands once for each place that runs the flow; one that is reached is enough.
    var reachedRanges: Set<SourceRange> = []
    for state in layout.states where graph.reachable.contains(state.id) {
      reachedRanges.insert(state.keyRange)
    }
    let unreached = layout.states.filter { state in
      !reachedRanges.contains(state.keyRange) && state.parent.map(graph.reachable.contains) ?? true
        && state.name != MachineBuilder.optedOutName && state.name != MachineBuilder.brokenName
    }
    var reported: Set<SourceRange> = []
    // What only such a state leads to is not reached for the same reason.
    for id in graph.origins(of: unreached.map(\.id)) {
      let state = layout.states[Int(id.rawValue)]
      guard reported.insert(state.keyRange).inserted else { continue }
      // `follow_up_2` is no slip of `follow_up_1`.
      let others = layout.siblings(of: state).filter { !isNumberedAlike($0.key, state.name) }
      let near = nearestName(to: state.name, in: others.keys.sorted())
      let meant = near.flatMap { others[$0] }.map { layout.states[Int($0.rawValue)] }
      context.report(
        .unreachableState, .warning, "nothing leads to the state '\(state.name)'", at: state.keyRange,
        notes: meant.map { [Diagnostic.Note("is '\($0.name)' meant?", at: $0.keyRange)] } ?? [])
    }
  }

  private func isNumberedAlike(_ first: String, _ second: String) -> Bool {
    first.filter { !$0.isNumber } == second.filter { !$0.isNumber }
  }

  private mutating func checkDeadEnds(context: inout LoweringContext) {
    for state in layout.states {
      let row = machine[state.id]
      guard !row.isFinal, row.initialChild == nil, state.node["flow"] == nil, !isLeft(state),
        isReported.insert(state.keyRange).inserted
      else { continue }
      let note = Diagnostic.Note(
        state.parent == nil
          ? "write 'final: true' if the journey ends here" : "leave the flow with { end: OUTCOME }")
      if state.parent == nil, !graph.edges[Int(state.id.rawValue)].isEmpty {
        // What is in `always:` is for people: they may set a status, or give a conversation back.
        guard state.node["on"] == nil, state.node["after"] == nil, state.node["then"] == nil else { continue }
        context.report(
          .deadEnd, .warning, "only a person's hand leads out of the state '\(state.name)'",
          at: state.keyRange, notes: [note])
      } else {
        context.report(
          .deadEnd, "nothing leaves the state '\(state.name)'", at: state.keyRange, notes: [note])
      }
    }
  }

  /// Whether an arrow of its own, or of a state around it, leaves a state.
  private func isLeft(_ state: PlannedState) -> Bool {
    machine.stack(of: state.id).contains { graph.isLeft[Int($0.rawValue)] }
  }

  /// A name that a file waits for in vain and that is nearly an outcome; others may be for flows of other clients.
  private func checkOutcomeNames(ownFile: SourceFileID?, context: inout LoweringContext) {
    var reported: Set<SourceRange> = []
    for state in layout.states {
      for entry in state.node["on"]?.entries ?? [] where entry.key.range.file == ownFile {
        guard entry.key.name.hasPrefix("end."), entry.key.name != "end.*" else { continue }
        let outcome = String(entry.key.name.dropFirst(4))
        let known = outcomes(of: state.node["flow"] == nil ? nil : state.id)
        guard !known.contains(outcome), let near = nearestName(to: outcome, in: known),
          reported.insert(entry.key.range).inserted
        else { continue }
        context.report(
          .neverMatches, .warning,
          state.node["flow"] == nil
            ? "'\(entry.key.name)' never comes; '\(state.name)' runs no flow"
            : "'\(entry.key.name)' never comes; the flow of '\(state.name)' does not end so",
          at: entry.key.range,
          fixIts: [
            Diagnostic.FixIt("replace with 'end.\(near)'", replace: entry.key.range, with: "end.\(near)")
          ])
      }
    }
  }

  /// The names by which the flow ends that a state runs, or any flow at all, sorted.
  private func outcomes(of state: StateID?) -> [String] {
    var names: Set<String> = []
    for transition in machine.transitions {
      guard case .end(let outcome) = transition.target, let source = transition.source,
        let parent = machine[source].parent, state == nil || parent == state
      else { continue }
      names.insert(String(machine.events.name(outcome).dropFirst(4)))
    }
    return names.sorted()
  }

  /// Every way a flow can end must lead somewhere from the state that runs it.
  ///
  /// - Returns: Whether there was one that does not.
  private func checkOutcomes(context: inout LoweringContext) -> Bool {
    var reported: Set<String> = []
    for transition in machine.transitions {
      guard case .end(let outcome) = transition.target, let source = transition.source,
        let parent = machine[source].parent, machine.candidates(for: outcome, in: parent).isEmpty
      else { continue }
      let name = machine.events.name(outcome)
      guard reported.insert("\(parent.rawValue) \(name)").inserted else { continue }
      let runner = layout.states[Int(parent.rawValue)]
      let ending = layout.states[Int(source.rawValue)]
      let awaited = (runner.node["on"]?.entries ?? []).map(\.key.name).filter { $0.hasPrefix("end.") }
      let meant = nearestName(to: name, in: awaited).map { "; is '\($0.dropFirst(4))' meant?" }
      context.report(
        .deadEnd,
        "the flow '\(machine[source].flow ?? "")' can end with '\(name.dropFirst(4))', and '\(runner.name)' does not say what then",
        at: runner.node["flow"]?.range ?? runner.keyRange,
        notes: [
          Diagnostic.Note("add '\(name): STATE' to the 'on' of '\(runner.name)'"),
          Diagnostic.Note("'\(ending.name)' ends it so\(meant ?? "")", at: ending.keyRange),
        ])
    }
    return !reported.isEmpty
  }
}
