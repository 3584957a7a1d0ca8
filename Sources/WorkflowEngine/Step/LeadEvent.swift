public import ReplyUnderstanding
public import WorkflowProgram

/// Something that happened to a lead, already parsed and understood.
public enum LeadEvent: Hashable, Sendable {
  /// An event without content: an import, a trace's result, a delivery, a signal.
  case plain(EventID)
  /// Timer `rule` rang that was started when entry number `entry` was made.
  case timer(rule: Int, entry: UInt16)
  /// The lead answered.
  case reply(ReplyFacts)
  /// The opt-out is lifted otherwise than by a reply, as by a form that the person filled in.
  case optedIn
  /// Scoring or routing data changed; decides again without moving.
  case rescored
}

/// What was understood of one reply.
public struct ReplyFacts: Hashable, Sendable {
  /// Indices into the program's intents, most consequential first; empty where it knows none of them.
  public let intents: [Int]
  /// Of the first intent, 0...1.
  public let confidence: Double
  /// Of each of `intents`, 0...1.
  public let confidences: [Double]
  /// The carriers' word that the whole reply is, if it is one.
  public let keyword: CarrierKeyword?
  /// Asks for silence, in whatever words; the program's own intent of that name says so, too.
  public let isOptOut: Bool
  public let language: ReplyLanguage
  public let text: String
  public let captures: [Capture]
  /// It may be an opt-out, and may not: the machine stops and a person looks.
  public let isDoubtfulOptOut: Bool
  /// Bit `i` is set when it speaks of mention `i` of the program.
  public let mentions: UInt128
  /// The answer to a yes-or-no question, when it opens with one.
  public let answer: Captures.Answer?
  /// Nothing but a tapback or a copy of our own message: no answer, and answered by nobody.
  public let isReaction: Bool

  public init(
    intents: [Int], confidences: [Double] = [], text: String = "", captures: [Capture] = [],
    keyword: CarrierKeyword? = nil, isOptOut: Bool = false, language: ReplyLanguage = .unknown,
    isDoubtfulOptOut: Bool = false, mentions: UInt128 = 0, answer: Captures.Answer? = nil,
    isReaction: Bool = false
  ) {
    self.intents = intents
    self.confidences = intents.indices.map { $0 < confidences.count ? confidences[$0] : 1 }
    confidence = self.confidences.first ?? 0
    self.mentions = mentions
    self.answer = answer
    self.isReaction = isReaction
    self.keyword = keyword
    self.isOptOut = isOptOut || keyword == .optOut
    self.language = language
    self.text = text
    self.captures = captures
    self.isDoubtfulOptOut = isDoubtfulOptOut
  }

  /// Whether it speaks of the program's mention number `mention`.
  public func speaks(of mention: Int) -> Bool { mentions >> UInt128(mention) & 1 == 1 }
}
