public import LeadModel
public import WorkflowProgram

/// What a person needs to know who takes over a conversation, so that nobody asks the lead again.
public struct HandOverSummary: Hashable, Sendable {
  /// Why the machine stopped, in the workflow's words.
  public let reason: String
  /// Who it is with: name, business, place, numbers and address, as far as they are known.
  public let lead: [String]
  public let status: LeadStatus
  public let quality: Int
  public let priority: Int
  /// The agent in whose name the machine wrote; empty when there was none.
  public let agent: String
  /// What the lead told us, the newest of each kind.
  public let captures: [Capture]
  /// What the lead's replies meant, by name, each once, in the order in which it first came up.
  public let intents: [String]
  /// The last texts, oldest first.
  public let turns: [ConversationTurn]

  /// The most texts that a summary repeats.
  public static let turnLimit = 8

  /// - Parameters:
  ///   - turns: The whole conversation or its end, oldest first.
  public init(
    _ program: ClientProgram, reason: HandOverReason, lead: LeadRow, state: LeadState,
    turns: [ConversationTurn]
  ) {
    self.reason = reason.words(in: program)
    let batch = lead.batch
    func text(_ field: StandardField) -> String { batch.text(field: field.rawValue, row: lead.row) }
    self.lead = [
      text(.ownerName), text(.businessName),
      [text(.city), text(.state)].filter { !$0.isEmpty }.joined(separator: ", "), text(.mobilePhone),
      text(.businessEmail),
    ].filter { !$0.isEmpty }
    status = state.status
    quality = Int(state.decision.quality)
    priority = Int(state.decision.priority)
    agent = program.agentName(state.decision)
    captures = CaptureKind.allCases.compactMap { kind in state.captures.last { $0.kind == kind } }
    var intents: [String] = []
    for turn in turns {
      for intent in turn.intents where !intents.contains(intent) { intents.append(intent) }
    }
    self.intents = intents
    self.turns = turns.suffix(HandOverSummary.turnLimit)
  }

  /// The summary as a person reads it, a line each.
  ///
  /// - Parameter clock: How an instant is written.
  public func lines(_ clock: (Timestamp) -> String) -> [String] {
    var lines = ["why: \(reason)"]
    if !lead.isEmpty { lines.append("lead: \(lead.joined(separator: " · "))") }
    let agent = agent.isEmpty ? "" : ", agent \(agent)"
    lines.append("stage: \(status.name), quality \(quality), priority \(priority)\(agent)")
    if !captures.isEmpty {
      lines.append("told: " + captures.map { "\($0.kind.keyword) \"\($0.text)\"" }.joined(separator: ", "))
    }
    if !intents.isEmpty { lines.append("meant: \(intents.joined(separator: ", "))") }
    for turn in turns {
      let name =
        switch turn.speaker {
        case .lead: "lead"
        case .agent(let name): name
        }
      lines.append("\(clock(turn.at)) \(name): \(turn.text)")
    }
    return lines
  }
}
