public import ReplyUnderstanding
public import WorkflowEngine
public import WorkflowProgram

/// A reply as it was understood, in the words of the workflow.
public struct ReadReply: Hashable, Sendable {
  public let text: String
  public let understanding: Understanding

  public init(text: String, understanding: Understanding) {
    self.text = text
    self.understanding = understanding
  }

  /// Reads texts that came within seconds of each other as one reply.
  ///
  /// - Parameter ourTexts: Our last ones, copies of which are not read.
  public init(_ burst: ReplyBurst, by model: ReplyModel, after ourTexts: [String], isOptedOut: Bool) {
    self.init(
      text: burst.joined,
      understanding: model.understand(burst, ourRecentMessages: ourTexts, isOptedOut: isOptedOut))
  }

  /// What was captured, by kind, in the lead's own words where the value has no text of its own.
  public var captures: [Capture] {
    let read = understanding.captures
    var captures: [Capture] = []
    if let email = read.email { captures.append(Capture(.email, cut(email.value))) }
    if let phone = read.phone { captures.append(Capture(.phone, cut(phone.value))) }
    if let time = read.time { captures.append(Capture(.time, cut(words(time.range)))) }
    if let money = read.money { captures.append(Capture(.amount, cut(words(money.range)))) }
    if let name = read.name { captures.append(Capture(.name, cut(name.value))) }
    return captures
  }

  /// The reply's words at UTF-8 offsets; empty when they are out of range.
  public func words(_ range: Range<Int>) -> String {
    let bytes = Array(text.utf8)
    return String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  /// The phrases that spoke for an intent, as the lead wrote them, each once.
  public func phrases(of intent: String) -> [String] {
    var phrases: [String] = []
    for evidence in understanding.evidence where evidence.intent == intent {
      switch evidence.source {
      case .keyword, .phrase:
        let words = words(evidence.range)
        if !phrases.contains(words) { phrases.append(words) }
      case .exception, .classifier: break
      }
    }
    return phrases
  }

  /// As the engine takes it; without an intent where the workflow has none that it could be.
  public func facts(in program: ClientProgram) -> ReplyFacts {
    var intents: [Int] = []
    var confidences: [Double] = []
    for read in understanding.intents {
      guard let index = program.intents.firstIndex(of: read.name) else { continue }
      intents.append(index)
      confidences.append(min(max(0, read.confidence), 1))
    }
    if intents.isEmpty, let unclear = program.intents.firstIndex(of: IntentDefinition.Reserved.unclear) {
      intents = [unclear]
      confidences = [0]
    }
    var mentions: UInt128 = 0
    for mention in understanding.mentions {
      if let index = program.mentions.firstIndex(of: mention.name) { mentions |= 1 << UInt128(index) }
    }
    return ReplyFacts(
      intents: intents, confidences: confidences, text: text, captures: captures,
      keyword: understanding.keyword,
      isOptOut: understanding.has(IntentDefinition.Reserved.optOut), language: understanding.language,
      isDoubtfulOptOut: understanding.isDoubtfulOptOut, mentions: mentions,
      answer: understanding.captures.answer?.value, isReaction: understanding.isReaction)
  }

  /// At most 200 bytes, cut between characters.
  private func cut(_ text: String) -> String {
    guard 200 < text.utf8.count else { return text }
    var kept = ""
    var length = 0
    for character in text {
      length += character.utf8.count
      guard length <= 200 else { break }
      kept.append(character)
    }
    return kept
  }
}
