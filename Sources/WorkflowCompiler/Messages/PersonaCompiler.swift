public import Diagnostics
public import WorkflowProgram
import WorkflowSyntax

extension TemplateCompiler {
  /// A persona, checked against its own rules.
  ///
  /// - Parameter firstID: The number of its first text; its texts are numbered one after another.
  /// - Returns: The texts too, so that they can be checked like any other template.
  public func compile(
    _ syntax: PersonaSyntax, firstID: Int = 0
  ) -> (persona: PersonaProgram, templates: [CompiledTemplate], diagnostics: [Diagnostic]) {
    let read = read(syntax, firstID: firstID)
    return (read.persona, read.templates, read.diagnostics + findings(in: read))
  }

  /// A persona, without asking what its texts cost: that depends on how long the client's words are.
  func read(_ syntax: PersonaSyntax, firstID: Int) -> ReadPersona {
    var compilation = PersonaCompilation(compiler: self, syntax: syntax, firstID: firstID)
    let persona = compilation.persona()
    let check = SpokenCheck(persona, speaker: speaker)
    return ReadPersona(
      persona: persona, firstID: firstID, templates: compilation.templates,
      words: compilation.templates.map { check.words(in: $0) },
      mentionsClient: compilation.mentionsClient || compilation.templates.contains(where: \.mentionsClient),
      diagnostics: compilation.diagnostics)
  }

  /// What a persona's own texts cost at worst, where that is too much, and what it should not say.
  func findings(in read: ReadPersona) -> [Diagnostic] {
    let check = SpokenCheck(read.persona, speaker: speaker)
    var diagnostics = read.templates.flatMap(budgetFindings)
    for (template, words) in zip(read.templates, read.words) {
      diagnostics += check.findings(in: template, words: words)
    }
    return diagnostics
  }
}

/// A persona with its texts, before it is asked what they cost.
struct ReadPersona: Sendable {
  let persona: PersonaProgram
  /// The number of its first text.
  let firstID: Int
  let templates: [CompiledTemplate]
  /// What it makes of its own words, for each of its templates.
  let words: [SpokenCheck.Words]
  /// Whether a text, a greeting or the like reads otherwise for another client.
  let mentionsClient: Bool
  let diagnostics: [Diagnostic]
}

/// The work of compiling one persona: what has been read so far.
private struct PersonaCompilation {
  let compiler: TemplateCompiler
  let syntax: PersonaSyntax
  let firstID: Int
  var templates: [CompiledTemplate] = []
  var diagnostics: [Diagnostic] = []
  /// Whether a greeting or the like reads otherwise for another client.
  private(set) var mentionsClient = false

  init(compiler: TemplateCompiler, syntax: PersonaSyntax, firstID: Int) {
    self.compiler = compiler
    self.syntax = syntax
    self.firstID = firstID
  }

  mutating func persona() -> PersonaProgram {
    let voice = voice()
    let disclosure = template(syntax.text("disclosure", in: syntax.document))
    var replies: [PersonaReply] = []
    for reply in syntax.replies {
      if let template = template(reply) {
        replies.append(PersonaReply(intent: reply.name, template: template))
      }
    }
    return PersonaProgram(
      name: syntax.name, displayName: syntax.displayName, role: syntax.role, archetype: syntax.archetype,
      voice: voice, disclosure: disclosure, replies: replies, escalation: escalation(),
      samples: syntax.samples, place: compiler.place(of: syntax.document.range))
  }

  private mutating func template(_ text: TemplateSyntax?) -> MessageTemplate? {
    guard let text else { return nil }
    let (compiled, findings) = compiler.read(text, id: TemplateID(index: firstID + templates.count))
    diagnostics += findings
    if let compiled { templates.append(compiled) }
    return compiled?.template
  }

  // MARK: Voice

  private mutating func voice() -> PersonaVoice {
    let node = syntax.document["voice"]
    let contracts = node?["contractions"].map { $0.isNull || $0.boolean } ?? true
    return PersonaVoice(
      key: stableHash(syntax.name.utf8),
      formality: node?.text("formality").flatMap(Formality.init(rawValue:)) ?? .neutral,
      contractions: contracts ? .always : .never,
      emoji: node?.text("emoji").flatMap(EmojiPolicy.init(rawValue:)) ?? .never,
      temper: Temper(
        warmth: node?.number("warmth") ?? 3, directness: node?.number("directness") ?? 3,
        energy: node?.number("energy") ?? 2),
      sentenceWords: node?.number("sentence_words") ?? 18,
      greetings: wordings("greetings", in: node),
      signOffs: wordings("sign_offs", in: node),
      asks: wordings("asking", in: node).map { AskForm($0) },
      goodbyes: wordings("giving_up", in: node),
      prefers: (node?["prefer"]?.entries ?? []).compactMap { entry in
        entry.value.scalar.map { PersonaVoice.Preference(entry.key.name, instead: $0.text) }
      },
      avoids: node?["avoid"]?.texts.map(\.text) ?? [])
  }

  private mutating func wordings(_ key: String, in node: YAMLNode?) -> [Wording] {
    (node?[key]?.texts ?? []).map { text in
      let (wording, findings) = compiler.compileText(text)
      diagnostics += findings
      if wording.mentionsClient { mentionsClient = true }
      return wording.wording
    }
  }

  // MARK: Escalation

  private mutating func escalation() -> EscalationHabits {
    let node = syntax.document["escalation"]
    let triggers = (node?["when"]?.texts ?? []).map { trigger in
      let intent = trigger.text.droppingTwice
      return EscalationHabits.Trigger(intent: intent, times: intent == trigger.text ? 1 : 2)
    }
    let target = node?.text("to")
    return EscalationHabits(
      triggers: triggers, agent: target == "person" ? nil : target,
      holding: template(syntax.text("holding", in: node)))
  }
}
