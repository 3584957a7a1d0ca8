import LeadModel

/// The row that a duplicate repeats.
public struct DuplicateWinner: Hashable, Sendable {
  /// As a spreadsheet numbers rows, from 1.
  public let rowNumber: Int
  public let recordID: String

  public init(rowNumber: Int, recordID: String) {
    self.rowNumber = rowNumber
    self.recordID = recordID
  }
}

/// Remembers which leads have been seen: the first row in file order wins, the later ones are its duplicates.
///
/// Per lead a slot of a `KeyTable`, and the row number and record id by which duplicates name their winner: about
/// 35 bytes a lead with ids of eight characters, 25 where ids are made from row numbers. Leads are told apart by
/// 64-bit hashes: in a file of a million, two different ones are taken for one with a chance of 3 in 100 million.
public struct Deduplicator: ~Copyable {
  private var table = KeyTable()
  private var names = WinnerNames()
  private var firstLooks: [UInt64] = []

  public init() {}

  /// How many different leads have been seen, those without a key not counted.
  public var leadCount: Int { table.count }

  /// Marks the duplicates of a batch; batches must come in file order.
  public mutating func mark(_ batch: ImportedBatch) {
    let leads = batch.leads
    let leadCount = leads.count
    let keys = batch.keys
    table.reserve(leadCount)
    if firstLooks.count < leadCount { firstLooks = Array(repeating: 0, count: leadCount) }
    firstLooks.withUnsafeMutableBufferPointer { looks in
      guard let start = looks.baseAddress else { return }
      table.lookFirst(keys, count: leadCount, into: start)
    }
    let nothing = CellBytes(start: nil, count: 0)
    for row in 0..<leadCount {
      let key = keys[row]
      // Without a key there is nothing by which two rows could be the same.
      guard key != 0 else { continue }
      let place = table.place(of: key, firstLook: firstLooks[row])
      if let earlier = table.value(at: place) {
        batch.markDuplicate(row: row, of: names.winner(at: earlier))
      } else {
        let origin = batch.origins[row]
        let id =
          origin.ownsRecordID
          ? leads.textBytes(field: StandardField.recordID.rawValue, row: row) : nothing
        table.insert(key, names.append(rowNumber: origin.rowNumber, recordID: id), at: place)
      }
    }
  }
}
