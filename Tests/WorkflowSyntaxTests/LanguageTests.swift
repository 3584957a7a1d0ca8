import Diagnostics
import TestSupport
import Testing
import WorkflowSyntax

@Suite struct LanguageTests {
  @Test(
    arguments: [
      ("persona: gianna\n", "persona", nil),
      ("templates: general\nlanguage: 1\n", "templates", nil),
      (
        "language: 1\npersona: gianna\n", nil,
        "a file starts with 'persona' or 'shop' and its name; 'language' comes later"
      ),
      ("persna: gianna\n", nil, "a file starts with 'persona' or 'shop' and its name, not 'persna'"),
      ("elephant: 1\n", nil, "a file starts with 'persona' or 'shop' and its name, not 'elephant'"),
      ("- a\n", nil, "a file starts with 'persona' or 'shop' and its name, as in 'persona: acme'"),
    ] as [(String, String?, String?)])
  func `a file's first key tells its kind`(text: String, kind: String?, message: String?) throws {
    let value = try #require(YAMLFixture(text).value)
    let documents = kind == nil ? [LanguageSchema.persona, shop] : LanguageSchema.documents
    let (schema, diagnostics) = LanguageSchema.document(of: value, among: documents)
    #expect(schema?.kind == kind)
    #expect(diagnostics.map(\.message) == (message.map { [$0] } ?? []))
  }

  @Test func `the schema for editors takes what an edit of a base may say`() {
    let schema = LanguageSchema.workflow.jsonSchema
    #expect(!schema.contains("dependentRequired"))
    let resume = schema.split(separator: "\"resume\": {").dropFirst().first?.prefix(500) ?? ""
    #expect(resume.filter { !$0.isWhitespace }.contains("\"enum\":[\"true\",true]"))
    #expect(schema.contains("\"library_changes\"") && schema.contains("\"persona_changes\""))
    #expect(!schema.contains("\"$ref\": \"#/$defs/change\""))
  }

  private static let persona = """
    persona: gianna
    language: 1
    name: Gianna
    role: outreach
    disclosure: "I'm a machine."
    voice: &voice { formality: casual, warmth: 4, emoji: none, prefer: { a: b }, avoid: [c] }
    escalation:
      when: [hostile]
      to: sabrina
    replies: { a: ["x", 'y'] }
    """

  @Test(arguments: UInt64(0)..<200)
  func `a changed file is checked, merged and listed`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let pieces = [
      "{}", "[]", ": ", "- ", "\n", "  ", "null", "*voice", "before: a\n", "#", "\"", "${X}", "é", ",",
    ]
    var text = Array(LanguageTests.persona.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...text.count, using: &random)
      let end = min(text.count, place + Int.random(in: 0...6, using: &random))
      text.replaceSubrange(place..<end, with: Array((pieces.randomElement(using: &random) ?? "").utf8))
    }
    let fixture = YAMLFixture(bytes: text)
    guard let value = fixture.value else { return }
    for mode in [DocumentSchema.CheckMode.whole, .overlay] {
      let findings = fixture.findings(LanguageSchema.persona, mode)
      #expect(TextRenderer(files: fixture.files).render(findings).isEmpty == findings.isEmpty)
      for fixIt in findings.flatMap(\.fixIts) { #expect(Int(fixIt.range.end) <= text.count) }
    }
    let original = YAMLFixture(LanguageTests.persona)
    let merged = mergePatch(base: try #require(original.value), overlay: value)
    #expect(mergePatch(base: merged.value, overlay: value).value.entries.count == merged.value.entries.count)
    let listing = resolvedListing(value, in: fixture.files)
    #expect(YAMLFixture(listing).value.map(plain) == plain(value), "\(listing)")
  }
}
