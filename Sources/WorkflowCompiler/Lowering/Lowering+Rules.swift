import Diagnostics
import LeadModel
import ReplyUnderstanding
import WorkflowProgram
import WorkflowSyntax

/// What a workflow decides and does, without what it says.
struct LoweredRules {
  let agents: [AgentProgram]
  let intents: [String]
  let decisions: DecisionProgram
  let layout: StateLayout
  /// `nil` without a state.
  let machine: Machine?
  /// What the machine's expressions see.
  let scope: RuleEnvironment

  /// Intents that some rule leaves to the persona's own words.
  var spoken: Set<String> {
    var names: Set<String> = []
    for case .speak(let intent) in machine?.instructions ?? [] { names.insert(intents[intent]) }
    return names
  }
}

extension LoweringContext {
  /// Reads the rules; the texts that they name are in use from then on.
  mutating func rules(
    _ root: YAMLNode, client: ClientProfile, schema: LeadSchema, bands: [BandProgram], mentions: [String],
    _ understanding: UnderstandingDefinition
  ) -> LoweredRules {
    let definitions = (root["define"]?.entries ?? []).map { YAMLDefinition(entry: $0) }
    let scopes = scopes(
      schema: schema, bands: bands, client: client, mentions: mentions, definitions: definitions)
    let intents = understanding.intents.map(\.name)
    let agents = agents(root["agents"], in: scopes.afterQueue)
    let decisions = decisions(root, scopes: scopes, bands: bands, agents: agents)

    let mentioned = mentionedEvents(in: root, shared: shared)
    let names = MachineNames(
      events: EventNames(intents: intents, outcomes: mentioned.outcomes, signals: mentioned.signals),
      agents: agents.map(\.name), intents: intents, scope: scopes.machine)
    if names.events.isCutShort {
      report(
        .tooLarge, "more than \(Machine.eventLimit) intents, outcomes and signals",
        at: (root.entry("flows") ?? root.entry("states"))?.key.range)
    }
    let layout = StateLayout(states: root["states"], flows: root["flows"], context: &self)
    var builder = MachineBuilder(names: names, layout: layout)
    let machine = builder.machine(always: root["always"], context: &self)
    if DecisionProgram.templateLimit < templates.used.count {
      report(
        .tooLarge, "the rules name more than \(DecisionProgram.templateLimit) templates",
        at: root.entry("campaigns")?.key.range)
    }
    return LoweredRules(
      agents: agents, intents: intents, decisions: decisions, layout: layout, machine: machine,
      scope: scopes.machine)
  }

  private mutating func decisions(
    _ root: YAMLNode, scopes: Scopes, bands: [BandProgram], agents: [AgentProgram]
  ) -> DecisionProgram {
    let quality = scoring(
      "quality", root["scoring"]?["quality"], in: scopes.lead, bands: bands, canStartFromQuality: false)
    let priority = scoring(
      "priority", root["scoring"]?["priority"], in: scopes.afterQuality, bands: bands,
      canStartFromQuality: true)
    let limit = DecisionProgram.choiceLimit
    return DecisionProgram(
      bands: bands, quality: quality, priority: priority,
      qualified: root["qualified"].flatMap { condition($0, in: scopes.afterPriority) },
      queues: firstMatch(root["queues"], in: scopes.afterQualified, limit: limit),
      flags: firstMatch(root["flags"], in: scopes.afterQualified, limit: DecisionProgram.flagLimit),
      recommendations: firstMatch(root["recommend"], in: scopes.afterQueue, limit: limit),
      assignmentTypes: firstMatch(root["assignment"], in: scopes.afterQueue, limit: limit),
      agents: agents,
      campaigns: campaigns(root["campaigns"], in: scopes.afterAgent))
  }
}
