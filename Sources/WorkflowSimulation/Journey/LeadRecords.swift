import WorkflowProgram

/// The records of all leads in one block of memory, so that threads can hold different ones at once.
///
/// Whoever hands leads to workers sees to it that no two hold the same one; that is what makes sharing safe.
final class LeadRecords: @unchecked Sendable {
  private(set) var first: UnsafeMutablePointer<SimulatedLead>
  private(set) var count = 0
  private var capacity: Int

  init() {
    capacity = 1_024
    first = .allocate(capacity: capacity)
  }

  deinit {
    first.deinitialize(count: count)
    first.deallocate()
  }

  /// Adds a lead that has not begun.
  func append(at state: StateID) {
    if count == capacity {
      let grown = UnsafeMutablePointer<SimulatedLead>.allocate(capacity: capacity * 2)
      grown.moveInitialize(from: first, count: count)
      first.deallocate()
      first = grown
      capacity *= 2
    }
    (first + count).initialize(to: SimulatedLead(at: state))
    count += 1
  }
}
