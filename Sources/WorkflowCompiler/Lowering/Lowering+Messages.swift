import Diagnostics
import LeadModel
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads everything that a workflow's rules say, and checks it in the voice of each of its agents.
  ///
  /// - Parameter spoken: Intents that some rule leaves to the persona's own words; a persona's other replies are
  ///   checked where the persona is, not with each client.
  mutating func messages(
    _ sources: MessageSources, agents: [AgentProgram], client: ClientProfile, schema: LeadSchema,
    intents: [String], spoken: Set<String>, table: TemplateTable, required: RequiredTexts
  ) -> MessageProgram {
    let personas = sources.personas.map { PersonaSyntax($0.keepingReplies(to: spoken)) }
    var longest = client.constants
    for persona in personas {
      longest[.agentName] = longer(longest[.agentName], persona.displayName)
      longest[.agentRole] = longer(longest[.agentRole], persona.role)
    }
    let facts = Dictionary(client.facts.map { ($0.name, $0.value) }) { first, _ in first }
    func compiler(_ origin: TemplateContext.Origin) -> TemplateCompiler {
      let context = TemplateContext(schema: schema, facts: facts, constants: longest, origin: origin)
      return TemplateCompiler(context: context, place: placer)
    }
    let shipped = compiler(.shipped)
    let own = compiler(.client)

    var templates: [CompiledTemplate] = []
    for entry in table.used {
      let compiler = entry.origin == .shipped ? shipped : own
      guard let template = template(entry.syntax, TemplateID(index: templates.count), by: compiler) else {
        return MessageProgram(templates: [], speakers: [])
      }
      templates.append(template)
    }
    check(required, templates)

    var compiled: [String: (persona: PersonaProgram, document: SourceRange)] = [:]
    for syntax in personas {
      let persona = persona(syntax, replies: spoken, firstID: templates.count, by: shipped)
      compiled[syntax.name] = (persona, syntax.document.range)
    }
    var speeches: [AgentSpeech] = []
    for agent in agents {
      guard let (persona, document) = compiled[agent.persona] else { continue }
      let speaker = Speaker(client.constants(for: persona))
      if !speeches.contains(where: { $0.persona.name == persona.name }) {
        check(templates, of: table.used, spokenBy: SpokenCheck(persona, speaker: speaker), document)
      }
      speeches.append(
        AgentSpeech(
          persona: persona, speaker: speaker, replies: intents.map { persona.reply(to: $0) }))
    }
    // An agent without a persona has been reported; the program will not be used.
    guard speeches.count == agents.count else { return MessageProgram(templates: [], speakers: []) }
    return MessageProgram(
      templates: templates.map(\.template), speakers: speeches, required: required)
  }

  /// A template that rules name; `nil` for one without a text.
  private mutating func template(
    _ syntax: TemplateSyntax, _ id: TemplateID, by compiler: TemplateCompiler
  ) -> CompiledTemplate? {
    if let known = shared.texts.template(syntax, by: compiler) {
      diagnostics += compiler.budgetFindings(in: known)
      return known.numbered(id)
    }
    let (template, findings) = compiler.read(syntax, id: id)
    diagnostics += findings
    guard let template else { return nil }
    if findings.isEmpty, shared.isShared(syntax.nameRange) {
      shared.texts.keep(template, syntax, by: compiler)
    }
    diagnostics += compiler.budgetFindings(in: template)
    return template
  }

  private mutating func persona(
    _ syntax: PersonaSyntax, replies: Set<String>, firstID: Int, by compiler: TemplateCompiler
  ) -> PersonaProgram {
    let texts = shared.texts
    if let known = texts.persona(syntax, replies: replies, firstID: firstID, by: compiler) {
      diagnostics += compiler.findings(in: known)
      return known.persona
    }
    let persona = compiler.read(syntax, firstID: firstID)
    if persona.diagnostics.isEmpty, shared.isShared(syntax.document.range) {
      texts.keep(persona, syntax, replies: replies, by: compiler)
    }
    diagnostics += persona.diagnostics + compiler.findings(in: persona)
    return persona.persona
  }

  /// Checks templates in a persona's voice.
  private mutating func check(
    _ templates: [CompiledTemplate], of entries: [TemplateTable.Entry], spokenBy check: SpokenCheck,
    _ persona: SourceRange
  ) {
    let isShared = shared.isShared(persona)
    for (template, entry) in zip(templates, entries) {
      let name = entry.syntax.nameRange
      // What a client's own persona makes of texts, or any of a client's own text, is asked once.
      let words =
        isShared && shared.isShared(name) && !template.mentionsClient
        ? shared.texts.words(of: persona, in: template, at: name, by: check) : check.words(in: template)
      diagnostics += check.findings(in: template, words: words)
    }
  }

  private func longer(_ first: String?, _ second: String) -> String {
    guard let first, second.count <= first.count else { return second }
    return first
  }

  /// Where ranges start, for parts that know no context.
  private var placer: @Sendable (SourceRange) -> Place {
    let files = files
    return { range in
      let position = files.position(of: range)
      return Place(file: Int(range.file.index), line: position.line, column: position.column)
    }
  }
}

extension ClientProfile {
  /// What messages may say of the client; what is not set is not there.
  fileprivate var constants: [SpeakerConstant: String] {
    var constants: [SpeakerConstant: String] = [.brandName: name, .optOut: "Reply STOP to opt out"]
    if !domain.isEmpty { constants[.brandDomain] = domain }
    if let phone { constants[.brandPhone] = phone }
    if let calendarLink { constants[.calendarLink] = calendarLink }
    return constants
  }

  fileprivate func constants(for persona: PersonaProgram) -> [SpeakerConstant: String] {
    var constants = constants
    constants[.agentName] = persona.displayName
    constants[.agentRole] = persona.role
    return constants
  }
}

extension YAMLNode {
  /// A persona's document without its replies to other intents.
  fileprivate func keepingReplies(to intents: Set<String>) -> YAMLNode {
    let entries = entries.map { entry in
      guard entry.key.name == "replies" else { return entry }
      let kept = entry.value.entries.filter { intents.contains($0.key.name) }
      return YAMLEntry(key: entry.key, value: YAMLNode(.mapping(kept), at: entry.value.range))
    }
    return YAMLNode(.mapping(entries), at: range)
  }
}
