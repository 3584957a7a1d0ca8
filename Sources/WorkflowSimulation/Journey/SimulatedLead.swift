import LeadModel
import WorkflowEngine
import WorkflowProgram

/// One lead of a dry run on its way: where it stands and what lies before it.
struct SimulatedLead {
  var state: LeadState
  var pending = PendingEvents()
  /// The text it wants to send and waits for a turn with; the second is the earliest one.
  var request: OutboundMessage?
  /// Seconds since the start that it has lived through.
  var second: UInt32 = 0
  /// How often a text of it has left.
  var sendDraws: UInt16 = 0
  /// What the trace brought: bit 0 an owner, bit 1 a mobile number.
  var traced: UInt8 = 0
  /// Whether its journey is written down for the report.
  var isRecorded = false

  init(at state: StateID) { self.state = LeadState(at: state) }
}
