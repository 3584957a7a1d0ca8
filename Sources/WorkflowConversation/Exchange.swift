public import LeadModel
public import WorkflowEngine

/// One turn of a conversation: what was done, what came of it in order, and where that leaves things.
public struct Exchange: Hashable, Sendable {
  public let input: Input
  public let before: Standing
  public let after: Standing
  /// In order of time; empty when nothing came of the input.
  public let moments: [Moment]
  /// A draft that would have been said had a language model been asked for it; see `Conversation.hear`.
  public let wantedDraft: DraftRequest?

  /// What was done to the machine.
  public enum Input: Hashable, Sendable {
    /// The lead was imported.
    case opened
    /// The lead wrote, and this was understood.
    case heard(ReadReply)
    /// The lead is taken to have meant an intent, by name, whatever the words.
    case meant(String)
    case waited(milliseconds: Int64)
    /// Something happened, by its event's name.
    case event(String)
  }

  /// What the machine asked for, in order.
  public var effects: [Effect] { moments.flatMap(\.effects) }

  /// Why not all came of it that the machine asked for, in words: it would have gone on for ever.
  public var breakdown: String? {
    for case .effect(let line) in moments.flatMap(\.notes) where line.kind == .stopped { return line.text }
    return nil
  }

  /// Every text that left, in order.
  public var messages: [SpokenMessage] {
    moments.flatMap { moment in
      moment.notes.compactMap { if case .message(let message) = $0 { message } else { nil } }
    }
  }
}

/// What happened at one instant: one event, what the machine did about it, and what that asked for.
public struct Moment: Hashable, Sendable {
  public let at: Timestamp
  /// The event in words (`reply.interested`, `after 3d`).
  public let event: String
  /// The machine's own record of the step; empty where only a text left.
  public var trace: [TraceEntry] = []
  /// What the step asked for.
  public var effects: [Effect] = []
  /// All of it in words, in order.
  public internal(set) var notes: [Note]

  /// One thing to tell.
  public enum Note: Hashable, Sendable {
    case trace(TraceLine)
    case effect(EffectLine)
    case message(SpokenMessage)
    /// What the person reads who takes over.
    case handOver(HandOverSummary)
  }
}

/// One step of the machine, in words and with its line of YAML.
public struct TraceLine: Hashable, Sendable {
  public let kind: Kind
  public let text: String
  /// `workflows/ecbb.yaml:12`; `nil` for what no line of YAML says.
  public let line: String?
  /// Whether it is part of the story; the rest answers "why".
  public let isStory: Bool

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case received, held, didNotHold = "did_not_hold", failed, took, left, entered, ran, refused, ignored,
      stale, ranAway = "ran_away"
  }
}

/// One thing the machine asked for, in words.
public struct EffectLine: Hashable, Sendable {
  public let kind: Kind
  public let text: String
  /// The line of YAML it comes from, where there is one.
  public let line: String?

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case traceRequested = "trace_requested", traceFound = "trace_found"
    case scored, drafted, approved
    case refused, cancelled
    /// A text waits, because of caps.
    case held
    case timerSet = "timer_set", timerCancelled = "timer_cancelled"
    case queued, assigned, notified, escalated
    /// A language model's draft was said, or was not.
    case draftAccepted = "draft_accepted", draftRefused = "draft_refused"
    case suppressed, resubscribed
    case numberDropped = "number_dropped"
    case status, ended
    /// A bound of the conversation itself was reached.
    case stopped
  }

  init(_ kind: Kind, _ text: String, line: String? = nil) {
    self.kind = kind
    self.text = text
    self.line = line
  }
}

/// A text as the lead reads it.
public struct SpokenMessage: Hashable, Sendable {
  public let message: OutboundMessage
  /// As the persona is called; the client's name where no agent speaks.
  public let from: String
  /// `library.template`, or the persona's own wording as `persona.intent`.
  public let template: String
  public let text: String
  /// Billed parts.
  public let segments: Int
  /// The template's line of YAML.
  public let line: String?
  /// The language model whose words these are; `nil` for the template's own.
  public var draftedBy: String?
}
