/// Everything that may be said for one client: the texts its rules use, and each agent's way of saying them.
public struct MessageProgram: Sendable {
  /// The templates that the rules name, in the order of first use; `TemplateID` indexes it.
  public let templates: [MessageTemplate]
  /// What each agent brings: by agent, in the order of `DecisionProgram.agents`.
  public let speakers: [AgentSpeech]

  public init(templates: [MessageTemplate], speakers: [AgentSpeech]) {
    self.templates = templates
    self.speakers = speakers
  }

  /// How an agent says a template.
  public func voiced(_ template: Int, agent: Int) -> VoicedTemplate { speakers[agent].templates[template] }
}

/// One agent's words: the constants, and every text in the persona's voice.
public struct AgentSpeech: Sendable {
  public let persona: PersonaProgram
  public let speaker: Speaker
  /// One for each template of the program.
  public let templates: [VoicedTemplate]
  /// The persona's own reply to each intent of the program; `nil` where it has none.
  public let replies: [Reply?]

  /// A reply of the persona's own: its wordings, and how it says them.
  public struct Reply: Sendable {
    public let template: MessageTemplate
    public let voiced: VoicedTemplate
    public init(template: MessageTemplate, voiced: VoicedTemplate) {
      self.template = template
      self.voiced = voiced
    }
  }

  public init(persona: PersonaProgram, speaker: Speaker, templates: [VoicedTemplate], replies: [Reply?]) {
    self.persona = persona
    self.speaker = speaker
    self.templates = templates
    self.replies = replies
  }
}
