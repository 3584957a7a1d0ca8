import ArgumentParser
import Testing

@testable import nextier

/// Options that would change nothing, or cannot be meant, are refused before any work is done.
@Suite struct RefusedOptionsTests {
  @Test(arguments: [
    ["--flow", "nurture", "--all"], ["--flow", "nurture", "--collapsed"], ["--all", "--collapsed"],
  ])
  func `one flow is drawn whole`(options: [String]) {
    #expect(throws: (any Error).self) { try GraphCommand.parse(["ecbb"] + options) }
  }

  @Test(arguments: ["0", "-5", "1025", "many"])
  func `threads are counted from one`(count: String) {
    let options = ["ecbb", "--leads", "leads.csv", "--threads=\(count)"]
    #expect(throws: (any Error).self) { try ScoreCommand.parse(options) }
    #expect(throws: (any Error).self) { try SimulateCommand.parse(options) }
  }

  @Test func `what can be meant is taken`() throws {
    #expect(try GraphCommand.parse(["ecbb", "--flow", "nurture", "--overview"]).flow == "nurture")
    #expect(try ScoreCommand.parse(["ecbb", "--leads", "leads.csv", "--threads", "1"]).threads == 1)
  }
}
