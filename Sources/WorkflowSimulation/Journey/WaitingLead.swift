import WorkflowEngine

/// A lead that stands or stood in line for a text, in 20 bytes.
///
/// Before its first text nothing else is kept of it but what it is packed into: it began as its draws said, and
/// will begin the same way again when its turn comes. So a lead that is never written to costs next to nothing.
struct WaitingLead {
  /// In the order of the import.
  let number: UInt32
  /// Seconds since the start at which it wished to send.
  var second: UInt32
  /// What its `stage` says: where its worker packed it, or the number of its record.
  var stored: UInt32
  /// Where its clock may be: the place as its worker numbers it, then as the law's clock does.
  var place: UInt32
  /// Who packed it.
  let worker: UInt16
  /// Who goes first: the higher one.
  var lane: UInt8
  var stage: Stage

  /// How far its journey has come.
  enum Stage: UInt8 {
    /// Has had no text, and nothing else lies before it: it counts as ended where it is, until its turn comes.
    case resting
    /// Has had no text, and something else lies before it.
    case unfinished
    /// Has had its turn; its record is kept.
    case underway
    /// Counted where it ended.
    case done
  }

  /// The first minute that begins at or after its wish.
  var minute: Int { (Int(second) + 59) / 60 }

  /// Answers go before outreach, then higher priority.
  static func lane(of record: SimulatedLead) -> UInt8 {
    let isAnswer = record.request?.purpose == .answer
    return (isAnswer ? 101 : 0) + UInt8(min(max(0, record.state.decision.priority), 100))
  }
}
