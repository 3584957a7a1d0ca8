import Diagnostics
import Expressions
import TestSupport
import Testing

@Suite struct BatchTests {
  private static func compiled(_ text: String, _ fixture: BatchFixture) throws -> CompiledExpression {
    let (compiled, findings) = fixture.environment.compile(sourceText(text))
    return try #require(compiled, "\(text): \(findings.map(\.message))")
  }

  @Test(arguments: UInt64(0)..<80)
  func `a batch gives the values and errors of its rows one by one`(seed: UInt64) throws {
    let rows = [1, 7, 60, 250][Int(seed % 4)]
    let fixture = BatchFixture(rows: rows, seed: seed)
    var generator = ExpressionGenerator(seed: seed)
    var texts: [String] = []
    for _ in 0..<12 { texts.append(generator.condition(Int(seed % 4) + 1)) }
    for _ in 0..<3 { texts += [generator.int(2), generator.double(2)] }
    let expressions = try texts.map { try Self.compiled($0, fixture) }
    let evaluator = BatchEvaluator(BatchProgram(compiling: expressions, columns: fixture.kinds), width: rows)
    // Twice, so that what is kept from the first run serves the second.
    for _ in 0..<2 { fixture.columns.withUnsafeBufferPointer { run(evaluator, $0, rows: rows) } }
    for row in 0..<rows {
      let values = fixture.row(row)
      for (place, expression) in expressions.enumerated() {
        let error = evaluator.error(place, row: row)
        let value = Self.value(evaluator, place, row)
        // Asserting each would take longer than evaluating them.
        switch expression.evaluate(values) {
        case .success(let expected):
          guard error != nil || value != expected else { continue }
          Issue.record("\(texts[place]) is \(value), not \(expected), for \(expression.explain(values))")
        case .failure(let expected):
          guard error != expected || !evaluator.mayHaveErrors(place) || value != expression.type.zero else {
            continue
          }
          Issue.record("\(texts[place]) fails with \(error as Any), not \(expected)")
        }
      }
    }
  }

  private func run(_ evaluator: BatchEvaluator, _ columns: UnsafeBufferPointer<Column>, rows: Int) {
    guard let base = columns.baseAddress else { return }
    evaluator.run(base, rows: rows)
  }

  private static func value(_ evaluator: BatchEvaluator, _ place: Int, _ row: Int) -> CELValue {
    switch evaluator.program.expressions[place].type {
    case .int: .int(evaluator.ints(place)[row])
    case .double: .double(evaluator.doubles(place)[row])
    default: .bool(evaluator.bools(place)[row] != 0)
    }
  }

  @Test(arguments: [
    "lead.money >= 1000000 && lead.count < 50", "lead.industry.lowerAscii() in [\"finance\", \"tech\"]",
    "has(lead.name) || lead.flag", "priority >= 70 && priority <= 100", "lead.band == \"1m_5m\"",
    "lead.count / 2 > 10", "lead.seen < now", "reply.text.contains(\"stop\")",
    "lead.name.trim().startsWith(\"A\")",
  ])
  func `rules as clients write them need no evaluator`(_ text: String) throws {
    let fixture = BatchFixture(rows: 1, seed: 1)
    let program = BatchProgram(compiling: [try Self.compiled(text, fixture)], columns: fixture.kinds)
    #expect(program.generalTermCount == 0)
  }

  /// Runs the evaluator over one column of texts; the others are not looked at.
  private func run(
    _ evaluator: BatchEvaluator, _ texts: [String], in fixture: BatchFixture, then check: () -> Void
  ) {
    let bytes = Array(texts.joined().utf8)
    var cells: [UInt64] = []
    var offset = 0
    for text in texts {
      cells.append(UInt64(offset) | UInt64(text.utf8.count) << 32)
      offset += text.utf8.count
    }
    cells.withUnsafeBufferPointer { cells in
      bytes.withUnsafeBufferPointer { bytes in
        guard let cells = cells.baseAddress, let bytes = bytes.baseAddress else { return }
        let columns = Array(repeating: Column(cells: cells, bytes: bytes), count: fixture.columns.count)
        columns.withUnsafeBufferPointer { run(evaluator, $0, rows: texts.count) }
        check()
      }
    }
  }

  @Test func `a column of ever new texts is still right`() throws {
    let fixture = BatchFixture(rows: 1, seed: 1)
    let rules = [
      "lead.name.endsWith(\"7\")", "lead.name.lowerAscii().contains(\"9\") && lead.name != \"\"",
      "size(lead.name)",
    ]
    let expressions = try rules.map { try Self.compiled($0, fixture) }
    let evaluator = BatchEvaluator(BatchProgram(compiling: expressions, columns: fixture.kinds))
    for batch in 0..<20 {
      let names = (0..<1_024).map { "Name \(batch * 1_024 + $0)" }
      run(evaluator, names, in: fixture) {
        for (row, name) in names.enumerated() {
          guard evaluator.bools(0)[row] == (name.hasSuffix("7") ? 1 : 0),
            evaluator.bools(1)[row] == (name.contains("9") ? 1 : 0),
            evaluator.ints(2)[row] == Int64(name.count)
          else {
            Issue.record("\(name) is judged wrongly")
            return
          }
        }
      }
    }
  }

  @Test func `texts that differ in one byte anywhere are told apart`() throws {
    let fixture = BatchFixture(rows: 1, seed: 1)
    let evaluator = BatchEvaluator(
      BatchProgram(
        compiling: [try Self.compiled("lead.name.indexOf(\"b\")", fixture)], columns: fixture.kinds))
    for length in 0...40 {
      let plain = Array(repeating: "a", count: length)
      var names = [plain.joined()]
      for place in 0..<length { names.append((plain[..<place] + ["b"] + plain[(place + 1)...]).joined()) }
      for _ in 0..<2 {
        run(evaluator, names, in: fixture) {
          #expect((0..<names.count).map { evaluator.ints(0)[$0] } == (0..<names.count).map { Int64($0) - 1 })
        }
      }
    }
  }
}
