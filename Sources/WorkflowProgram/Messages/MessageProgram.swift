/// Everything that may be said for one client: the texts its rules use, and each agent's way of saying them.
public struct MessageProgram: Sendable {
  /// The templates that the rules name, in the order of first use; `TemplateID` indexes it.
  public let templates: [MessageTemplate]
  /// What each agent brings: by agent, in the order of `DecisionProgram.agents`.
  public let speakers: [AgentSpeech]
  /// What law and carriers want said.
  public let required: RequiredTexts

  public init(
    templates: [MessageTemplate], speakers: [AgentSpeech], required: RequiredTexts = RequiredTexts()
  ) {
    self.templates = templates
    self.speakers = speakers
    self.required = required
  }
}

/// One agent's words: the persona, and the constants it brings to every text.
///
/// A text is put into the persona's voice when it is first rendered: a project has many texts and many voices,
/// and most pairs never meet.
public struct AgentSpeech: Sendable {
  public let persona: PersonaProgram
  public let speaker: Speaker
  /// The persona's own reply to each intent of the program; `nil` where it has none or none is used.
  public let replies: [MessageTemplate?]

  public init(persona: PersonaProgram, speaker: Speaker, replies: [MessageTemplate?]) {
    self.persona = persona
    self.speaker = speaker
    self.replies = replies
  }

  /// How the agent says a template.
  public func voiced(_ template: MessageTemplate) -> VoicedTemplate {
    template.voiced(by: persona.voice, for: speaker)
  }
}
