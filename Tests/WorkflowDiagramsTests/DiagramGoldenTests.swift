import TestSupport
import Testing
import WorkflowDiagrams

@Suite struct DiagramGoldenTests {
  @Test func `a small machine in all three formats`() {
    let diagram = Diagram(of: smallMachine, words: sampleWords)
    expectGolden(diagram.mermaid(), "small.mmd")
    expectGolden(diagram.dot(), "small.dot")
    expectGolden(diagram.svg(), "small.svg")
  }

  @Test func `a whole business as text, with its flows and without`() {
    expectGolden(Diagram(of: dealMachine, words: sampleWords).mermaid(), "deal.mmd")
    expectGolden(Diagram(of: dealMachine, words: sampleWords, flows: .collapsed).mermaid(), "deal-top.mmd")
    expectGolden(
      Diagram(of: dealMachine, words: sampleWords, flows: .overview).mermaid(), "deal-overview.mmd")
  }

  @Test func `one flow alone ends in its outcomes`() throws {
    let diagram = try #require(Diagram(ofFlow: "exit_value", in: dealMachine, words: sampleWords))
    expectGolden(diagram.mermaid(), "exit-value.mmd")
  }

  @Test func `flows are named in the order in which states run them`() {
    #expect(Diagram.flowNames(in: dealMachine) == ["valuation_interest", "exit_value"])
  }
}
