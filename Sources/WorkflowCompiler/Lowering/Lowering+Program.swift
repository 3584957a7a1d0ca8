import Diagnostics
import LeadModel
import ReplyUnderstanding
import Workers
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// What became of a merged workflow.
  struct Lowered {
    /// `nil` for one without a state.
    let program: ClientProgram?
    let understanding: UnderstandingDefinition
    /// What is wrong with the phrases that the workflow itself adds.
    let phraseProblems: PhraseProblems
  }

  /// Reads a merged workflow, section by section, in the order in which each needs the one before.
  ///
  /// - Parameter isSound: Whether its schema found no error in it: the order of choices is as it is meant.
  mutating func program(
    _ root: YAMLNode, messageSources: MessageSources, lawNode: YAMLNode?, isSound: Bool
  ) -> Lowered {
    let client = client(root["client"])
    let (law, carrierWords) = sharedLaw(lawNode)
    let limits = limits(root["limits"], client: client, law: law)
    let schema = leadSchema(root["lead"])
    let bands = bands(root["lead"], schema: schema)
    var understanding = understandingDefinition(root)
    understanding.carrierWords = carrierWords
    let mentions = mentions(understanding, root["mentions"])
    let texts = MessageTexts(messageSources, client: client, schema: schema, place: placer)

    let documents = messageSources.all + [lawNode].compactMap(\.self)
    let beside = WorkBesideRules(
      root: root, documents: documents, digests: shared.digests, understanding: understanding,
      areMentionsSound: root["mentions"].map { shared.soundMentions.contains($0.range) } ?? true,
      texts: texts, templates: pool.count == 1 ? [] : unread(texts))
    let (rules, found) = pool.both(
      { self.rules(root, client: client, schema: schema, bands: bands, mentions: mentions, understanding) },
      { beside.done() })
    shared.digests = found.digests

    let required = requiredTexts(
      root["messages"],
      sends: rules.machine?.instructions.contains(where: \.sendsText) ?? false, root: root)
    let templates = usedTemplates(texts, readAhead: found.templates)
    if let templates { check(required, templates) }
    let languageModel = languageModel(root["model"], agents: root["agents"], schema: schema)
    let simulation = simulation(root["simulation"], in: rules.scope, intents: rules.intents)
    if rules.layout.states.isEmpty {
      report(.missingKey, "a workflow needs at least one state", at: root["states"]?.range ?? root.range)
    }
    let slots = SlotLayout(
      fieldCount: schema.fields.count, bandCount: bands.count, mentionCount: mentions.count)
    let (paths, conditions) = (files.files.map(\.path), conditions)
    func program(saying messages: MessageProgram) -> ClientProgram? {
      rules.machine.map { machine in
        ClientProgram(
          name: root["workflow"]?.text ?? "", hash: found.hash, files: paths, client: client, limits: limits,
          leadSchema: schema, slots: slots, conditions: conditions, decisions: rules.decisions,
          machine: machine, messages: messages, languageModel: languageModel, intents: rules.intents,
          mentions: mentions, law: law, simulation: simulation)
      }
    }

    let voices = voices(
      texts, agents: rules.agents, client: client, intents: rules.intents, spoken: rules.spoken,
      templates: templates ?? [])
    let silent = MessageProgram(templates: [], speakers: [])
    let (ruleFindings, spoken) = pool.both(
      // The rules are checked by what they do, whatever is said.
      { program(saying: silent).map { self.findings(in: $0, rules.layout, root, isSound: isSound) } ?? [] },
      { templates == nil ? AgentVoices.Found() : voices.done() })
    if templates != nil { add(spoken, of: voices, spoken: rules.spoken) }

    // An agent without a persona has been reported; the program will not be used.
    let isWhole = templates != nil && spoken.speeches.count == rules.agents.count
    let messages =
      isWhole
      ? MessageProgram(
        templates: (templates ?? []).map(\.template), speakers: spoken.speeches, required: required)
      : silent
    let program = program(saying: messages)
    if let program {
      ComparedNames(program: program).check(context: &self)
      if !diagnostics.hasErrors {
        UnusedDefinitions(root: root, program: program, layout: rules.layout).check(context: &self)
        diagnostics += ruleFindings
      }
    }
    return Lowered(program: program, understanding: understanding, phraseProblems: found.phraseProblems)
  }

  /// What no single rule shows; nothing where an error was found so far.
  private func findings(
    in program: ClientProgram, _ layout: StateLayout, _ root: YAMLNode, isSound: Bool
  ) -> [Diagnostic] {
    guard !diagnostics.hasErrors else { return [] }
    var context = self
    context.diagnostics = []
    ArrowChecks(layout: layout).run(always: root["always"], context: &context)
    ScoreChecks(program: program).run(root["scoring"], context: &context)
    var machineChecks = MachineChecks(program: program, layout: layout)
    machineChecks.run(root, context: &context)
    if isSound { DecisionChecks(program: program).run(root, context: &context) }
    return context.diagnostics
  }
}
