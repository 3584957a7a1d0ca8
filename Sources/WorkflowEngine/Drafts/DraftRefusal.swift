/// What a draft's checks came to.
public enum DraftVerdict: Hashable, Sendable {
  /// May be said, in these words.
  case accepted(String)
  /// May not; the text is said as it is written.
  case refused(DraftRefusal)
}

/// Why a draft is not said.
public enum DraftRefusal: Hashable, Sendable {
  case notDrafted(DraftFailure)
  case empty
  /// The model answered that it cannot.
  case passed
  /// It talks about itself or its task instead of to the lead.
  case aboutItself(String)
  /// It repeats what it was told to do.
  case leaksInstructions
  case tooLong(segments: Int, budget: Int)
  case alphabet(Character)
  case controlCharacter
  case markup(String)
  case placeholder(String)
  case severalMessages
  case severalQuestions
  case label(String)
  case language
  /// The lead writes in a language, by its English name, in which no draft can be checked.
  case unreadLanguage(String)
  /// The text itself is in such a language.
  case foreignText
  case offPurpose
  /// The text asks and the draft does not, or the other way round.
  case question(isAsked: Bool)
  /// Neither the text nor any polite talk has this word.
  case ownWord(String)
  case avoidedWord(String)
  case contraction(String)
  case longSentence(words: Int, limit: Int)
  /// A number, price, time or the like that the text does not have.
  case claim(String, kind: String)
  case link(String)
  case promise(String)
  case commitment(String)
  /// It asks for what nobody should send by text, or names it.
  case privateMatter(String)
  case rude(String)
  case deniesMachine(String)
  case impersonates(String)
  /// It speaks of opting out where the text does not, or otherwise than the text.
  case optOut(String)
  case missingOptOut
  case missingSender(String)

  /// A clause that goes on from "model draft refused: ".
  public var explanation: String {
    switch self {
    case .notDrafted(let failure): failure.explanation
    case .empty: "it is empty"
    case .passed: "the model passed"
    case .aboutItself(let words): "it speaks of itself ('\(words)')"
    case .leaksInstructions: "it repeats its instructions"
    case .tooLong(let segments, let budget): "it needs \(segments) segments of \(budget)"
    case .alphabet(let character): "'\(character)' is outside the SMS alphabet"
    case .controlCharacter: "it holds a control character"
    case .markup(let mark): "it holds markup ('\(mark)')"
    case .placeholder(let words): "it holds a placeholder ('\(words)')"
    case .severalMessages: "it is more than one message"
    case .severalQuestions: "it asks more than one question"
    case .label(let words): "it begins with a label ('\(words)')"
    case .language: "it is not in the language of the text"
    case .unreadLanguage(let name): "the lead writes in \(name), and drafts are checked in English alone"
    case .foreignText: "the text is not in English, in which alone drafts are checked"
    case .offPurpose: "it has nothing in common with the text"
    case .question(true): "it does not ask what the text asks"
    case .question(false): "it asks, and the text does not"
    case .ownWord(let word): "'\(word)' is a word that neither the text nor any polite talk has"
    case .avoidedWord(let word): "'\(word)' is not said by this persona"
    case .contraction(let word): "'\(word)' is not how this persona speaks"
    case .longSentence(let words, let limit): "a sentence has \(words) words, and this persona says \(limit)"
    case .claim(let words, let kind): "'\(words)' is \(kind) that the text does not have"
    case .link(let words): "'\(words)' is an address that the text does not have"
    case .promise(let words): "'\(words)' promises what the text does not"
    case .commitment(let words): "'\(words)' commits us to what the text does not"
    case .privateMatter(let words): "'\(words)' is nothing to ask for or speak of here"
    case .rude(let words): "'\(words)' is no word for this talk"
    case .deniesMachine(let words): "'\(words)' denies being a machine"
    case .impersonates(let name): "it speaks as '\(name)'"
    case .optOut(let words): "'\(words)' speaks of opting out otherwise than the text"
    case .missingOptOut: "it leaves out how to opt out"
    case .missingSender(let name): "it leaves out '\(name)'"
    }
  }
}
