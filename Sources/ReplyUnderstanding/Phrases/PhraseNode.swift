/// A phrase, parsed.
indirect enum PhraseNode {
  case word(Int32)
  /// Any of some single words, ascending.
  case oneOf([Int32])
  case thing(PhraseThing)
  case anyWord
  case sequence([PhraseNode])
  case choice([PhraseNode])
  case optional(PhraseNode)
  case oneOrMore(PhraseNode)
  /// Up to this many words of any kind.
  case gap(Int)
  /// The end of a sentence; nothing of the phrase may follow.
  case sentenceEnd
}

/// What a phrase may ask for instead of a word, in braces.
enum PhraseThing: Int32, CaseIterable {
  case email, phone, money, time, number, question, link, currency, sign, name

  /// The thing by the name it has in phrases.
  init?(name: String) {
    guard let thing = PhraseThing.allCases.first(where: { "\($0)" == name }) else { return nil }
    self = thing
  }

  /// Whether a token is such a thing, or a part of one.
  @inline(__always)
  func matches(_ token: Token) -> Bool {
    switch self {
    case .email: token.kind == .email
    case .phone: token.kind == .phone
    case .money: token.flags.contains(.isMoney)
    case .time: token.flags.contains(.isTime)
    case .number: token.kind == .number
    case .question: token.kind == .question
    case .link: token.kind == .url
    case .currency: token.kind == .symbol && token.flags.contains(.hasCurrency)
    case .sign: token.kind == .symbol
    case .name: token.flags.contains(.isName)
    }
  }
}

/// A phrase, parsed, and where in a sentence it may stand.
struct Phrase {
  var node: PhraseNode
  /// `^`: only at the start of a sentence.
  var opensSentence = false
}

/// Why a phrase cannot be used.
public struct PhraseProblem: Hashable, Sendable, Error {
  /// A phrase for people: lower case, no full stop.
  public var message: String
  /// UTF-8 offset into the phrase.
  public var offset: Int
}
