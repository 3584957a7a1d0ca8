import Expressions
import LeadModel
import TestSupport
import Testing
import WorkflowCompiler
import WorkflowEngine
import WorkflowProgram
import WorkflowTestSupport

@Suite struct BatchDeciderTests {
  @Test(arguments: ["ecbb"], UInt64(0)..<6)
  func `deciding by columns is deciding row by row`(name: String, seed: UInt64) throws {
    let program = try #require(ShippedProject.compile(name).program)
    var random = SplitMix64(seed: seed)
    let batch = LeadBatch(schema: program.leadSchema, capacity: 1_500)
    batch.count = 1_500
    for row in 0..<batch.count { fill(batch, row, &random) }
    var decisions: [LeadDecision] = []
    let decider = BatchDecider(program: program)
    decider.decide(batch, into: &decisions)
    for row in 0..<batch.count {
      let alone = program.decide(LeadRow(batch: batch, row: row))
      #expect(decisions[row] == alone, "row \(row) of seed \(seed)")
      if decisions[row] != alone { return }
    }
    #expect(decider.failures.isEmpty)
  }

  @Test func `a condition that fails does not hold, and is told with the lead`() throws {
    let project = SmallProject(
      extra: "recommend: { split: { when: 100 / lead.employee_count > 5 }, rest: {} }")
    let program = try project.program()
    let batch = LeadBatch(schema: program.leadSchema, capacity: 3)
    batch.count = 3
    for (row, employees) in [4, 0, 50].enumerated() {
      batch.setText("R\(row)", field: StandardField.recordID.rawValue, row: row)
      batch.setInt(Int64(employees), field: StandardField.employeeCount.rawValue, row: row)
    }
    let decider = BatchDecider(program: program)
    var decisions: [LeadDecision] = []
    decider.decide(batch, into: &decisions)
    #expect(decisions.map { program.recommendationName($0) } == ["split", "rest", "rest"])
    #expect(decider.failures.map(\.row) == [1])
    #expect(decider.failures.first?.error.kind == .divisionByZero)
    decider.decide(batch, into: &decisions)
    #expect(decider.failures.count == 1, "each batch tells its own")
  }

  private func fill(_ batch: LeadBatch, _ row: Int, _ random: inout SplitMix64) {
    func text(_ field: StandardField, _ choices: [String]) {
      guard let choice = choices.randomElement(using: &random), !choice.isEmpty else { return }
      batch.setText(choice, field: field.rawValue, row: row)
    }
    batch.setText("L\(row)", field: StandardField.recordID.rawValue, row: row)
    text(
      .industry,
      [
        "", "Technology", "real_estate", "Commercial Real Estate", "FINANCE", "healthcare technology",
        "x-y z",
      ])
    text(.ownerName, ["", "Ann Lee"])
    text(.primaryPhone, ["", "+12175550101"])
    text(.mobilePhone, ["", "+12175550142"])
    text(.businessEmail, ["", "a@example.com"])
    if Bool.random(using: &random) {
      let revenue = [0, 999_999, 1_000_000, 4_999_999.5, 5_000_000, 10_000_000, 50_000_000, 9e9]
      batch.setDouble(
        revenue.randomElement(using: &random) ?? 0, field: StandardField.annualRevenue.rawValue, row: row)
    }
    if Bool.random(using: &random) {
      batch.setInt(
        Int64([0, 9, 10, 19, 20, 49, 50, 100, 101, 5_000].randomElement(using: &random) ?? 0),
        field: StandardField.employeeCount.rawValue, row: row)
    }
  }
}
