public import Expressions
public import LeadModel
import ReplyUnderstanding
public import WorkflowProgram

/// The row of values that a lead's conditions read: its fields, its decisions, the reply at hand, the clock.
public struct LeadSlots: SlotReader {
  let program: ClientProgram
  let lead: LeadRow
  let state: LeadState
  let reply: ReplyFacts?
  let now: Timestamp

  public init(
    program: ClientProgram, lead: LeadRow, state: LeadState, reply: ReplyFacts? = nil, now: Timestamp
  ) {
    self.program = program
    self.lead = lead
    self.state = state
    self.reply = reply
    self.now = now
  }

  public func value(_ slot: Int) -> CELValue {
    let layout = program.slots
    if slot < layout.fieldCount { return fieldValue(slot) }
    if layout.bands.contains(slot) { return .string(bandLabel(slot - layout.fieldCount)) }
    if let value = layout.engineValue(in: slot) { return engineValue(value) }
    guard let mention = layout.mention(in: slot) else { return .null }
    return .bool(reply?.speaks(of: mention) ?? false)
  }

  public func has(_ slot: Int) -> Bool {
    let layout = program.slots
    if slot < layout.fieldCount { return lead.batch.has(field: slot, row: lead.row) }
    guard let value = layout.engineValue(in: slot) else { return true }
    switch value {
    case .replyIntent, .replyConfidence, .replyText, .replyIntents, .replyConfidences: return reply != nil
    case .replyLanguage: return reply.map { $0.language != .unknown } ?? false
    case .replyAnswer: return reply?.answer != nil
    case .replyEmail: return told(.email) != nil
    case .replyPhone: return told(.phone) != nil
    case .replyTime: return told(.time) != nil
    case .replyAmount: return told(.amount) != nil
    case .replyName: return told(.name) != nil
    case .capturedEmail: return capture(.email) != nil
    case .capturedPhone: return capture(.phone) != nil
    case .capturedTime: return capture(.time) != nil
    case .capturedAmount: return capture(.amount) != nil
    case .capturedName: return capture(.name) != nil
    case .historyDaysSinceContact: return state.lastSentAt != .never
    case .historyDaysSinceReply: return state.lastReplyAt != .never
    case .historyRefused: return state.refused != nil
    case .quality, .priority, .qualified, .queue, .agent, .campaign, .theme, .historySent, .historyReplies,
      .historyUnanswered, .status, .now:
      return true
    }
  }

  private func fieldValue(_ field: Int) -> CELValue {
    let batch = lead.batch
    switch batch.schema.fields[field].type {
    case .text, .phone, .email: return .string(batch.text(field: field, row: lead.row))
    case .money, .number: return .double(batch.double(field: field, row: lead.row))
    case .count: return .int(batch.int(field: field, row: lead.row))
    case .flag: return .bool(batch.int(field: field, row: lead.row) != 0)
    case .date:
      return .timestamp(CELTimestamp(millisecondsSinceEpoch: batch.int(field: field, row: lead.row)))
    }
  }

  private func bandLabel(_ band: Int) -> String {
    let rule = program.decisions.bands[band]
    return rule.labels[rule.code(of: lead)]
  }

  private func engineValue(_ value: EngineValue) -> CELValue {
    let decision = state.decision
    switch value {
    case .quality: return .int(Int64(decision.quality))
    case .priority: return .int(Int64(decision.priority))
    case .qualified: return .bool(decision.isQualified)
    case .queue: return .string(program.queueName(decision))
    case .agent: return .string(program.agentName(decision))
    case .campaign: return .string(program.campaignName(decision))
    case .theme: return .string(program.theme(of: decision))
    case .replyIntent: return .string(reply?.intents.first.map { program.intents[$0] } ?? "")
    case .replyConfidence: return .double(reply?.confidence ?? 0)
    case .replyText: return .string(reply?.text ?? "")
    case .replyIntents: return .list((reply?.intents ?? []).map { .string(program.intents[$0]) })
    case .replyConfidences:
      guard let reply else { return .map(CELMap([])) }
      return .map(
        CELMap(zip(reply.intents, reply.confidences).map { (program.intents[$0], .double($1)) }))
    case .replyLanguage:
      return .string(reply.map { $0.language == .unknown ? "" : $0.language.rawValue } ?? "")
    case .replyAnswer: return .string(reply?.answer?.rawValue ?? "")
    case .replyEmail: return .string(told(.email) ?? "")
    case .replyPhone: return .string(told(.phone) ?? "")
    case .replyTime: return .string(told(.time) ?? "")
    case .replyAmount: return .string(told(.amount) ?? "")
    case .replyName: return .string(told(.name) ?? "")
    case .capturedEmail: return .string(capture(.email) ?? "")
    case .capturedPhone: return .string(capture(.phone) ?? "")
    case .capturedTime: return .string(capture(.time) ?? "")
    case .capturedAmount: return .string(capture(.amount) ?? "")
    case .capturedName: return .string(capture(.name) ?? "")
    case .historySent: return .int(Int64(state.sent))
    case .historyReplies: return .int(Int64(state.replies))
    case .historyUnanswered: return .int(Int64(state.unanswered))
    case .historyDaysSinceContact: return .int(days(since: state.lastSentAt))
    case .historyDaysSinceReply: return .int(days(since: state.lastReplyAt))
    case .historyRefused: return .string(state.refused?.name ?? "")
    case .status: return .string(state.status.name)
    case .now: return .timestamp(CELTimestamp(millisecondsSinceEpoch: now.milliseconds))
    }
  }

  /// What this reply told, not those before it.
  private func told(_ kind: CaptureKind) -> String? { reply?.captures.last { $0.kind == kind }?.text }

  private func capture(_ kind: CaptureKind) -> String? {
    state.captures.last { $0.kind == kind }?.text
  }

  /// Whole days, rounded down; 0 when it never happened.
  private func days(since instant: Timestamp) -> Int64 {
    guard instant != .never else { return 0 }
    return max(0, (now.milliseconds - instant.milliseconds) / 86_400_000)
  }
}

extension BandProgram {
  /// The label's index for a lead.
  public func code(of lead: LeadRow) -> Int {
    guard lead.batch.has(field: field, row: lead.row) else { return 0 }
    switch lead.batch.schema.fields[field].type {
    case .money, .number: return code(for: lead.batch.double(field: field, row: lead.row))
    case .count, .flag, .date: return code(for: Double(lead.batch.int(field: field, row: lead.row)))
    case .text, .phone, .email: return 0
    }
  }
}
