public import LeadModel
public import WorkflowEngine
public import WorkflowProgram

/// Where a conversation stands at one instant: what a status line shows, and what two instants are compared by.
public struct Standing: Hashable, Sendable {
  public let at: Timestamp
  public let state: StateID
  /// The state's name with those around it (`conversing/talk/ask`).
  public let path: String
  /// The state's line of YAML.
  public let line: String
  public let status: LeadStatus
  /// Points, 0 before the lead was scored.
  public let quality: Int
  public let priority: Int
  public let isQualified: Bool
  /// Names of the program's; empty before they are decided, or when nothing matched.
  public let queue: String
  public let agent: String
  public let campaign: String
  /// Texts handed over, and replies by a person.
  public let sent: Int
  public let replies: Int
  /// Texts since the last reply.
  public let unanswered: Int
  public let isOptedOut: Bool
  /// A person has the conversation; the machine is silent.
  public let isHeld: Bool
  public let hasEnded: Bool
  /// Oldest first.
  public let captures: [Capture]
  /// The next one first.
  public let timers: [PendingTimer]
  /// What somebody outside of the conversation has to decide.
  public let awaits: [Decision]
  /// When a text may leave that caps hold back; `nil` where none waits.
  public let textWaitsUntil: Timestamp?

  /// A decision that a person or a provider makes, when the conversation does not make it itself.
  public enum Decision: String, Hashable, Sendable, CaseIterable { case approval, trace }
}

/// A timer that has been started and has not rung.
public struct PendingTimer: Hashable, Sendable {
  /// Row of `Machine.timers`.
  public let rule: Int
  /// The number of the state's entry that started it.
  public let entry: UInt16
  public let due: Timestamp
  /// As written (`3d`).
  public let label: String
  /// Its line of YAML.
  public let line: String
}
