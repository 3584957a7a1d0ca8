import ReplyUnderstanding
import TestSupport
import Testing

@Suite struct ShippedIntentsTests {
  @Test(arguments: ["replies.tsv", "heldout_replies.tsv", "inbox_replies.tsv"])
  func `understands replies that no phrase and no example was written for`(_ file: String) throws {
    let model = try #require(ShippedIntents.model)
    let tally = Tally(try ShippedIntents.fixture(file), readBy: model)
    let misses = Comment(rawValue: tally.misses.joined(separator: "\n"))
    #expect(tally.intents == 15)
    #expect(tally.macroF1 >= 0.9, misses)
    #expect(tally.recall("opt_out") >= 0.99, misses)
    #expect(tally.precision("opt_out") >= 0.95, misses)
  }

  @Test func `reads a wish for silence in whatever words it comes`() throws {
    let model = try #require(ShippedIntents.model)
    let wishes = try ShippedIntents.fixture("wishes_for_silence.txt").map { $0[0] }
    let missed = wishes.filter { !model.understand($0).has("opt_out") }
    #expect(missed.count * 100 <= wishes.count, "\(missed)")
  }

  @Test func `reads no opt-out in ordinary talk of stops, ends and lists`() throws {
    let model = try #require(ShippedIntents.model)
    for line in try ShippedIntents.fixture("ordinary.txt") {
      let reading = model.understand(line[0])
      #expect(!reading.has("opt_out"), "\(line[0])")
    }
  }

  @Test func `reads hardly an opt-out in hundreds of ordinary messages`() throws {
    let model = try #require(ShippedIntents.model)
    let read = try ShippedIntents.fixture("ordinary_messages.txt").map { $0[0] }
      .filter { model.understand($0).has("opt_out") }
    #expect(read.count <= 16, "\(read)")
  }

  @Test(arguments: UInt64(0)..<200)
  func `a carrier's keyword opts out in any case, spacing and punctuation`(seed: UInt64) throws {
    let model = try #require(ShippedIntents.model)
    var random = SplitMix64(seed: seed)
    let keyword = try #require(CarrierKeyword.optOut.floor.randomElement(using: &random))
    let cased = String(
      keyword.map { Bool.random(using: &random) ? Character($0.uppercased()) : $0 })
    let marks = [
      "", " ", "  ", "!", "!!!", ".", "...", "\n", "\t", "\"", "'", " 😡", " 🙏", "?", "*", "\u{200B}",
    ]
    let front = try #require(["", " ", "\"", "'", "  ", "\n", "(", "*", "…"].randomElement(using: &random))
    let back = try #require(marks.randomElement(using: &random))
    let text = front + cased + back
    #expect(model.understand(text).primary.name == "opt_out", "\(text.debugDescription)")
  }

  @Test(arguments: [
    "Thank you for calling Rivera Law. Reply STOP to opt out.",
    "Auto-reply: our office is closed until Monday. Text STOP to end, HELP for help.",
    "You have been unsubscribed and will receive no further messages. Reply START to resubscribe.",
    "This number is not monitored. To unsubscribe reply STOP.",
    "Your appointment is on Tuesday at 3. Reply C to confirm or STOP to opt out.",
    "We received your message and will respond within 24 hours. Msg&data rates may apply. STOP to cancel.",
    "I'm driving with Do Not Disturb While Driving turned on.", "Can't talk now. What's up?",
    "I'm in a meeting. Call you later?", "Sorry, I'm busy. Call back later.",
    "Can't talk now. Call me later?",
    "Sorry, I can't talk right now.", "Respuesta automática: estoy fuera de la oficina",
  ])
  func `another machine's answer never opts anyone out and is no engagement`(_ text: String) throws {
    let reading = try #require(ShippedIntents.model).understand(text)
    #expect(reading.intents.map(\.name) == ["auto_reply"])
    #expect(reading.isAutomated && !reading.isDoubtfulOptOut)
  }

  @Test(arguments: 0..<8)
  func `a copy of our own message never opts anyone out`(_ number: Int) throws {
    let ours = "Hi Sam, this is Kim with Main St Brokers. Would you sell? Reply STOP to opt out"
    let copies = [
      "Liked “\(ours)”", "Laughed at \"\(ours)\"", "Reacted 😂 to \"\(ours)\"", ours, "\"\(ours)\"",
      "> \(ours)",
      "\(ours)\n\nwho is this?", "Emphasized “\(ours)”",
    ]
    let model = try #require(ShippedIntents.model)
    let reading = model.understand(copies[number], ourRecentMessages: [ours])
    #expect(!reading.has("opt_out") && !reading.isDoubtfulOptOut, "\(copies[number])")
  }

  @Test(arguments: [
    ("\"Would you consider selling your shop? Reply STOP to opt out\" Yes for the right price", "interested"),
    ("“Hi Al, have you thought about selling? Text STOP to end.” who is this", "question_who"),
    ("«Le interesa vender su negocio? Responda ALTO para salir» cuanto ofrecen", "question_price"),
    ("Who is this? you sent \"Would you sell your shop? Reply STOP to opt out\"", "question_who"),
  ])
  func `a quoted message that tells how to opt out is not the writer's own words`(
    text: String, intent: String
  ) throws {
    let reading = try #require(ShippedIntents.model).understand(text)
    #expect(reading.primary.name == intent && !reading.isAutomated && !reading.isDoubtfulOptOut)
  }

  @Test(arguments: ["I replied \"STOP\" already", "\"stop\"", "you said \"reply stop\" so: stop"])
  func `a short quotation is the writer's own`(_ text: String) throws {
    #expect(try #require(ShippedIntents.model).understand(text).has("opt_out"))
  }

  @Test(arguments: [
    ("who is this and how did you get my number", ["question_source", "question_who"]),
    ("who are you and how much are you offering", ["question_price", "question_who"]),
    ("Not selling, but what would you pay for it?", ["question_price", "not_interested"]),
    ("You have the wrong number please stop texting me", ["opt_out", "wrong_number"]),
  ])
  func `one sentence may say two things, the gravest is told first`(text: String, intents: [String]) throws {
    #expect(try #require(ShippedIntents.model).understand(text).intents.map(\.name) == intents)
  }

  @Test(arguments: [
    ("nope not me. who gave u this number", "wrong_number", "question_source"),
    ("we sold it in the fall but what would a place like that bring now", "already_sold", "question_price"),
    ("not interested in selling and where did you come across my name", "question_source", "not_interested"),
    ("NOT INTERESTED TAKE ME OFF YOUR LIST", "opt_out", "not_interested"),
    ("He died in March, please take this number off", "opt_out", "wrong_number"),
  ])
  func `what one clause says is heard beside the others`(text: String, first: String, second: String) throws {
    let reading = try #require(ShippedIntents.model).understand(text)
    #expect(reading.has(first) && reading.has(second), "\(reading.intents)")
  }

  @Test(arguments: [
    "sto p", "un subscribe", "can cel", "Atop", "Stop - Tony's Auto Glass", "STOP \u{2013} Maria",
    "Ok Gianna no more",
    "stop and who gave you my cell", "Stop, you never answer anyway", "Neva, no more",
  ])
  func `a keyword that is broken, signed or goes on is the keyword`(_ text: String) throws {
    #expect(try #require(ShippedIntents.model).understand(text).primary.name == "opt_out")
  }

  @Test(arguments: ["unsubscibr", "unsubscirbe", "Unsubscrieb me", "unsubsribe pls"])
  func `a mangled keyword is the keyword`(_ text: String) throws {
    #expect(try #require(ShippedIntents.model).understand(text).primary.name == "opt_out")
  }

  @Test(arguments: ["unsubtle", "how unsubtle of you"])
  func `a word that only begins like a keyword is another`(_ text: String) throws {
    #expect(!(try #require(ShippedIntents.model).understand(text).has("opt_out")))
  }
}
