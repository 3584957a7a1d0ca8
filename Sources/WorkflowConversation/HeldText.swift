import LeadModel
import WorkflowEngine

/// A text that law or caps hold back, and when it may leave; a later text takes its place.
struct HeldText: Hashable, Sendable {
  let message: OutboundMessage
  /// `nil` where no lawful hour is in sight.
  let due: Timestamp?
}
