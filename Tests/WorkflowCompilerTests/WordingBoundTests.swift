import LeadModel
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowProgram

@Suite struct WordingBoundTests {
  /// Words that voices exchange, and what decides whether they do; some cost two septets a character, some are
  /// outside the GSM alphabet.
  private static let words = [
    "I'm", "don't", "it's", "can't", "thanks", "thank you", "sorry", "OK", "ok", "asap", "maybe", "hi", "Hey",
    "would you like to", "do you want to", "I was wondering if", "got it", "no worries", "and we're",
    "but I'd",
    "so they'll", "isn't it", "we", "you", "a quick call", "cannot", "I am", "that is", "there's been",
    "info",
    "[brackets]", "€", "~", "naïve", "Žižek", "1", "selling", "your business", "x", "mix-up", "understood",
  ]
  private static let marks = [" ", " ", " ", ", ", ". ", "! ", "? ", ": ", "\n", "; "]
  private static let variables: [MessageVariable] = [
    .firstName, .companyName, .city, .agentName, .agentRole, .brandName, .brandDomain, .optOut, .calendarLink,
  ]

  private static func wording(_ random: inout SplitMix64) -> Wording {
    var wording = Wording()
    for _ in 0..<Int.random(in: 1...28, using: &random) {
      if Int.random(in: 0..<6, using: &random) == 0 {
        let fallback = Bool.random(using: &random) ? words.randomElement(using: &random) : nil
        wording.append(.variable(variables.randomElement(using: &random) ?? .city, fallback: fallback))
      } else if Int.random(in: 0..<24, using: &random) == 0 {
        wording.append(.slot(VoiceSlot.allCases.randomElement(using: &random) ?? .ask))
      } else {
        // Accents are rare, or no text had a bound.
        let word = words.randomElement(using: &random) ?? ""
        let isRare = word.utf8.contains { 0x80 <= $0 } && Int.random(in: 0..<8, using: &random) > 0
        wording.append(.text(isRare ? "plain" : word))
      }
      wording.append(.text(marks.randomElement(using: &random) ?? " "))
    }
    return wording
  }

  private static func speaker(_ random: inout SplitMix64) -> Speaker {
    let names = [
      "Acme", "East Coast Business Brokers", "A [very] long name of a firm that broke every form", "Žižek",
    ]
    return Speaker([
      .agentName: ["Gianna", "Cathy-Ann"].randomElement(using: &random) ?? "", .agentRole: "outreach",
      .brandName: names.randomElement(using: &random) ?? "", .brandDomain: "acme.example",
      .optOut: "Reply STOP to opt out",
    ])
  }

  private static func voices(_ shipped: MessagesShipped) -> [PersonaVoice] {
    let scales = [0, 2, 5]
    let made = Formality.allCases.flatMap { formality in
      Contractions.allCases.flatMap { contractions in
        scales.map { scale in
          PersonaVoice(
            key: 7, formality: formality, contractions: contractions, emoji: .rare,
            temper: Temper(warmth: scale, directness: 5 - scale, energy: scale), sentenceWords: 8,
            greetings: [Wording([.text("Hello "), .variable(.firstName, fallback: "there")])],
            signOffs: [Wording(text: "- G")],
            asks: [
              AskForm(Wording(text: "selling? A quick call, or I am off")),
              AskForm(Wording(text: "OK [we]?")),
            ],
            goodbyes: [Wording(text: "I am done. thank you"), Wording(text: "OK")],
            prefers: [.init("selling", instead: "letting go of"), .init("call", instead: "Žoom [call]")])
        }
      }
    }
    return shipped.personas.map(\.voice) + made
  }

  @Test(arguments: 0..<24) func `what surely fits a budget fits it in every voice`(seed: UInt64) throws {
    let voices = Self.voices(try MessagesShipped(MessagesShipped.root()))
    var random = SplitMix64(seed: seed)
    var settled = 0
    for round in 0..<40 {
      let wording = Self.wording(&random)
      let speaker = Self.speaker(&random)
      let lengths = SpeakerLengths(speaker)
      let budget = Int.random(in: 1...4, using: &random)
      let template = MessageTemplate(
        id: TemplateID(index: 0), library: "made", name: "up_\(round)", theme: nil,
        use: TemplateUse.allCases.randomElement(using: &random) ?? .reply, segmentBudget: budget,
        variants: [
          MessageVariant(name: "a", weight: 1, wording: wording, place: Place(file: 0, line: 1, column: 1))
        ], place: Place(file: 0, line: 1, column: 1))
      let bound = WordingBound(wording)
      if bound.fits(budget, for: lengths) {
        #expect(wording.worstCount(for: speaker).segments <= budget, "\(wording)")
      }
      if bound.fits(budget, growth: bound.growth(in: .asWritten), for: lengths) {
        let plain = wording.worded(by: .asWritten, choice: 0)
        #expect(plain.worstCount(for: speaker).segments <= budget, "\(plain)")
      }
      for voice in voices where bound.fits(budget, growth: bound.growth(in: voice), for: lengths) {
        settled += 1
        let spoken = template.wording(0, in: voice, for: speaker)
        #expect(spoken.worstCount(for: speaker).segments <= budget, "\(wording) became \(spoken)")
      }
    }
    #expect(settled > 0)
  }

  @Test func `most shipped texts fit surely, whoever speaks them`() throws {
    let shipped = try MessagesShipped(MessagesShipped.root())
    let lengths = SpeakerLengths(Speaker(MessagesShipped.constants))
    var (settled, all) = (0, 0)
    for template in shipped.libraries.flatMap(\.templates).map(\.template) {
      for variant in template.variants {
        let bound = WordingBound(variant.wording)
        for persona in shipped.personas {
          all += 1
          let growth = bound.growth(in: persona.voice)
          if bound.fits(template.segmentBudget, growth: growth, for: lengths) { settled += 1 }
        }
      }
    }
    #expect(9 * all < 10 * settled, "\(settled) of \(all)")
  }
}
