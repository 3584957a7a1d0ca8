import ArgumentParser
import Diagnostics
import Glibc
import Threads
import Workers
import WorkflowCompiler
import WorkflowSyntax

/// Checks files as a compiler checks a program, and says all that is wrong with them.
struct ValidateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Check workflows, personas and templates, and say everything that is wrong.",
    discussion: """
      Example:  nextier validate workflows personas templates
                nextier validate workflows/ecbb.yaml --format sarif > findings.sarif
      Exit codes: 0 nothing wrong (warnings aside), 1 errors, 2 wrong use of the command.
      """)

  @Argument(help: "Files, or folders to look through.")
  var paths: [String]

  @Option(help: "How findings are printed: text, json or sarif.")
  var format = FindingFormat.text

  @Flag(help: "Treat warnings as errors.")
  var strict = false

  func run() throws {
    let missing = paths.filter { access($0, F_OK) != 0 }
    for path in missing { printError(FileError(path: path, reason: "there is no such file").description) }
    guard missing.isEmpty else { throw ExitCode(2) }
    let files = ProjectFolder.documents(at: paths)
    guard !files.isEmpty else {
      printError("nothing to check: no .yaml file in \(paths.joined(separator: ", "))")
      throw ExitCode(2)
    }
    let (findings, sources) = check(files)
    print(format.render(findings, in: sources), terminator: "")
    if format == .text {
      let errors = findings.count { $0.severity == .error }
      let summary =
        "\(files.count) \(files.count == 1 ? "file" : "files"), \(errors) \(errors == 1 ? "error" : "errors"), \(findings.count - errors) \(findings.count - errors == 1 ? "warning" : "warnings")"
      print(summary)
    }
    if findings.hasErrors || strict && !findings.isEmpty { throw ExitCode(1) }
  }

  /// Checks files on all cores: each reads the bases its share needs, and what both find is told once.
  private func check(_ files: [String]) -> (findings: [Diagnostic], files: SourceFiles) {
    let pool = WorkerPool.threads(min(Cores.count, 1 + files.count / 32))
    let shares = ProjectFolder.byProject(files).flatMap { project, files in
      let parts = min(pool.count, files.count)
      return (0..<parts).map { part in
        (project, files[(files.count * part / parts)..<(files.count * (part + 1) / parts)])
      }
    }
    let checked = SideBySide.map(shares, pool: pool) { project, files in
      // Where files are checked side by side, fewer cores are left for the parts of one.
      var checker = DocumentChecker(root: project, pool: .threads(max(1, Cores.count / pool.count)))
      for file in files { checker.check(file) }
      return (findings: checker.findings, files: checker.files)
    }
    var sources = SourceFiles()
    var findings: [Diagnostic] = []
    for part in checked {
      let ids = sources.merge(part.files)
      findings += part.findings.map { $0.moved(to: ids) }
    }
    return (findings.sortedByPlace(), sources)
  }
}

/// How findings are printed.
enum FindingFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, sarif

  func render(_ findings: [Diagnostic], in files: SourceFiles) -> String {
    switch self {
    case .text: TextRenderer(files: files, usesColor: Terminal.showsColor).render(findings)
    case .json: JSONRenderer(files: files).render(findings)
    case .sarif: SARIFRenderer(files: files, version: Nextier.version).render(findings)
    }
  }
}
