import Diagnostics
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowProgram

private func library(_ texts: String) -> String {
  "templates: t\nlanguage: 1\ntexts:\n" + texts
}

/// Every finding of a library's templates, and of two personas that speak them.
private func findings(_ yaml: String, origin: TemplateContext.Origin = .client) throws -> String {
  let (node, files) = MessagesFixture.document(yaml)
  let compiler = MessagesFixture.compiler(MessagesFixture.context(origin))
  let (library, diagnostics) = compiler.compile(TemplateLibrarySyntax(try #require(node)))
  let persona = PersonaProgram(
    name: "neva", displayName: "Neva", role: "", archetype: "",
    voice: PersonaVoice(
      contractions: .never, sentenceWords: 12, prefers: [.init("utilize", instead: "use")],
      avoids: ["guaranteed", "act now", "utilize", "deal"]),
    disclosure: nil, replies: [], escalation: EscalationHabits(), samples: [],
    place: Place(file: 0, line: 1, column: 1))
  let check = SpokenCheck(persona, speaker: Speaker(MessagesFixture.constants))
  let spoken = library.templates.flatMap { check.findings(in: $0) }
  return MessagesFixture.listing(diagnostics + spoken, in: files)
}

@Suite struct MessagesBudgetTests {
  @Test func `knows the worst case, and what makes it dear`() throws {
    let tail = String(repeating: "We would like to hear from you. ", count: 4)
    let yaml = library(
      """
        long: { use: reply, segments: 1, text: "Hi {firstName|there}, \(tail)About {companyName|your business}?" }
        quote: { use: reply, segments: 1, text: "It’s time. \(tail)" }
        quoted: { use: reply, segments: 1, text: 'It’s “time”. \(tail)' }
        emoji: { use: reply, segments: 1, text: "Good news 😀 \(tail)" }
        accent: { use: reply, segments: 1, text: "Sí, señor. \(tail)" }
        short: { use: reply, segments: 1, text: "It’s fine 😀" }
        spoken: { use: reply, segments: 1, text: "I'm \(tail)That's all, and it's fine." }
        fits: { use: reply, segments: 2, text: "Hi {firstName|there}, \(tail)About {companyName|your business}?" }
      """)
    expectGolden(try findings(yaml), "messages-budget.txt")
  }

  @Test func `a fix-it makes a text as cheap as what is sent`() throws {
    let text = "It’s “time” – yes… " + String(repeating: "x", count: 100)
    for (open, close) in [("\"", "\""), ("'", "'"), ("", "")] {
      let yaml = library("  a: { use: reply, text: \(open)\(text)\(close) }\n")
      let (node, _) = MessagesFixture.document(yaml)
      let compiler = MessagesFixture.compiler(MessagesFixture.context())
      let (before, diagnostics) = compiler.compile(TemplateLibrarySyntax(try #require(node)))
      #expect(diagnostics.map(\.id) == [.templateOverBudget])
      let fixed = MessagesFixture.document(MessagesFixture.fixed(yaml, diagnostics))
      let (after, rest) = compiler.compile(TemplateLibrarySyntax(try #require(fixed.node)))
      #expect(rest.isEmpty)
      #expect(
        after.templates[0].template.variants[0].wording == before.templates[0].template.variants[0].wording)
    }
  }

  @Test func `checks words, sentences and first messages`() throws {
    let yaml = library(
      """
        words: { use: reply, text: "Guaranteed: act  now, utilize this deal. Dealers ideal, un-guaranteed." }
        sentence: { use: reply, text: "One two three four five six seven {city|x} nine ten eleven twelve thirteen. Short." }
        bare: { use: opener, theme: x, text: "Would you sell?" }
        named: { use: opener, theme: x, text: "{agentName} at {brandName}. Would you sell? Reply STOP to end." }
        stopped: { use: opener, theme: x, text: "{brandName} here. We stop by. Sell?" }
      """)
    expectGolden(try findings(yaml), "messages-spoken.txt")
  }

  @Test func `a client's long name is a warning in a shipped text`() throws {
    let text = "{brandName} \(String(repeating: "We would like to hear from you. ", count: 5))"
    let yaml = library("  a: { use: reply, segments: 1, text: \"\(text)\" }\n")
    #expect(try findings(yaml, origin: .shipped).contains("warning: text needs up to 2 segments"))
    #expect(try findings(yaml, origin: .client).contains("error: text needs up to 2 segments"))
  }
}
