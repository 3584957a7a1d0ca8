/// A phrase, parsed; most of its nodes are words, which need no memory of their own.
enum PhraseNode: Sendable {
  case word(Int32)
  /// Any of some single words, ascending.
  case oneOf([Int32])
  case thing(PhraseThing)
  case anyWord
  case sequence([PhraseNode])
  case choice([PhraseNode])
  indirect case optional(PhraseNode)
  indirect case oneOrMore(PhraseNode)
  /// Up to this many words of any kind.
  case gap(Int)
  /// The end of a sentence; nothing of the phrase may follow.
  case sentenceEnd

  /// Whether the empty text matches.
  var isNullable: Bool {
    switch self {
    case .word, .oneOf, .thing, .anyWord: false
    case .sequence(let parts): parts.allSatisfy(\.isNullable)
    case .choice(let parts): parts.contains { $0.isNullable }
    case .optional, .gap, .sentenceEnd: true
    case .oneOrMore(let node): node.isNullable
    }
  }
}

/// What a phrase may ask for instead of a word, in braces.
enum PhraseThing: Int32, CaseIterable {
  case email, phone, money, time, number, question, link, currency, sign, name

  /// The thing by the name it has in phrases.
  init?(name: String) {
    guard let thing = PhraseThing.byName[name] else { return nil }
    self = thing
  }

  private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}

/// A phrase, parsed, and where in a sentence it may stand.
struct Phrase {
  var node: PhraseNode
  /// `^`: only at the start of a sentence.
  var opensSentence = false
  /// How many places the word classes it names bring into it.
  var classSize = 0
  /// Whether one of them is too large, which was told.
  var namesRefusedClass = false
}

/// Why a phrase cannot be used.
public struct PhraseProblem: Hashable, Sendable, Error {
  /// A phrase for people: lower case, no full stop.
  public var message: String
  /// UTF-8 offset into the phrase.
  public var offset: Int
  /// Whether it could be read, and is too much.
  public var isTooLarge = false
}
