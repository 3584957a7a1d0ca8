import Diagnostics
import Expressions
import Testing

@Suite struct RegexTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let text: String, pattern: String, matches: Bool
    init(_ text: String, _ pattern: String, _ matches: Bool) {
      self.text = text
      self.pattern = pattern
      self.matches = matches
    }
    var testDescription: String { "\(pattern) on \(text)" }
  }

  @Test(arguments: [
    Row("hubba", "ubb", true), Row("", "foo|bar", false), Row("cows", "", true),
    Row("grey", "^gr(a|e)y$", true),
    Row("banana", "ba(na)*$", true), Row("aaa", "^a{2}$", false), Row("aaa", "^a{2,}$", true),
    Row("aaaa", "^a{2,3}$", false),
    Row("a{2", "a{2", true), Row("a\nb", "a.b", false), Row("a\nb", "(?s)a.b", true),
    Row("x\nabc", "^abc", false),
    Row("x\nabc", "(?m)^abc$", true), Row("FINANCE", "(?i)finance", true),
    Row("Finance", "(?i:f)inance", true),
    Row("fINANCE", "(?i:f)inance", false), Row("Straße", "(?i)STRAßE", true), Row("a1_", "^\\w+$", true),
    Row("a-1", "^\\w+$", false), Row("12 34", "\\d+\\s\\d+", true), Row("mañana", "a+ñ+a+", true),
    Row("😀😀", "^(a|😀){2}$", true),
    Row("foo bar", "\\bbar\\b", true), Row("foobar", "\\bbar\\b", false), Row("foobar", "\\Bbar", true),
    Row("a.b", "^\\Qa.b\\E$", true), Row("axb", "^\\Qa.b\\E$", false), Row("é", "^\\pL$", true),
    Row("5", "^\\p{Nd}$", true),
    Row("x", "^\\P{L}$", false), Row("A", "^[[:upper:]]$", true), Row("]", "^[]a]$", true),
    Row("-", "^[a-]$", true),
    Row("b", "^[^a]$", true), Row("\n", "^[^a]$", true), Row("ab", "^(?P<first>a)(?<second>b)$", true),
    Row("A", "\\x41", true),
    Row("😀", "\\x{1F600}", true), Row("ab", "a*?b", true), Row("", "^$", true),
    Row("K", "(?i)\\x{212A}", true),
    Row("xé", "^x[^\\pL5]$", false), Row("x5", "^x[^\\pL5]$", false), Row("x6", "^x[^\\pL5]$", true),
    Row("x6", "^x[^\\PL5]$", false), Row("xé", "^x[^\\PL5]$", true), Row("xé", "^x[^\\pL]$", false),
    Row("x-", "^x[\\PL]$", true), Row("xé", "^x\\PL$", false), Row("x\u{10FFFF}", "^x\\P{L}$", true),
    Row("xÉ", "(?i)^x[^é\\d]$", false), Row("xÉ", "(?i)^x[^é\\p{Nd}]$", false), Row("", "^(){1000}$", true),
    Row("ab", "^a(?:){3}b(x{0}){1000}$", true), Row("aab", "^((|a){2}){1}b$", true),
    Row("ελ", "^\\p{Greek}+$", true), Row("a", "\\p{Greek}", false), Row("Жук", "^\\p{Cyrillic}+$", true),
    Row("漢a", "^\\p{Han}\\p{Latin}$", true), Row("Ωa", "^[\\p{Greek}\\d]\\P{Greek}$", true),
    Row("a", "^\\p{^Greek}$", true), Row("Ω", "^[^\\p{Greek}]$", false), Row("5!", "^\\p{Common}+$", true),
    Row("𞤀", "^\\p{Adlam}$", true), Row("a\u{301}", "^\\p{Latin}\\p{Inherited}$", true),
    Row("٣", "^\\pN$", true),
    Row("a", "(?i)^\\p{Lu}$", true), Row("a", "(?i)^\\P{Lu}$", false), Row("a", "^\\p{Lu}$", false),
    Row("ǆ", "(?i)^[\\p{Lt}]$", true), Row("a", "\\P{Any}", false),
    Row("µ", "(?i)^\\p{Greek}$", true), Row("μ", "(?i)^[\\P{Common}]$", false), Row("µ", "(?i)^μ$", true),
    Row("ς", "(?i)^Σ$", true), Row("ǅ", "(?i)^ǆ$", true), Row("ẞ", "(?i)^ß$", true),
    Row("ᾈ", "(?i)^ᾀ$", true),
    Row("ſ", "(?i)^\\w$", true), Row("ſ", "(?i)^[\\W]$", false), Row("I", "(?i)^[\\W]$", false),
    Row("aabbb", "^\\Qaab\\E+$", true), Row("aab", "^\\Qaa\\E{2}b$", false), Row("ab", "^a\\Q\\Eb$", true),
    Row("abab", "^(?:ab)+$", true), Row("aXbX", "(X).*(X)$", true), Row("x", "(|a)", true),
  ])
  func `patterns match as in RE2`(_ row: Row) {
    var environment = ExpressionEnvironment()
    let (text, pattern) = (environment.declare("text", .string), environment.declare("pattern", .string))
    let values: [Int: CELValue] = [text: .string(row.text), pattern: .string(row.pattern)]
    #expect(outcome("text.matches(pattern)", in: environment, values: values) == "\(row.matches)")
    #expect(
      outcome("text.matches(\(CELValue.string(row.pattern)))", in: environment, values: values)
        == "\(row.matches)")
  }

  @Test(arguments: [
    "a**": "a repetition of a repetition needs a group, as in (?:a*)*", "(a": "'(' must be closed by ')'",
    "a)": "')' closes nothing", "[a": "'[' must be closed by ']'", "*a": "'*' repeats nothing",
    "a{2,1}": "a repetition's bounds {2,1} are reversed",
    "a{1001}": "a repetition counts to 1000 at most", "(?=a)": "look-ahead is not supported",
    "(?<=a)": "look-behind is not supported",
    "(a)\\1": "back references are not supported",
    "\\p{greek}":
      "'greek' is neither a general category of Unicode, as L or Nd are, nor a script, as Latin or Greek are; "
      + "did you mean 'Greek'?",
    "\\p{Lx}":
      "'Lx' is neither a general category of Unicode, as L or Nd are, nor a script, as Latin or Greek are",
    "\\y": "'\\y' is not an escape of patterns", "[z-a]": "the range z-a is reversed",
    "((a{100}){100}){100}": "the pattern's repetitions make it too large",
    "(((a|){1000}){1000}){1000}": "the pattern's repetitions make it too large",
    "(?z)a": "'z' is not a flag; flags are i, m, s and U",
  ])
  func `a bad pattern is told when the expression is compiled`(_ row: (key: String, value: String)) {
    let text = "'x'.matches(\(CELValue.string(row.key)))"
    let (compiled, findings) = ExpressionEnvironment().compile(sourceText(text))
    #expect(compiled == nil)
    #expect(findings.map(\.message) == ["the pattern is not one: \(row.value)"])
  }

  @Test func `deep groups are refused`() {
    let pattern = String(repeating: "(", count: 2_000) + String(repeating: ")", count: 2_000)
    #expect(outcome("'x'.matches('\(pattern)')") == "expression-syntax")
  }

  @Test func `classes in both cases are bounded`() {
    let ranges = (1...16).map { number in
      let first = String(number * 0x1000, radix: 16)
      return "\\x{\(first)}-\\x{\(first.dropLast(3))7fe}"
    }
    let pattern = CELValue.string("(?i)[" + ranges.joined() + "]")
    let findings = ExpressionEnvironment().compile(sourceText("'x'.matches(\(pattern))")).1
    #expect(
      findings.map(\.message) == [
        "the pattern is not one: the pattern's classes are too large to be taken in both cases"
      ])
    #expect(outcome("'É'.matches('(?i)^[à-ÿ]$')") == "true")
  }

  @Test(arguments: [
    "((((){1000}){1000}){1000}){1000}", "((((?:x{0}){1000}){1000}){1000}){1000}",
    String(repeating: "\\PL", count: 1_000), String(repeating: "[^\\pLa]", count: 500),
    "((((|a){0}){1000}){1000}){1000}",
  ])
  func `a short pattern is no long work`(pattern: String) {
    var environment = ExpressionEnvironment()
    let (text, given) = (environment.declare("text", .string), environment.declare("given", .string))
    let values: [Int: CELValue] = [text: .string("ab"), given: .string(pattern)]
    for _ in 0..<20 {
      let known = outcome("text.matches(\(CELValue.string(pattern)))", in: environment, values: values)
      #expect(known == outcome("text.matches(given)", in: environment, values: values))
    }
  }

  @Test func `reading patterns given as data is metered`() {
    var environment = ExpressionEnvironment()
    let given = environment.declare("given", .string)
    let values: [Int: CELValue] = [given: .string("((a|){90}){20}")]
    let many = "[\(Array(repeating: "0", count: 1_000).joined(separator: ", "))].all(x, 'b'.matches(given))"
    #expect(outcome("'b'.matches(given)", in: environment, values: values) == "true")
    #expect(outcome(many, in: environment, values: values) == "too-costly")
  }

  @Test func `time grows with the text's length only`() {
    var environment = ExpressionEnvironment()
    let text = environment.declare("text", .string)
    let values: [Int: CELValue] = [text: .string(String(repeating: "a", count: 20_000) + "!")]
    #expect(outcome("text.matches('^(a+)+$')", in: environment, values: values) == "false")
    #expect(outcome("text.matches('(a*)*b')", in: environment, values: values) == "false")
  }
}
