import ArgumentParser
import Diagnostics
import WorkflowCompiler
import WorkflowTesting

/// Runs the tests that clients write for their workflows.
struct TestCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the tests written for workflows, and send nothing.",
    discussion: """
      Example:  nextier test
                nextier test workflows/tests/ecbb.yaml --coverage --junit results.xml
      Without files it runs all of workflows/tests. A test is a lead, what happens to it, and what is expected;
      a failure shows the difference, what happened, and the lines of YAML that made it happen.
      Exit codes: 0 all passed, 1 a test failed or a file has errors, 2 wrong use of the command.
      """)

  @Argument(help: "Files of tests, or folders of them; all of workflows/tests without it.")
  var paths: [String] = []

  @Flag(help: "Tell which states, transitions, rules, templates and intents no test exercises.")
  var coverage = false

  @Option(help: "Where to write the results as JUnit XML.")
  var junit: String?

  @Flag(help: "Print everything as JSON.")
  var json = false

  func run() throws {
    let paths = paths.isEmpty ? ["workflows/tests"] : paths
    let projects = ProjectFolder.byProject(ProjectFolder.documents(at: paths))
    guard let (project, files) = projects.first else {
      printError("nothing to test: no .yaml file in \(paths.joined(separator: ", "))")
      throw ExitCode(2)
    }
    guard projects.count == 1 else {
      let firsts = projects.compactMap(\.files.first).joined(separator: ", ")
      printError("these files belong to \(projects.count) projects: \(firsts); test one project at a time")
      throw ExitCode(2)
    }
    var leadFiles: [String] = []
    var runner = TestRunner(provider: project, pool: Cores.all) { path in
      leadFiles.append(project.path(of: path))
      return try? readFile(project.path(of: path))
    }
    let results = try junit.map { path throws(FileError) in try OutputPlace(path, besides: files) }
    for file in files { runner.run(DocumentFile(path: file, bytes: try readFile(file))) }
    let report = runner.report
    if let results {
      // What the tests read is known only now.
      _ = try OutputPlace(results.name, besides: report.files.files.map(\.path) + leadFiles)
      var file = try OutputFile(at: results)
      try file.write(Array(report.junit().utf8))
      try file.close()
    }
    if json {
      print(report.json(withCoverage: coverage), terminator: "")
    } else {
      print(report.text(usesColor: Terminal.showsColor), terminator: "")
      if coverage { for item in report.coverage { print("\n\(item.text())", terminator: "") } }
    }
    guard report.hasPassed else { throw ExitCode(1) }
  }
}
