import WorkflowProgram

/// Side questions: a flow is left by an arrow from around it, and taken up again where it was.
extension StepRun {
  /// Remembers where a flow was when an arrow of a state around it leaves it.
  func remember(leavingBy transition: Transition, _ state: inout LeadState) {
    guard program.machine.resumes else { return }
    let depth = transition.source.map { stateRow($0).depth } ?? -1
    if depth < stateRow(state.state).depth { state.interrupted = state.state }
  }

  /// Who waits outside of every flow has no question left open.
  func forgetInterrupted(_ state: inout LeadState) {
    if stateRow(state.state).depth == 0 { state.interrupted = nil }
  }

  /// Goes back to the interrupted state: nothing is said or done again, and its timers begin anew.
  mutating func resume(_ actions: Range<Int>, _ state: inout LeadState, _ output: inout StepOutput) {
    guard let target = state.interrupted else { return }
    state.interrupted = nil
    leave(downTo: 0, &state, &output)
    run(actions, &state, &output)
    for level in program.machine.stack(of: target).reversed() {
      entered += 1
      guard entered <= ClientProgram.stepLimit, state.entries < .max else {
        return breakDown(&state, &output)
      }
      state.state = level
      state.entries += 1
      state.levelEntries[stateRow(level).depth] = state.entries
      ordinal = 0
      output.transitions += 1
      note(.entered(level), in: &output)
      if !state.flags.contains(.held) { startTimers(of: level, &state, &output) }
    }
    state.flags.remove(.ended)
  }
}
