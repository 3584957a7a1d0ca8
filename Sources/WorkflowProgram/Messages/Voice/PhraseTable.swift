import LeadModel

/// A phrase, what is said instead, and where the exchange is safe.
struct PhraseRule: Hashable, Sendable {
  /// Lower case; one or more.
  let words: [[UInt8]]
  /// With `.beforePronoun` a `*` stands for the pronoun.
  let replacement: [UInt8]
  let condition: Condition

  enum Condition: Hashable, Sendable {
    case anywhere
    /// At the start of a sentence or clause, and another word follows: "where you are now" stays.
    case clauseStart
    /// At the start of the message.
    case messageStart
    /// Nothing but punctuation, "for" or the end follows.
    case closing
    /// A sentence ends behind it.
    case ending
    /// It is a whole sentence.
    case sentenceAlone
    /// "been", "got" and their like follow.
    case beforeParticiple
    /// A pronoun follows, and is part of the phrase.
    case beforePronoun
  }

  init(_ phrase: String, _ replacement: String, _ condition: Condition = .anywhere) {
    words = WordScanner.words(of: Array(phrase.utf8))
    self.replacement = Array(replacement.utf8)
    self.condition = condition
  }

  /// The most septets by which exchanging the phrase makes a text longer; no text has room for what the GSM
  /// alphabet does not have.
  ///
  /// A phrase's words are one space apart, and each of its characters is a septet at least.
  var growth: Int {
    let after = replacement.withUnsafeBufferPointer { SMSCount($0) }
    guard after.encoding == .gsm7 else { return PhraseRule.unbounded }
    let before = words.reduce(max(0, words.count - 1)) { $0 + $1.count { $0 & 0xC0 != 0x80 } }
    return max(0, after.units - before)
  }

  private static let unbounded = 1 << 32
}

/// Phrase rules by their first word, the longest first; of rules for the same phrase the first given is tried first.
struct PhraseTable: Hashable, Sendable {
  private let rules: [UInt64: [PhraseRule]]
  /// By first word, the most that any of its rules makes a text longer, in septets; where that is 0, nothing.
  let growths: [UInt64: Int]
  /// A bit for each first word, so that most words of a text cost no look-up.
  private let firstWords: UInt64

  init(_ rules: [PhraseRule]) {
    var table: [UInt64: [PhraseRule]] = [:]
    var firstWords: UInt64 = 0
    for rule in rules {
      guard let first = rule.words.first else { continue }
      let hash = WordScanner.hash(first[...])
      firstWords |= 1 << (hash >> 58)
      var same = table[hash] ?? []
      let place = same.firstIndex { $0.words.count < rule.words.count } ?? same.count
      same.insert(rule, at: place)
      table[hash] = same
    }
    self.rules = table
    growths = table.compactMapValues { rules in rules.map(\.growth).max().flatMap { $0 > 0 ? $0 : nil } }
    self.firstWords = firstWords
  }

  var isEmpty: Bool { rules.isEmpty }

  /// Rules that may start with the word of this hash.
  func rules(startingWith hash: UInt64) -> [PhraseRule] {
    guard firstWords >> (hash >> 58) & 1 == 1 else { return [] }
    return rules[hash] ?? []
  }
}
