/// What was read in one reply.
public struct Understanding: Hashable, Sendable {
  /// Never empty, the most consequential first; `unclear` stands alone.
  public var intents: [ReadIntent]
  public var captures: Captures
  /// Why each intent was read, in the order of the text, for highlighting.
  public var evidence: [Evidence]
  /// The parts that were not read (a tapback, a quoted copy of our message), as UTF-8 offsets, ascending.
  public var ignored: [Range<Int>]
  /// What it speaks of beside its intents, in the definition's order.
  public var mentions: [Mention] = []
  /// Nothing but a tapback or a copy of our own message.
  public var isReaction = false
  public var language: ReplyLanguage
  /// The carriers' keyword that the whole message is, if it is one.
  public var keyword: CarrierKeyword?
  /// Another machine wrote this: do not answer, and do not count it as engagement.
  public var isAutomated: Bool
  /// Perhaps a wish for silence: stop the machine and ask a person.
  ///
  /// Never set beside a certain opt-out.
  public var isDoubtfulOptOut: Bool
  /// START or its like from someone who had opted out.
  public var optsBackIn: Bool

  /// The intent with the gravest consequence.
  public var primary: ReadIntent { intents[0] }

  /// Whether an intent was read.
  public func has(_ name: String) -> Bool { intents.contains { $0.name == name } }
}

/// One intent that a reply carries.
public struct ReadIntent: Hashable, Sendable {
  public var name: String
  /// Its place in the definition's order of consequence.
  public var index: Int
  /// From 0 to 1; for the classifier's own findings, calibrated on replies it was not trained on.
  public var confidence: Double

  public init(name: String, index: Int, confidence: Double) {
    self.name = name
    self.index = index
    self.confidence = confidence
  }
}

/// A stretch of a reply that speaks for an intent.
public struct Evidence: Hashable, Sendable {
  /// UTF-8 offsets into the reply as it was received.
  public var range: Range<Int>
  public var intent: String
  public var source: Source

  /// What found it.
  public enum Source: Hashable, Sendable {
    /// The whole message is this keyword.
    case keyword(String)
    /// This phrase of the intent's definition.
    case phrase(String)
    /// This pattern took a phrase back.
    case exception(String)
    /// The classifier, by these words; `share` of the score they gave, from 0 to 1.
    case classifier(share: Double)
  }
}

/// The language a reply seems to be in.
public enum ReplyLanguage: String, Hashable, Sendable, CaseIterable {
  case english, spanish, french
  /// Too little to tell, or none of these.
  case unknown
}
