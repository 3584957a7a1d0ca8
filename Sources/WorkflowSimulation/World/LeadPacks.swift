import WorkflowProgram

/// What each worker has packed; a worker adds to its own while all begin leads, and all read when leads walk on.
final class LeadPacks: @unchecked Sendable {
  private let packs: UnsafeMutablePointer<PackedLeads>
  private let count: Int

  init(count: Int, program: ClientProgram) {
    self.count = count
    packs = .allocate(capacity: count)
    for worker in 0..<count {
      (packs + worker).initialize(to: PackedLeads(keeping: KeptFields(program: program)))
    }
  }

  deinit {
    packs.deinitialize(count: count)
    packs.deallocate()
  }

  subscript(worker: Int) -> UnsafeMutablePointer<PackedLeads> { packs + worker }
}
