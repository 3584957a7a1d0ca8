import ArgumentParser

/// The command line: one subcommand a job, each in a file of its own under `Commands`.
@main
struct Nextier: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "nextier",
    abstract: "Turns one YAML file per client into a running outreach machine.",
    discussion: """
      Start with:  nextier demo
      Check a file: nextier validate workflows/ecbb.yaml
      """,
    version: version,
    subcommands: [
      ValidateCommand.self, ResolveCommand.self, EvalCommand.self, ImportCommand.self, ScoreCommand.self,
      SimulateCommand.self, GraphCommand.self,
    ]
  )
}
