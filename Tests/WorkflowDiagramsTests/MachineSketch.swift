import WorkflowProgram

/// A machine written down as an author would, for tests; made into tables like the compiler does.
struct MachineSketch {
  /// Where a rule leads.
  struct Rule {
    enum Target { case to(String), end(String), stay }
    var target: Target
    var when: Int?
    var actions: [Instruction] = []
  }

  struct State {
    var name: String
    var status: LeadStatus?
    var entry: [Instruction] = []
    var then: [Rule] = []
    /// Event and rule; `reply.*` stands for all replies that have no rule of their own.
    var on: [(String, Rule)] = []
    /// Delay and rule.
    var after: [(String, Rule)] = []
    var flow: String?
    var isFinal = false
  }

  var intents: [String]
  /// Other events than replies and the built-in ones.
  var signals: [String] = []
  var states: [State]
  /// States by flow, the first state first.
  var flows: [String: [State]] = [:]
  var always: [(String, Rule)] = []
  var optedOut: String
  var broken: String

  func machine() -> Machine {
    var tables = Tables(sketch: self)
    tables.lay(states, flow: nil, parent: nil, prefix: "")
    return tables.machine()
  }
}

/// A machine's tables as they grow.
private struct Tables {
  let sketch: MachineSketch
  let events: EventTable
  var states: [(state: MachineSketch.State, flow: String?, parent: Int?, path: String, first: Int?)] = []
  var transitions: [Transition] = []
  var instructions: [Instruction] = []
  var timers: [TimerRule] = []
  /// By path.
  var numbers: [String: Int] = [:]
  var line = 0

  init(sketch: MachineSketch) {
    self.sketch = sketch
    let builtIn = BuiltInEvent.allCases.map(\.name)
    events = EventTable(
      names: builtIn + sketch.intents.map { "reply.\($0)" } + sketch.signals, firstReply: builtIn.count,
      replyCount: sketch.intents.count)
  }

  /// Gives the states of a level their numbers; those inside a flow come after all of them.
  mutating func lay(_ level: [MachineSketch.State], flow: String?, parent: Int?, prefix: String) {
    let first = states.count
    for state in level {
      numbers[prefix + state.name] = states.count
      states.append((state, flow, parent, prefix + state.name, nil))
    }
    for (offset, state) in level.enumerated() {
      guard let inner = state.flow, let members = sketch.flows[inner] else { continue }
      states[first + offset].first = states.count
      lay(members, flow: inner, parent: first + offset, prefix: "\(prefix)\(state.name)/")
    }
  }

  mutating func add(_ added: [Instruction]) -> Range<Int> {
    instructions += added
    return (instructions.count - added.count)..<instructions.count
  }

  func place() -> Place { Place(file: 0, line: line, column: 1) }

  mutating func add(_ rule: MachineSketch.Rule, _ trigger: Transition.Trigger, from source: Int?) {
    let prefix = source.map { String(states[$0].path.dropLast(states[$0].state.name.count)) } ?? ""
    let target: Transition.Target
    switch rule.target {
    case .to(let name):
      target = .state(StateID(rawValue: UInt16(numbers[prefix + name] ?? numbers[name] ?? 0)))
    case .end(let outcome): target = .end(events.event(named: "end.\(outcome)") ?? EventID(rawValue: 0))
    case .stay: target = .stay
    }
    let actions = add(rule.actions)
    transitions.append(
      Transition(
        source: source.map { StateID(rawValue: UInt16($0)) }, trigger: trigger,
        guardCondition: rule.when.map(ConditionID.init(index:)), target: target, actions: actions,
        place: place()))
  }

  mutating func add(_ rules: [(String, MachineSketch.Rule)], from source: Int?) {
    let apart = Set(rules.map(\.0) + ["reply.auto_reply", "reply.opt_out"])
    for (name, rule) in rules {
      line += 1
      let isFamily = name.hasSuffix(".*")
      let names =
        isFamily ? events.names.filter { $0.hasPrefix(name.dropLast()) && !apart.contains($0) } : [name]
      for name in names {
        add(rule, .event(events.event(named: name) ?? EventID(rawValue: 0)), from: source)
      }
    }
  }

  mutating func machine() -> Machine {
    var rows: [MachineState] = []
    for (number, entry) in states.enumerated() {
      let state = entry.state
      line += 1
      let statePlace = place()
      let actions = add(state.entry)
      add(state.on, from: number)
      let firstTimer = timers.count
      for (label, rule) in state.after {
        line += 1
        timers.append(
          TimerRule(
            state: StateID(rawValue: UInt16(number)), delayMilliseconds: 1, label: label, place: place()))
        add(rule, .timer(timers.count - 1), from: number)
      }
      let firstEventless = transitions.count
      for rule in state.then {
        line += 1
        add(rule, .eventless, from: number)
      }
      rows.append(
        MachineState(
          path: entry.path, name: state.name, flow: entry.flow,
          parent: entry.parent.map { StateID(rawValue: UInt16($0)) },
          depth: entry.path.count { $0 == "/" }, status: state.status, entry: actions,
          eventless: firstEventless..<transitions.count, timers: firstTimer..<timers.count,
          timersStartAfterSend: false, initialChild: entry.first.map { StateID(rawValue: UInt16($0)) },
          isFinal: state.isFinal, place: statePlace))
    }
    let firstAlways = transitions.count
    add(sketch.always, from: nil)
    return Machine(
      events: events, states: rows, transitions: transitions, always: Array(firstAlways..<transitions.count),
      instructions: instructions, timers: timers, reasons: ["a person should answer"],
      initial: StateID(rawValue: 0), optedOut: StateID(rawValue: UInt16(numbers[sketch.optedOut] ?? 0)),
      broken: StateID(rawValue: UInt16(numbers[sketch.broken] ?? 0)))
  }
}

extension MachineSketch.Rule {
  static func to(_ state: String, when: Int? = nil, do actions: [Instruction] = []) -> Self {
    Self(target: .to(state), when: when, actions: actions)
  }
  static func end(_ outcome: String, when: Int? = nil) -> Self { Self(target: .end(outcome), when: when) }
  static func stay(do actions: [Instruction] = []) -> Self { Self(target: .stay, actions: actions) }
}
