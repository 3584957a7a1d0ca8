import ReplyUnderstanding
import Testing

/// A definition whose mentions show each way to write one.
private let definition = UnderstandingDefinition(
  intents: [IntentDefinition(name: "interested", phrases: ["interested"])],
  words: [UnderstandingDefinition.WordClass(name: "filler", entries: ["please", "now"])],
  mentions: [
    MentionDefinition(name: "broker", phrases: ["(broker|realtor)", "listed with"]),
    MentionDefinition(name: "family", phrases: ["my (brother|son)"]),
    MentionDefinition(name: "by_phone", phrases: ["call ... {time}"]),
    MentionDefinition(name: "courtesy", whole: ["(ok|thanks|great|👍)+"]),
    MentionDefinition(name: "greeting", whole: ["(hi|hello)+", "{question}"]),
  ])

private let model = ReplyModel(training: definition)

@Suite struct MentionTests {
  @Test(arguments: [
    ("I'm talking to a realtor", ["broker"]), ("Listed with my brother", ["broker", "family"]),
    ("don't bother my sun", []), ("my bother has it", []), ("please call tomorrow at 3", ["by_phone"]),
    ("Ok. Thanks!", ["courtesy"]), ("ok please", ["courtesy"]), ("ok 👍", ["courtesy"]), ("👍", ["courtesy"]),
    ("Thanks. Call my office", []), ("ok then", []), ("", []), ("???", ["greeting"]),
    ("Hello?", ["greeting"]),
    ("hello realtor", ["broker"]), ("interested", []),
  ])
  func `what a reply speaks of is found beside its intent`(_ text: String, names: [String]) {
    #expect(model.understand(text).mentions.map(\.name) == names)
  }

  @Test func `mentions change nothing in what is meant`() {
    var plain = definition
    plain.mentions = []
    let without = ReplyModel(training: plain)
    for text in ["interested, says my brother", "intersted", "a broker", "stop"] {
      #expect(model.understand(text).intents == without.understand(text).intents)
    }
  }

  @Test func `a mention tells where it stands`() throws {
    let text = "So my brother, a broker"
    let found = model.understand(text).mentions
    #expect(
      found.map { String(decoding: Array(text.utf8)[$0.range], as: UTF8.self) } == ["broker", "my brother"])
  }

  @Test func `a tapback is a reaction and speaks of nothing`() {
    let read = model.understand("Liked “Do you have a broker?”")
    #expect(read.isReaction)
    #expect(read.mentions.isEmpty)
    #expect(!model.understand("hm").isReaction)
  }

  @Test func `what cannot be read is told with its place`() {
    let broken = UnderstandingDefinition(
      intents: [],
      mentions: [MentionDefinition(name: "a", phrases: ["fine", "(open"], whole: ["{no_such_class}"])])
    #expect(
      broken.mentionProblems.map(\.place) == [
        .mention("a", list: .phrases, number: 1, offset: 0),
        .mention("a", list: .whole, number: 0, offset: 0),
      ])
  }
}
