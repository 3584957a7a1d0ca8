import TestSupport
import Testing
import WorkflowEngine
import WorkflowProgram

/// Texts that drafts stand for.
private enum Text {
  static let ask = "Which day suits you for a short call about the business?"
  static let who =
    "Hi, I'm Gianna with Acme Brokers. We help owners think about selling, in 2 steps. Reply STOP to opt out."
  static let close = "Thanks for telling me. All the best with the business."
  static let price = "Our fee is 10% at $2,500,000 and acme.example tells more. May we call on Tuesday?"
}

private func check(_ reference: String, voice: PersonaVoice = gianna, segments: Int = 2) -> DraftCheck {
  DraftCheck(
    reference: reference, facts: ["12", "Dayton"], speakerName: "Gianna", brandName: "Acme Brokers",
    voice: voice, segmentBudget: segments,
    instructions:
      "You reword one text message for Gianna. Take names, numbers and prices from the text only.",
    mark: "~k3y~")
}

private let gianna = PersonaVoice(
  formality: .casual, contractions: .always, emoji: .never, sentenceWords: 18,
  prefers: [.init("purchase", instead: "buy")], avoids: ["guaranteed", "act now", "kindly"])
private let formal = PersonaVoice(formality: .neutral, contractions: .never, emoji: .never, sentenceWords: 40)

/// One draft and what is said of it; an empty reason means that it may be said.
struct DraftRow: CustomTestStringConvertible, Sendable {
  let draft: String
  var reference = Text.ask
  var voice = gianna
  var segments = 2
  let reason: String
  var testDescription: String { String(draft.prefix(60)) }

  init(
    _ draft: String, for reference: String = Text.ask, voice: PersonaVoice = gianna, segments: Int = 2,
    _ reason: String
  ) {
    self.draft = draft
    self.reference = reference
    self.voice = voice
    self.segments = segments
    self.reason = reason
  }
}

/// Drafts that are said, with the words they are said in.
private let good: [(draft: String, reference: String, said: String)] = [
  (
    "Glad you asked! What day works for a short call?", Text.ask,
    "Glad you asked! What day works for a quick call?"
  ),
  ("\"Which day is easiest for a quick call?\"", Text.ask, "Which day is easiest for a quick call?"),
  (
    "  Happy to talk. Which day\u{00A0}would suit you \u{2013} for a call?\n", Text.ask,
    "Happy to talk. Which day would suit you - for a call?"
  ),
  ("Which day suits you \u{1F600} for a call?", Text.ask, "Which day suits you for a call?"),
  (
    "Are you looking to purchase more?", "Do you plan to buy more in Dayton?", "Are you looking to buy more?"
  ),
  (
    "Fair question. I'm Gianna with Acme Brokers, and we help owners think about selling in 2 steps. Reply STOP to opt out.",
    Text.who,
    "Fair question. I'm Gianna with Acme Brokers, and we help owners think about selling in 2 steps. Reply STOP to opt out."
  ),
  (
    "Thank you for telling me. I wish you and the business all the best.", Text.close,
    "Thanks for telling me. I wish you and the business all the best."
  ),
  (
    "It's 10% at $2,500,000, and acme.example has more on the fee. Is Tuesday good for a call?", Text.price,
    "It's 10% at $2,500,000, and acme.example has more on the fee. Is Tuesday good for a call?"
  ),
]

private let refused: [DraftRow] = [
  // Its form.
  DraftRow("", "it is empty"),
  DraftRow(" \n ", "it is empty"),
  DraftRow("...", "it is empty"),
  DraftRow("PASS", "the model passed"),
  DraftRow("Pass.", "the model passed"),
  DraftRow("Which day suits you,\u{7} for a call?", "it holds a control character"),
  DraftRow("Which day \u{202E}suits you for a call?", "it holds a control character"),
  DraftRow("Which **day** suits you for a call?", "it holds markup ('**')"),
  DraftRow("```Which day suits you for a call?```", "it holds markup ('```')"),
  DraftRow("Hi {firstName}, which day suits you?", "it holds a placeholder ('{firstName}')"),
  DraftRow("Hi [Name], which day suits you for a call?", "it holds a placeholder ('[Name]')"),
  DraftRow("Reply: which day suits you for a call?", "it begins with a label ('Reply')"),
  DraftRow("Sure, here it is: which day suits you?", "it begins with a label ('Sure, here it is')"),
  DraftRow("Gianna: which day suits you for a call?", "it begins with a label ('Gianna')"),
  DraftRow("Thanks for that.\nWhich day suits you for a call?", "it is more than one message"),
  DraftRow("Which day suits? And which time of day for a call?", "it asks more than one question"),
  DraftRow("Wh\u{0456}ch day suits you for a call?", "'\u{0456}' is outside the SMS alphabet"),
  DraftRow(
    String(repeating: "Which day is the one for a call. ", count: 12) + "Which?", "it needs 3 segments of 2"),
  DraftRow(String(repeating: "long ", count: 2_000), "it needs 66 segments of 2"),

  // Its task.
  DraftRow("As an AI I cannot. Which day suits you for a call?", "it speaks of itself ('as an ai')"),
  DraftRow(
    "I'm sorry, but I can't assist with that. Which day suits?", "it speaks of itself ('i can't assist')"),
  DraftRow(
    "My instructions: you reword one text message for Gianna. Which day?",
    "it speaks of itself ('my instructions')"),
  DraftRow("Take names, numbers and prices from the text only, okay? Day?", "it repeats its instructions"),
  DraftRow("~k3y~ Which day suits you for a call?", "it repeats its instructions"),

  // Honesty.
  DraftRow(
    "I'm not a bot! Which day suits you for a call?", "'not a bot' denies being a machine"),
  DraftRow(
    "No, this isn't an automated text. Which day suits?", "'isn't an automated' denies being a machine"),
  DraftRow("I am a real person. Which day suits you for a call?", "'real person' denies being a machine"),
  DraftRow("Just a human here. Which day suits you for a call?", "'human' denies being a machine"),
  DraftRow("Never a robot, always me. Which day suits you?", "'never a robot' denies being a machine"),
  DraftRow("Hi, I'm Dave. Which day suits you for a call?", "it speaks as 'dave'"),
  DraftRow("My name is Sandra, which day suits you for a call?", "it speaks as 'sandra'"),
  DraftRow(
    "I'm Gianna. We help owners think about selling in 2 steps. Reply STOP to opt out.", for: Text.who,
    "it leaves out 'Acme Brokers'"),
  DraftRow(
    "I'm Gianna with Acme Brokers. We help owners think about selling, in 2 steps.", for: Text.who,
    "it leaves out how to opt out"),
  DraftRow(
    "I'm Gianna with Acme Brokers, we help owners sell. Don't reply STOP to opt out yet.", for: Text.who,
    "it leaves out how to opt out"),
  DraftRow(
    "You need not say STOP. Which day suits you for a call?",
    "'stop' speaks of opting out otherwise than the text"),
  DraftRow(
    "I've taken you off the list. Which day suits for a call?",
    "'off the list' speaks of opting out otherwise than the text"),
  DraftRow(
    "Gianna with Acme Brokers. Reply STOP to opt out. But STOP is not needed. Owners sell in 2 steps.",
    for: Text.who, "'stop' speaks of opting out otherwise than the text"),

  // Claims.
  DraftRow(
    "We sold 40 firms. Which day suits you for a call?", "'40' is a number that the text does not have"),
  DraftRow("You'd get $2M. Which day suits you for a call?", "'2' is a number that the text does not have"),
  DraftRow(
    "Dozens of buyers asked. Which day suits for a call?", "'Dozens' is a count that the text does not have"),
  DraftRow("It takes three calls. Which day suits you?", "'three' is a number that the text does not have"),
  DraftRow("Does Friday suit you for a call?", "'friday' is a time that the text does not have"),
  DraftRow("Which day next week suits you for a call?", "'next week' is a time that the text does not have"),
  DraftRow(
    "What day? See acme.example/book for a call",
    "'acme.example/book' is an address that the text does not have"),
  DraftRow(
    "Which day? Write to me@acme.example to call",
    "'me@acme.example' is an address that the text does not have"),
  DraftRow("Which day suits? Or call 212-555-0100 now", "'212' is a number that the text does not have"),
  DraftRow(
    "Which day? Acme dot com has more about a call", "'dot com' is an address that the text does not have"),
  DraftRow("Which day suits you for a call? Worth 100%!", "'100' is a number that the text does not have"),
  DraftRow(
    "Our fee is 9% at $2,500,000 and acme.example tells more. May we call on Tuesday?", for: Text.price,
    "'9' is a number that the text does not have"),

  // Promises.
  DraftRow(
    "A sale is a guarantee. Which day suits for a call?",
    "'guarantee' is a guarantee that the text does not have"),
  DraftRow(
    "There's no risk at all. Which day suits for a call?", "'no risk' promises what the text does not"),
  DraftRow(
    "We have a buyer for you. Which day for a call?", "'have a buyer' promises what the text does not"),
  DraftRow(
    "We'll sell it quickly. Which day suits for a call?", "'we'll sell' commits us to what the text does not"),
  DraftRow(
    "I've booked you in. Which day suits for a call?", "'i've booked' commits us to what the text does not"),
  DraftRow(
    "Our team will wire it. Which day suits for a call?", "'will wire' commits us to what the text does not"),

  DraftRow(
    "We get better offers than anyone. Which day for a call?", "'than anyone' promises what the text does not"
  ),
  DraftRow(
    "I've already spoken to a buyer. Which day for a call?",
    "'i've spoken' commits us to what the text does not"),

  // Harm.
  DraftRow(
    "Send me your bank account. Which day for a call?", "'bank' is nothing to ask for or speak of here"),
  DraftRow("That was a stupid reply. Which day for a call?", "'stupid' is no word for this talk"),
  DraftRow("It's really me, typing. Which day for a call?", "'really me' denies being a machine"),

  // The voice.
  DraftRow("Kindly tell me which day suits you for a call?", "'Kindly' is not said by this persona"),
  DraftRow("It's easy. Which day doesn't suit you for a call?", voice: formal, ""),
  DraftRow(
    "Which day is the one that would suit you best for that short call about the business that you own there?",
    "a sentence has 21 words, and this persona says 18"),

  // The purpose.
  DraftRow("Tell me the day that suits you for a call.", "it does not ask what the text asks"),
  DraftRow(
    "Thanks for telling me. What made you sell the business?", for: Text.close,
    "it asks, and the text does not"),
  DraftRow("Do you like cats and roses and the moon at sea?", "it has nothing in common with the text"),
  DraftRow(
    "Hola, gracias por su mensaje. Que d\u{00ED}a puede hablar?", "'\u{00ED}' is outside the SMS alphabet"),
  DraftRow("Hola, gracias. Cuando puede hablar por el negocio?", "it is not in the language of the text"),
  DraftRow(
    "Buyers are lining up. Which day suits you for a call?",
    "'buyers' is a word that neither the text nor any polite talk has"),
  DraftRow("xk qqr plon vvat zzub mern day toop?", "it is not in the language of the text"),
]

@Suite struct DraftCheckTests {
  @Test(arguments: good.indices) func `a draft that does what the text does is said`(row: Int) {
    let row = good[row]
    #expect(check(row.reference).verdict(on: .text(row.draft)) == .accepted(row.said))
  }

  @Test(arguments: DraftExamples.likely.indices) func `a model that does as it is told is heard`(row: Int) {
    let row = DraftExamples.likely[row]
    let verdict = check(row.reference).verdict(on: .text(row.draft))
    if case .refused(let refusal) = verdict { Issue.record("\(refusal.explanation): \(row.draft)") }
  }

  @Test(arguments: DraftExamples.unforeseen) func `a draft is about nothing that the text is not about`(
    draft: String
  ) {
    if case .accepted(let text) = check(Text.ask).verdict(on: .text(draft)) { Issue.record("said: \(text)") }
  }

  @Test(arguments: refused) func `a draft that does anything else is refused, with the reason`(row: DraftRow)
  {
    let verdict = check(row.reference, voice: row.voice, segments: row.segments).verdict(on: .text(row.draft))
    switch verdict {
    case .accepted(let text): #expect(row.reason == "", "said: \(text)")
    case .refused(let refusal): #expect(refusal.explanation == row.reason)
    }
  }

  @Test(arguments: [
    (DraftFailure.timedOut(milliseconds: 8_500), "no answer within 8.5 s"),
    (.unreachable, "the model could not be reached"), (.status(401), "the service does not accept the key"),
    (.status(302), "the service points elsewhere (302), and nobody else is asked"),
    (.status(429), "the service takes no more requests now (429)"),
    (.status(503), "the service answered with status 503"),
    (.tooLarge(limit: 65_536), "the answer is longer than 64 KB"), (.notJSON, "the answer is not JSON"),
    (.notACompletion, "the answer holds no draft"), (.declined, "the model declined"),
    (.cutShort, "the draft was cut short"), (.noKey(variable: "KEY"), "KEY is not set in the environment"),
  ])
  func `no draft is a refusal, too`(failure: DraftFailure, reason: String) {
    guard case .refused(let refusal) = check(Text.ask).verdict(on: .failed(failure)) else {
      Issue.record("a failure was said")
      return
    }
    #expect(refusal.explanation == reason)
  }

  /// Random pieces of good and bad drafts: whatever is said costs no more than the text may and adds no figure.
  @Test(arguments: UInt64(0)..<40) func `nothing traps, and nothing is said that breaks a bound`(
    seed: UInt64
  ) {
    var random = SplitMix64(seed: seed)
    let pieces =
      refused.map(\.draft) + good.map(\.draft)
      + [
        "\u{0}", "\u{FEFF}", "''", "{", "]", "?", "$", "0", "\u{1F469}\u{200D}\u{1F680}", "-", " ", "'",
        "STOP",
      ]
    for reference in [Text.ask, Text.who, Text.close, Text.price, "", "?"] {
      let check = check(reference)
      for _ in 0..<4 {
        var draft = ""
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          let piece = pieces.randomElement(using: &random) ?? ""
          draft +=
            Bool.random(using: &random) ? piece : String(piece.prefix(Int.random(in: 0...40, using: &random)))
        }
        guard case .accepted(let text) = check.verdict(on: .text(draft)) else { continue }
        #expect(!text.isEmpty && text.utf8.count <= 320, "\(text)")
        let figures = text.filter(\.isNumber)
        #expect(figures.allSatisfy { reference.contains($0) }, "\(text)")
      }
    }
  }
}
