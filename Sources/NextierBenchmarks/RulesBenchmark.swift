import Diagnostics
import Expressions

/// Times the rules of a business broker (quality, priority, agents) over batches of made-up leads, on one core.
///
/// The C program `limit_rules` does the same work from columns whose texts are already small integers.
func benchmarkRules() {
  var environment = ExpressionEnvironment()
  let fields: [(name: String, type: CELType)] = [
    ("industry", .string), ("annual_revenue", .double), ("employee_count", .int), ("primary_phone", .string),
    ("mobile_phone", .string), ("business_email", .string), ("owner_name", .string),
  ]
  let slots = environment.declareRecord("lead", fields: fields)
  let priority = environment.declare("priority", .int)
  let expressions = ruleTexts.compactMap { text in
    let range = SourceRange(file: SourceFileID(index: 0), start: 0, end: text.utf8.count)
    return environment.compile(SourceText(text, at: range), expecting: .bool).0
  }
  precondition(expressions.count == ruleTexts.count, "the benchmark's rules compile")
  let kinds: [ColumnKind] = [.text, .double, .int, .text, .text, .text, .text]
  var columnKinds = Dictionary(uniqueKeysWithValues: zip(slots, kinds))
  columnKinds[priority] = .int
  let program = BatchProgram(compiling: expressions, columns: columnKinds)
  let leads = MadeUpLeads(count: 65_536)

  let evaluator = BatchEvaluator(program)
  report("columns, 1,024 at a time", leads.run(evaluator, width: BatchProgram.widthLimit, rounds: 40))
  let narrow = BatchEvaluator(program, width: 1)
  report("one by one, same program", leads.run(narrow, width: 1, rounds: 12))
  report("one by one, by the evaluator", leads.evaluate(expressions, count: 4_096, rounds: 8))
}

private let ruleTexts: [String] = [
  "lead.industry.lowerAscii() in [\"technology\", \"healthcare\", \"finance\", \"manufacturing\"]",
  "lead.annual_revenue >= 1000000", "lead.annual_revenue >= 5000000", "lead.annual_revenue >= 10000000",
  "lead.annual_revenue >= 50000000", "lead.annual_revenue < 1000000", "lead.employee_count >= 50",
  "lead.employee_count >= 20", "lead.employee_count >= 10", "has(lead.primary_phone)",
  "has(lead.mobile_phone)",
  "has(lead.business_email)", "has(lead.owner_name)", "lead.industry.lowerAscii().contains(\"real estate\")",
  "lead.employee_count > 100", "lead.annual_revenue >= 50000000 && lead.employee_count > 100",
  "lead.industry.contains(\"real_estate\") || lead.industry.contains(\"retail\")",
  "lead.industry.contains(\"technology\") || lead.industry.contains(\"manufacturing\")",
  "lead.industry.contains(\"finance\") || lead.industry.contains(\"healthcare\")",
  "priority >= 40 && priority <= 70", "priority >= 50 && priority <= 80", "priority >= 70 && priority <= 100",
  "priority >= 30 && priority <= 60", "priority >= 80", "priority >= 60", "!has(lead.owner_name)",
  "has(lead.mobile_phone) && priority >= 50", "lead.annual_revenue > 0 && lead.employee_count > 0",
  "priority >= 40 && (has(lead.mobile_phone) || has(lead.primary_phone))",
  "lead.industry.trim().lowerAscii() == \"finance\" && lead.annual_revenue >= 1000000",
]

private func report(_ name: String, _ result: (nanosecondsPerLead: Double, matches: Int)) {
  let rate = 1_000 / result.nanosecondsPerLead
  let tenths = (result.nanosecondsPerLead * 10).rounded() / 10
  print(
    "rules: \(name): \(tenths) ns a lead, \((rate * 10).rounded() / 10) M leads/s (\(result.matches) matches)"
  )
}

private func nanoseconds(_ time: Duration) -> Double {
  Double(time.components.attoseconds) / 1e9 + Double(time.components.seconds) * 1e9
}

/// Leads in columns, as an import leaves them: many rows, few industries.
private final class MadeUpLeads {
  let count: Int
  private var cells: [[UInt64]]
  private var presence: [[UInt8]]
  private var bytes: [UInt8] = []

  init(count: Int) {
    self.count = count
    cells = Array(repeating: Array(repeating: 0, count: count), count: 8)
    presence = Array(repeating: Array(repeating: 1, count: count), count: 8)
    let industries = [
      "Technology", "healthcare", "Finance", "manufacturing", "Real Estate", "real_estate", "retail",
      "Restaurants",
      "construction", "Professional Services", "hospitality", "agriculture", "transportation", "education",
      "other",
    ]
    var state: UInt64 = 42
    func next(_ limit: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % limit
    }
    for row in 0..<count {
      setText(industries[Int(next(UInt64(industries.count)))], 0, row)
      cells[1][row] = Double(next(80_000_000)).bitPattern
      cells[2][row] = next(200)
      for column in 3...6 {
        presence[column][row] = next(3) == 0 ? 0 : 1
        if presence[column][row] == 1 { setText("text \(next(1_000_000))", column, row) }
      }
      cells[7][row] = next(101)
    }
  }

  private func setText(_ text: String, _ column: Int, _ row: Int) {
    cells[column][row] = UInt64(bytes.count) | UInt64(text.utf8.count) << 32
    bytes += Array(text.utf8)
  }

  /// The leads' columns from a row on, by slot.
  private func columns(from row: Int, _ body: (UnsafePointer<Column>) -> Void) {
    bytes.withUnsafeBufferPointer { bytes in
      var columns: [Column] = []
      for column in 0..<8 {
        cells[column].withUnsafeBufferPointer { cells in
          presence[column].withUnsafeBufferPointer { presence in
            guard let cells = cells.baseAddress, let presence = presence.baseAddress else { return }
            columns.append(
              Column(
                cells: cells + row, presence: column == 7 ? nil : presence + row, bytes: bytes.baseAddress))
          }
        }
      }
      columns.withUnsafeBufferPointer { if let base = $0.baseAddress { body(base) } }
    }
  }

  func run(_ evaluator: BatchEvaluator, width: Int, rounds: Int) -> (nanosecondsPerLead: Double, matches: Int)
  {
    var matches = 0
    var best = Double.infinity
    let outputs = evaluator.program.expressions.count
    columns(from: 0) { first in
      let view = UnsafeMutablePointer<Column>.allocate(capacity: 8)
      view.initialize(from: first, count: 8)
      let clock = ContinuousClock()
      for _ in 0..<rounds {
        matches = 0
        let time = clock.measure {
          var row = 0
          while row < count {
            for column in 0..<8 {
              view[column].cells = first[column].cells + row
              view[column].presence = first[column].presence.map { $0 + row }
            }
            evaluator.run(view, rows: width)
            // What a score does with the results: it adds them up.
            for output in 0..<outputs { matches &+= Int(evaluator.bools(output)[row & (width - 1)]) }
            row += width
          }
        }
        best = min(best, nanoseconds(time) / Double(count))
      }
      view.deallocate()
    }
    return (best, matches)
  }

  func evaluate(
    _ expressions: [CompiledExpression], count: Int, rounds: Int
  ) -> (nanosecondsPerLead: Double, matches: Int) {
    var matches = 0
    var best = Double.infinity
    let rows = (0..<count).map { row in SlotValues(values(row)) }
    for _ in 0..<rounds {
      matches = 0
      let time = ContinuousClock().measure {
        for row in rows {
          for expression in expressions {
            if case .success(.bool(true)) = expression.evaluate(row) { matches += 1 }
          }
        }
      }
      best = min(best, nanoseconds(time) / Double(count))
    }
    return (best, matches)
  }

  private func values(_ row: Int) -> [Int: CELValue] {
    var values: [Int: CELValue] = [:]
    for column in 0..<8 where presence[column][row] == 1 {
      let cell = cells[column][row]
      switch column {
      case 1: values[column] = .double(Double(bitPattern: cell))
      case 2, 7: values[column] = .int(Int64(cell))
      default:
        let start = Int(cell & 0xFFFF_FFFF)
        values[column] = .string(String(decoding: bytes[start..<start + Int(cell >> 32)], as: UTF8.self))
      }
    }
    return values
  }
}
