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

  @Test(arguments: [
    (["--days", "-1"], "--days must be from 1 to 3650"), (["--days", "0"], "--days must be from 1 to 3650"),
    (["--samples", "-1"], "--samples must be at least 0"),
    (["--threads", "-1"], "--threads must be from 1 to 1024"),
    (["--seed", "-1"], "The value '-1' is invalid for '--seed <seed>'"),
    (["--days", "--json"], "The value '--json' is invalid for '--days <days>'"),
  ])
  func `a number below what it counts from is told as such`(_ row: (options: [String], message: String)) {
    do {
      _ = try SimulateCommand.parse(["ecbb", "--leads", "leads.csv"] + row.options)
      Issue.record("it was taken")
    } catch {
      #expect(SimulateCommand.message(for: error) == row.message)
    }
  }

  @Test func `a schema is asked for by its kind`() throws {
    do {
      _ = try SchemaCommand.parse([])
      Issue.record("it was taken")
    } catch {
      #expect(
        SchemaCommand.message(for: error)
          == "name a kind of document (workflow, persona, templates, legal, tests), or say --reference or "
          + "--out FOLDER")
    }
  }

  @Test func `a folder without a name is not the root of all files`() {
    #expect(throws: (any Error).self) { try SchemaCommand.parse(["--out", ""]) }
  }

  @Test func `what can be meant is taken`() throws {
    #expect(try GraphCommand.parse(["ecbb", "--flow", "nurture", "--overview"]).flow == "nurture")
    #expect(try ScoreCommand.parse(["ecbb", "--leads", "leads.csv", "--threads", "1"]).threads == 1)
  }
}
