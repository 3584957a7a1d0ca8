/// The compiled statechart of one workflow: flat tables, indexed by small integers, immutable.
///
/// Invariants, made by the compiler and relied on here: every index is in range; eventless arrows form no
/// cycle that can always be taken; a state's parent has a smaller number than the state.
public struct Machine: Sendable {
  public let events: EventTable
  public let states: [MachineState]
  /// `states` again, without words: what a step reads, trivial to copy.
  public let rows: [StateRow]
  public let transitions: [Transition]
  public let instructions: [Instruction]
  public let timers: [TimerRule]
  /// Whether any arrow resumes what was interrupted.
  public let resumes: Bool
  /// Reasons of hand-overs, as written.
  public let reasons: [String]
  /// Where every lead begins.
  public let initial: StateID
  /// Where a lead ends that asked us to stop, whatever the YAML says about replies.
  public let optedOut: StateID
  /// Where a lead ends that broke a bound of the engine.
  public let broken: StateID

  /// `dispatch[state * events.count + event]` is the stretch of `candidates` to try, in order: the state's
  /// own arrows, then those of the states around it, then `always:`.
  private let dispatch: [Stretch]
  private let candidates: [UInt16]
  /// For each timer, its arrows in file order.
  private let timerStretches: [Stretch]

  /// A part of `candidates`.
  private struct Stretch: Sendable {
    var start: UInt32 = 0
    var count: UInt32 = 0
  }

  /// A transition by the event that may take it.
  private struct Arrow {
    let event: Int
    let transition: UInt16
  }

  /// The deepest nesting of flows; a flow that would go deeper does not compile.
  public static let depthLimit = 8
  /// The most states, flows laid out; more are a mistake of flows that multiply.
  public static let stateLimit = 20_000
  /// The most events: intents, outcomes and signals, beside those of every machine.
  public static let eventLimit = 4_096
  /// The most arrows, counted where flows are laid out: they are numbered in two bytes.
  public static let transitionLimit = 65_535
  /// The most timers: numbered in two bytes, of which a simulation keeps some values for other events.
  public static let timerLimit = 0xFF00
  /// The most texts that one list of actions sends: those of an entry and of the arrows that lead on from it out of
  /// `depthLimit` flows are numbered in one byte together.
  public static let textsInListLimit = 16
  /// The most actions of one list.
  public static let actionLimit = 256
  /// The most fields of the table from state and event to arrows, and the most arrows named there.
  public static let tableLimit = 8_000_000

  /// How many fields and arrows the table from state and event to arrows would have.
  ///
  /// - Parameters:
  ///   - parents: For each state the number of the one around it, which is smaller.
  ///   - arrows: For each state how many arrows on events are its own.
  ///   - everywhere: How many arrows are of no state.
  public static func tableSize(
    events: Int, parents: [StateID?], arrows: [Int], everywhere: Int
  ) -> Int {
    var totals: [Int] = []
    for (parent, own) in zip(parents, arrows) {
      let around = parent.map { totals[Int($0.rawValue)] } ?? everywhere
      totals.append(own + around)
    }
    return max(parents.count * events, totals.reduce(0, +))
  }

  public init(
    events: EventTable, states: [MachineState], transitions: [Transition], always: [Int],
    instructions: [Instruction], timers: [TimerRule], reasons: [String], initial: StateID,
    optedOut: StateID, broken: StateID
  ) {
    self.events = events
    self.states = states
    rows = states.map(StateRow.init)
    self.transitions = transitions
    resumes = transitions.contains { $0.target == .resume }
    self.instructions = instructions
    self.timers = timers
    self.reasons = reasons
    self.initial = initial
    self.optedOut = optedOut
    self.broken = broken

    var own: [[Arrow]] = Array(repeating: [], count: states.count)
    var ofTimer: [[UInt16]] = Array(repeating: [], count: timers.count)
    for (index, transition) in transitions.enumerated() {
      switch transition.trigger {
      case .event(let event):
        guard let source = transition.source else { continue }
        own[Int(source.rawValue)].append(Arrow(event: Int(event.rawValue), transition: UInt16(index)))
      case .timer(let timer): ofTimer[timer].append(UInt16(index))
      case .eventless: break
      }
    }
    var everywhere: [Arrow] = []
    for index in always {
      if case .event(let event) = transitions[index].trigger {
        everywhere.append(Arrow(event: Int(event.rawValue), transition: UInt16(index)))
      }
    }

    var candidates: [UInt16] = []
    var dispatch = Array(repeating: Stretch(), count: states.count * events.count)
    var arrows: [Arrow] = []
    for state in rows.indices {
      // In the order they are tried; then counted out by event.
      arrows.removeAll(keepingCapacity: true)
      var level: StateID? = StateID(rawValue: UInt16(state))
      while let current = level {
        arrows += own[Int(current.rawValue)]
        level = rows[Int(current.rawValue)].parent
      }
      arrows += everywhere
      let row = state * events.count
      for arrow in arrows { dispatch[row + arrow.event].count += 1 }
      var start = candidates.count
      for event in row..<row + events.count {
        dispatch[event].start = UInt32(start)
        start += Int(dispatch[event].count)
        dispatch[event].count = 0
      }
      candidates += repeatElement(0, count: arrows.count)
      for arrow in arrows {
        let stretch = dispatch[row + arrow.event]
        candidates[Int(stretch.start + stretch.count)] = arrow.transition
        dispatch[row + arrow.event].count += 1
      }
    }
    var timerStretches: [Stretch] = []
    for arrows in ofTimer {
      timerStretches.append(Stretch(start: UInt32(candidates.count), count: UInt32(arrows.count)))
      candidates += arrows
    }
    self.dispatch = dispatch
    self.candidates = candidates
    self.timerStretches = timerStretches
  }

  public subscript(state: StateID) -> MachineState { states[Int(state.rawValue)] }

  /// Where the arrows stand that an event may take from a state, in the order they are tried;
  /// `transition(at:)` gives each.
  public func candidates(for event: EventID, in state: StateID) -> Range<Int> {
    let stretch = dispatch[Int(state.rawValue) * events.count + Int(event.rawValue)]
    return Int(stretch.start)..<Int(stretch.start + stretch.count)
  }

  /// Where the arrows of a timer stand, in file order.
  public func candidates(forTimer timer: Int) -> Range<Int> {
    let stretch = timerStretches[timer]
    return Int(stretch.start)..<Int(stretch.start + stretch.count)
  }

  /// The row of `transitions` that a candidate is.
  public func transition(at candidate: Int) -> Int { Int(candidates[candidate]) }

  /// Whether `member` is the state itself or one around it.
  public func stack(of state: StateID, contains member: StateID) -> Bool {
    var level: StateID? = state
    while let current = level {
      if current == member { return true }
      level = rows[Int(current.rawValue)].parent
    }
    return false
  }

  /// The state itself and those around it, innermost first.
  public func stack(of state: StateID) -> [StateID] {
    var stack = [state]
    while let parent = rows[Int(stack[stack.count - 1].rawValue)].parent { stack.append(parent) }
    return stack
  }
}
