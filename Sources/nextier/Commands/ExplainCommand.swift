import ArgumentParser
import Diagnostics

/// Tells what a kind of finding means and what to write instead.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Tell what a kind of finding means, with an example and what to write instead.",
    discussion: "Example:  nextier explain unknown-reference")

  @Argument(help: "The name in brackets at the end of a finding.")
  var finding: String

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    if let id = DiagnosticID(rawValue: finding) {
      return print(json ? id.explanation.json(for: id) : id.explanation.text(for: id), terminator: "")
    }
    let near = nearestName(to: finding, in: DiagnosticID.allCases.map(\.rawValue))
    printError("no finding is called '\(finding)'" + (near.map { "; did you mean '\($0)'?" } ?? ""))
    throw ExitCode(2)
  }
}
