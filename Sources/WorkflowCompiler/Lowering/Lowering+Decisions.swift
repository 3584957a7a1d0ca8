import Diagnostics
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads a map of named choices with `when:`, such as `queues:`.
  ///
  /// A choice may be written short, as the condition itself (`flags:` does so).
  mutating func firstMatch(_ node: YAMLNode?, in environment: RuleEnvironment, limit: Int) -> FirstMatch {
    var choices: [FirstMatch.Choice] = []
    for entry in node?.entries ?? [] {
      guard choices.count < limit else {
        report(.tooLarge, "more than \(limit) choices here", at: entry.key.range)
        break
      }
      var condition: ConditionID?
      if let when = entry.value.isMapping ? entry.value["when"] : entry.value {
        guard let compiled = self.condition(when, in: environment) else { continue }
        condition = compiled
      }
      choices.append(
        FirstMatch.Choice(name: entry.key.name, condition: condition, place: place(entry.key.range)))
    }
    return FirstMatch(choices: choices)
  }

  /// Reads `agents:`.
  mutating func agents(_ node: YAMLNode?, in environment: RuleEnvironment) -> [AgentProgram] {
    var agents: [AgentProgram] = []
    for entry in node?.entries ?? [] {
      guard agents.count < DecisionProgram.choiceLimit else {
        report(.tooLarge, "more than \(DecisionProgram.choiceLimit) agents", at: entry.key.range)
        break
      }
      var suits: [AgentProgram.Fit] = []
      for fit in entry.value["suits"]?.entries ?? [] {
        guard let when = fit.value["when"], let condition = condition(when, in: environment) else { continue }
        suits.append(
          AgentProgram.Fit(
            name: fit.key.name, condition: condition, weight: fit.value["weight"]?.integer ?? 0,
            place: place(fit.key.range)))
      }
      agents.append(
        AgentProgram(
          name: entry.key.name, persona: entry.value["persona"]?.text ?? entry.key.name,
          sender: entry.value["sender"]?.text,
          responder: entry.value["responder"].flatMap { Responder(rawValue: $0.text) } ?? .templates,
          suits: suits, place: place(entry.key.range)))
    }
    return agents
  }

  /// Reads `campaigns:`.
  mutating func campaigns(_ node: YAMLNode?, in environment: RuleEnvironment) -> [CampaignProgram] {
    var campaigns: [CampaignProgram] = []
    for entry in node?.entries ?? [] {
      guard campaigns.count < DecisionProgram.choiceLimit else {
        report(.tooLarge, "more than \(DecisionProgram.choiceLimit) campaigns", at: entry.key.range)
        break
      }
      var condition: ConditionID?
      if let when = entry.value["when"] {
        guard let compiled = self.condition(when, in: environment) else { continue }
        condition = compiled
      }
      let openers = openers(entry.value["opener"], in: environment)
      guard !openers.isEmpty else { continue }
      campaigns.append(
        CampaignProgram(
          name: entry.key.name, condition: condition,
          approval: entry.value["approval"].flatMap { ApprovalMode(rawValue: $0.text) } ?? .manual,
          openers: openers, place: place(entry.key.range)))
    }
    return campaigns
  }

  /// An opener is a template, a library with themes, or a map of named choices of these.
  private mutating func openers(
    _ node: YAMLNode?, in environment: RuleEnvironment
  ) -> [CampaignProgram.Opener] {
    guard let node else { return [] }
    if !node.isMapping || node["library"] != nil || node["say"] != nil {
      return opener("opener", node, in: environment).map { [$0] } ?? []
    }
    let limit = DecisionProgram.choiceLimit
    if limit < node.entries.count {
      report(.tooLarge, "more than \(limit) openers of one campaign", at: node.entries[limit].key.range)
    }
    return node.entries.prefix(limit).compactMap {
      opener($0.key.name, $0.value, in: environment)
    }
  }

  private mutating func opener(
    _ name: String, _ node: YAMLNode, in environment: RuleEnvironment
  ) -> CampaignProgram.Opener? {
    var condition: ConditionID?
    if let when = node["when"] {
      guard let compiled = self.condition(when, in: environment) else { return nil }
      condition = compiled
    }
    let chosen: [Int]
    if let library = node["library"] {
      chosen = themed(library, node["themes"])
    } else {
      chosen = template(node["say"] ?? node).map { [$0] } ?? []
    }
    guard !chosen.isEmpty else { return nil }
    return CampaignProgram.Opener(
      name: name, condition: condition, templates: chosen, place: place(node.range))
  }

  /// The openers of a library that have one of the themes.
  private mutating func themed(_ library: YAMLNode, _ themes: YAMLNode?) -> [Int] {
    guard templates.libraries.contains(library.text) else {
      reportNoName(library.text, at: library.range)
      return []
    }
    guard let themes else { return templates.openers(in: library.text) }
    var chosen: [Int] = []
    for theme in themes.itemsOrSelf {
      let fitting = templates.openers(in: library.text, theme: theme.text)
      if fitting.isEmpty {
        reportUnknown(
          "theme of \(library.text)", theme.text, at: theme.range, known: templates.themes(in: library.text))
      }
      chosen += fitting
    }
    return chosen
  }

  /// The template a `say:` names.
  mutating func template(_ node: YAMLNode) -> Int? {
    if let index = templates.use(node.text) { return index }
    let library = TemplateReference(node.text).library
    guard templates.libraries.contains(library) else {
      reportNoName(library, at: node.range)
      return nil
    }
    reportUnknown("template", node.text, at: node.range, known: templates.references)
    return nil
  }

  /// A library with a name that is not there was reported when it was looked for.
  private mutating func reportNoName(_ library: String, at range: SourceRange) {
    guard DocumentName(.templates, library) == nil else { return }
    diagnostics.append(
      library.isEmpty
        ? Diagnostic(
          .unknownReference, "a template is named LIBRARY.NAME, as in general.follow_up_1", at: range)
        : noName(.templates, library, at: range))
  }
}
