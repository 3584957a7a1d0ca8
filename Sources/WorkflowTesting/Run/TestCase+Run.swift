import LeadModel
import ReplyUnderstanding
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram

extension TestCase {
  /// Runs the case from the import to its last step; later steps are taken even when an earlier one failed.
  func run(_ program: ClientProgram, model: ReplyModel, coverage: CoverageTally) -> CaseResult {
    var rehearsal = Rehearsal(
      program: program, model: model, lead: lead, startingOn: start, coverage: coverage)
    var taken = [(title: "import", exchange: rehearsal.exchange)]
    var failures: [CaseFailure] = []
    var tellsDecision = false
    func check(_ expectations: [Expectation]) {
      for expectation in expectations {
        guard let failure = rehearsal.failure(of: expectation, step: taken.count - 1) else { continue }
        failures.append(failure)
        tellsDecision = tellsDecision || expectation.claim.isAboutDecision
      }
    }
    for step in steps {
      rehearsal.take(step.action)
      taken.append((step.title, rehearsal.exchange))
      if let breakdown = rehearsal.exchange.breakdown {
        failures.append(
          CaseFailure(
            subject: "step", range: step.range, step: taken.count - 1, expected: ["an end"],
            got: [breakdown], diff: DiffLine.lines(["an end"], [breakdown]),
            message: "the step was stopped: \(breakdown)"))
      }
      check(step.expectations)
    }
    check(expectations)
    let decision = tellsDecision ? program.decisionLines(rehearsal.conversation.row) : []
    // Nobody reads what happened where all was as expected.
    let steps = failures.isEmpty ? [] : taken
    return CaseResult(
      name: name, range: range, failures: failures,
      steps: steps.map { StepRecord(title: $0.title, lines: rehearsal.conversation.why($0.exchange)) },
      decision: decision)
  }
}

extension ClientProgram {
  /// How a lead is decided about: every contribution and every choice, with its line.
  fileprivate func decisionLines(_ lead: LeadRow) -> [StoryLine] {
    explainDecision(lead).lines.compactMap { line in
      let place = line.place.map { self.line(of: $0) }
      return switch line.kind {
      case .start(let start, limit: _): StoryLine("\(line.name) starts at \(start)", place)
      case .points(0): nil
      case .points(let points): StoryLine("  \(points < 0 ? "" : "+")\(points) \(line.name)", place)
      case .total(sum: _, let value): StoryLine("  = \(value)")
      case .result(let result): StoryLine("\(line.name): \(result)", place)
      case .asked: nil
      }
    }
  }
}
