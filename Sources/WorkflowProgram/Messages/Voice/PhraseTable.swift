/// A phrase, what is said instead, and where the exchange is safe.
struct PhraseRule: Hashable, Sendable {
  /// Lower case; one or more.
  let words: [String]
  let replacement: String
  let condition: Condition

  enum Condition: Hashable, Sendable {
    case anywhere
    /// Another word follows: "who I am." cannot become "who I'm.".
    case beforeWord
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
  }

  init(_ phrase: String, _ replacement: String, _ condition: Condition = .anywhere) {
    words = WordScanner.words(of: Array(phrase.lowercased().utf8))
    self.replacement = replacement
    self.condition = condition
  }
}

/// Phrase rules by their first word, the longest first.
///
/// Of rules for the same phrase the first given wins.
struct PhraseTable: Hashable, Sendable {
  private let rules: [String: [PhraseRule]]

  init(_ rules: [PhraseRule]) {
    var table: [String: [PhraseRule]] = [:]
    for rule in rules {
      guard let first = rule.words.first else { continue }
      table[first, default: []].append(rule)
    }
    self.rules = table.mapValues { sameStart in
      // Stable: `sorted` keeps no order of equals by contract.
      sameStart.enumerated().sorted {
        ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
      }
      .map(\.element)
    }
  }

  var isEmpty: Bool { rules.isEmpty }

  func rules(startingWith word: String) -> [PhraseRule] { rules[word] ?? [] }
}
