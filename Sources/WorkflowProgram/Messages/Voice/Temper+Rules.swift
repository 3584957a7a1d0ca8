extension Temper {
  /// The words these scales choose over others.
  var tables: [PhraseTable] {
    var tables: [PhraseTable] = []
    if directness >= 4 { tables.append(Temper.direct) }
    if directness <= 1 { tables.append(Temper.gentle) }
    if warmth >= 4 { tables.append(Temper.warm) }
    if warmth <= 1 { tables.append(Temper.cool) }
    return tables
  }

  /// Whether exclamation marks become full stops.
  var isCalm: Bool { energy <= 1 }

  private static let direct = PhraseTable([
    PhraseRule("just so you know", "just so you know"), PhraseRule("I just", "I"),
    PhraseRule("just to", "to"),
    PhraseRule("just a", "a"), PhraseRule("would you be able to", "can you"),
    PhraseRule("would you be open to", "are you open to"), PhraseRule("would you happen to", "do you"),
    PhraseRule("I was wondering if", "I want to know if"), PhraseRule("I wanted to", "I want to"),
    PhraseRule("could you", "can you"), PhraseRule("perhaps we could", "we can"),
    PhraseRule("would you like to", "do you want to"),
  ])

  private static let gentle = PhraseTable([
    PhraseRule("do you want to", "would you like to"), PhraseRule("do you want", "would you like"),
    PhraseRule("can you", "could you"), PhraseRule("I want to", "I would like to"),
    PhraseRule("are you open to", "would you be open to"),
    PhraseRule("you need to", "it would help to", .clauseStart),
  ])

  private static let warm = PhraseTable([
    PhraseRule("thank you", "thank you so much", .ending), PhraseRule("thanks", "thanks so much", .ending),
    PhraseRule("understood", "I understand", .ending), PhraseRule("sorry", "I'm so sorry", .sentenceAlone),
  ])

  private static let cool = PhraseTable([
    PhraseRule("thank you very much", "thank you"), PhraseRule("thank you so much", "thank you"),
    PhraseRule("thanks so much", "thanks"), PhraseRule("thanks a lot", "thanks"),
    PhraseRule("so glad", "glad"), PhraseRule("very sorry", "sorry"), PhraseRule("so sorry", "sorry"),
    PhraseRule("no problem at all", "no problem"),
  ])
}
