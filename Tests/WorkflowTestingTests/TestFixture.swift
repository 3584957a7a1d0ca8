import Diagnostics
import WorkflowCompiler
import WorkflowTestSupport
import WorkflowTesting

/// Runs a file of tests against the small workflow.
func report(
  _ tests: String, project: SmallProject = SmallProject(), leadFiles: [String: String] = [:]
) -> TestReport {
  var runner = TestRunner(provider: project.project) { path in leadFiles[path].map { Array($0.utf8) } }
  runner.run(DocumentFile(path: "workflows/tests/small.yaml", bytes: Array(tests.utf8)))
  return runner.report
}

/// Runs cases that begin with a lead whom the small workflow takes.
func report(cases: String, leadFiles: [String: String] = [:]) -> TestReport {
  report(beginning + cases, leadFiles: leadFiles)
}

let beginning = """
  tests: small
  language: 1
  workflow: small
  given:
    lead:
      business_name: Acme Tools
      owner_name: Ann Lee
      mobile_phone: (217) 555-0142
      industry: Technology
      annual_revenue: $2M
      employee_count: 12
  cases:

  """
