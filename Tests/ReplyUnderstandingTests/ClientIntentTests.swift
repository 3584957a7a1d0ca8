import ReplyUnderstanding
import Testing
import WorkflowCompiler
import WorkflowTestSupport

/// An intent that a client adds in a few lines is heard beside the thousands of the shipped ones.
@Suite struct ClientIntentTests {
  private static let model: ReplyModel? = {
    let client = """
      workflow: acme
      extends: ecbb
      language: 1
      intents:
        wants_brochure:
          examples:
            - can you send me a brochure
            - do you have a flyer I can look at
            - mail me your brochure please
            - any printed material about your firm
            - got a leaflet I could read
            - is there a pamphlet
            - brochure please
            - I like things on paper, do you have a flyer
            - drop a leaflet in my box
            - any brochures
      """
    var compiler = WorkflowCompiler(provider: ShippedProject())
    let compilation = compiler.compile(DocumentFile(path: "workflows/acme.yaml", bytes: Array(client.utf8)))
    return ReplyModel(training: compiler.understanding(of: compilation).understanding)
  }()

  @Test(arguments: [
    "any printed stuff I can look at", "do you have a brochure I could read", "can you mail a flyer",
    "is there a brochure I can have",
  ])
  func `a client's own intent is heard`(text: String) throws {
    let reading = try #require(Self.model).understand(text)
    #expect(reading.primary.name == "wants_brochure", "\(reading.intents)")
  }

  @Test(arguments: [
    ("who is this", "question_who"), ("give me a call", "call_me"),
    ("send me some info", "interested"),
    ("how much would it bring", "question_price"), ("please take me off your list", "opt_out"),
    ("not for sale", "not_interested"),
    ("any rain up there today", "unclear"),
  ])
  func `and takes nothing from the others`(text: String, intent: String) throws {
    #expect(try #require(Self.model).understand(text).primary.name == intent)
  }
}
