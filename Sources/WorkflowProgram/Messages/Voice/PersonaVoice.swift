/// How a persona says things, whatever it is they say.
public struct PersonaVoice: Hashable, Sendable {
  /// Makes this persona's choices among its forms its own; a hash of its name.
  public let key: UInt64
  public let formality: Formality
  public let contractions: Contractions
  public let emoji: EmojiPolicy
  public let temper: Temper
  /// The most words of a sentence; 0 sets no limit.
  ///
  /// Longer ones are parted where a clause starts; nothing is cut.
  public let sentenceWords: Int
  /// Ways to begin a text, taken in turn over templates; empty leaves a template's own.
  public let greetings: [Wording]
  public let signOffs: [Wording]
  public let signs: SignOffPolicy
  /// Ways to put a question, taken in turn over templates.
  public let asks: [AskForm]
  /// Ways to let go after a no.
  public let goodbyes: [Wording]
  /// Words and phrases with what this persona says instead, in file order.
  public let prefers: [Preference]
  /// Words and phrases this persona never says, lower case.
  public let avoids: [String]
  /// All word rules; the persona's own win over those of its scales.
  let phrases: [PhraseTable]
  /// How much longer it makes texts.
  private(set) var growth = VoiceGrowth.nothing

  /// A word or phrase, and what is said instead.
  public struct Preference: Hashable, Sendable {
    public let word: String
    public let instead: String
    public init(_ word: String, instead: String) {
      self.word = word
      self.instead = instead
    }
  }

  public init(
    key: UInt64 = 0, formality: Formality = .neutral, contractions: Contractions = .asWritten,
    emoji: EmojiPolicy = .never,
    temper: Temper = Temper(), sentenceWords: Int = 0, greetings: [Wording] = [], signOffs: [Wording] = [],
    signs: SignOffPolicy = .unprompted, asks: [AskForm] = [], goodbyes: [Wording] = [],
    prefers: [Preference] = [], avoids: [String] = []
  ) {
    self.key = key
    self.formality = formality
    self.contractions = contractions
    self.emoji = emoji
    self.temper = temper
    self.sentenceWords = max(0, sentenceWords)
    self.greetings = greetings
    self.signOffs = signOffs
    self.signs = signs
    self.asks = asks
    self.goodbyes = goodbyes
    self.prefers = prefers
    self.avoids = avoids.map { $0.lowercased() }
    let own = PhraseTable(prefers.map { PhraseRule($0.word, $0.instead) })
    phrases = ([own] + formality.tables + temper.tables + contractions.tables).filter { !$0.isEmpty }
    growth = VoiceGrowth(self)
  }

  /// Whether the voice says every text as it is written.
  var changesNoWord: Bool { phrases.isEmpty && emoji == .some && !temper.isCalm && sentenceWords == 0 }

  /// A voice that leaves every wording as it is written.
  public static let asWritten = PersonaVoice(emoji: .some, signs: .never)
}

/// How near a persona stands to the person it writes to.
public enum Formality: String, Hashable, Sendable, CaseIterable {
  case casual, neutral, formal
}

/// Whether "do not" is said as "don't".
public enum Contractions: String, Hashable, Sendable, CaseIterable {
  case always
  case asWritten = "as_written"
  case never
}

/// What becomes of a template's emoji; each one makes a text cost more than twice as much.
public enum EmojiPolicy: String, Hashable, Sendable, CaseIterable {
  case never = "none"
  /// The first of a text stays.
  case rare
  /// All of a text stay.
  case some
}

/// Which messages a persona signs; one that has already named itself is not signed again.
public enum SignOffPolicy: String, Hashable, Sendable, CaseIterable {
  case never
  /// Messages that no reply came before, when there is room: the reader may not know who writes.
  case unprompted
  case always
}

/// Three scales from 0 to 5; 2 and 3 change little or nothing.
public struct Temper: Hashable, Sendable {
  public let warmth: Int
  public let directness: Int
  public let energy: Int

  public init(warmth: Int = 3, directness: Int = 3, energy: Int = 2) {
    self.warmth = min(max(0, warmth), 5)
    self.directness = min(max(0, directness), 5)
    self.energy = min(max(0, energy), 5)
  }
}
