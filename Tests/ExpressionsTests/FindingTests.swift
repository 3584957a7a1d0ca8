import Diagnostics
import Expressions
import TestSupport
import Testing

/// Mistakes people make, and what they are told.
private let mistakes: [String] = [
  // Signs of other languages.
  "lead.industry = \"finance\"", "lead.industry == \"a\" and lead.employee_count > 5",
  "lead.do_not_call or true", "yes", "False",
  "not lead.do_not_call", "lead.do_not_call & true", "lead.do_not_call | true", "lead.industry <> \"a\"",
  "lead.employee_count => 5", "lead.employee_count ≥ 5", "lead.industry == “finance”",
  "“lead.industry == 'finance'”",
  "lead.industry is \"a\"",
  "lead.annual_revenue >= 1,000,000", "lead.annual_revenue >= $1000000", "lead.annual_revenue >= 5M",
  "lead.annual_revenue >= 1_000_000", "lead.industry contains \"a\"", "if lead.do_not_call then 1 else 2",
  "lead.do_not_call; true", "lead.employee_count not in [1, 2]",
  // Signs missing or too many.
  "", "lead.industry ==", "(lead.do_not_call", "lead.do_not_call)", "[1, 2", "\"finance", "'a\\d'", "lead.",
  "lead..industry",
  "lead.industry lead.owner_name", "1 +", "true ? 1", "{1: }", "{1, 2}", "99999999999999999999", "1.", "for",
  "has(lead)",
  "[1].map(1, 2)", "'\\uD800'", "has(lead.industry",
  // Names.
  "lead.indstry == \"a\"", "industry == \"a\"", "lead.industry == finance", "leed.industry == \"a\"",
  "lead.foo_bar_baz == 1",
  "priorty > 5", "reply.intnt == \"a\"", "reply.xyzzy == \"a\"", "client.facts.yeers > 3",
  "client.slogan == \"\"", "lead == 1",
  // Functions.
  "lead.industry.toLower() == \"a\"", "lower(lead.industry) == \"a\"", "length(lead.industry) > 3",
  "lead.industry.size > 3",
  "contains(lead.industry, \"a\")", "lead.industry.contains(\"a\", \"b\")", "lead.industry.contains(5)",
  "lead.employee_count.contains(\"5\")",
  "max(1, 2)", "math.greatest(\"a\", 1)", "lead.industry.startswith(\"a\")", "lead.industry.frobnicate()",
  "\"a\".math.abs()",
  // Types.
  "lead.employee_count == \"50\"", "lead.industry == 5", "lead.owner_name == null", "lead.owner_name != null",
  "lead.industry && true",
  "lead.employee_count", "lead.industry", "lead.annual_revenue / 2 > 1.0",
  "lead.annual_revenue + lead.employee_count > 1.0",
  "\"fin\" in lead.industry", "5 in [\"a\", \"b\"]", "lead.industry + 5 == \"a5\"", "-lead.industry == \"a\"",
  "!lead.employee_count",
  "lead.imported > \"2026-01-01\"", "lead.imported > 5", "now - lead.imported > 72", "true ? 1 : \"a\"",
  "[1, 2][\"a\"] == 1",
  "lead.industry[0] == \"a\"", "{\"a\": 1}[1] == 1", "lead.employee_count.all(x, x > 1)", "[1].all(x, x)",
  "{1.5: 1}.size() == 1",
  "timestamp(\"tomorrow\") > now", "duration(\"3d\") > duration(\"1h\")", "lead.industry.matches(\"(\")",
  "Foo{a: 1} == 1",
  // Several at once.
  "lead.indstry == 5 && lead.employee_cont > \"a\" || priorty",
]

@Suite struct FindingTests {
  private var environment: ExpressionEnvironment {
    var environment = ExpressionEnvironment()
    environment.declareRecord(
      "lead",
      fields: [
        ("industry", .string), ("annual_revenue", .double), ("employee_count", .int), ("do_not_call", .bool),
        ("imported", .timestamp), ("owner_name", .string),
      ])
    environment.declare("priority", .int)
    environment.declare("now", .timestamp)
    environment.declare("reply.intent", .string)
    environment.declare("reply.text", .string)
    environment.declareConstant(
      "client", .map(CELMap([("facts", .map(CELMap([("years", .int(12))]))), ("name", .string("Acme"))])))
    return environment
  }

  @Test func `mistakes are explained in the reader's words`() {
    var text = ""
    for mistake in mistakes {
      var files = SourceFiles()
      let file = SourceFile(path: "rule", bytes: Array(mistake.utf8))
      let id = files.add(file)
      let source = SourceText(mistake, at: SourceRange(file: id, start: 0, end: file.bytes.count))
      let (compiled, findings) = environment.compile(source, expecting: .bool)
      #expect(compiled == nil, "\(mistake)")
      text += TextRenderer(files: files).render(findings) + "\n"
    }
    expectGolden(text, "mistakes.txt")
  }

  @Test(arguments: mistakes)
  func `the offered edit removes what it was offered for`(_ mistake: String) {
    let (_, findings) = environment.compile(sourceText(mistake))
    for fix in findings.flatMap(\.fixIts) {
      let bytes = Array(mistake.utf8)
      let edited = String(
        decoding: bytes[..<Int(fix.range.start)] + Array(fix.replacement.utf8) + bytes[Int(fix.range.end)...],
        as: UTF8.self)
      let (_, left) = environment.compile(sourceText(edited))
      // Syntax errors come one at a time, so that another may stand behind the one removed.
      #expect(left.count < findings.count || left != findings, "\(edited)")
    }
  }

  @Test func `a place inside YAML is a place in the file`() {
    let text = "lead.foo"
    let source = SourceText(
      text, at: SourceRange(file: SourceFileID(index: 0), start: 100, end: 110), contentStart: 101)
    let finding = environment.compile(source).1.first
    #expect(finding?.range == SourceRange(file: SourceFileID(index: 0), start: 106, end: 109))
  }
}
