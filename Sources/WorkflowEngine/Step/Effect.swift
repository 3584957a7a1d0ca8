public import LeadModel
public import WorkflowProgram

/// Work that a step asks for; plain data, so that tests can compare it and an outbox can store it.
public enum Effect: Hashable, Sendable {
  case requestTrace
  /// The draft of `template` wants a decision.
  case requestApproval(ApprovalMode, template: Int)
  /// One after `cancelPending` of the same step is not cancelled by it, even when the step ends with a person
  /// having the conversation: it is the holding text.
  case send(OutboundMessage)
  /// What law or carriers want said goes out at once, to someone who opted out, too.
  ///
  /// No `sent` comes back for it, and of each text no more than `RequiredTextCount.dailyLimit` are asked for in a day.
  /// One that has not left by an instant is dropped, and so is a confirmation that the provider has sent by itself.
  case sendRequired(RequiredText, OutboundMessage, by: Timestamp?)
  /// The rule that limited it is in the trace.
  case sendRefused(SendRefusal)
  case startTimer(rule: Int, entry: UInt16, due: Timestamp)
  /// Timers of this state's entry no longer matter.
  case cancelTimers(state: StateID, entry: UInt16)
  /// Everything that waits to be sent to this person must not go out.
  case cancelPending
  case queued(queue: Int)
  case assigned(agent: Int)
  /// `nil`: whoever is on duty.
  case notify(agent: Int?)
  /// A person takes over.
  case escalate(HandOverReason)
  case suppress
  case resubscribe
  case dropNumber
  case statusChanged(from: LeadStatus, to: LeadStatus)
  case ended(StateID)
}

/// One text to be sent, by what it says and not yet by its words.
public struct OutboundMessage: Hashable, Sendable {
  public let content: Content
  public let purpose: Purpose
  /// With `ordinal`, names this send among all of its lead's, so that repeats are harmless.
  public let entry: UInt16
  /// Position among the sends of the same entry, from 0.
  public let ordinal: UInt8

  public enum Content: Hashable, Sendable {
    case template(Int)
    /// The persona's own wording for an intent.
    case persona(intent: Int)
    /// The persona's words for being a machine.
    case disclosure
    /// What the persona says while somebody else takes over.
    case holding
  }

  /// Why it is sent; decides which rules of time apply.
  public enum Purpose: UInt8, Hashable, Sendable {
    /// We begin, or go on without an answer.
    case outreach
    /// They wrote and this answers.
    case answer
    /// Law or carriers want it said.
    case required
  }

  public init(content: Content, purpose: Purpose, entry: UInt16, ordinal: UInt8) {
    self.content = content
    self.purpose = purpose
    self.entry = entry
    self.ordinal = ordinal
  }
}
