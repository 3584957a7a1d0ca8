import Diagnostics
import LeadModel
import ReplyUnderstanding
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads a merged workflow, section by section, in the order in which each needs the one before.
  ///
  /// - Parameter isSound: Whether its schema found no error in it: the order of choices is as it is meant.
  mutating func program(
    _ root: YAMLNode, messageSources: MessageSources, lawNode: YAMLNode?, isSound: Bool
  ) -> (ClientProgram?, UnderstandingDefinition) {
    let client = client(root["client"])
    let (law, carrierWords) = sharedLaw(lawNode)
    let limits = limits(root["limits"], client: client, law: law)
    let schema = leadSchema(root["lead"])
    let bands = bands(root["lead"], schema: schema)
    let definitions = (root["define"]?.entries ?? []).map { YAMLDefinition(entry: $0) }
    var understanding = understandingDefinition(root)
    understanding.carrierWords = carrierWords
    let mentions = mentions(understanding, root["mentions"])
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
    let required = requiredTexts(
      root["messages"], sends: machine?.instructions.contains(where: \.sendsText) ?? false, root: root)
    let spoken = (machine?.instructions ?? []).compactMap { instruction in
      if case .speak(let intent) = instruction { intents[intent] } else { nil }
    }
    let messages = messages(
      messageSources, agents: agents, client: client, schema: schema, intents: intents,
      spoken: Set(spoken), table: templates, required: required)
    let languageModel = languageModel(root["model"], agents: root["agents"], schema: schema)
    let simulation = simulation(root["simulation"], in: scopes.machine, intents: intents)
    guard let machine else {
      if layout.states.isEmpty {
        report(.missingKey, "a workflow needs at least one state", at: root["states"]?.range ?? root.range)
      }
      return (nil, understanding)
    }
    let program = ClientProgram(
      name: root["workflow"]?.text ?? "",
      hash: SourceHash.of(root, messageSources.all + [lawNode].compactMap(\.self), shared: shared),
      files: files.files.map(\.path), client: client, limits: limits, leadSchema: schema,
      slots: SlotLayout(
        fieldCount: schema.fields.count, bandCount: bands.count, mentionCount: mentions.count),
      conditions: conditions, decisions: decisions, machine: machine, messages: messages,
      languageModel: languageModel, intents: intents, mentions: mentions, law: law, simulation: simulation)
    ComparedNames(program: program).check(context: &self)
    if !diagnostics.hasErrors {
      UnusedDefinitions(root: root, program: program, layout: layout).check(context: &self)
      ArrowChecks(layout: layout).run(always: root["always"], context: &self)
      ScoreChecks(program: program).run(root["scoring"], context: &self)
      var machineChecks = MachineChecks(program: program, layout: layout)
      machineChecks.run(root, context: &self)
      if isSound { DecisionChecks(program: program).run(root, context: &self) }
    }
    return (program, understanding)
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
