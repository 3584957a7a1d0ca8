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
    /// How personas read that were not known, by their place among all.
    var personas: [(persona: Int, read: ReadPersona)] = []
    /// What a persona makes of a template, where that was not known.
    var words: [(persona: Int, template: Int, words: SpokenCheck.Words)] = []
  }

  func done() -> Found {
    var found = Found()
    var programs: [PersonaProgram] = []
    for index in personas.indices {
      let persona = known[index].persona ?? compiler.read(personas[index], firstID: templates.count)
      found.diagnostics += persona.diagnostics + compiler.findings(in: persona)
      if known[index].persona == nil { found.personas.append((index, persona)) }
      programs.append(persona.persona)
    }
    for agent in agents {
      guard let index = personas.lastIndex(where: { $0.name == agent.persona }) else { continue }
      let persona = programs[index]
      let speaker = Speaker(client.constants(for: persona))
      if !found.speeches.contains(where: { $0.persona.name == persona.name }) {
        check(index, SpokenCheck(persona, speaker: speaker), &found)
      }
      found.speeches.append(
        AgentSpeech(persona: persona, speaker: speaker, replies: intents.map { persona.reply(to: $0) }))
    }
    return found
  }

  /// Checks the templates in the voice of a persona.
  private func check(_ persona: Int, _ check: SpokenCheck, _ found: inout Found) {
    let known = known[persona].words
    for index in templates.indices {
      if let words = known[index] {
        found.diagnostics += check.findings(in: templates[index], words: words)
      } else {
        let words = check.words(in: templates[index])
        found.diagnostics += check.findings(in: templates[index], words: words)
        found.words.append((persona, index, words))
      }
    }
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
    let names = self.templates.used.prefix(templates.count).map(\.syntax.nameRange)
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
    for (index, persona) in found.personas
    where persona.diagnostics.isEmpty && shared.isShared(voices.personas[index].document.range) {
      shared.texts.keep(persona, voices.personas[index], replies: spoken, by: voices.compiler)
    }
    for (persona, template, words) in found.words where !voices.templates[template].mentionsClient {
      let document = voices.personas[persona].document.range
      let name = templates.used[template].syntax.nameRange
      if shared.isShared(document), shared.isShared(name) {
        shared.texts.keep(words, of: document, inTemplateAt: name)
      }
    }
  }
}
