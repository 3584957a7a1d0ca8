import LeadModel
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram

extension Rehearsal {
  /// Whether an expectation is met after the step at hand.
  ///
  /// - Returns: `nil` when it is.
  func failure(of expectation: Expectation, step: Int) -> CaseFailure? {
    let state = conversation.state
    let decision = state.decision
    func compare(
      _ subject: String, _ expected: [String], _ got: [String], isMet: Bool? = nil, message: String? = nil
    ) -> CaseFailure? {
      guard !(isMet ?? (expected == got)) else { return nil }
      return CaseFailure(
        subject: subject, range: expectation.range, step: step, expected: expected, got: got,
        diff: DiffLine.lines(expected, got),
        message: message ?? "expected \(subject) \(quoted(expected)), got \(quoted(got))")
    }
    switch expectation.claim {
    case .state(let path):
      let paths = program.machine.stack(of: state.state).map { program.machine[$0].path }
      return compare(
        "state", [path], [paths[0]], isMet: paths.contains { $0 == path || $0.hasSuffix("/\(path)") })
    case .status(let status): return compare("status", [status.name], [state.status.name])
    case .quality(let points): return compare("quality", ["\(points)"], ["\(decision.quality)"])
    case .priority(let points): return compare("priority", ["\(points)"], ["\(decision.priority)"])
    case .qualified(let flag): return compare("qualified", ["\(flag)"], ["\(decision.isQualified)"])
    case .choice(let choice, let name): return compare(choice.rawValue, [name], [self.name(of: choice)])
    case .flags(let flags): return compare("flags", flags, program.flagNames(decision).sorted())
    case .says(let claims): return failure(of: claims, expectation, step)
    case .nothingSent(let isSilent):
      return compare(
        "nothing_sent", isSilent ? [] : ["any text"], sent.map(words), isMet: sent.isEmpty == isSilent,
        message: isSilent ? "expected that nothing is sent" : "expected that something is sent")
    case .captured(let kind, let text):
      let told = state.captures.last { $0.kind == kind }?.text
      return compare("captured \(kind.keyword)", [text], told.map { [$0] } ?? [])
    case .effect(let claim):
      let happened = exchange.effects.map(program.described)
      let isMet = happened.contains {
        $0.kind == claim.kind && (claim.detail == nil || $0.detail == claim.detail)
      }
      return compare(
        "effects", [claim.text], happened.map(\.text), isMet: isMet,
        message: "expected effect '\(claim.text)', which did not happen")
    }
  }

  private func failure(of claims: [SaidClaim], _ expectation: Expectation, _ step: Int) -> CaseFailure? {
    let isMet = claims.count == sent.count && zip(claims, sent).allSatisfy(matches)
    guard !isMet else { return nil }
    return CaseFailure(
      subject: "says", range: expectation.range, step: step, expected: claims.map(\.text),
      got: sent.map(words),
      diff: DiffLine.lines(
        claims.map { ($0.text, $0) }, sent.map { (words($0), $0) }, isMet: matches),
      message: "expected other texts than were sent")
  }

  private func quoted(_ names: [String]) -> String {
    names.isEmpty ? "none" : names.map { "'\($0)'" }.joined(separator: ", ")
  }

  private func matches(_ claim: SaidClaim, _ sent: SpokenMessage) -> Bool {
    switch (claim, sent.message.content) {
    case (.template(let reference), .template(let template)):
      program.messages.templates[template].reference == reference
    case (.intent(let name), .persona(let intent)): program.intents[intent] == name
    case (.words(let words), _): sent.text.contains(words)
    case (.template, _), (.intent, _): false
    }
  }

  private func words(_ sent: SpokenMessage) -> String {
    "\(program.name(of: sent.message.content)): \"\(sent.text)\""
  }

  private func name(of choice: Expectation.Choice) -> String {
    let decision = conversation.state.decision
    let name =
      switch choice {
      case .queue: program.queueName(decision)
      case .agent: program.agentName(decision)
      case .campaign: program.campaignName(decision)
      case .recommend: program.recommendationName(decision)
      case .assignment: program.assignmentTypeName(decision)
      }
    return name.isEmpty ? "none" : name
  }
}

extension Expectation.Claim {
  /// Whether scoring and routing decide it, so that the decision's story helps.
  var isAboutDecision: Bool {
    switch self {
    case .quality, .priority, .qualified, .choice, .flags: true
    case .state, .status, .says, .nothingSent, .captured, .effect: false
    }
  }
}
