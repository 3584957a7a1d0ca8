import WorkflowEngine
import WorkflowProgram

/// One thing that happened in a dry run.
struct JournalEntry: Sendable {
  /// Since the start.
  let second: UInt32
  let lead: UInt32
  let event: Event
  let from: StateID
  let to: StateID
  let effects: [Effect]

  enum Event: Sendable {
    case imported
    case happened(LeadEvent)
    /// A text left, with these words.
    case sent(String, isAnswer: Bool)
  }
}
