import WorkflowProgram

/// What became of a text, as the carriers report it; the raw value is what a pending event holds.
enum Delivery: UInt16, Hashable, Sendable {
  case failed = 0
  case delivered = 1
  /// The number takes no texts, now or ever.
  case invalidNumber = 2

  /// The event that tells the machine.
  var report: BuiltInEvent {
    switch self {
    case .failed: .failed
    case .delivered: .delivered
    case .invalidNumber: .numberInvalid
    }
  }
}
