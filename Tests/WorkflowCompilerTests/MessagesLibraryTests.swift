import Diagnostics
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowProgram

private let yaml = """
  templates: broker
  about: Texts for brokers.
  texts:
    exit_1:
      theme: exit_ready
      use: opener
      segments: 2
      variants:
        short: { weight: 3, text: "{brandName} here, {firstName|there}. Selling? {optOut}" }
        long: "Hi {firstName|there}, {agentName} with {brandName}. Selling? {optOut}"
    exit_2: { theme: exit_ready, use: opener, text: "{brandName}: selling? {optOut}" }
    value_1: { theme: valuation, use: opener, text: "{brandName}: curious? {optOut}" }
    thanks: { use: reply, variants: ["Thanks.", "Thank you."] }
    bye: { use: confirmation, text: "{brandName}: done." }
    empty: { use: reply }
  """

private let personaYAML = """
  persona: gianna
  name: Gianna
  role: outreach
  archetype: warm_guide
  disclosure: "I'm an automated assistant for {brandName}."
  voice:
    formality: casual
    warmth: 4
    directness: 2
    energy: 9
    contractions: true
    emoji: none
    sentence_words: 18
    greetings: ["Hi {firstName|there}", "Hey {firstName|there}"]
    sign_offs: ["- {agentName}"]
    asking: ["Would it help to ...?"]
    giving_up: ["No problem, I'll leave it there."]
    prefer: { purchase: buy }
    avoid: [guaranteed, Kindly]
  escalation: { when: [hostile, unclear_twice], to: sabrina, holding: "One moment." }
  samples: ["Hi there."]
  replies:
    interested: ["Great.", "Lovely, kindly wait."]
    question_price: "No figure by text."
    removed: ~
  """

@Suite struct MessagesLibraryTests {
  @Test func `a library compiles to numbered templates`() throws {
    let (node, _) = MessagesFixture.document(yaml)
    let compiler = MessagesFixture.compiler(MessagesFixture.context())
    let (compiled, diagnostics) = compiler.compile(TemplateLibrarySyntax(try #require(node)), firstID: 7)
    let library = compiled.program
    #expect(diagnostics.isEmpty)
    #expect(library.name == "broker" && library.about == "Texts for brokers.")
    #expect(library.templates.map(\.name) == ["exit_1", "exit_2", "value_1", "thanks", "bye"])
    #expect(library.templates.map(\.id.index) == [7, 8, 9, 10, 11])
    #expect(library.templates.map(\.use) == [.opener, .opener, .opener, .reply, .confirmation])
    #expect(library.openers(theme: "exit_ready").map(\.reference) == ["broker.exit_1", "broker.exit_2"])
    let first = try #require(library.template(named: "exit_1"))
    #expect(first.variants.map(\.name) == ["short", "long"])
    #expect(first.variants.map(\.weight) == [3, 1])
    #expect(first.cumulativeWeights == [3, 4])
    #expect(library.template(named: "thanks")?.variants.map(\.name) == ["a", "b"])
    #expect(library.template(named: "exit_2")?.segmentBudget == TemplateCompiler.defaultBudget)
  }

  @Test func `a persona compiles to its voice and its words`() throws {
    let (node, _) = MessagesFixture.document(personaYAML)
    let compiler = MessagesFixture.compiler(MessagesFixture.context())
    let (persona, templates, diagnostics) = compiler.compile(PersonaSyntax(try #require(node)), firstID: 3)
    #expect(persona.name == "gianna" && persona.displayName == "Gianna" && persona.archetype == "warm_guide")
    #expect(persona.voice.temper == Temper(warmth: 4, directness: 2, energy: 5))
    #expect(persona.voice.formality == .casual && persona.voice.contractions == .always)
    #expect(persona.voice.greetings.map(\.description) == ["Hi {firstName|there}", "Hey {firstName|there}"])
    #expect(persona.voice.avoids == ["guaranteed", "kindly"])
    #expect(persona.replies.map(\.intent) == ["interested", "question_price"])
    #expect(persona.reply(to: "interested")?.variants.count == 2)
    #expect(persona.reply(to: "nothing") == nil)
    #expect(
      persona.disclosure?.variants[0].wording.description == "I'm an automated assistant for {brandName}.")
    #expect(
      persona.escalation.triggers == [.init(intent: "hostile", times: 1), .init(intent: "unclear", times: 2)])
    #expect(persona.escalation.agent == "sabrina" && persona.escalation.holding?.name == "holding")
    #expect(templates.map(\.template.id.index) == [3, 4, 5, 6])
    #expect(templates.map(\.template.reference).contains("gianna.question_price"))
    // Its own rules hold for its own words.
    #expect(diagnostics.map(\.message) == ["'kindly' is a word that gianna avoids"])
  }
}
