public import LeadModel

/// One text of a conversation, as whoever keeps the conversation remembers it.
public struct ConversationTurn: Hashable, Sendable {
  public let at: Timestamp
  public let speaker: Speaker
  public let text: String
  /// What was understood of it, by name, most consequential first; empty for ours.
  public let intents: [String]

  public enum Speaker: Hashable, Sendable {
    case lead
    /// One of ours, as the lead knows them.
    case agent(String)
  }

  public init(at: Timestamp, speaker: Speaker, text: String, intents: [String] = []) {
    self.at = at
    self.speaker = speaker
    self.text = text
    self.intents = intents
  }
}
