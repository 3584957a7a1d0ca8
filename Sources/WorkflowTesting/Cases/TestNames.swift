import WorkflowProgram

/// The names of one workflow that a test may use.
struct TestNames {
  /// Every state by path, and every end of one.
  let states: Set<String>
  /// `library.name` of all templates that the workflow's rules use.
  let templates: [String]
  let libraries: Set<String>
  /// Events that a step may bring about by name.
  let events: [String]

  init(_ program: ClientProgram) {
    var states: Set<String> = []
    for state in program.machine.states {
      var path = state.path[...]
      states.insert(String(path))
      while let slash = path.firstIndex(of: "/") {
        path = path[path.index(after: slash)...]
        states.insert(String(path))
      }
    }
    self.states = states
    templates = program.messages.templates.map(\.reference)
    libraries = Set(program.messages.templates.map(\.library))
    let table = program.machine.events
    let answers = ["imported", "timer"]
    events =
      table.names.indices.filter { !table.isReply(EventID(rawValue: UInt16($0))) }
      .map { table.names[$0] }.filter { !answers.contains($0) && !$0.hasPrefix("end.") }
  }

  /// The names of a decision, without `none`.
  static func choices(_ choice: Expectation.Choice, of program: ClientProgram) -> [String] {
    let decisions = program.decisions
    return switch choice {
    case .queue: decisions.queues.names
    case .agent: decisions.agents.map(\.name)
    case .campaign: decisions.campaigns.map(\.name)
    case .recommend: decisions.recommendations.names
    case .assignment: decisions.assignmentTypes.names
    }
  }
}
