import Diagnostics
import TestSupport
import Testing
import WorkflowSyntax

/// Broken texts, each with the finding it gives; all are in one golden, to be read side by side.
private let broken: [(name: String, text: String)] = [
  ("expression starts with '!'", "when: !has(lead.owner) && x\nto: a\n"),
  ("expression starts with '!' in braces", "- { when: !has(lead.owner), to: tracing }\n- { to: b }\n"),
  ("expression starts with '*'", "when: *x > 3\n"),
  ("unknown alias", "when: *x\n"),
  ("misspelt alias", "a: &limits 3\nb: *limit\n"),
  ("expression starts with '&'", "when: & x\n"),
  ("expression starts with '%'", "when: %x\n"),
  ("expression starts with '@'", "to: @sabrina\ncc: @neva # why\n"),
  ("expression starts with '`'", "to: `x`\n"),
  ("expression starts with '>'", "when: > 3\n"),
  ("expression starts with '|'", "when: || x\n"),
  ("expression starts with '{'", "when: {\"a\": 1}.a == 1\n"),
  ("expression starts with '['", "when: [1, 2].exists(x, x > 1)\n"),
  ("expression starts with a quote", "when: \"a\" in lead.tags || lead.x == \"b\"\n"),
  ("expression in braces with a list", "high: { when: lead.industry in [\"a\", \"b\"], add: 20 }\n"),
  ("expression in braces with a comma", "high: { when: max(lead.a, lead.b) > 3, add: 20 }\n"),
  ("expression in brackets with a comma", "all: [max(a, b), c]\n"),
  (
    "expression in braces with a call of quotes",
    "high: { when: a.replace(\"x\", \"y\") == \"z\", add: 20 }\n"
  ),
  ("expression in braces with a comma in quotes", "high: { when: a == \"x, y\", add: 20 }\n"),
  ("expression in braces with a colon in quotes", "high: { when: a == \"x, y: z\", add: 20 }\n"),
  ("expression in braces with a brace in quotes", "high: { when: a.contains(\"x}y\"), add: 20 }\n"),
  ("expression in braces with a bracket in quotes", "high: { when: a == \"x]\", add: 20 }\n"),
  ("expression in braces with a list never closed", "high: { when: a in [\"x\", \"y\", add: 20 }\n"),
  ("expression in braces with a colon", "high: { when: a: b, add: 20 }\n"),
  ("expression in braces over lines", "high:\n  { when: a in [\"x\", \"y\"],\n    add: 20 }\n"),
  ("expression in braces with a dash", "high: { when: - a, add: 20 }\n"),
  ("expression in braces with two values", "high: { when: a == \"x\", \"y\", add: 20 }\n"),
  ("expression with a '#' in quotes", "when: a == 'x #y'\nto: b\n"),
  ("expression with a '#' in quotes and a comment", "when: a == 'x #y' # why\nto: b\n"),
  ("expression in braces with a '#' in quotes", "high: { when: a == 'x #y', add: 20 }\n"),
  ("expression in braces over lines with a '#'", "high: {\n  when: a == \"x # y\",\n  add: 20 }\n"),
  ("expression in braces with a '#'", "high: { when: a # || b, add: 20 }\n"),
  ("expression with a '#' and a quote behind it", "when: a == \"x\" # y\" && b\nto: c\n"),
  ("expression starts with '? '", "when: ? a\n"),
  ("value in braces that is all a '#'", "brand: { color: #0b3d5c }\nname: a\n"),
  ("expression in braces with a grouped number", "high: { when: lead.a > 1,000,000, add: 20 }\n"),
  (
    "expression in braces in quotes of its own",
    "high: { when: 'a in ['b', 'c']', add: 20 }\nx: { y: 'it's' }\n"
  ),
  ("expression in braces in both quotes", "high: { when: 'a == \"b\" || a == 'c'', add: 20 }\n"),
  ("brace closed twice", "vip: { when: a }}\nlow: [a, b]] }\nx: y\n"),
  ("merge with itself", "a: &a\n  <<: *a\n  b: { <<: *a }\n"),
  ("key without a colon", "client:\n  name Acme Brokers\n  domain: a\n"),
  ("key alone without a colon", "client:\n  name\n  domain: a\n"),
  ("text never closed before a map in braces", "name: \"Acme\na: b\nhigh: { when: 'a in [\"b\"]' }\n"),
  ("text over lines before another mistake", "name: \"Acme\n  Brokers\"\na: 'b' c\n"),
  ("text with a '#'", "text: We are #1 in {city}\n"),
  ("text with quotes and a '#'", "text: We say \"hi\" as #1 in {city}\n"),
  ("expression with a '#' and a quoted digit", "when: a == \"x\" # \"5 || b\nto: c\n"),
  ("expression in brackets with a group", "list: [a && (b, c), d]\n"),
  ("expression in brackets that starts with a group", "list: [(a, b), d]\n"),
  ("text in braces with a placeholder", "hello: { text: Hi {firstName}, how are you?, weight: 2 }\n"),
  ("text in braces with a comma", "hello: { text: Hi there, how are you?, weight: 2 }\n"),
  ("no-break space as indentation", "client:\n\u{A0}\u{A0}name: a\n\u{A0}\u{A0}tier: b\nx: 1\n"),
  ("no-break space before an item", "do:\n  \u{A0}\u{A0}- a\n"),
  ("no-break space behind a colon", "client:\n  name:\u{A0}a\n  tier: b\n"),
  ("no-break space behind a colon at the end", "client:\u{A0}\n  name: a\n"),
  ("no-break space before a colon", "client:\n  name\u{A0}: a\n"),
  ("no-break space before and behind a value", "name: \u{A0}a\ntier: b\u{A0}\n"),
  ("ideographic space as indentation", "client:\n\u{3000}name: a\n"),
  ("zero-width space in a key", "cli\u{200B}ent:\n  name: a\n"),
  ("direction marks around a value", "name: \u{200F}a\u{200E}\n"),
  ("direction mark before a quote", "name: \u{200F}\"\u{5E9}\u{5DC}\u{5D5}\u{5DD}\"\n"),
  ("direction mark in a key", "\u{200F}\u{5E9}\u{5DC}: a\n"),
  ("byte order mark within", "a: 1\n\u{FEFF}b: 2\n"),
  ("full-width colon", "client：\n  name: a\n"),
  ("expression with a colon", "when: a ? b : c\n"),
  ("text with a colon", "about: Note: this\nname: x\n"),
  ("template in braces", "text: {{owner_name}}, hello\n"),
  ("template in braces alone", "text: {{owner_name}}\n"),
  ("tab in indentation", "client:\n\tname: a\n\tbrand:\n\t\tcolor: b\nx: 1\n"),
  ("tab before a '#' in a block of text", "text: |\n  a\n\t# b\n  c\n"),
  ("tab behind a dash", "list:\n  -\ta: 1\n    b: 2\n"),
  ("too deep", "client:\n  name: a\n   tier: growth\n"),
  ("not deep enough", "client:\n    name: a\n  tier: growth\nqueues: {}\n"),
  ("first line indented", "  workflow: a\n  language: 1\nclient: {}\n"),
  ("key in a list", "rules:\n  - a: 1\n   b: 2\n"),
  ("item in a map", "rules:\n  a: 1\n  - b\n"),
  ("item behind a key", "rules: - a\n"),
  ("no space behind a colon", "tier:growth\nname: a\n"),
  ("no space behind a colon in a map", "client:\n  tier:growth\n  name: a\n"),
  ("no space behind a colon in braces", "brand: {color:red, logo: a}\n"),
  ("no colon", "client: a\nname\ntier: b\n"),
  ("unclosed double quote", "name: \"East Coast\ntier: growth\n"),
  ("unclosed double quote before another", "name: \"East Coast\ntier: \"growth\"\n"),
  ("unclosed single quote", "name: 'East Coast\n"),
  ("apostrophe", "about: 'it's fine'\nname: a\n"),
  ("quotes within quotes", "about: \"say \"hi\" now\"\n"),
  ("quote at the start of an item with a colon", "list:\n  - \"Hi\" she said: no\n  - b\n"),
  ("quote at the start of a later item with a colon", "list:\n  - b\n  - 'Hi' she said: no # why\n"),
  ("quote at the start of a key", "a: 1\n\"x\" y: 1\n"),
  ("unknown escape", "when: lead.x.matches(\"a\")\npattern: \"\\d+\"\n"),
  ("unclosed brace", "brand: { color: red\nname: a\n"),
  ("unclosed bracket", "list: [a, b\n"),
  ("unclosed bracket at the end", "list: ["),
  ("unclosed bracket behind a comma", "list: [a, \n"),
  ("unclosed brace behind a comma", "list: {a: 1,\n"),
  ("unclosed bracket before a comment", "list: [a, # one\n"),
  ("unclosed bracket within another", "list: [a, { b: c, "),
  ("unclosed bracket over lines", "list: [\n  a,\n  b # one\n\n# more\nname: c\n"),
  ("unclosed brace over lines in an item", "- { a: 1,\n    b: 2\n- c: 3\n"),
  ("unclosed brackets one in the other over lines", "list: {\n  a: [b,\n    { c: d\n"),
  ("unclosed brackets before a key", "a: { b: [c, d\ne: 1\n"),
  ("unclosed bracket within a brace over lines", "a: {\n  b: [c, d\n  }\n"),
  ("unclosed bracket in an item", "list:\n  - a: [x, y\n    b: 1\n  - c: 2\n"),
  ("unclosed bracket before another item", "list:\n  - [a, b\n  - [c, d]\n"),
  ("unclosed brace before another item", "list:\n  - { a: 1\n  - { a: 2 }\n"),
  ("unclosed bracket before a quoted item", "list:\n  - [a, b\n  - \"c\"\n"),
  ("unclosed brackets in an item", "list:\n  - a: [x, { y: 1\n    b: 1\n"),
  ("wrong bracket", "list: [a, b}\nname: a\n"),
  ("stray brace", "name: a\n}\n"),
  ("missing comma", "brand: { color: \"red\" logo: a }\n"),
  ("missing comma between plain values", "brand: { color: red logo: a }\n"),
  ("double comma", "list: [a, , b]\n"),
  ("key without value in braces", "brand: { color, logo: a }\n"),
  ("duplicate keys", "a: 1\nb: 2\na: 3\na: 4\n"),
  ("merge key", "base: &b {x: 1}\nmore:\n  <<: *b\n  y: 2\n"),
  ("tag", "zip: !!str 01234\n"),
  ("two documents", "a: 1\n---\nb: 2\n"),
  ("list as key", "? [a, b]\n: 1\n"),
  ("several at once", "a: @x\nb: 1\nb: 2\nc: 'it's'\nd: {x: \"y\" z: 1}\n"),
  ("text behind the end", "- a\nb: 1\n"),
]

@Suite struct YAMLFindingTests {
  @Test func `what YAML cannot read is explained`() {
    let texts = broken.map { name, text in
      let fixture = YAMLFixture(text)
      return "# \(name)\n\n" + TextRenderer(files: fixture.files).render(fixture.diagnostics)
    }
    expectGolden(texts.joined(separator: "\n"), "yaml-findings.txt")
  }

  @Test(arguments: [
    "when: a.matches(\"x#y\")\n", "when: a == \"x\" # why\n", "text: the owners' # it's theirs\n",
    "tier: growth #why\n", "high: { when: a == \"x\", add: 20 } # {1}\n", "about: rock 'n roll # more\n",
    "text: \u{200F}\u{5E9}\u{5DC}\u{5D5}\u{5DD}!\u{200F}\nb: \u{645}\u{631} (a)\u{200E}\n",
    "name: Caf\u{E9}\u{A0}de Paris\ntext: |\n  \u{A0}as it stands\n", "list: [it's, fine, the owners']\n",
    "x: { text: \"Hi, you\", b: (a) }\n",
    "list: [ a :( b, c :) d, x ]\n", "list: [ a :-( b, c ;-) d, e =( ]\n",
    "b: industry == \"y\" # 5\" one\n", "- say \"hello\" # one inch 5\"\n",
    "a: 1\n\t\nb:\n\t# c\n  - d\n  \t# e\n\t\t\n  - f\n\t",
    "a: b\n\t# c\nd: |\n  e\n\t\n  f\ng: \"h\n\t\n  i\"\n",
    "c: industry == \"z\" #2 of them\n", "c: industry in [\"z\"] # was \"5\", then 5\"\n",
    "high: { when: a && (, add: 20 }\n",
  ])
  func `what only looks like a mistake is let be`(text: String) {
    #expect(YAMLFixture(text).diagnostics.isEmpty)
  }

  @Test(arguments: broken.map(\.name))
  func `a proposed fix removes its finding`(name: String) throws {
    let text = try #require(broken.first { $0.name == name }).text
    var bytes = Array(text.utf8)
    var fixture = YAMLFixture(bytes: bytes)
    #expect(!fixture.diagnostics.isEmpty)
    while let finding = fixture.diagnostics.first(where: { !$0.fixIts.isEmpty }) {
      bytes = applying(finding.fixIts, to: bytes)
      let next = YAMLFixture(bytes: bytes)
      #expect(next.diagnostics.count < fixture.diagnostics.count, "\(String(decoding: bytes, as: UTF8.self))")
      guard next.diagnostics.count < fixture.diagnostics.count else { return }
      fixture = next
    }
  }
}
