import LeadModel
import WorkflowEngine

/// A text that caps hold back, and when it may leave; a later text takes its place.
struct HeldText: Hashable, Sendable {
  let message: OutboundMessage
  let due: Timestamp
}
