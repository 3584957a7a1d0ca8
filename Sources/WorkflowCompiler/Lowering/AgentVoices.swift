import Diagnostics
import LeadModel
import WorkflowProgram
import WorkflowSyntax

/// Reads the personas of a workflow, and checks each of its texts in the voice of each of its agents.
///
/// Needs what the rules say and nothing that checking them finds, so that both are done side by side.
struct AgentVoices: Sendable {
  /// Without replies that no rule leaves to them: those are checked where the persona is, not with each client.
  let personas: [PersonaSyntax]
  let compiler: TemplateCompiler
  let agents: [AgentProgram]
  let client: ClientProfile
  let intents: [String]
  let templates: [CompiledTemplate]
  /// What other clients had found out: for each persona how it reads, and what it makes of each template.
  let known: [(persona: ReadPersona?, words: [SpokenCheck.Words?])]

  struct Found: Sendable {
    /// One for each agent whose persona is known, in order.
    var speeches: [AgentSpeech] = []
    var diagnostics: [Diagnostic] = []
    /// For each persona how it reads, and what it makes of each template where an agent speaks so.
    var personas: [(persona: ReadPersona, words: [SpokenCheck.Words])] = []
  }

  func done() -> Found {
    var found = Found()
    for (syntax, known) in zip(personas, known) {
      let persona = known.persona ?? compiler.read(syntax, firstID: templates.count)
      found.diagnostics += persona.diagnostics + compiler.findings(in: persona)
      found.personas.append((persona, []))
    }
    for agent in agents {
      guard let index = personas.lastIndex(where: { $0.name == agent.persona }) else { continue }
      let persona = found.personas[index].persona.persona
      let speaker = Speaker(client.constants(for: persona))
      if !found.speeches.contains(where: { $0.persona.name == persona.name }) {
        let check = SpokenCheck(persona, speaker: speaker)
        let words = templates.indices.map { known[index].words[$0] ?? check.words(in: templates[$0]) }
        for (template, words) in zip(templates, words) {
          found.diagnostics += check.findings(in: template, words: words)
        }
        found.personas[index].words = words
      }
      found.speeches.append(
        AgentSpeech(persona: persona, speaker: speaker, replies: intents.map { persona.reply(to: $0) }))
    }
    return found
  }
}

extension LoweringContext {
  /// - Parameter spoken: Intents that some rule leaves to the persona's own words.
  func voices(
    _ texts: MessageTexts, agents: [AgentProgram], client: ClientProfile, intents: [String],
    spoken: Set<String>, templates: [CompiledTemplate]
  ) -> AgentVoices {
    let compiler = texts.compiler(.shipped)
    let personas = texts.personas.map { $0.keepingReplies(to: spoken) }
    let names = self.templates.used.map(\.syntax.nameRange)
    // What a client's own persona makes of texts, or any of a client's own text, is asked once.
    let areShared = zip(templates, names).map { shared.isShared($1) && !$0.mentionsClient }
    let known = personas.map { syntax in
      let document = syntax.document.range
      let isShared = shared.isShared(document)
      return (
        persona: shared.texts.persona(syntax, replies: spoken, firstID: templates.count, by: compiler),
        words: names.indices.map { index in
          isShared && areShared[index] ? shared.texts.words(of: document, inTemplateAt: names[index]) : nil
        }
      )
    }
    return AgentVoices(
      personas: personas, compiler: compiler, agents: agents, client: client, intents: intents,
      templates: templates, known: known)
  }

  /// Takes over what was found, and keeps for other clients what is the same for them.
  mutating func add(_ found: AgentVoices.Found, of voices: AgentVoices, spoken: Set<String>) {
    diagnostics += found.diagnostics
    let names = templates.used.map(\.syntax.nameRange)
    for (index, syntax) in voices.personas.enumerated() where shared.isShared(syntax.document.range) {
      let (persona, words) = found.personas[index]
      if voices.known[index].persona == nil, persona.diagnostics.isEmpty {
        shared.texts.keep(persona, syntax, replies: spoken, by: voices.compiler)
      }
      for (template, words) in words.enumerated()
      where voices.known[index].words[template] == nil && shared.isShared(names[template])
        && !voices.templates[template].mentionsClient
      {
        shared.texts.keep(words, of: syntax.document.range, inTemplateAt: names[template])
      }
    }
  }
}
