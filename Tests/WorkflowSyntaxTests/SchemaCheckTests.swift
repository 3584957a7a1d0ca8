import Diagnostics
import TestSupport
import Testing
import WorkflowSyntax

/// A text with something wrong in it, and how it is checked.
private struct Broken: CustomTestStringConvertible, Sendable {
  let name: String, text: String
  var mode = DocumentSchema.CheckMode.whole
  init(_ name: String, _ text: String, _ mode: DocumentSchema.CheckMode = .whole) {
    (self.name, self.text, self.mode) = (name, "shop: corner\nlanguage: 1\n" + text, mode)
  }
  init(raw name: String, _ text: String) { (self.name, self.text) = (name, text) }
  var testDescription: String { name }
}

private let broken = [
  Broken("unknown key", "nmae: x\n"),
  Broken("unknown key far from any", "elephant: x\n"),
  Broken("key too deep", "price: { fixed: 3, tier: growth }\n"),
  Broken("key too high", "email: a@example.com\ncontact: { email: a }\n"),
  Broken("missing keys", "contact: {}\n"),
  Broken("missing one of two", "price: {}\n"),
  Broken("both of two", "price: { fixed: 3, rule: lead.size }\n"),
  Broken("a key without the one it needs", "price: { rule: lead.size, until: 2027-01-01 }\n"),
  Broken(raw: "missing language", "shop: corner\nname: x\n"),
  Broken(raw: "wrong language", "shop: corner\nlanguage: 2\n"),
  Broken(raw: "a list as document", "- a\n- b\n"),
  Broken("text traps", "name: 012\nstate: NO\ngreeting: 12:30\nfacts: { a: NO, b: 012, c: 12:30 }\n"),
  Broken("more text traps", "name: 1e3\nstate: +12175550142\ngreeting: 2026-11-22\n"),
  Broken("names", "owner: Ann Lee\ntags: [a b, '9', aB]\n"),
  Broken("numbers", "size: many\nrate: 1.5\nshare: 15\nrent: lots\n"),
  Broken("a number over its limit", "size: 101\n"),
  Broken("yes and no", "open: maybe\n"),
  Broken("durations", "wait: 3 days\nafter: { 30: x, 2 weeks: y, soon: z }\n"),
  Broken("times and dates", "opens: noon\nsince: 2026-02-30\n"),
  Broken("color as comment", "color: #0b3d5c\nname: #1 shop\n"),
  Broken("color", "color: blue\nsite: example.com\n"),
  Broken("literal number", "sender: +12175550142\n"),
  Broken(
    "secrets", "sender: sk-0123456789abcdefghij\nname: AKIA0123456789ABCDEF\nsite: https://a:b@example.com\n"),
  Broken("choice", "tier: Growth\nstart: speed\n"),
  Broken("choice far from any", "tier: gold\n"),
  Broken("expression in braces", "when: [1, 2]\ngreeting: {firstName}\n"),
  Broken("an expression written as a map", "when: { when: lead.size > 3 }\n"),
  Broken("an expression written as a map of words", "when: { field: size, equals: 3 }\n"),
  Broken("typographic quotes", "name: “Corner”\ntier: “growth”\nqueues: { “all”: {} }\n"),
  Broken("lists and maps", "name: [a]\ntags: a\nqueues: [a]\nsize: { a: 1 }\nprice: 5\n"),
  Broken("a text that is no list's item", "name: a\ntags: a - b\n"),
  Broken("a list too long", "tags: [a, b, c, d]\n"),
  Broken("empty values", "queues:\n  all:\nname:\nprice:\nopen: ~\n"),
  Broken("empty values that remove", "queues:\n  all:\n  vip: null\nname:\n", .overlay),
  Broken("an empty file's color", "color:\ntags: [a, ]\n"),
  Broken("no space behind a colon", "price:\n  fixed:5\n"),
  Broken("before nothing", "queues: { vip: { before: al }, all: {}, own: { before: own } }\n"),
  Broken("an alias to the wrong thing", "tags: &t [a, b]\nname: *t\n"),
  Broken("an alias to something wrong", "queues: &q { a: { elephant: x } }\nstates: *q\n"),
  Broken("a record or a map", "opener: { say: Hi, when: x }\nname: { say: Hi }\n"),
  Broken("a map or a record", "opener: { a: Hi, b: [x] }\n"),
  Broken("within itself", "states: { a: { states: { b: { states: { c: { thn: x } } } } } }\n"),
]

@Suite struct SchemaCheckTests {
  @Test func `what does not fit the schema is told in the reader's words`() {
    let texts = broken.map { row in
      let fixture = YAMLFixture(row.text)
      let findings = fixture.findings(shop, row.mode)
      return "# \(row.name)\n\n" + TextRenderer(files: fixture.files).render(findings)
    }
    expectGolden(texts.joined(separator: "\n"), "schema-findings.txt")
  }

  @Test(arguments: broken)
  fileprivate func `a proposed fix removes its finding`(row: Broken) {
    var bytes = Array(row.text.utf8)
    var findings = YAMLFixture(bytes: bytes).findings(shop, row.mode)
    #expect(!findings.isEmpty)
    while let finding = findings.first(where: { !$0.fixIts.isEmpty }) {
      bytes = applying(finding.fixIts, to: bytes)
      let next = YAMLFixture(bytes: bytes).findings(shop, row.mode)
      #expect(next.count < findings.count, "\(String(decoding: bytes, as: UTF8.self))")
      guard next.count < findings.count else { return }
      findings = next
    }
  }

  @Test(arguments: LanguageSchema.documents.map(\.kind) + ["shop"])
  func `every example in the schema is valid`(kind: String) throws {
    let schema = try #require((LanguageSchema.documents + [shop]).first { $0.kind == kind })
    var count = 0
    func check(_ shape: Shape) {
      switch shape.form {
      case .record(let record):
        for key in record.keys {
          let fixture = YAMLFixture("\(key.name): \(key.example)\n")
          #expect(fixture.diagnostics.isEmpty, "\(key.name): \(key.example)")
          if let entry = fixture.value?.entries.first {
            // Names of siblings stand elsewhere in the file.
            let findings = schema.check(
              entry.value, of: entry.key, as: key.shape, .overlay, in: fixture.files)
            #expect(findings.isEmpty, "\(findings.map(\.message)) \(key.name): \(key.example)")
          }
          count += 1
          check(key.shape)
        }
      case .map(_, let values): check(values)
      case .list(let item, _): check(item)
      case .oneOf(let shapes): shapes.forEach(check)
      case _: break
      }
    }
    check(Shape(.record(schema.root)))
    for definition in schema.definitions { check(definition.shape) }
    #expect(3 < count)
  }

  @Test func `an overlay may leave out what must be there`() {
    let fixture = YAMLFixture("shop: a\nlanguage: 1\ncontact: {}\nprice: { until: 2027-01-01 }\n")
    #expect(fixture.findings(shop, .overlay).isEmpty)
    #expect(fixture.findings(shop).map(\.id) == [.missingKey, .missingKey, .missingKey])
  }

  @Test func `editors and readers get the same schema`() {
    for schema in LanguageSchema.documents where ["persona", "templates"].contains(schema.kind) {
      expectGolden(schema.jsonSchema, "\(schema.kind).schema.json")
      expectGolden(schema.referencePage, "\(schema.kind).md")
    }
    expectGolden(shop.jsonSchema, "shop.schema.json")
    expectGolden(shop.referencePage, "shop.md")
  }
}
