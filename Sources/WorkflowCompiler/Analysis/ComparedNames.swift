import Diagnostics
import Expressions
import ReplyUnderstanding
import WorkflowProgram
import WorkflowSyntax

/// Checks that the names conditions compare with exist: `queue == "hgih"` holds for nobody.
struct ComparedNames {
  let program: ClientProgram

  func check(context: inout LoweringContext) {
    for (text, comparison) in context.comparisons where !comparison.text.isEmpty {
      guard let vocabulary = vocabulary(of: comparison.slot),
        !vocabulary.names.contains(comparison.text)
      else { continue }
      // A base may speak of an agent or a campaign that only some of its clients have.
      let near = nearestName(to: comparison.text, in: vocabulary.names)
      guard vocabulary.isClosed || near != nil else { continue }
      context.reportUnknown(
        vocabulary.kind, comparison.text, at: place(of: comparison.text, in: text), known: vocabulary.names)
    }
  }

  private struct Vocabulary {
    let kind: String
    let names: [String]
    /// A name that is not in it means nothing, in this workflow or another.
    let isClosed: Bool
  }

  private func vocabulary(of slot: Int) -> Vocabulary? {
    let decisions = program.decisions
    if program.slots.bands.contains(slot) {
      let band = decisions.bands[slot - program.slots.bands.lowerBound]
      return Vocabulary(kind: "band '\(band.name)' value", names: band.labels, isClosed: true)
    }
    switch program.slots.engineValue(in: slot) {
    case .replyIntent, .replyIntents:
      return Vocabulary(kind: "intent", names: program.intents, isClosed: true)
    case .replyLanguage:
      return Vocabulary(
        kind: "language", names: ReplyLanguage.allCases.filter { $0 != .unknown }.map(\.rawValue),
        isClosed: true)
    case .historyRefused:
      return Vocabulary(kind: "refusal", names: SendRefusal.allCases.map(\.name), isClosed: true)
    case .status: return Vocabulary(kind: "status", names: LeadStatus.allCases.map(\.name), isClosed: true)
    case .queue:
      return Vocabulary(kind: "queue", names: decisions.queues.choices.map(\.name), isClosed: false)
    case .agent: return Vocabulary(kind: "agent", names: decisions.agents.map(\.name), isClosed: false)
    case .campaign:
      return Vocabulary(kind: "campaign", names: decisions.campaigns.map(\.name), isClosed: false)
    case .theme:
      return Vocabulary(
        kind: "theme", names: program.messages.templates.compactMap(\.theme), isClosed: false)
    case .quality, .priority, .qualified, .replyConfidence, .replyText, .replyConfidences, .replyAnswer,
      .replyEmail, .replyPhone, .replyTime, .replyAmount,
      .replyName, .capturedEmail, .capturedPhone,
      .capturedTime, .capturedAmount, .capturedName, .historySent, .historyReplies, .historyUnanswered,
      .historyDaysSinceContact, .historyDaysSinceReply, .now, nil:
      return nil
    }
  }

  /// The name within the quotes of the expression; all of it where a definition holds the name.
  private func place(of name: String, in text: SourceText) -> SourceRange {
    let bytes = Array(text.text.utf8)
    for quote in "\"'".utf8 {
      let quoted = [quote] + name.utf8 + [quote]
      guard quoted.count <= bytes.count else { continue }
      for start in 0...(bytes.count - quoted.count) where bytes[start...].starts(with: quoted) {
        return text.range(start + 1, start + quoted.count - 1)
      }
    }
    return text.range
  }
}
