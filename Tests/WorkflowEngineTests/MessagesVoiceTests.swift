import LeadModel
import TestSupport
import Testing
import WorkflowEngine
import WorkflowProgram

private let flow: [(name: String, use: TemplateUse, text: String)] = [
  (
    "opener", .opener,
    "Hi {firstName|there}, {agentName} with {brandName}. We'd like to hear if you're thinking of selling "
      + "{companyName|your business}. Would you like to talk? {optOut}"
  ),
  (
    "nudge", .followUp,
    "Hi {firstName|there}, I don't want to crowd you, but I wanted to check in. Is a quick chat worth it?"
  ),
  ("thanks", .reply, "Thanks! Do you want to see what it involves? 😀"),
  (
    "price", .reply,
    "I can't guess at a price by text, and we won't promise one. It's worth a quick call. Would that help?"
  ),
  ("own", .reply, "{greeting} good to hear. {ask}"),
  ("done", .reply, "Ok, understood. {giveUp} {signOff}"),
  ("stop", .confirmation, "{brandName}: you won't hear from us again."),
]

private let june = PersonaVoice(
  formality: .casual, contractions: .always, emoji: .rare, temper: Temper(warmth: 5, directness: 1),
  greetings: [MessagesFixture.wording("Hey {firstName|there}!")],
  signOffs: [MessagesFixture.wording("- {agentName}")],
  asks: [AskForm(Wording(text: "Could we chat?")), AskForm(Wording(text: "How about we ...?"))],
  goodbyes: [Wording(text: "No worries, I'll leave it.")], prefers: [.init("talk", instead: "catch up")])

private let rex = PersonaVoice(
  formality: .formal, contractions: .never, temper: Temper(warmth: 1, directness: 5, energy: 1),
  sentenceWords: 12,
  greetings: [MessagesFixture.wording("Good day, {salutation|there}")],
  signOffs: [MessagesFixture.wording("Regards, {agentName}")],
  asks: [AskForm(Wording(text: "May we arrange a call?"))],
  goodbyes: [Wording(text: "I will not write again.")], prefers: [.init("selling", instead: "a sale of")])

/// What each says to the same lead, in the flow's order.
private let page = [
  "June": [
    "Hey John! June with Acme Brokers. We'd like to hear if you're thinking of selling Smith Roofing. Would you "
      + "like to catch up? Reply STOP to opt out.",
    "Hey John! I don't want to crowd you, but I wanted to check in. Is a quick chat worth it? - June",
    "Thanks so much! Would you like to see what it involves? 😀",
    "I can't guess at a price by text, and we won't promise one. It's worth a quick call. Would that help?",
    "Hey John! Good to hear. Could we chat?",
    "Ok, got it. No worries, I'll leave it. - June",
    "Acme Brokers: you won't hear from us again.",
  ],
  "Rex": [
    "Good day, Mr. Smith. Rex with Acme Brokers. We would like to hear if you are thinking of a sale of Smith "
      + "Roofing. Do you want to talk? Reply STOP to opt out.",
    "Good day, Mr. Smith. I do not want to crowd you. But I want to check in. Is a brief chat worth it? Regards, Rex",
    "Thank you. Do you want to see what it involves?",
    "I cannot guess at a price by text. We will not promise one. It is worth a brief call. Would that help?",
    "Good day, Mr. Smith. Good to hear. May we arrange a call?",
    "All right, understood. I will not write again. Regards, Rex",
    "Acme Brokers: you won't hear from us again.",
  ],
]

@Suite struct MessagesVoiceTests {
  @Test(arguments: [("June", june), ("Rex", rex)])
  func `the same flow under two personas reads like two people`(_ name: String, _ voice: PersonaVoice) {
    let lead = MessagesFixture.lead([.ownerName: "Mr. John Smith", .businessName: "Smith Roofing"])
    let speaker = Speaker(MessagesFixture.constants.merging([.agentName: name]) { $1 })
    var buffer = MessageBuffer()
    var said: [String] = []
    for (name, use, text) in flow {
      let voiced = MessagesFixture.template(text, named: name, use: use).voiced(by: voice, for: speaker)
      voiced.patterns[0].render(lead, row: 0, speaker: speaker, into: &buffer)
      said.append(buffer.text)
    }
    #expect(said == page[name])
  }

  @Test(arguments: [
    (
      "I don't know. Don't you? Isn't it fine? Can't wait.",
      "I do not know. Do you not? Is it not fine? Cannot wait."
    ),
    ("It's been a while, and it's late.", "It has been a while, and it is late."),
    ("We'd like that. You'd better not. Let's go.", "We would like that. You had better not. Let us go."),
    ("That's who I'm. I'll see who's there.", "That is who I am. I will see who is there."),
    ("Joe's shop and the owners' club stay.", "Joe's shop and the owners' club stay."),
  ])
  func `long forms`(_ text: String, _ expected: String) {
    let voice = PersonaVoice(contractions: .never)
    #expect(voice.speak(text) == expected)
    #expect(voice.speak(expected) == expected)
  }

  @Test(arguments: [
    ("I do not know. I am here, and we will see.", "I don't know. I'm here, and we'll see."),
    ("Tell me who I am. That is where you are now.", "Tell me who I am. That's where you are now."),
    ("It is late. We cannot and will not.", "It's late. We can't and won't."),
    ("You are right, you are.", "You're right, you are."),
    ("We have been open. It has been long.", "We've been open. It's been long."),
  ])
  func `short forms`(_ text: String, _ expected: String) {
    #expect(PersonaVoice(contractions: .always).speak(text) == expected)
  }

  @Test(arguments: [
    (
      "Hey, thanks for the info, maybe a quick call?",
      "Hello, thank you for the information, perhaps a brief call?"
    ),
    ("Many thanks, OK? ok.", "Many thanks, all right? all right."),
    ("Got it. I got it done.", "Understood. I got it done."),
    ("Yeah, no worries.", "Yes, that is quite all right."),
  ])
  func `formal words`(_ text: String, _ expected: String) {
    #expect(PersonaVoice(formality: .formal).speak(text) == expected)
  }

  @Test(arguments: [
    ("Utilize it, UTILIZE it, utilized.", "Use it, use it, utilized."),
    ("Reach out today.", "Write today."),
  ])
  func `a persona's own words`(_ text: String, _ expected: String) {
    let voice = PersonaVoice(prefers: [
      .init("utilize", instead: "use"), .init("reach out", instead: "write"),
    ])
    #expect(voice.speak(text) == expected)
  }

  @Test func `emoji go as the policy says`() {
    let text = "Hi 😀 there 👨‍👩‍👧 you 1 © 🇺🇸"
    #expect(PersonaVoice(emoji: .never).speak(text) == "Hi there you 1 ©")
    #expect(PersonaVoice(emoji: .rare).speak(text) == "Hi 😀 there you 1 ©")
    #expect(PersonaVoice(emoji: .some).speak(text) == text)
  }

  @Test(arguments: [
    (
      "We help owners plan a sale, and we would like to hear from you soon.",
      "We help owners plan a sale. We would like to hear from you soon."
    ),
    (
      "We help owners plan a sale well, but it takes time and it takes care.",
      "We help owners plan a sale well. But it takes time and it takes care."
    ),
    (
      "Would you like to plan a sale, and would you want to do it soon?",
      "Would you like to plan a sale, and would you want to do it soon?"
    ),
    ("Short one, and we stop.", "Short one, and we stop."),
    (
      "Buyers, sellers and brokers all look at the same three sheets of paper.",
      "Buyers, sellers and brokers all look at the same three sheets of paper."
    ),
  ])
  func `long statements are parted, questions never`(_ text: String, _ expected: String) {
    #expect(PersonaVoice(sentenceWords: 10).speak(text) == expected)
  }

  @Test func `the budget decides what a voice may add`() {
    let voice = PersonaVoice(
      greetings: [Wording([.text("Good morning to you, "), .variable(.firstName, fallback: "there")])],
      signOffs: [Wording(text: "With kind regards, your June")], signs: .always)
    let wording = Wording([
      .text("Hi "), .variable(.firstName, fallback: "there"), .text(", see you."),
    ])
    let speaker = Speaker([:])
    func voiced(upTo limit: Int) -> String {
      wording.voiced(by: voice, choice: 0, signs: true) {
        $0.worstCase(for: speaker).utf8.count <= limit
      }.description
    }
    #expect(
      voiced(upTo: 200)
        == "Good morning to you, {firstName|there}. See you. With kind regards, your June")
    #expect(voiced(upTo: 60) == "Good morning to you, {firstName|there}. See you.")
    #expect(voiced(upTo: 40) == "Hi {firstName|there}, see you.")
    // The words are the persona's even where nothing fits; the compiler reports that.
    #expect(voiced(upTo: 10) == "Hi {firstName|there}, see you.")
  }

  @Test func `a persona's own text gets its words but no second greeting`() {
    let voice = PersonaVoice(
      key: stableHash("t".utf8), contractions: .never, greetings: [Wording(text: "Good day")],
      signOffs: [Wording(text: "June")], signs: .always)
    let own = MessagesFixture.template("Hi {firstName|there}, I'm here. {giveUp}")
    #expect(
      own.wording(0, in: voice, for: Speaker([:])).description
        == "Hi {firstName|there}, I am here. I will not write about this again.")
  }

  @Test func `a confirmation is said in no one's voice`() {
    let here = Place(file: 0, line: 1, column: 1)
    let template = MessageTemplate(
      id: TemplateID(index: 0), library: "t", name: "stop", theme: nil, use: .confirmation, segmentBudget: 1,
      variants: [
        MessageVariant(name: "a", weight: 1, wording: Wording(text: "You won't hear from us!"), place: here)
      ],
      place: here)
    let voice = PersonaVoice(
      contractions: .never, temper: Temper(energy: 1), signOffs: [Wording(text: "June")], signs: .always)
    #expect(template.wording(0, in: voice, for: Speaker([:])).description == "You won't hear from us!")
  }

  @Test(arguments: UInt64(0)..<100)
  func `any text can be spoken, twice the same`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = [
      "don't", "I", "am", "it's", "been", ",", ".", "?", "!", " ", "  ", "hi", "thank", "you", "é", "😀", "'",
      "-", "and", "we",
    ]
    let voices = [
      PersonaVoice(
        formality: .formal, contractions: .never, temper: Temper(warmth: 1, directness: 5, energy: 1)),
      PersonaVoice(
        formality: .casual, contractions: .always, temper: Temper(warmth: 5, directness: 1), sentenceWords: 5),
    ]
    for _ in 0..<20 {
      let text = (0..<Int.random(in: 0...30, using: &random)).compactMap { _ in
        words.randomElement(using: &random)
      }
      .joined(separator: Bool.random(using: &random) ? " " : "")
      for voice in voices {
        let once = voice.speak(text)
        #expect(voice.speak(text) == once)
        #expect(!once.contains("😀"))
      }
    }
  }
}
