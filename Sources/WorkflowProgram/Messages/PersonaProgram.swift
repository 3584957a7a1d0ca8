/// Who speaks: identity, voice, and what it says of its own accord.
public struct PersonaProgram: Hashable, Sendable {
  /// As workflows name it (`gianna`).
  public let name: String
  /// As people read it (`Gianna`).
  public let displayName: String
  /// What it does for the client, in words that may stand in a message.
  public let role: String
  /// The kind of character it is, such as `warm_guide`; empty when none is named.
  public let archetype: String
  public let voice: PersonaVoice
  /// Says that this is a machine; `nil` leaves the answer to the workflow.
  public let disclosure: MessageTemplate?
  /// Its own wordings by intent, in file order; a workflow's flow may name others.
  public let replies: [PersonaReply]
  public let escalation: EscalationHabits
  /// Lines that show the voice to people and to a language model that drafts in it; never sent.
  public let samples: [String]
  public let place: Place

  public init(
    name: String, displayName: String, role: String, archetype: String, voice: PersonaVoice,
    disclosure: MessageTemplate?, replies: [PersonaReply], escalation: EscalationHabits, samples: [String],
    place: Place
  ) {
    self.name = name
    self.displayName = displayName
    self.role = role
    self.archetype = archetype
    self.voice = voice
    self.disclosure = disclosure
    self.replies = replies
    self.escalation = escalation
    self.samples = samples
    self.place = place
  }

  /// What the persona says to an intent, or `nil` when it has no words of its own for it.
  public func reply(to intent: String) -> MessageTemplate? {
    replies.first { $0.intent == intent }?.template
  }
}

/// What a persona says when it has understood an intent.
public struct PersonaReply: Hashable, Sendable {
  public let intent: String
  /// Its library is the persona's name, its own name the intent's.
  public let template: MessageTemplate
  public init(intent: String, template: MessageTemplate) {
    self.intent = intent
    self.template = template
  }
}

/// When a persona asks someone else to take over.
public struct EscalationHabits: Hashable, Sendable {
  /// In file order.
  public let triggers: [Trigger]
  /// The agent who takes over, by name; `nil` is a person.
  public let agent: String?
  /// What the lead is told meanwhile.
  public let holding: MessageTemplate?

  /// An intent, and how often in a row it must come.
  public struct Trigger: Hashable, Sendable {
    public let intent: String
    /// At least 1; written `unclear_twice` for 2.
    public let times: Int
    public init(intent: String, times: Int) {
      self.intent = intent
      self.times = max(1, times)
    }
  }

  public init(triggers: [Trigger] = [], agent: String? = nil, holding: MessageTemplate? = nil) {
    self.triggers = triggers
    self.agent = agent
    self.holding = holding
  }
}
