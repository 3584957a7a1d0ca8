import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// Checks that every choice of a workflow's decisions can be made for some lead.
struct DecisionChecks {
  let program: ClientProgram
  private let analysis: ChoiceAnalysis

  init(program: ClientProgram) {
    self.program = program
    analysis = ChoiceAnalysis(program: program)
  }

  func run(_ root: YAMLNode, context: inout LoweringContext) {
    let decisions = program.decisions
    check("queue", decisions.queues, root["queues"], context: &context)
    check("recommended action", decisions.recommendations, root["recommend"], context: &context)
    check("assignment type", decisions.assignmentTypes, root["assignment"], context: &context)
    check(
      "campaign", decisions.campaigns.map { ($0.name, $0.condition) }, root["campaigns"], context: &context)
    for campaign in decisions.campaigns {
      let openers = root["campaigns"]?[campaign.name]?["opener"]
      check("opener", campaign.openers.map { ($0.name, $0.condition) }, openers, context: &context)
    }
    for scoring in [decisions.quality, decisions.priority] {
      let rules = root["scoring"]?[scoring.name]?["rules"]
      for rule in scoring.rules {
        if case .first(let cases) = rule.body {
          check(rule, cases, rules?.entry(rule.name), context: &context)
        }
      }
    }
    for (index, flag) in decisions.flags.choices.enumerated() {
      guard analysis.verdicts([flag.condition]) == [.impossible],
        let entry = root["flags"]?.entries[safely: index]
      else { continue }
      report("flag '\(flag.name)'", .impossible, [], entry.key.range, context: &context)
    }
  }

  private func check(
    _ kind: String, _ match: FirstMatch, _ node: YAMLNode?, context: inout LoweringContext
  ) {
    check(kind, match.choices.map { ($0.name, $0.condition) }, node, context: &context)
  }

  private func check(
    _ kind: String, _ choices: [(name: String, condition: ConditionID?)], _ node: YAMLNode?,
    context: inout LoweringContext
  ) {
    let verdicts = analysis.verdicts(choices.map(\.condition))
    for (choice, verdict) in zip(choices, verdicts) {
      guard let range = node?.entry(choice.name)?.key.range else { continue }
      var notes = notes(on: verdict) { node?.entry(choices[$0].name)?.key.range }
      // What a file adds goes last, behind the base's that takes the rest.
      if case .shadowed(let takers) = verdict, let first = takers.first.map({ choices[$0].name }),
        node?.entry(first)?.key.range.file != range.file
      {
        notes.append(Diagnostic.Note("'before: \(first)' in '\(choice.name)' puts it in front of that"))
      }
      report("\(kind) '\(choice.name)'", verdict, notes, range, context: &context)
    }
  }

  private func check(
    _ rule: ScoringRule, _ cases: [ScoringRule.Case], _ entry: YAMLEntry?, context: inout LoweringContext
  ) {
    let items = entry?.value["first"]?.items ?? entry.map { [$0.value] } ?? []
    for (index, verdict) in analysis.verdicts(cases.map(\.condition)).enumerated() {
      guard let item = items[safely: index] else { continue }
      let notes = notes(on: verdict) { items[safely: $0]?.range }
      report("case of the rule '\(rule.name)'", verdict, notes, item.range, context: &context)
    }
  }

  private func notes(
    on verdict: ChoiceAnalysis.Verdict, range: (Int) -> SourceRange?
  ) -> [Diagnostic.Note] {
    guard case .shadowed(let takers) = verdict else { return [] }
    return takers.prefix(3).map { Diagnostic.Note("this comes first and takes it", at: range($0)) }
  }

  private func report(
    _ subject: String, _ verdict: ChoiceAnalysis.Verdict, _ notes: [Diagnostic.Note], _ range: SourceRange,
    context: inout LoweringContext
  ) {
    switch verdict {
    case .reachable, .unknown: break
    case .impossible:
      context.report(
        .neverMatches, .warning, "the \(subject) can never match; no lead fulfils its condition", at: range)
    case .shadowed:
      context.report(
        .neverMatches, .warning, "the \(subject) can never match; what stands before it always does",
        at: range, notes: notes)
    }
  }
}

extension Array {
  /// The element at an index, or `nil` behind the end.
  subscript(safely index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
