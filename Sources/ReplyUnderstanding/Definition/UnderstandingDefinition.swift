/// Everything a model of replies is built from: plain data, as a client writes it.
public struct UnderstandingDefinition: Hashable, Sendable {
  /// In order of consequence, the gravest first; a reply's intents are reported in this order.
  public var intents: [IntentDefinition]
  /// Named sets of words that phrases refer to as `{name}`; a class may use the classes before it.
  ///
  /// The class named `fillerClass` is special: `^` and `$` look past its words.
  public var words: [WordClass]
  /// Words that look like slips of a phrase's words and are not: "shop" is no "stop".
  public var ordinaryWords: [String]
  /// What replies may speak of beside their intents; found whatever they mean.
  public var mentions: [MentionDefinition]
  /// What STOP, START and HELP are, whatever the intents are.
  public var carrierWords: CarrierWords

  public static let fillerClass = "filler"

  /// Whether `{name}` asks for a thing that replies hold, such as `{email}`, and for no class of words.
  public static func isThing(_ name: String) -> Bool { PhraseThing(name: name) != nil }

  public init(
    intents: [IntentDefinition], words: [WordClass] = [], ordinaryWords: [String] = [],
    mentions: [MentionDefinition] = [], carrierWords: CarrierWords = CarrierWords()
  ) {
    self.carrierWords = carrierWords
    self.intents = intents
    self.mentions = mentions
    self.words = words
    self.ordinaryWords = ordinaryWords
  }

  /// A named set of words or short phrases, any of which stands where `{name}` stands.
  public struct WordClass: Hashable, Sendable {
    public var name: String
    /// In phrase syntax, so an entry may have several words; in any order, without effect on meaning.
    public var entries: [String]

    public init(name: String, entries: [String]) {
      self.name = name
      self.entries = entries
    }
  }
}

/// What people may mean by a reply, and how it shows.
public struct IntentDefinition: Hashable, Sendable {
  public var name: String
  /// Patterns that mean this wherever they stand in a reply; the syntax is `Phrase`'s.
  public var phrases: [String]
  /// Patterns that take back a phrase they overlap: "don't stop" is no "stop".
  public var except: [String]
  /// Weak patterns; where there are any, the classifier must be all but sure to claim this intent without one.
  public var cues: [String]
  /// Replies that mean this when they are the whole message, whatever surrounds the letters.
  public var whole: [String]
  /// Replies the classifier learns from; 40 or more, as different as people are.
  public var examples: [String]
  /// The least confidence, from 0 to 1, at which the classifier alone may claim this intent.
  ///
  /// More is asked the less familiar a reply's pairs of words are; of a wish for silence also by length and by cues.
  public var threshold: Double?

  public init(
    name: String, phrases: [String] = [], except: [String] = [], cues: [String] = [],
    whole: [String] = [], examples: [String] = [], threshold: Double? = nil
  ) {
    self.name = name
    self.phrases = phrases
    self.except = except
    self.cues = cues
    self.whole = whole
    self.examples = examples
    self.threshold = threshold
  }

  /// The intents that the law and the machine treat specially, by name.
  public enum Reserved {
    /// Asks for silence; found even where a definition does not mention it.
    public static let optOut = "opt_out"
    /// Another machine's answer; never an opt-out, never engagement.
    public static let autoReply = "auto_reply"
    /// Nothing was read with enough confidence.
    public static let unclear = "unclear"
    /// Asks what this number is.
    public static let help = "help"
  }
}
