import Diagnostics
import Expressions
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads one score of `scoring:`.
  mutating func scoring(
    _ name: String, _ node: YAMLNode?, in environment: RuleEnvironment, bands: [BandProgram],
    canStartFromQuality: Bool
  ) -> ScoringProgram {
    // One that cannot be read has been reported, and reads as 0.
    let limit = (node?["limit"]?.integer).flatMap { 0 < $0 ? $0 : nil } ?? 100
    var start = ScoringProgram.Start.points(0)
    if let written = node?["start"] {
      if written.text == "quality" {
        if canStartFromQuality {
          start = .quality
        } else {
          report(.wrongType, "quality cannot start from itself; give its points", at: written.range)
        }
      } else if (0...limit).contains(written.integer) {
        start = .points(written.integer)
      } else {
        report(
          .scoreLeavesLimits, "\(name) starts at \(written.text), outside of 0 to \(limit)",
          at: written.range)
      }
    }
    var rules: [ScoringRule] = []
    for entry in node?["rules"]?.entries ?? [] {
      guard let body = ruleBody(entry.value, in: environment, bands: bands) else { continue }
      rules.append(ScoringRule(name: entry.key.name, body: body, place: place(entry.key.range)))
    }
    return ScoringProgram(
      name: name, start: start, limit: limit, rules: rules,
      place: node.map { place($0.range) } ?? Place(file: Int(UInt16.max), line: 0, column: 0))
  }

  private mutating func ruleBody(
    _ node: YAMLNode, in environment: RuleEnvironment, bands: [BandProgram]
  ) -> ScoringRule.Body? {
    if let choose = node["choose"], let add = node["add"] {
      return choice(choose, add, in: environment, bands: bands)
    }
    if let first = node["first"] { return .first(first.items.compactMap { scoredCase($0, in: environment) }) }
    if let all = node["all"] {
      return .all(
        all.items.compactMap { scoredCase($0, in: environment) }, limit: node["limit"]?.integer)
    }
    return scoredCase(node, in: environment).map { .first([$0]) }
  }

  private mutating func scoredCase(_ node: YAMLNode, in environment: RuleEnvironment) -> ScoringRule.Case? {
    var condition: ConditionID?
    if let when = node["when"] {
      guard let compiled = self.condition(when, in: environment) else { return nil }
      condition = compiled
    }
    return ScoringRule.Case(
      condition: condition, points: node["add"]?.integer ?? 0, place: place(node.range))
  }

  /// `choose: EXPRESSION` with `add: {VALUE: POINTS}`; a band is looked up by its label's number.
  private mutating func choice(
    _ choose: YAMLNode, _ add: YAMLNode, in environment: RuleEnvironment, bands: [BandProgram]
  ) -> ScoringRule.Body? {
    if let band = bands.firstIndex(where: { "lead.\($0.name)" == choose.text }) {
      let labels = bands[band].labels
      for entry in add.entries where !labels.contains(entry.key.name) {
        reportUnknown("band '\(bands[band].name)' value", entry.key.name, at: entry.key.range, known: labels)
      }
      return .byBand(band: band, points: labels.map { add[$0]?.integer ?? 0 })
    }
    guard expression(choose, .string, in: environment) != nil, let source = choose.scalar?.sourceText
    else { return nil }
    var cases: [ScoringRule.Case] = []
    // A comment at its end must not take the bracket with it.
    let end = source.text.contains("//") ? "\n" : ""
    for entry in add.entries {
      let text = "(\(source.text)\(end)) == \(CELValue.string(entry.key.name))"
      let comparison = SourceText(text, at: choose.range, offsets: mapping(text, of: source))
      let (compiled, findings) = environment.expressions.compile(comparison, expecting: .bool)
      guard let compiled else {
        diagnostics += findings
        return nil
      }
      cases.append(
        ScoringRule.Case(
          condition: self.add(compiled, at: entry.key.range), points: entry.value.integer,
          place: place(entry.key.range)))
    }
    return .byText(ScoringRule.TextChoice(cases: cases))
  }

  /// Where each byte of `(SOURCE) == "VALUE"` stands in the file: the part we added points at the end.
  private func mapping(_ text: String, of source: SourceText) -> [Int32] {
    let count = source.text.utf8.count
    return (0...text.utf8.count).map { source.range(min(max(0, $0 - 1), count), count).start }
  }
}
