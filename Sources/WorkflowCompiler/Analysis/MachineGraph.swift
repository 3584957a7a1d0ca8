import WorkflowProgram

/// A machine's arrows as a graph over states, for the checks that walk it.
struct MachineGraph {
  let machine: Machine
  /// For each state, where one event may lead and by which transition.
  let edges: [[Edge]]

  struct Edge {
    let transition: Int
    let target: StateID
    /// Taken at once or when our own doing is reported, without waiting for the lead, a person or a timer.
    let isImmediate: Bool
    let isEventless: Bool
  }

  init(_ machine: Machine) {
    self.machine = machine
    var edges: [[Edge]] = Array(repeating: [], count: machine.states.count)
    for (index, transition) in machine.transitions.enumerated() {
      let isEventless = transition.trigger == .eventless
      let isImmediate = isEventless || Self.isOurOwnDoing(transition.trigger, machine)
      let sources = transition.source.map { [$0] } ?? Self.openStates(machine)
      for source in sources {
        for target in Self.targets(of: transition, from: source, machine) {
          edges[Int(source.rawValue)].append(
            Edge(
              transition: index, target: target, isImmediate: isImmediate, isEventless: isEventless))
        }
      }
    }
    self.edges = edges
  }

  private static func openStates(_ machine: Machine) -> [StateID] {
    machine.states.indices.filter { machine.states[$0].depth == 0 && !machine.states[$0].isFinal }
      .map { StateID(rawValue: UInt16($0)) }
  }

  private static func targets(
    of transition: Transition, from source: StateID, _ machine: Machine
  ) -> [StateID] {
    switch transition.target {
    case .state(let target): return [target]
    // What is resumed was reached before.
    case .stay, .resume: return []
    case .end(let outcome):
      guard let parent = machine[source].parent else { return [] }
      return machine.candidates(for: outcome, in: parent).flatMap { candidate -> [StateID] in
        let taken = machine.transitions[machine.transition(at: candidate)]
        return targets(of: taken, from: taken.source ?? parent, machine)
      }
    }
  }

  private static func isOurOwnDoing(_ trigger: Transition.Trigger, _ machine: Machine) -> Bool {
    guard case .event(let event) = trigger, let builtIn = BuiltInEvent(rawValue: event.rawValue) else {
      return false
    }
    switch builtIn {
    case .sent, .delivered, .failed, .numberInvalid, .approved, .traceFound, .traceMissed, .traceFailed,
      .imported:
      return true
    case .rejected, .timer, .takenOver, .handedBack: return false
    }
  }

  /// States that some lead may come to, with those around them.
  func reachable() -> Set<StateID> {
    var seen: Set<StateID> = []
    var pending = [machine.initial, machine.optedOut, machine.broken]
    while let state = pending.popLast() {
      for level in machine.stack(of: state) where seen.insert(level).inserted {
        pending += edges[Int(level.rawValue)].map(\.target)
        if let child = machine[level].initialChild { pending.append(child) }
      }
    }
    return seen
  }

  /// The first cycle made only of edges that `isIncluded` admits, as its states in order; `nil` when there is none.
  func cycle(where isIncluded: (Edge) -> Bool) -> [StateID]? {
    enum Mark { case unseen, open, done }
    var marks = Array(repeating: Mark.unseen, count: machine.states.count)
    for start in machine.states.indices where marks[start] == .unseen {
      var path: [(state: Int, next: Int)] = [(start, 0)]
      marks[start] = .open
      while let (state, next) = path.last {
        let following = steps(from: state, isIncluded)
        guard next < following.count else {
          marks[state] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = following[next]
        switch marks[target] {
        case .done: break
        case .unseen:
          marks[target] = .open
          path.append((target, 0))
        case .open:
          let first = path.firstIndex { $0.state == target } ?? 0
          return path[first...].map { StateID(rawValue: UInt16($0.state)) }
        }
      }
    }
    return nil
  }

  /// Where a state leads by admitted edges, its own flow's first state included.
  private func steps(from state: Int, _ isIncluded: (Edge) -> Bool) -> [Int] {
    var steps = edges[state].filter(isIncluded).map { Int($0.target.rawValue) }
    if let child = machine.states[state].initialChild { steps.append(Int(child.rawValue)) }
    return steps
  }
}
