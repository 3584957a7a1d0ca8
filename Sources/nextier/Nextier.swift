import ArgumentParser
@preconcurrency import Glibc

/// Runs the command line; a wrong use of it ends with 2, as findings and failures end with 1.
@main
enum Main {
  static func main() async {
    // Who writes to a pipe that nobody reads any more is told so by the write itself.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try Nextier.parseAsRoot()
      if var waiting = command as? any AsyncParsableCommand {
        try await waiting.run()
      } else {
        try command.run()
      }
      try flush()
    } catch let error as FileError {
      if !error.isReaderGone { printError(error.description) }
      exit(error.exitCode)
    } catch let error as CommandFailure {
      printError(error.description)
      exit(error.exitCode)
    } catch {
      guard Nextier.exitCode(for: error) == .validationFailure else { Nextier.exit(withError: error) }
      printError(Nextier.fullMessage(for: error))
      exit(2)
    }
  }

  /// Writes what `print` has gathered: an answer that nobody got is no success.
  private static func flush() throws(FileError) {
    guard fflush(stdout) == 0, ferror(stdout) == 0 else { throw FileError(writing: "standard output") }
  }
}

/// The command line: one subcommand a job, each in a file of its own under `Commands`.
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
      DemoCommand.self, ValidateCommand.self, ResolveCommand.self, SchemaCommand.self, ExplainCommand.self,
      EvalCommand.self, ImportCommand.self, ScoreCommand.self, GraphCommand.self, SimulateCommand.self,
      ChatCommand.self, UnderstandCommand.self, RepliesCommand.self, TestCommand.self,
    ]
  )
}
