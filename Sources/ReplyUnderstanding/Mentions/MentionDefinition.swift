/// Something a reply may speak of beside its intent: a broker, a death, a lawyer.
public struct MentionDefinition: Hashable, Sendable {
  public var name: String
  /// Patterns that speak of it wherever they stand; the syntax is that of intents' phrases.
  public var phrases: [String]
  /// Patterns of which, with fillers, the whole reply must consist.
  public var whole: [String]

  public init(name: String, phrases: [String] = [], whole: [String] = []) {
    self.name = name
    self.phrases = phrases
    self.whole = whole
  }
}

/// A stretch of a reply that speaks of something.
public struct Mention: Hashable, Sendable {
  public var name: String
  /// UTF-8 offsets into the reply as received.
  public var range: Range<Int>
}
