public import WorkflowProgram

/// Why a person takes over.
public enum HandOverReason: Hashable, Sendable {
  /// A rule of the workflow says so; indexes `Machine.reasons`.
  case rule(Int)
  /// The persona does not answer this intent by itself; both by number.
  case persona(agent: Int, intent: Int)
  /// The lead may have asked for silence, which no machine should guess about.
  case doubtfulOptOut
  /// The machine went through more states in one event than it may.
  case ranAway

  /// One phrase, in the workflow's words where it has some.
  public func words(in program: ClientProgram) -> String {
    switch self {
    case .rule(let reason): program.machine.reasons[reason]
    case .persona(let agent, let intent):
      "\(program.intents[intent]), which \(program.messages.speakers[agent].persona.displayName) leaves to people"
    case .doubtfulOptOut: "may have asked for silence"
    case .ranAway: "the machine stopped after more than \(ClientProgram.stepLimit) states in one event"
    }
  }
}
