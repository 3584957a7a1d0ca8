import Diagnostics
import WorkflowConversation

extension TestReport {
  /// Findings, then each failure with its place, a diff and the trace, then one line a suite and the sum.
  ///
  /// - Parameter usesColor: Whether to add ANSI colours.
  public func text(usesColor: Bool = false) -> String {
    let renderer = TextRenderer(files: files, usesColor: usesColor)
    var text = renderer.render(findings)
    for suite in suites {
      for result in suite.cases where !result.hasPassed {
        if !text.isEmpty { text += "\n" }
        text += failureText(result, of: suite, renderer)
      }
    }
    if !text.isEmpty { text += "\n" }
    for suite in suites {
      let failed = suite.failedCount
      text += "\(failed == 0 ? "ok  " : "FAIL") \(suite.path): \(counted(suite.cases.count, "case"))"
      text += failed == 0 ? "\n" : ", \(failed) failed\n"
    }
    let errors = findings.count { $0.severity == .error }
    text += "\(counted(caseCount, "case")), \(failedCount) failed"
    text += errors == 0 ? "\n" : ", \(counted(errors, "error"))\n"
    return text
  }

  /// One case's failures, for terminals and for JUnit.
  func failureText(_ result: CaseResult, of suite: SuiteResult, _ renderer: TextRenderer) -> String {
    var text = "FAIL \(suite.name): \(result.name)\n"
    for failure in result.failures {
      text += renderer.render([Diagnostic(.expectationNotMet, failure.message, at: failure.range)])
      for line in failure.diff { text += "   \(line.text)\n" }
    }
    let last = result.failures.map(\.step).max() ?? 0
    text += "   what happened\n"
    for (number, step) in result.steps.prefix(last + 1).enumerated() {
      text += "   \(number). \(step.title)\n" + lines(step.lines)
    }
    if !result.decision.isEmpty { text += "   how it was decided\n" + lines(result.decision) }
    return text
  }

  private func lines(_ lines: [StoryLine]) -> String {
    lines.map { "      \($0.text)\($0.source.map { "  [\($0)]" } ?? "")\n" }.joined()
  }

  private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}
