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
  private var winners: [UInt8] = []
  private var firstLooks: [UInt64] = []

  public init() {}

  /// How many different leads have been seen, those without a key not counted.
  public var leadCount: Int { table.count }

  /// Marks the duplicates of a batch; batches must come in file order.
  public mutating func mark(_ batch: ImportedBatch) {
    let leadCount = batch.leads.count
    let keys = batch.keys
    table.reserve(leadCount)
    if firstLooks.count < leadCount { firstLooks = Array(repeating: 0, count: leadCount) }
    firstLooks.withUnsafeMutableBufferPointer { looks in
      guard let start = looks.baseAddress else { return }
      table.lookFirst(keys, count: leadCount, into: start)
    }
    for row in 0..<leadCount {
      let key = keys[row]
      // Without a key there is nothing by which two rows could be the same.
      guard key != 0 else { continue }
      let place = table.place(of: key, firstLook: firstLooks[row])
      if let earlier = table.value(at: place) {
        batch.markDuplicate(row: row, of: winner(at: Int(earlier)))
      } else {
        table.insert(key, remember(batch, row), at: place)
      }
    }
  }

  /// Keeps a lead's row number and record id: four bytes, a length, and the id's first 255 bytes.
  private mutating func remember(_ batch: ImportedBatch, _ row: Int) -> UInt32 {
    guard let place = UInt32(exactly: winners.count), place < .max else { return .max }
    let number = UInt32(clamping: batch.rowNumbers[row])
    withUnsafeBytes(of: number.littleEndian) { winners.append(contentsOf: $0) }
    if batch.ownsRecordID[row] {
      let id = batch.leads.textBytes(field: StandardField.recordID.rawValue, row: row)
      winners.append(UInt8(min(id.count, 255)))
      winners.append(contentsOf: CellBytes(rebasing: id.prefix(255)))
    } else {
      winners.append(0)  // Its id is made from the row number.
    }
    return place
  }

  private func winner(at place: Int) -> DuplicateWinner {
    // Beyond 4 GB of names the winner goes unnamed.
    guard place + 5 <= winners.count else { return DuplicateWinner(rowNumber: 0, recordID: "") }
    let number = (0..<4).reduce(0) { $0 | Int(winners[place + $1]) << (8 * $1) }
    let length = Int(winners[place + 4])
    let id =
      length == 0
      ? ImportedBatch.recordID(ofRow: number)
      : String(decoding: winners[(place + 5)..<(place + 5 + length)], as: UTF8.self)
    return DuplicateWinner(rowNumber: number, recordID: id)
  }
}
