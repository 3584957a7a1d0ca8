import Testing
import WorkflowCompiler
import WorkflowTestSupport
import WorkflowTesting

@Suite struct ShippedTests {
  @Test(arguments: ShippedProject().names(of: .tests))
  func `a shipped workflow does what its tests say`(name: String) throws {
    let project = ShippedProject()
    let document = try #require(DocumentName(.tests, name))
    let file = try #require(try project.file(for: document))
    var runner = TestRunner(provider: project, leadFile: ShippedProject.bytes(of:))
    runner.run(file)
    // A value of its own, so that a failure prints the report and not its insides.
    let hasPassed = runner.report.hasPassed
    #expect(hasPassed, "\(runner.report.text())")
    #expect(5 <= runner.report.caseCount)
  }

  @Test func `every shipped workflow has tests`() {
    let project = ShippedProject()
    // A base is tested through the workflows that extend it.
    let workflows = project.names(of: .workflow).filter {
      ShippedProject.bytes(of: "workflows/base/\($0).yaml") == nil
    }
    // Bases may have tests of their own beside those.
    #expect(Set(project.names(of: .tests)).isSuperset(of: workflows))
  }
}
