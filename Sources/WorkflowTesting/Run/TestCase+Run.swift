import LeadModel
import ReplyUnderstanding
import WorkflowEngine
import WorkflowProgram

extension TestCase {
  /// Runs the case from the import to its last step; later steps are taken even when an earlier one failed.
  func run(_ program: ClientProgram, model: @escaping () -> ReplyModel, coverage: CoverageTally) -> CaseResult
  {
    let rehearsal = Rehearsal(
      program: program, model: model, lead: lead, startingOn: start,
      coverage: coverage)
    var records = [StepRecord(title: "import", lines: rehearsal.lines)]
    var failures: [CaseFailure] = []
    var tellsDecision = false
    func check(_ expectations: [Expectation]) {
      for expectation in expectations {
        guard let failure = rehearsal.failure(of: expectation, step: records.count - 1) else { continue }
        failures.append(failure)
        tellsDecision = tellsDecision || expectation.claim.isAboutDecision
      }
    }
    for step in steps {
      rehearsal.take(step.action)
      records.append(StepRecord(title: step.title, lines: rehearsal.lines))
      if let breakdown = rehearsal.breakdown {
        failures.append(
          CaseFailure(
            subject: "step", range: step.range, step: records.count - 1, expected: ["an end"],
            got: [breakdown], diff: DiffLine.lines(["an end"], [breakdown]),
            message: "the step was stopped: \(breakdown)"))
      }
      check(step.expectations)
    }
    check(expectations)
    let decision = tellsDecision ? program.decisionLines(rehearsal.lead) : []
    return CaseResult(name: name, range: range, failures: failures, steps: records, decision: decision)
  }
}

extension ClientProgram {
  /// How a lead is decided about: every contribution and every choice, with its line.
  fileprivate func decisionLines(_ lead: LeadRow) -> [TraceLine] {
    explainDecision(lead).lines.compactMap { line in
      let place = line.place.map { self.line(of: $0) }
      return switch line.kind {
      case .start(let start, limit: _): TraceLine("\(line.name) starts at \(start)", place)
      case .points(0): nil
      case .points(let points): TraceLine("  \(points < 0 ? "" : "+")\(points) \(line.name)", place)
      case .total(sum: _, let value): TraceLine("  = \(value)")
      case .result(let result): TraceLine("\(line.name): \(result)", place)
      case .asked: nil
      }
    }
  }
}
