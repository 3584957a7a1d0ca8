import Diagnostics
import Expressions
import ReplyUnderstanding
import WorkflowProgram
import WorkflowSyntax

/// Checks that what a workflow's own file defines is used; what it merely inherits is its base's affair.
struct UnusedDefinitions {
  let root: YAMLNode
  let program: ClientProgram
  let layout: StateLayout

  func check(context: inout LoweringContext) {
    checkFlows(context: &context)
    checkTemplates(context: &context)
    checkPersonas(context: &context)
    checkAgents(context: &context)
    checkIntents(context: &context)
    checkWords(context: &context)
  }

  private func isOwn(_ range: SourceRange) -> Bool { range.file == root.ownFile }

  private func checkFlows(context: inout LoweringContext) {
    for entry in root["flows"]?.entries ?? []
    where isOwn(entry.key.range) && !layout.usedFlows.contains(entry.key.name) {
      let near = nearestName(to: entry.key.name, in: layout.usedFlows.sorted())
      report("no state runs the flow '\(entry.key.name)'", entry.key.range, near: near, context: &context)
    }
  }

  private func checkTemplates(context: inout LoweringContext) {
    for entry in context.templates.unusedOwn where isOwn(entry.syntax.nameRange) {
      let used = context.templates.used.map(\.syntax).filter { $0.library == entry.syntax.library }
      report(
        "nothing says the template '\(entry.syntax.reference)'", entry.syntax.nameRange,
        near: nearestName(to: entry.syntax.name, in: used.map(\.name)), context: &context)
    }
  }

  private func checkPersonas(context: inout LoweringContext) {
    let speaking = program.decisions.agents.map(\.persona)
    for persona in root["personas"]?.entries ?? [] where isOwn(persona.key.range) {
      guard speaking.contains(persona.key.name) else {
        report(
          "no agent speaks as the persona '\(persona.key.name)'", persona.key.range,
          near: nearestName(to: persona.key.name, in: speaking), context: &context)
        continue
      }
      checkEscalation(persona.value["escalation"], context: &context)
      for reply in persona.value["replies"]?.entries ?? []
      where isOwn(reply.key.range) && !spokenIntents.contains(reply.key.name) {
        guard program.intents.contains(reply.key.name) else {
          context.reportUnknown("intent", reply.key.name, at: reply.key.range, known: program.intents)
          continue
        }
        report(
          "no state leaves the words for '\(reply.key.name)' to the persona", reply.key.range,
          note: "say them with 'say: { intent: \(reply.key.name) }'", context: &context)
      }
    }
  }

  /// What makes a persona call for a person names intents, and perhaps an agent.
  private func checkEscalation(_ node: YAMLNode?, context: inout LoweringContext) {
    for trigger in node?["when"]?.itemsOrSelf ?? [] where isOwn(trigger.range) {
      let name = trigger.text.droppingTwice
      if !program.intents.contains(name) {
        context.reportUnknown("intent", name, at: trigger.range, known: program.intents)
      }
    }
  }

  private func checkAgents(context: inout LoweringContext) {
    let agents = program.decisions.agents
    // The first agent gets whom nobody suits.
    for (index, agent) in agents.enumerated().dropFirst() where !agent.isSuitable {
      guard agents.contains(where: \.isSuitable), let entry = root["agents"]?.entry(agent.name),
        isOwn(entry.key.range), !isNamed(agent: index)
      else { continue }
      report(
        "no lead suits the agent '\(agent.name)', and nothing hands one over", entry.key.range,
        note: "say who is theirs, as in 'suits: { all: { when: \"true\", weight: 10 } }'", context: &context)
    }
  }

  private func isNamed(agent index: Int) -> Bool {
    program.machine.instructions.contains { $0 == .handOff(agent: index) || $0 == .notify(agent: index) }
      || program.messages.speakers.contains {
        $0.persona.escalation.agent == program.decisions.agents[index].name
      }
  }

  // MARK: Intents

  private func checkIntents(context: inout LoweringContext) {
    // One without words only says which comes first: a wildcard may take it.
    let own = (root["intents"]?.entries ?? []).filter {
      isOwn($0.key.range) && $0.value.teachesIntent && !IntentDefinition.Reserved.all.contains($0.key.name)
    }
    guard !own.isEmpty else { return }
    var named = spokenIntents
    for part in ["states", "flows", "always"] { if let node = root[part] { Self.replies(in: node, &named) } }
    for (_, comparison) in context.comparisons
    where [.replyIntent, .replyIntents].contains(program.slots.engineValue(in: comparison.slot)) {
      named.insert(comparison.text)
    }
    for speech in program.messages.speakers {
      named.formUnion(speech.persona.escalation.triggers.map(\.intent))
    }
    for entry in own where !named.contains(entry.key.name) {
      report(
        "no rule does anything of its own for the intent '\(entry.key.name)'", entry.key.range,
        near: nearestName(to: entry.key.name, in: program.intents.filter { named.contains($0) }),
        note: "say where it leads, as in 'on: { reply.\(entry.key.name): STATE }'", context: &context)
    }
  }

  /// The intents that events name, wildcards aside.
  private static func replies(in node: YAMLNode, _ names: inout Set<String>) {
    for entry in node.entries {
      if entry.key.name.hasPrefix("reply.") { names.insert(String(entry.key.name.dropFirst(6))) }
      replies(in: entry.value, &names)
    }
    for item in node.items { replies(in: item, &names) }
  }

  private var spokenIntents: Set<String> {
    Set(
      program.machine.instructions.compactMap {
        if case .speak(let intent) = $0 { program.intents[intent] } else { nil }
      })
  }

  /// A persona without words for what it is asked to word would send an empty text.
  private func checkWords(context: inout LoweringContext) {
    let spoken = spokenIntents
    for (agent, speech) in zip(program.decisions.agents, program.messages.speakers) {
      for (intent, reply) in zip(program.intents, speech.replies)
      where reply == nil && spoken.contains(intent) {
        context.report(
          .unknownReference,
          "the persona '\(agent.persona)' of the agent '\(agent.name)' has no reply to '\(intent)', and a state leaves the words to it",
          at: root["agents"]?.entry(agent.name)?.key.range,
          notes: [
            Diagnostic.Note(
              "add '\(intent): [TEXT]' to its 'replies', here under 'personas: { \(agent.persona): { replies: … } }'"
            )
          ])
      }
    }
  }

  private func report(
    _ message: String, _ range: SourceRange, near: String? = nil, note: String? = nil,
    context: inout LoweringContext
  ) {
    let note = near.map { "is '\($0)' meant?" } ?? note
    context.report(
      .unusedDefinition, .warning, message, at: range, notes: note.map { [Diagnostic.Note($0)] } ?? [])
  }
}

extension AgentProgram {
  /// Whether some lead's weights can speak for it.
  fileprivate var isSuitable: Bool { suits.contains { 0 < $0.weight } }
}
