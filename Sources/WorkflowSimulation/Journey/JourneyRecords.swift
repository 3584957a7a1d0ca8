import WorkflowProgram

/// The records of leads that have had a turn; those of ended journeys are used again.
struct JourneyRecords {
  let shelf = Shelf<JourneyRecord>()
  private var unused: [UInt32] = []

  /// A record for a lead whose first turn has come.
  mutating func add(_ record: consuming JourneyRecord) -> UInt32 {
    guard let index = unused.popLast() else {
      shelf.append(record)
      return UInt32(shelf.count - 1)
    }
    shelf[index].pointee = record
    return index
  }

  /// Gives back the record of a journey that has ended.
  mutating func remove(_ index: UInt32) { unused.append(index) }
}

/// A lead that has had a turn, and where it is packed.
struct JourneyRecord {
  var lead: SimulatedLead
  let packed: PackedLeads.Place
  /// What it was when its first turn came; `nil` once it has begun anew.
  var beginning: WaitingLead.Stage?
}
