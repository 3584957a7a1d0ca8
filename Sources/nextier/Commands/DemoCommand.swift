import ArgumentParser

/// Shows the whole of it on the shipped client and a shipped list: compile, score, a month in virtual time.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Compile the shipped client, score its sample list, and dry-run a month of outreach.",
    discussion: "Example:  nextier demo\nRun it in the project's folder. Nothing is sent.")

  private static let workflow = "workflows/ecbb.yaml"
  private static let leads = "workflows/samples/ecbb-leads.csv"

  func run() throws {
    let steps: [(title: String, arguments: [String])] = [
      ("the rules compile", ["validate", Self.workflow]),
      ("the list is read", ["import", "--check", Self.leads, "--workflow", Self.workflow]),
      (
        "each lead is scored, queued and routed",
        [
          "score", Self.workflow, "--leads", Self.leads, "--out", "scored.csv",
        ]
      ),
      (
        "a month is lived through, and nothing is sent",
        [
          "simulate", Self.workflow, "--leads", Self.leads, "--days", "30", "--seed", "7", "--samples", "2",
        ]
      ),
    ]
    for (number, step) in steps.enumerated() {
      print("\n── \(number + 1). \(step.title)\n   nextier \(step.arguments.joined(separator: " "))\n")
      var command = try Nextier.parseAsRoot(step.arguments)
      try command.run()
    }
    print("\nThe scored list is in scored.csv. Change a line of \(Self.workflow) and run this again.")
  }
}
