public import Expressions

extension EngineValue {
  /// The record it is a member of, such as `reply`; `nil` when it stands alone.
  public var record: String? {
    name.firstIndex(of: ".").map { String(name[..<$0]) }
  }

  /// As its record names it, or as expressions do when it stands alone.
  public var member: String {
    name.firstIndex(of: ".").map { String(name[name.index(after: $0)...]) } ?? name
  }

  public var type: CELType {
    switch self {
    case .quality, .priority: .int
    case .qualified: .bool
    case .queue, .agent, .campaign, .theme: .string
    case .replyIntent, .replyText, .replyLanguage, .replyAnswer: .string
    case .replyConfidence: .double
    case .replyIntents: .list(.string)
    case .replyConfidences: .map(.string, .double)
    case .replyEmail, .replyPhone, .replyTime, .replyAmount, .replyName: .string
    case .capturedEmail, .capturedPhone, .capturedTime, .capturedAmount, .capturedName: .string
    case .historySent, .historyReplies, .historyUnanswered: .int
    case .historyDaysSinceContact, .historyDaysSinceReply: .int
    case .historyRefused, .status: .string
    case .now: .timestamp
    }
  }

  /// What it holds: one sentence, for the reference page.
  public var about: String {
    switch self {
    case .quality: "The lead's quality, for all that comes after its rules."
    case .priority: "The lead's priority, for all that comes after its rules."
    case .qualified: "What `qualified` says of the lead, from `queues` on."
    case .queue: "The queue the lead waits in, from `recommend` on; empty in none."
    case .agent: "The agent the lead is assigned to, from `campaigns` on; empty for none."
    case .campaign: "The campaign the lead is in; empty for none."
    case .theme: "The theme of the lead's opener; empty where openers have none."
    case .replyIntent: "The gravest thing the reply means."
    case .replyConfidence: "How surely it means that, from 0 to 1."
    case .replyText: "The reply as it was written."
    case .replyIntents: "All it means, the gravest first."
    case .replyConfidences: "How surely it means each of them, by intent."
    case .replyLanguage: "The language it is in, such as `english` or `spanish`; empty when too little tells."
    case .replyAnswer: "`yes` or `no` when it opens with one."
    case .replyEmail: "The address this reply gives."
    case .replyPhone: "The number this reply gives."
    case .replyTime: "The time this reply gives."
    case .replyAmount: "The amount this reply gives."
    case .replyName: "The name this reply gives."
    case .capturedEmail: "The address the lead gave last."
    case .capturedPhone: "The number the lead gave last."
    case .capturedTime: "The time the lead gave last."
    case .capturedAmount: "The amount the lead gave last."
    case .capturedName: "The name the lead gave last."
    case .historySent: "How many texts went to the lead."
    case .historyReplies: "How many replies came."
    case .historyUnanswered: "How many texts went since the last reply."
    case .historyDaysSinceContact: "Whole days since the last text; 0 before the first."
    case .historyDaysSinceReply: "Whole days since the last reply; 0 before the first."
    case .historyRefused:
      "Why the last text was not sent: \(SendRefusal.allCases.map { "`\($0.name)`" }.joined(separator: ", ")); empty when it was."
    case .status:
      "How far the lead has come: \(LeadStatus.allCases.map { "`\($0.name)`" }.joined(separator: ", "))."
    case .now: "The instant at which it is asked."
    }
  }
}
