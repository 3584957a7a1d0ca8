import Testing
import WorkflowEngine
import WorkflowProgram

private let here = Place(file: 0, line: 1, column: 1)

private func template(_ name: String, _ weights: [Int], text: String = "x") -> MessageTemplate {
  MessageTemplate(
    id: TemplateID(index: 0), library: "t", name: name, theme: nil, use: .opener, segmentBudget: 2,
    variants: weights.enumerated().map {
      MessageVariant(name: "\($0.offset)", weight: $0.element, wording: Wording(text: text), place: here)
    }, place: here)
}

private func leads(_ count: Int) -> [UInt64] { (0..<count).map { stableHash("LEAD-2026-\($0)".utf8) } }

@Suite struct MessagesChoiceTests {
  @Test(arguments: [[1, 1], [3, 1], [1, 2, 7], [0, 5, 5], [1, 1, 1, 1, 1], [0, 0]])
  func `arms have the share of their weights`(_ weights: [Int]) {
    let count = 20_000
    let template = template("greeting", weights)
    var counts = Array(repeating: 0, count: weights.count)
    for lead in leads(count) { counts[template.variant(for: lead, seed: 7)] += 1 }
    let sum = weights.reduce(0, +)
    for (index, weight) in weights.enumerated() {
      let share = sum == 0 ? 1 / Double(weights.count) : Double(weight) / Double(sum)
      let expected = Double(count) * share
      // Five standard deviations of a binomial draw.
      let tolerance = 5 * (Double(count) * share * (1 - share)).squareRoot() + 1
      #expect(abs(Double(counts[index]) - expected) <= tolerance, "\(weights) gave \(counts)")
    }
  }

  @Test func `an arm stays when a wording changes, and differs by template and seed`() {
    let (a, edited, other) = (
      template("a", [1, 1]), template("a", [1, 1], text: "y"), template("b", [1, 1])
    )
    let arms = leads(2_000).map { a.variant(for: $0, seed: 1) }
    #expect(arms == leads(2_000).map { edited.variant(for: $0, seed: 1) })
    for others in [
      leads(2_000).map { other.variant(for: $0, seed: 1) }, leads(2_000).map { a.variant(for: $0, seed: 2) },
    ] {
      let agreeing = zip(arms, others).count { $0 == $1 }
      #expect((850...1_150).contains(agreeing))
    }
  }

  @Test func `an arm is the same on every machine and in every version`() {
    let template = template("pinned", [2, 1, 1])
    let arms = leads(24).map { String(template.variant(for: $0, seed: 42)) }.joined()
    #expect(arms == "210100020122000100000010")
  }

  @Test func `a weight raised moves only leads towards it`() {
    let (before, after) = (template("w", [1, 1]), template("w", [1, 3]))
    for lead in leads(2_000) where before.variant(for: lead, seed: 0) == 1 {
      #expect(after.variant(for: lead, seed: 0) == 1)
    }
  }
}
