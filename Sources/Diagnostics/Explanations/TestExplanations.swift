/// Findings of workflow tests.
extension DiagnosticExplanation {
  static let expectationNotMet = DiagnosticExplanation(
    "a test expects something else than what happened",
    "The workflow was run with the test's lead and steps, and ended up elsewhere than the test says. Either the "
      + "workflow has a mistake, or it was changed on purpose and the test is out of date. The trace below the "
      + "finding names each line of YAML that was taken.",
    wrong: "expect: { queue: standard }", right: "expect: { queue: high_priority }")
}
