/// Where each value that expressions may read stands in the row of slots.
///
/// The order is fixed: the lead's fields in the schema's order, its bands, then what the engine decided,
/// then the reply at hand, then the history, then the clock.
public struct SlotLayout: Hashable, Sendable {
  /// Fields of the lead, standard and custom: slots `0..<fieldCount`, in the schema's order.
  public let fieldCount: Int
  /// Bands (`lead.revenue_band`): the slots after the fields.
  public let bandCount: Int
  /// Mentions (`mentions.broker`): the last slots.
  public let mentionCount: Int

  /// The most things that a workflow may ask about: one bit each.
  public static let mentionLimit = 128

  public init(fieldCount: Int, bandCount: Int, mentionCount: Int = 0) {
    self.fieldCount = fieldCount
    self.bandCount = bandCount
    self.mentionCount = mentionCount
  }

  public var bands: Range<Int> { fieldCount..<fieldCount + bandCount }
  private var afterLead: Int { fieldCount + bandCount }

  public func slot(_ value: EngineValue) -> Int { afterLead + value.rawValue }

  /// The engine value in a slot, or `nil` when the slot belongs to the lead.
  public func engineValue(in slot: Int) -> EngineValue? { EngineValue(rawValue: slot - afterLead) }

  /// The mention in a slot, by its place in the workflow, or `nil` when the slot is another's.
  public func mention(in slot: Int) -> Int? {
    let mention = slot - afterLead - EngineValue.allCases.count
    return 0 <= mention && mention < mentionCount ? mention : nil
  }

  public var slotCount: Int { afterLead + EngineValue.allCases.count + mentionCount }
}

/// What expressions see beside the lead's own fields; the raw value is the slot's distance from the lead's.
public enum EngineValue: Int, Hashable, Sendable, CaseIterable {
  // Decided by scoring and routing, in the order they become known.
  case quality, priority, qualified, queue, agent, campaign, theme
  // The reply being handled.
  case replyIntent, replyConfidence, replyText, replyIntents, replyConfidences, replyLanguage, replyAnswer
  // What was captured of this reply alone.
  case replyEmail, replyPhone, replyTime, replyAmount, replyName
  // What was captured so far.
  case capturedEmail, capturedPhone, capturedTime, capturedAmount, capturedName
  // What has passed between us.
  case historySent, historyReplies, historyUnanswered, historyDaysSinceContact, historyDaysSinceReply
  case historyRefused
  case status
  case now

  /// As expressions name it.
  public var name: String {
    switch self {
    case .quality: "quality"
    case .priority: "priority"
    case .qualified: "qualified"
    case .queue: "queue"
    case .agent: "agent"
    case .campaign: "campaign"
    case .theme: "theme"
    case .replyIntent: "reply.intent"
    case .replyConfidence: "reply.confidence"
    case .replyText: "reply.text"
    case .replyIntents: "reply.intents"
    case .replyConfidences: "reply.confidences"
    case .replyLanguage: "reply.language"
    case .replyAnswer: "reply.answer"
    case .replyEmail: "reply.email"
    case .replyPhone: "reply.phone"
    case .replyTime: "reply.time"
    case .replyAmount: "reply.amount"
    case .replyName: "reply.name"
    case .capturedEmail: "captured.email"
    case .capturedPhone: "captured.phone"
    case .capturedTime: "captured.time"
    case .capturedAmount: "captured.amount"
    case .capturedName: "captured.name"
    case .historySent: "history.sent"
    case .historyReplies: "history.replies"
    case .historyUnanswered: "history.unanswered"
    case .historyDaysSinceContact: "history.days_since_contact"
    case .historyDaysSinceReply: "history.days_since_reply"
    case .historyRefused: "history.refused"
    case .status: "status"
    case .now: "now"
    }
  }
}
