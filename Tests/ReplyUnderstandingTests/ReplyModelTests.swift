import ReplyUnderstanding
import Testing

/// A definition small enough to read at a glance.
let smallDefinition = UnderstandingDefinition(
  intents: [
    IntentDefinition(
      name: "opt_out", phrases: ["^ stop $", "stop {contacting} me?", "(take|get) me off ... list"],
      except: ["(do not|never) stop"], examples: ["no more of these texts", "take my number off"]),
    IntentDefinition(
      name: "interested", phrases: ["interested", "tell me more"], except: ["not ... interested"],
      examples: ["sounds good to me", "what do you have in mind"]),
    IntentDefinition(
      name: "auto_reply", phrases: ["(text|reply) stop to", "out of (the)? office"],
      examples: ["thank you for contacting us, a team member will reply"]),
    IntentDefinition(name: "unclear", examples: ["ok", "hello there"]),
  ],
  words: [
    UnderstandingDefinition.WordClass(name: "filler", entries: ["please", "ok", "right now", "thanks"]),
    UnderstandingDefinition.WordClass(name: "contacting", entries: ["texting", "calling", "messaging"]),
  ],
  ordinaryWords: ["shop", "step"])

let smallModel = ReplyModel(training: smallDefinition)

@Suite struct ReplyModelTests {
  @Test func `word classes that double each other are refused, and nothing hangs`() {
    var words = [UnderstandingDefinition.WordClass(name: "c0", entries: ["x y"])]
    for level in 1..<40 {
      words.append(.init(name: "c\(level)", entries: ["{c\(level - 1)} {c\(level - 1)}"]))
    }
    let definition = UnderstandingDefinition(
      intents: [IntentDefinition(name: "interested", phrases: ["{c39}", "{c39}? sure"])], words: words)
    #expect(definition.problems.map(\.isTooLarge) == [true])
    #expect(
      definition.problems.map(\.message) == [
        "the phrase has more than 4000 words with the classes it names written out"
      ])
    #expect(definition.problems.map(\.place) == [.wordClass("c11", entry: 0, offset: 6)])
  }

  @Test(arguments: ["{@}+", "{@}? {@}", "({@}|{@} x)", "{@}"])
  func `word classes that nest each other without end are no danger`(entry: String) {
    var words = [UnderstandingDefinition.WordClass(name: "c0", entries: [])]
    for level in 1..<5_000 {
      words.append(.init(name: "c\(level)", entries: [entry.replacing("@", with: "c\(level - 1)")]))
    }
    let definition = UnderstandingDefinition(
      intents: [IntentDefinition(name: "interested", phrases: ["{c4999} sure"])], words: words)
    let problems = definition.problems
    #expect(problems.isEmpty || problems.map(\.isTooLarge) == [true])
  }

  @Test(arguments: [
    (
      (0..<1_500).map { "w\($0) _ v\($0)" },
      ["the word class 'many' has more than 4000 words with the classes it names written out"]
    ),
    (Array(repeating: "{email}", count: 1_900), ["there are too many phrases"]),
    ((0..<600).map { "w\($0) _ v\($0)" }, []), ((0..<5_000).map { "w\($0) x" }, []),
  ])
  func `a class is as large as what it makes the model hold`(entries: [String], problems: [String]) {
    let definition = UnderstandingDefinition(
      intents: [IntentDefinition(name: "interested", phrases: ["yes", "{many} {many}"])],
      words: [.init(name: "many", entries: entries)])
    #expect(definition.problems.map(\.message) == problems)
  }

  @Test(arguments: [
    "stop", "STOP", " Stop! ", "\"stop\"", "StopAll", "stop all", "S T O P", "s.t.o.p", "ｓｔｏｐ", "𝐒𝐓𝐎𝐏",
    "stóp", "st0p",
    "$top", "stoooop", "stopp", "stpo", "STOP STOP STOP", "end", "Arrêt", "opt-out", "OPT OUT", "STOP 😡",
    "please stop",
    "ok stop right now", "Thanks. Stop", "stop texting", "stop texting me", "stop txting me", "Stop calling!",
    "I said stop messaging me", "take me off your mailing list", "get me off this damn list", "stop\u{200B}",
  ])
  func `reads an opt-out`(_ text: String) {
    #expect(smallModel.understand(text).primary.name == "opt_out")
  }

  @Test(arguments: [
    "don't stop", "dont stop texting me", "never stop calling", "shop", "step", "stop by the shop",
    "non-stop rain",
    "the bus stop", "listing", "Reply STOP to opt out", "", " ", "...", "🤷",
  ])
  func `does not read an opt-out`(_ text: String) {
    #expect(!smallModel.understand(text).has("opt_out"))
  }

  @Test func `reports every intent of a reply, the gravest first`() {
    let reading = smallModel.understand("Tell me more. Actually no, stop texting me")
    #expect(reading.intents.map(\.name) == ["opt_out", "interested"])
  }

  @Test func `an exception takes back only the phrase it touches`() {
    #expect(smallModel.understand("not really interested").has("interested") == false)
    #expect(smallModel.understand("Not interested before. Now tell me more").has("interested"))
  }

  @Test func `shows what was read and where`() throws {
    let text = "Please stop texting me, Kim"
    let reading = smallModel.understand(text)
    let evidence = try #require(reading.evidence.first { $0.intent == "opt_out" })
    let bytes = Array(text.utf8)
    #expect(evidence.source == .phrase("stop {contacting} me?"))
    #expect(String(decoding: bytes[evidence.range], as: UTF8.self) == "stop texting me")
  }

  @Test func `another machine's answer never opts anyone out and is nothing else`() {
    let reading = smallModel.understand(
      "I'm out of the office. Interested? Tell me more. Reply STOP to opt out")
    #expect(reading.intents.map(\.name) == ["auto_reply"])
    #expect(reading.isAutomated)
  }

  @Test func `tells the carriers' keywords from other wordings`() {
    #expect(smallModel.understand("STOP").keyword == .optOut)
    #expect(smallModel.understand("stopp").keyword == nil)
    #expect(smallModel.understand("please stop").keyword == nil)
    #expect(smallModel.understand("Start").keyword == .optIn)
    #expect(smallModel.understand("UNSTOP", isOptedOut: true).optsBackIn)
    #expect(!smallModel.understand("START").optsBackIn)
    #expect(!smallModel.understand("YES", isOptedOut: true).optsBackIn)
  }

  @Test func `a definition cannot take the carriers' keywords away`() {
    let model = ReplyModel(training: UnderstandingDefinition(intents: []))
    #expect(model.intents == ["opt_out", "unclear"])
    for word in CarrierKeyword.optOut.floor { #expect(model.understand(word).primary.name == "opt_out") }
    #expect(model.understand("hello").primary.name == "unclear")
  }

  @Test func `added words are keywords whatever the intents are, and take none from others`() throws {
    var words = CarrierWords()
    try words.add("halt", to: .optOut)
    try words.add("¡Ya Basta!", to: .optOut)
    try words.add("resume", to: .optIn)
    try words.add("who", to: .help)
    try words.add("STOP", to: .optOut)
    #expect(throws: CarrierWords.Problem.isTaken(by: .optOut)) { try words.add("Stop!", to: .optIn) }
    #expect(throws: CarrierWords.Problem.isTaken(by: .optIn)) { try words.add("resume", to: .help) }
    for empty in ["", "!?", "a@b.example"] {
      #expect(throws: CarrierWords.Problem.noWord) { try words.add(empty, to: .help) }
    }
    #expect(words[.optOut] == CarrierKeyword.optOut.floor + ["halt", "¡Ya Basta!"])
    let model = ReplyModel(
      training: UnderstandingDefinition(
        intents: [
          // Graver than an opt-out by its place, and still no keyword's word is its.
          IntentDefinition(name: "interested", whole: ["stop", "halt", "help", "resume"]),
          IntentDefinition(name: "opt_out"), IntentDefinition(name: "unclear"),
        ], carrierWords: words))
    for (text, keyword) in [
      ("HALT", .optOut), ("halt?", .optOut), ("ya basta", .optOut), ("stop", .optOut), ("Resume.", .optIn),
      ("start", .optIn), ("Who?", .help), ("help", .help), ("halt it", nil), ("resumes", nil),
    ] as [(String, CarrierKeyword?)] {
      let read = model.understand(text, isOptedOut: true)
      #expect(read.keyword == keyword, "\(text)")
      #expect((read.primary.name == "opt_out") == (keyword == .optOut), "\(text)")
      #expect(read.optsBackIn == (keyword == .optIn), "\(text)")
    }
    #expect(smallModel.understand("halt").keyword == nil)
  }

  @Test(arguments: [
    ("ALTO", ReplyLanguage.spanish), ("Pare!", .spanish), ("basta", .spanish), ("arrêt", .french),
    ("stop", .english),
    ("I live in Palo Alto and you call me", .english),
  ])
  func `a word of another language tells it, alone`(_ text: String, language: ReplyLanguage) {
    #expect(smallModel.understand(text).language == language)
  }

  @Test func `equal definitions give equal readings`() {
    let again = ReplyModel(training: smallDefinition)
    for text in ["what have you got in mind", "take number off", "sounds ok", "my office"] {
      #expect(again.understand(text) == smallModel.understand(text))
    }
  }

  @Test(arguments: [
    "stop (texting", "stop texting)", "{nobody} stop", "stop | $ now", "(a|b)?", "?", "...", "^", "a ^ b",
    "stop $ now",
    "{", "}", "((((((((((((((((a))))))))))))))))",
  ])
  func `names a phrase that cannot be used and goes on without it`(_ phrase: String) {
    let model = ReplyModel(
      training: UnderstandingDefinition(intents: [
        IntentDefinition(name: "opt_out", phrases: [phrase, "cut it out"])
      ]))
    #expect(model.problems.count == 1)
    #expect(model.understand("just cut it out").has("opt_out"))
  }
}
