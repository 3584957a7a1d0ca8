import LeadModel
import WorkflowEngine
import WorkflowProgram

/// One lead of a dry run: where it stands and what lies before it.
struct SimulatedLead {
  var state: LeadState
  var pending = PendingEvents()
  /// The text it wants to send and waits for a turn with; the second is the earliest lawful one.
  var request: SendRequest?
  /// Seconds since the start that it has lived through.
  var second: UInt32 = 0
  /// The next lead in the same queue, or `SendQueue.nobody`.
  var next = SendQueue.nobody
  /// How often each thing was drawn.
  var replyDraws: UInt16 = 0
  var sendDraws: UInt16 = 0
  /// What the trace brought: bit 0 an owner, bit 1 a mobile number.
  var traced: UInt8 = 0
  /// Whether its journey is written down for the report.
  var isRecorded = false

  init(at state: StateID) { self.state = LeadState(at: state) }
}

/// A text that waits for its turn.
struct SendRequest: Hashable, Sendable {
  let message: OutboundMessage
}
