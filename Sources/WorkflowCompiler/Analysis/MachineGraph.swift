import WorkflowProgram

/// A machine's arrows as a graph over states, for the checks that walk it.
struct MachineGraph {
  let machine: Machine
  /// For each state, where its own arrows and, at the top, those of `always:` may lead.
  let edges: [[StateID]]
  /// States that some lead may come to, with those around them.
  let reachable: StateSet
  /// For each state, whether an arrow of its own leaves it; one that waits for an outcome is its flow's affair.
  let isLeft: [Bool]

  init(_ machine: Machine) {
    self.machine = machine
    var edges: [[StateID]] = Array(repeating: [], count: machine.states.count)
    let open = machine.states.indices.filter { machine.states[$0].depth == 0 && !machine.states[$0].isFinal }
      .map { StateID(rawValue: UInt16($0)) }
    var isLeft = Array(repeating: false, count: machine.states.count)
    for transition in machine.transitions {
      if let source = transition.source, transition.leaves(source), !machine.isOutcome(transition.trigger) {
        isLeft[Int(source.rawValue)] = true
      }
      if let source = transition.source {
        machine.addTargets(of: transition, from: source, to: &edges[Int(source.rawValue)])
      } else {
        for source in open {
          machine.addTargets(of: transition, from: source, to: &edges[Int(source.rawValue)])
        }
      }
    }
    self.edges = edges
    self.isLeft = isLeft
    reachable = Self.closure(from: [machine.initial, machine.optedOut, machine.broken], machine, edges)
  }

  /// The states that a lead may come to from some states, with those around them.
  func closure(from starts: [StateID]) -> StateSet { Self.closure(from: starts, machine, edges) }

  /// The first of some states for each part of the machine that only they lead to: from those, a lead may come to all.
  ///
  /// No state of the result leads to another of it.
  func origins(of states: [StateID]) -> [StateID] {
    var seen = StateSet(count: machine.states.count)
    var candidates: [StateID] = []
    for state in states where !seen.contains(state) {
      candidates.append(state)
      Self.spread(from: [state], over: &seen, machine, edges)
    }
    // What a later one leads to was not known when an earlier one was taken.
    seen = StateSet(count: machine.states.count)
    var origins: [StateID] = []
    for state in candidates.reversed() where !seen.contains(state) {
      origins.append(state)
      Self.spread(from: [state], over: &seen, machine, edges)
    }
    return origins.reversed()
  }

  private static func closure(
    from starts: [StateID], _ machine: Machine, _ edges: [[StateID]]
  ) -> StateSet {
    var seen = StateSet(count: machine.states.count)
    spread(from: starts, over: &seen, machine, edges)
    return seen
  }

  private static func spread(
    from starts: [StateID], over seen: inout StateSet, _ machine: Machine, _ edges: [[StateID]]
  ) {
    var pending = starts
    while let state = pending.popLast() {
      var level: StateID? = state
      while let current = level, seen.insert(current) {
        let row = machine.rows[Int(current.rawValue)]
        pending += edges[Int(current.rawValue)]
        if let child = row.initialChild { pending.append(child) }
        level = row.parent
      }
    }
  }
}

/// Some of a machine's states.
struct StateSet {
  private var members: [Bool]

  init(count: Int) { members = Array(repeating: false, count: count) }

  func contains(_ state: StateID) -> Bool { members[Int(state.rawValue)] }

  /// - Returns: Whether it was not in the set before.
  mutating func insert(_ state: StateID) -> Bool {
    defer { members[Int(state.rawValue)] = true }
    return !members[Int(state.rawValue)]
  }
}

extension Transition {
  /// Whether it leads somewhere else whenever it is tried, its condition aside.
  var alwaysLeaves: Bool {
    switch target {
    case .state, .end: true
    case .stay, .resume: false
    }
  }

  /// Whether it leads away from a state, rather than staying or coming back to it.
  fileprivate func leaves(_ state: StateID) -> Bool {
    switch target {
    case .state(let target): target != state
    case .end, .resume: true
    case .stay: false
    }
  }
}

extension Machine {
  /// Whether what an arrow waits for is the end of a flow.
  func isOutcome(_ trigger: Transition.Trigger) -> Bool {
    guard case .event(let event) = trigger else { return false }
    return events.name(event).hasPrefix("end.")
  }

  /// Adds the states an arrow may lead to when it is taken from a state; none when it stays.
  func addTargets(of transition: Transition, from source: StateID, to targets: inout [StateID]) {
    switch transition.target {
    case .state(let target): targets.append(target)
    // What is resumed was reached before.
    case .stay, .resume: break
    case .end(let outcome):
      guard let parent = rows[Int(source.rawValue)].parent else { return }
      for candidate in candidates(for: outcome, in: parent) {
        let taken = transitions[self.transition(at: candidate)]
        addTargets(of: taken, from: taken.source ?? parent, to: &targets)
        if taken.guardCondition == nil { break }
      }
    }
  }

  /// Whether a state's entry sends a text.
  func sendsOnEntry(_ state: StateID) -> Bool {
    instructions[rows[Int(state.rawValue)].entry].contains(where: \.sendsText)
  }
}
