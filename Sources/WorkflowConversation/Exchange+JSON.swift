import JSONText
import LeadModel
import ReplyUnderstanding
import WorkflowEngine
import WorkflowProgram

extension Exchange {
  /// Writes the exchange's members into an open object.
  ///
  /// - Parameter isWhole: Whether what was asked and did not hold is told, too.
  func write(to writer: inout JSONWriter, isWhole: Bool) {
    writer.member("at", after.at.iso8601)
    switch input {
    case .opened: writer.member("event", "imported")
    case .heard(let read): writer.member("understood", object: { read.write(to: &$0) })
    case .meant(let intent): writer.member("intent", intent)
    case .waited(let milliseconds): writer.member("waited_seconds", Int(milliseconds / 1_000))
    case .event(let name): writer.member("event", name)
    }
    writer.member(
      "messages", array: { array in for message in messages { array.object { message.write(to: &$0) } } })
    writer.member(
      "transitions",
      array: { array in
        for line in traceLines where isWhole || line.isStory { array.object { line.write(to: &$0) } }
      })
    writer.member(
      "effects",
      array: { array in
        for moment in moments {
          for case .effect(let effect) in moment.notes {
            array.object { effect.write(at: moment.at, to: &$0) }
          }
        }
      })
    for case .handOver(let summary) in moments.flatMap(\.notes) {
      writer.member("hand_over", object: { summary.write(to: &$0) })
    }
    writer.member("before", object: { before.write(to: &$0) })
    writer.member("after", object: { after.write(to: &$0) })
  }

  private var traceLines: [TraceLine] {
    moments.flatMap { moment in
      moment.notes.compactMap { if case .trace(let line) = $0 { line } else { nil } }
    }
  }
}

extension ReadReply {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member(
      "intents",
      array: { array in
        for intent in understanding.intents {
          array.object {
            $0.member("name", intent.name)
            $0.member("confidence", rounded(intent.confidence))
          }
        }
      })
    writer.member(
      "captures",
      object: { object in for capture in captures { object.member(capture.kind.keyword, capture.text) } })
    if !understanding.mentions.isEmpty {
      writer.member(
        "mentions", array: { array in for mention in understanding.mentions { array.string(mention.name) } })
    }
    if let keyword = understanding.keyword { writer.member("keyword", keyword.rawValue) }
    writer.member("automated", understanding.isAutomated)
    writer.member("doubtful_opt_out", understanding.isDoubtfulOptOut)
  }

  /// To thousandths, as far as a confidence means anything.
  private func rounded(_ confidence: Double) -> Double { (confidence * 1_000).rounded() / 1_000 }
}

extension TraceLine {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("kind", kind.rawValue)
    writer.member("text", text)
    if let line { writer.member("line", line) }
  }
}

extension EffectLine {
  fileprivate func write(at instant: Timestamp, to writer: inout JSONWriter) {
    writer.member("at", instant.iso8601)
    writer.member("kind", kind.rawValue)
    writer.member("text", text)
    if let line { writer.member("line", line) }
  }
}

extension SpokenMessage {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("from", from)
    writer.member("template", template)
    writer.member("text", text)
    writer.member("segments", segments)
    if let draftedBy { writer.member("drafted_by", draftedBy) }
    if let line { writer.member("line", line) }
  }
}

extension HandOverSummary {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("reason", reason)
    writer.member("lead", array: { array in for part in lead { array.string(part) } })
    writer.member("status", status.name)
    writer.member("quality", quality)
    writer.member("priority", priority)
    writer.member("agent", agent)
    writer.member(
      "captures",
      object: { object in for capture in captures { object.member(capture.kind.keyword, capture.text) } })
    writer.member("intents", array: { array in for intent in intents { array.string(intent) } })
    writer.member(
      "turns",
      array: { array in
        for turn in turns {
          array.object { object in
            object.member("at", turn.at.iso8601)
            switch turn.speaker {
            case .lead: object.member("speaker", "lead")
            case .agent(let name): object.member("speaker", name)
            }
            object.member("text", turn.text)
          }
        }
      })
  }
}

extension Standing {
  fileprivate func write(to writer: inout JSONWriter) {
    writer.member("state", path)
    writer.member("status", status.name)
    writer.member("quality", quality)
    writer.member("priority", priority)
    writer.member("opted_out", isOptedOut)
    writer.member("held", isHeld)
  }
}

extension Conversation {
  /// Writes all that `/status` shows into an open object.
  func writeStatus(to writer: inout JSONWriter) {
    let standing = standing
    writer.member("at", standing.at.iso8601)
    standing.write(to: &writer)
    writer.member("line", standing.line)
    writer.member("qualified", standing.isQualified)
    writer.member("queue", standing.queue)
    writer.member("agent", standing.agent)
    writer.member("campaign", standing.campaign)
    writer.member("sent", standing.sent)
    writer.member("replies", standing.replies)
    writer.member("unanswered", standing.unanswered)
    writer.member("ended", standing.hasEnded)
    writer.member(
      "captures",
      object: { object in
        for kind in CaptureKind.allCases {
          if let capture = standing.captures.last(where: { $0.kind == kind }) {
            object.member(kind.keyword, capture.text)
          }
        }
      })
    writer.member(
      "timers",
      array: { array in
        for timer in standing.timers {
          array.object {
            $0.member("after", timer.label)
            $0.member("due", timer.due.iso8601)
            $0.member("line", timer.line)
          }
        }
      })
    if let due = standing.textWaitsUntil { writer.member("text_waits_until", due.iso8601) }
    writer.member(
      "awaits", array: { array in for decision in standing.awaits { array.string(decision.rawValue) } })
  }
}
