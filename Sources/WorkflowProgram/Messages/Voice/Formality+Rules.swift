extension Formality {
  /// The words this distance chooses over others.
  var tables: [PhraseTable] {
    switch self {
    case .casual: [Formality.casualTable]
    case .neutral: []
    case .formal: [Formality.formalTable]
    }
  }

  private static let formalTable = PhraseTable([
    PhraseRule("hi", "hello", .messageStart), PhraseRule("hey", "hello", .messageStart),
    PhraseRule("many thanks", "many thanks"), PhraseRule("thanks a lot", "thank you very much"),
    PhraseRule("thanks", "thank you"), PhraseRule("thanks to", "thanks to"),
    PhraseRule("yeah", "yes"), PhraseRule("yep", "yes"), PhraseRule("nope", "no"),
    PhraseRule("ok", "all right"), PhraseRule("okay", "all right"), PhraseRule("sure thing", "certainly"),
    PhraseRule("got it", "understood", .closing), PhraseRule("no worries", "that is quite all right"),
    PhraseRule("no problem", "that is quite all right"), PhraseRule("asap", "as soon as possible"),
    PhraseRule("info", "information"), PhraseRule("maybe", "perhaps"),
    PhraseRule("quick chat", "brief conversation"), PhraseRule("a chat", "a conversation"),
    PhraseRule("quick call", "brief call"), PhraseRule("quick question", "brief question"),
    PhraseRule("a quick", "a brief"), PhraseRule("happy to", "glad to"), PhraseRule("a bit", "a little"),
    PhraseRule("sorry about that", "my apologies"), PhraseRule("mix-up", "error"),
    PhraseRule("get back to you", "reply to you"),
  ])

  private static let casualTable = PhraseTable([
    PhraseRule("hello", "hey", .messageStart),
    PhraseRule("thank you very much", "thanks a lot"), PhraseRule("thank you", "thanks", .closing),
    PhraseRule("understood", "got it", .closing), PhraseRule("certainly", "sure"),
    PhraseRule("my apologies", "sorry", .closing), PhraseRule("apologies", "sorry", .closing),
    PhraseRule("perhaps", "maybe"), PhraseRule("regarding", "about"), PhraseRule("assistance", "help"),
    PhraseRule("a short conversation", "a quick chat"), PhraseRule("a brief conversation", "a quick chat"),
    PhraseRule("a conversation", "a chat"), PhraseRule("a brief call", "a quick call"),
    PhraseRule("a short call", "a quick call"), PhraseRule("a short note", "a quick note"),
    PhraseRule("very well", "ok"), PhraseRule("would you prefer", "would you rather"),
    PhraseRule("reply to you", "get back to you"), PhraseRule("as soon as possible", "asap"),
  ])
}
