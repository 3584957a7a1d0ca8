import ArgumentParser
import WorkflowCompiler
import WorkflowSyntax

/// Prints a workflow with all it extends, each line with where it comes from.
struct ResolveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resolve",
    abstract: "Print a workflow merged with all it extends, each line marked with its origin.",
    discussion: "Example:  nextier resolve workflows/ecbb.yaml")

  @Argument(help: "The workflow's file, or its name.")
  var workflow: String

  @Flag(help: "Print JSON: each value with its path, file and line.")
  var json = false

  func run() throws {
    let compilation = try compileWorkflow(workflow)
    guard let resolved = compilation.resolved else { throw ExitCode(1) }
    let (changes, files) = (compilation.changes, compilation.files)
    print(
      json
        ? resolvedJSON(resolved, changes: changes, in: files)
        : resolvedListing(resolved, changes: changes, in: files), terminator: "")
    if compilation.hasErrors { throw ExitCode(1) }
  }
}
