import Diagnostics
import Expressions
import TestSupport
import Testing

@Suite struct LimitTests {
  private func times(_ count: Int, _ text: String) -> String { String(repeating: text, count: count) }

  @Test func `what the specification asks for is accepted`() {
    #expect(outcome(times(32, "(") + "7" + times(32, ")")) == "7")
    #expect(outcome(Array(repeating: "false", count: 32).joined(separator: " || ")) == "false")
    #expect(outcome(Array(repeating: "1", count: 24).joined(separator: " + ")) == "24")
    #expect(outcome(times(24, "true ? 1 : ") + "2") == "1")
    #expect(outcome("size([" + times(32, "1, ") + "])") == "32")
    #expect(outcome(times(12, "[") + "1" + times(12, "]") + times(12, "[0]")) == "1")
    #expect(outcome(times(12, "{'a': ") + "1" + times(12, "}") + times(12, ".a")) == "1")
    #expect(outcome("1000" + times(100, " - 1")) == "900")
  }

  @Test(arguments: ["(", "[", "{1: ", "-(", "!(", "a.f(", "x ? y : ", "[1].map(x, ", "a[", "(1 + "])
  func `ten thousand levels are one clear error`(_ opening: String) {
    let (compiled, findings) = ExpressionEnvironment().compile(sourceText(times(10_000, opening)))
    #expect(compiled == nil)
    #expect(findings.count == 1)
    #expect(
      findings.first.map { $0.message.hasSuffix("levels deep") || $0.message.hasSuffix("65536 are read") }
        == true)
  }

  @Test(arguments: [
    "1" + String(repeating: " + 1", count: 9_000), "a" + String(repeating: ".b", count: 9_000),
    String(repeating: "!", count: 9_000) + "true", String(repeating: "-", count: 9_000) + "1",
    "a" + String(repeating: "[0]", count: 9_000),
  ])
  func `long chains are one clear error`(_ text: String) {
    let (compiled, findings) = ExpressionEnvironment().compile(sourceText(text))
    #expect(compiled == nil)
    #expect(findings.map(\.message) == ["the expression is nested more than 128 levels deep"])
  }

  @Test func `a long list of conditions is fine`() {
    #expect(outcome(Array(repeating: "1 == 1", count: 5_000).joined(separator: " && ")) == "true")
  }

  @Test func `an expression longer than any person's is refused`() {
    let (compiled, findings) = ExpressionEnvironment().compile(sourceText(times(70_000, "a")))
    #expect(compiled == nil)
    #expect(findings.map(\.message) == ["the expression is 70000 bytes long; at most 65536 are read"])
  }

  @Test(arguments: [
    // Doubles at each level, in time or in space.
    "['foo', 'bar']" + String(repeating: ".map(x, [x + x, x + x])", count: 25),
    String(repeating: "[0, 1].all(x, ", count: 30) + "y == y" + String(repeating: ")", count: 30),
    (0..<40).reduce("[v40, v40] == [v40, v40]") { "cel.bind(v\(40 - $1), [v\(39 - $1), v\(39 - $1)], \($0))" }
      .replacing("v0,", "[y],", "v0]", "[y]]"),
    "'%s'.format([\(String(repeating: "[", count: 20))y\(String(repeating: "]", count: 20))].map(a, [a, a]).map(a, [a, a]))"
      + " == ''",
    "[y].map(a, [a, a, a, a, a, a, a, a, a, a])"
      + String(repeating: ".map(a, [a, a, a, a, a, a, a, a, a, a])", count: 3) + ".size() > 0",
  ])
  func `what multiplies is stopped or cheap`(_ text: String) {
    var environment = ExpressionEnvironment()
    let y = environment.declare("y", .dyn)
    let result = outcome(text, in: environment, values: [y: .int(1)])
    #expect(
      ["too-costly", "true", "false"].contains(result) || result.hasPrefix("["), "\(result.prefix(200))")
  }

  @Test(arguments: ["@ || @", "@ && @ && true", "[@, @].size() > 0 && @", "lead > 2 ? @ : !@", "!(@ == @)"])
  func `definitions that double each other are refused where they grow too large`(doubling: String) throws {
    var environment = ExpressionEnvironment()
    environment.declare("lead", .int)
    var expression = environment.compile(sourceText("lead == 1 || lead == 2")).0
    var refused = 0
    for level in 0..<60 {
      let refusal = environment.declareAlias("a\(level)", try #require(expression))
      if refusal != nil { refused += 1 }
      let (next, findings) = environment.compile(sourceText(doubling.replacing("@", "a\(level)")))
      guard next == nil else {
        expression = next
        continue
      }
      #expect(findings.map(\.id) == [.tooLarge], "level \(level)")
      #expect(level < 14)
      refused += 1
      environment.declareInvalid("a\(level + 1)")
      let (user, silence) = environment.compile(sourceText("a\(level + 1) && lead > 2"), expecting: .bool)
      #expect(user != nil && silence.isEmpty, "what follows from it is not told")
      break
    }
    #expect(refused == 1)
  }

  @Test func `definitions that nest each other are refused where they grow too deep`() throws {
    var environment = ExpressionEnvironment()
    environment.declare("lead", .int)
    let step = String(repeating: "-(", count: 50) + "@" + String(repeating: ")", count: 50)
    var expression = environment.compile(sourceText("lead + 1")).0
    var findings: [Diagnostic] = []
    for level in 0..<10 {
      #expect(environment.declareAlias("a\(level)", try #require(expression)) == nil)
      (expression, findings) = environment.compile(sourceText(step.replacing("@", "a\(level)")))
      if expression == nil { break }
    }
    #expect(findings.map(\.id) == [.tooLarge])
    #expect(
      findings.map(\.message) == [
        "with the definitions it uses, the expression is nested more than 128 levels deep"
      ])
  }

  @Test func `a definition that is too large by itself is refused`() throws {
    var environment = ExpressionEnvironment()
    environment.declare("lead", .int)
    let text = (0..<2_000).map { "lead == \($0)" }.joined(separator: " || ")
    let expression = try #require(environment.compile(sourceText(text)).0)
    #expect(environment.declareAlias("many", expression) == .tooLarge)
    #expect(environment.compile(sourceText("many && lead > 2")).1.isEmpty)
  }

  @Test(arguments: UInt64(0)..<100)
  func `no text whatever traps`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let words = [
      "lead", ".", "industry", "(", ")", "[", "]", "{", "}", ",", ":", "?", "&&", "||", "!", "-", "+", "*",
      "/", "%", "==", "!=", "<",
      ">=", "in", "true", "null", "1", "0", "9223372036854775807", "2u", "1.5", "'a'", "\"b\"", "b'c'",
      "r'\\d'", "has", "size", "map",
      "filter", "all", "x", "matches", "timestamp", "duration", "int", "string", "format", "'%s%d%f'",
      "split", "math", "greatest",
      "optional", "none", "orValue", "cel", "bind", "é", "`q`", "//", "\n", "=", "&", "“", "and", "'\\u00e9'",
      "'\\", "0x", "1e", "substring",
    ]
    for _ in 0..<30 {
      var text = ""
      for _ in 0..<Int.random(in: 1...24, using: &random) {
        if Int.random(in: 0..<20, using: &random) == 0 {
          text.unicodeScalars.append(Unicode.Scalar(UInt8.random(in: 0...255, using: &random)))
        } else {
          text += (words.randomElement(using: &random) ?? "") + (Bool.random(using: &random) ? " " : "")
        }
      }
      var environment = ExpressionEnvironment()
      environment.declareRecord("lead", fields: [("industry", .string), ("count", .int)])
      environment.declare("x", .dyn)
      for (compiled, findings) in [
        environment.compile(sourceText(text)), environment.compileUnchecked(sourceText(text)),
      ] {
        #expect((compiled == nil) == findings.hasErrors)
        for finding in findings {
          let range = finding.range
          #expect((range?.start ?? -1) >= 0 && (range?.end ?? .max) <= Int32(text.utf8.count), "\(text)")
        }
        _ = compiled?.evaluate(SlotValues([0: .string("a"), 2: .list([.int(1), .string("x")])]))
        _ = compiled?.description
      }
    }
  }

  @Test(arguments: UInt64(0)..<30)
  func `a random expression and its description mean the same`(seed: UInt64) throws {
    let fixture = BatchFixture(rows: 20, seed: seed)
    var generator = ExpressionGenerator(seed: seed)
    for _ in 0..<10 {
      let text = generator.condition(4)
      let expression = try #require(fixture.environment.compile(sourceText(text)).0, "\(text)")
      let again = try #require(
        fixture.environment.compile(sourceText(expression.description)).0, "\(expression.description)")
      for row in 0..<20 {
        let values = fixture.row(row)
        let (first, second) = (expression.evaluate(values), again.evaluate(values))
        switch (first, second) {
        case (.success(let a), .success(let b)): #expect(a == b, "\(text)")
        case (.failure(let a), .failure(let b)): #expect(a.kind == b.kind, "\(text)")
        case (.success, .failure), (.failure, .success): Issue.record("\(text) and \(again.source) differ")
        }
      }
    }
  }
}

extension String {
  fileprivate func replacing(_ pairs: String...) -> String {
    var text = self
    for place in stride(from: 0, to: pairs.count - 1, by: 2) {
      text = text.split(separator: pairs[place], omittingEmptySubsequences: false).joined(
        separator: pairs[place + 1])
    }
    return text
  }
}
