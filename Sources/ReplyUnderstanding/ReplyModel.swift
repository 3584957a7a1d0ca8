/// Understands replies: built once from a definition, then read by any number of threads.
public struct ReplyModel: Sendable {
  /// The intents' names, in order of consequence.
  public let intents: [String]
  /// What was wrong with the definition; the phrases named here are left out.
  public let problems: [DefinitionProblem]
  let core: Core

  /// Everything learnt, in one place that is never copied.
  final class Core: Sendable {
    let words: ReplyWords
    let phrases: KnownPhrases
    let wholes: [UInt64: WholeMessage]
    /// What carriers act on, whatever the intents are.
    let keywords: [UInt64: CarrierKeyword]
    let classifier: LinearModel
    /// How its examples put words together.
    let knownPairs: KnownPairs
    let intents: [String]
    let thresholds: [Double]
    let roles: IntentRoles
    /// Per intent, whether its definition has cues.
    let hasCues: [Bool]
    /// Per intent, whether the carriers define words for it.
    let hasKeyword: [Bool]

    init(
      words: ReplyWords, phrases: KnownPhrases, wholes: [UInt64: WholeMessage],
      keywords: [UInt64: CarrierKeyword], classifier: LinearModel, knownPairs: KnownPairs,
      intents: [String], thresholds: [Double]
    ) {
      self.words = words
      self.phrases = phrases
      self.wholes = wholes
      self.keywords = keywords
      self.classifier = classifier
      self.knownPairs = knownPairs
      self.intents = intents
      self.thresholds = thresholds
      roles = IntentRoles(intents)
      var hasCues = [Bool](repeating: false, count: intents.count)
      for owner in phrases.owners where owner.role == .cue { hasCues[owner.intent] = true }
      self.hasCues = hasCues
      hasKeyword = intents.map { CarrierKeyword(of: $0) != nil }
    }
  }

  /// What a whole message means.
  struct WholeMessage: Sendable {
    var intent: Int
    var text: String
  }

  /// The intents treated specially, by number; negative where a definition has none.
  struct IntentRoles: Sendable {
    let optOut: Int
    let autoReply: Int
    let unclear: Int

    init(_ names: [String]) {
      optOut = names.firstIndex(of: IntentDefinition.Reserved.optOut) ?? -1
      autoReply = names.firstIndex(of: IntentDefinition.Reserved.autoReply) ?? -1
      unclear = names.firstIndex(of: IntentDefinition.Reserved.unclear) ?? -1
    }
  }
}
