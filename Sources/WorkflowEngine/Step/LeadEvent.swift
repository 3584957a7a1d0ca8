public import WorkflowProgram

/// Something that happened to a lead, already parsed and understood.
public enum LeadEvent: Hashable, Sendable {
  /// An event without content: an import, a trace's result, a delivery, a signal.
  case plain(EventID)
  /// Timer `rule` rang that was started when entry number `entry` was made.
  case timer(rule: Int, entry: UInt16)
  /// The lead answered.
  case reply(ReplyFacts)
  /// The lead wrote START or the like after an opt-out.
  case optedIn
  /// Scoring or routing data changed; decides again without moving.
  case rescored
}

/// What was understood of one reply.
public struct ReplyFacts: Hashable, Sendable {
  /// Indices into the program's intents, most consequential first; never empty.
  public let intents: [Int]
  /// Of the first intent, 0...1.
  public let confidence: Double
  public let text: String
  public let captures: [Capture]
  /// It may be an opt-out, and may not: the machine stops and a person looks.
  public let isDoubtfulOptOut: Bool

  public init(
    intents: [Int], confidence: Double = 1, text: String = "", captures: [Capture] = [],
    isDoubtfulOptOut: Bool = false
  ) {
    precondition(!intents.isEmpty, "a reply has at least the intent 'unclear'")
    self.intents = intents
    self.confidence = confidence
    self.text = text
    self.captures = captures
    self.isDoubtfulOptOut = isDoubtfulOptOut
  }
}
