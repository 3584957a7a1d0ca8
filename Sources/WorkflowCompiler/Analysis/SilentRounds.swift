import WorkflowProgram

/// Where leads are led while they say nothing: by conditions, by reports on our own texts, and by timers.
///
/// Only innermost states count, and of an event's arrows only those that can be reached: what stands in a state
/// hides what stands around it, as it does when a lead is moved.
struct SilentRounds {
  let machine: Machine
  /// For each state, where it leads.
  private let steps: [[Step]]
  /// For each state, whether its entry sends a text.
  private let sends: [Bool]
  /// For each state, whether it leads back to where a conversation was interrupted.
  private let resumes: [Bool]

  struct Step {
    let target: Int
    let pace: Pace
    /// A text goes out on the way.
    let sends: Bool
    /// A condition on what has passed, or on the clock, decides about it: it is not taken for ever.
    var isBounded = false
    /// It is taken only when a text could not be sent.
    var isFailure = false
    /// A person has the conversation from here on, or nobody: the machine sends no more.
    var handsOver = false
  }

  /// What a step waits for.
  enum Pace: Int, Comparable {
    case nothing, report, timer
    static func < (first: Pace, second: Pace) -> Bool { first.rawValue < second.rawValue }
  }

  /// - Parameter isMoving: Whether a condition's answer changes while a lead is silent, by `ConditionID`.
  init(_ machine: Machine, isMoving: [Bool]) {
    self.machine = machine
    let reader = StepReader(machine: machine, isMoving: isMoving)
    steps = machine.states.indices.map { reader.steps(from: StateID(rawValue: UInt16($0))) }
    var resumes = Array(repeating: false, count: machine.states.count)
    for transition in machine.transitions where transition.target == .resume {
      if let source = transition.source { resumes[Int(source.rawValue)] = true }
    }
    self.resumes = resumes
    let sending = machine.instructions.map(\.sendsText)
    sends = machine.rows.map { sending[$0.entry].contains(true) }
  }

  /// Whether a state is left, in silence, by something other than a failure.
  func isLeft(_ state: StateID) -> Bool {
    resumes[Int(state.rawValue)] || steps[Int(state.rawValue)].contains { !$0.isFailure }
  }

  /// The states that say something when a state is entered, it or those it leads to at once, with the way there.
  ///
  /// - Returns: The first state that sends, and the next behind it; `nil` when fewer than two do.
  func texts(onEntryOf state: StateID, afterOne isSecond: Bool) -> (sender: StateID, from: StateID)? {
    var seen: Set<Int> = []
    var pending: [(state: Int, first: StateID?)] = [(Int(state.rawValue), isSecond ? state : nil)]
    while let (state, earlier) = pending.popLast() {
      guard seen.insert(state).inserted else { continue }
      var first = earlier
      let id = StateID(rawValue: UInt16(state))
      if sends[state] {
        if let first { return (id, first) }
        first = id
      }
      // Behind a hand-over nothing is sent; SilencedTextChecks tells that.
      for step in steps[state] where step.pace == .nothing && !step.handsOver {
        if step.sends, let first { return (StateID(rawValue: UInt16(step.target)), first) }
        pending.append((step.target, step.sends ? id : first))
      }
    }
    return nil
  }

  /// Every set of states that lead to each other round and round by the steps admitted.
  func rounds(where isIncluded: (Step) -> Bool) -> [[Int]] {
    StrongComponents(count: steps.count) { node in
      steps[node].compactMap { isIncluded($0) ? $0.target : nil }
    }.rounds
  }

  /// One way round that sends a text, as states in order; `nil` when none does.
  func sendingRound(in round: [Int], where isIncluded: (Step) -> Bool) -> [StateID]? {
    let members = Set(round)
    for state in round.sorted() {
      let isSender = sends[state]
      for step in steps[state] where isIncluded(step) && members.contains(step.target) {
        guard isSender || step.sends else { continue }
        if let way = way(from: step.target, to: state, members, isIncluded) {
          return ([state] + way.dropLast()).map { StateID(rawValue: UInt16($0)) }
        }
      }
    }
    return nil
  }

  /// One way round.
  func round(through round: [Int], where isIncluded: (Step) -> Bool) -> [StateID] {
    guard let state = round.min() else { return [] }
    let members = Set(round)
    for step in steps[state] where isIncluded(step) && members.contains(step.target) {
      if let way = way(from: step.target, to: state, members, isIncluded) {
        return ([state] + way.dropLast()).map { StateID(rawValue: UInt16($0)) }
      }
    }
    return round.map { StateID(rawValue: UInt16($0)) }
  }

  /// The shortest way, both ends included.
  private func way(from start: Int, to end: Int, _ members: Set<Int>, _ isIncluded: (Step) -> Bool) -> [Int]?
  {
    var before: [Int: Int] = [start: start]
    var pending = [start]
    var next = 0
    while next < pending.count {
      let state = pending[next]
      next += 1
      if state == end {
        var way = [end]
        while let last = way.last, last != start, let earlier = before[last] { way.append(earlier) }
        return way.reversed()
      }
      for step in steps[state] where isIncluded(step) && members.contains(step.target) {
        if before[step.target] == nil {
          before[step.target] = state
          pending.append(step.target)
        }
      }
    }
    return nil
  }
}

/// Reads the steps of one state after another.
private struct StepReader {
  let machine: Machine
  let isMoving: [Bool]

  func steps(from state: StateID) -> [SilentRounds.Step] {
    let row = machine.rows[Int(state.rawValue)]
    guard !row.isFinal else { return [] }
    if let child = row.initialChild {
      return [SilentRounds.Step(target: Int(child.rawValue), pace: .nothing, sends: false)]
    }
    var steps: [SilentRounds.Step] = []
    if add(row.eventless, .nothing, from: state, &steps) { return steps }
    for event in Self.reports {
      let candidates = machine.candidates(for: event.id, in: state)
      guard !candidates.isEmpty else { continue }
      _ = add(
        candidates.map { machine.transition(at: $0) }, .report, from: state,
        isFailure: event == .failed || event == .numberInvalid,
        &steps)
    }
    var level: StateID? = state
    while let current = level {
      addTimers(of: current, &steps)
      level = machine.rows[Int(current.rawValue)].parent
    }
    return steps
  }

  /// What we, a provider or our own approval bring about without the lead.
  private static let reports: [BuiltInEvent] = BuiltInEvent.allCases.filter { event in
    switch event {
    case .sent, .delivered, .failed, .numberInvalid, .approved, .traceFound, .traceMissed, .traceFailed,
      .imported:
      true
    case .rejected, .timer, .takenOver, .handedBack, .optedIn: false
    }
  }

  /// Of several timers the shortest rings first, and what always leaves the state lets no other ring.
  private func addTimers(of state: StateID, _ steps: inout [SilentRounds.Step]) {
    let rules = machine.rows[Int(state.rawValue)].timers
    guard !rules.isEmpty else { return }
    let byDelay =
      rules.count == 1
      ? [rules.lowerBound]
      : rules.sorted { machine.timers[$0].delayMilliseconds < machine.timers[$1].delayMilliseconds }
    for rule in byDelay {
      let arrows = machine.candidates(forTimer: rule).map { machine.transition(at: $0) }
      if add(arrows, .timer, from: state, &steps) { return }
    }
  }

  /// Adds where arrows lead that are tried in order.
  ///
  /// - Returns: Whether the state is left in any case.
  private func add(
    _ arrows: some Sequence<Int>, _ pace: SilentRounds.Pace, from state: StateID, isFailure: Bool = false,
    _ steps: inout [SilentRounds.Step]
  ) -> Bool {
    let isOver = handsOver(machine.rows[Int(state.rawValue)].entry)
    var isBounded = false
    var targets: [StateID] = []
    for index in arrows {
      let transition = machine.transitions[index]
      if let condition = transition.guardCondition, isMoving[condition.index] { isBounded = true }
      let sends = machine.instructions[transition.actions].contains(where: \.sendsText)
      let handsOver = isOver || handsOver(transition.actions)
      targets.removeAll(keepingCapacity: true)
      machine.addTargets(of: transition, from: transition.source ?? state, to: &targets)
      for target in targets {
        steps.append(
          SilentRounds.Step(
            target: Int(target.rawValue), pace: pace, sends: sends, isBounded: isBounded,
            isFailure: isFailure, handsOver: handsOver))
      }
      guard transition.guardCondition == nil else { continue }
      switch transition.target {
      case .stay: return false
      case .state, .end: return true
      case .resume: continue  // Only where something was interrupted.
      }
    }
    return false
  }

  private func handsOver(_ actions: Range<Int>) -> Bool {
    machine.instructions[actions].contains { instruction in
      switch instruction {
      case .escalate, .suppress: true
      case .normalize, .skipTrace, .score, .enqueue, .assign, .draft, .requestApproval, .send, .say, .speak,
        .notify, .handOff, .dropNumber:
        false
      }
    }
  }
}
