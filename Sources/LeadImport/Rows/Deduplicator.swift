import LeadModel

/// The row that a duplicate repeats.
public struct DuplicateWinner: Hashable, Sendable {
  /// As a spreadsheet numbers rows, from 1.
  public let rowNumber: Int
  public let recordID: String
  /// What the two rows have in common.
  public let key: DuplicateKey

  public init(rowNumber: Int, recordID: String, key: DuplicateKey) {
    self.rowNumber = rowNumber
    self.recordID = recordID
    self.key = key
  }
}

/// By what two rows are the same lead, beside the business's name.
public enum DuplicateKey: String, Hashable, Sendable, CaseIterable {
  case businessPhone = "business_phone"
  case mobilePhone = "mobile_phone"
  case email
  /// Neither row has a phone or an email.
  case address

  /// To stand behind "by".
  public var words: String {
    switch self {
    case .businessPhone: "the same name and business phone"
    case .mobilePhone: "the same name and mobile"
    case .email: "the same name and email"
    case .address: "the same name and address, without a phone or email"
    }
  }
}

/// Remembers which leads have been seen: the first row in file order wins, the later ones are its duplicates.
///
/// Per lead a slot of a `KeyTable` for each of its phones and its record id, and the row number and record id by
/// which duplicates name their winner: about 70 bytes a lead with ids of eight characters, 45 where ids are made
/// from row numbers. Leads are told apart by 64-bit hashes: in a file of a million, two different ones are taken for
/// one with a chance of 1 in 10 million.
public struct Deduplicator: ~Copyable {
  private var table = KeyTable()
  private var records = KeyTable()
  private var names = WinnerNames()
  private var looks = FirstLooks()
  /// How many different leads have been seen, those without a key not counted.
  public private(set) var leadCount = 0

  public init() {}

  /// Marks the duplicates of a batch, and notes leads whose record id another lead has; batches must come in file
  /// order.
  public mutating func mark(_ batch: ImportedBatch) {
    let leadCount = batch.leads.count
    table.reserve(leadCount * 2)
    records.reserve(leadCount)
    looks.look(batch.keys, in: table, count: leadCount, at: 0)
    looks.look(batch.mobileKeys, in: table, count: leadCount, at: 1)
    looks.look(batch.recordKeys, in: records, count: leadCount, at: 2)
    for row in 0..<leadCount where !markDuplicate(row, of: batch) { checkRecordID(row, of: batch) }
  }

  /// - Returns: Whether the row repeats an earlier one.
  @inline(__always)
  private mutating func markDuplicate(_ row: Int, of batch: ImportedBatch) -> Bool {
    let key = batch.keys[row]
    // Without a key there is nothing by which two rows could be the same.
    guard key != 0 else { return false }
    let place = table.place(of: key, firstLook: looks[row, 0])
    if let earlier = table.value(at: place) {
      batch.markDuplicate(row: row, of: names.winner(at: earlier, key: batch.contact(ofRow: row)))
      return true
    }
    let mobileKey = batch.mobileKeys[row]
    guard mobileKey != 0 else {
      table.insert(key, name(row, of: batch), at: place)
      return false
    }
    let mobilePlace = table.place(of: mobileKey, firstLook: looks[row, 1])
    if let earlier = table.value(at: mobilePlace) {
      batch.markDuplicate(row: row, of: names.winner(at: earlier, key: .mobilePhone))
      return true
    }
    let name = name(row, of: batch)
    table.insert(mobileKey, name, at: mobilePlace)
    // The first key's slot may have been taken by the second.
    table.insert(key, name, at: table.place(of: key, firstLook: 0))
    return false
  }

  private mutating func name(_ row: Int, of batch: ImportedBatch) -> UInt32 {
    leadCount += 1
    let origin = batch.origins[row]
    let id =
      origin.ownsRecordID
      ? batch.leads.textBytes(field: StandardField.recordID.rawValue, row: row)
      : CellBytes(start: nil, count: 0)
    return names.append(rowNumber: origin.rowNumber, recordID: id)
  }

  @inline(__always)
  private mutating func checkRecordID(_ row: Int, of batch: ImportedBatch) {
    let key = batch.recordKeys[row]
    guard key != 0 else { return }
    let place = records.place(of: key, firstLook: looks[row, 2])
    guard records.value(at: place) != nil else { return records.insert(key, 0, at: place) }
    batch.noteRepeatedRecordID(row)
  }
}

/// What stands in the slots of a batch's keys, loaded ahead so that cache misses overlap.
private struct FirstLooks: ~Copyable {
  private var memory: UnsafeMutablePointer<UInt64> = .allocate(capacity: 0)
  private var capacity = 0
  private static let kinds = 3

  deinit { memory.deallocate() }

  mutating func look(
    _ keys: UnsafePointer<UInt64>, in table: borrowing KeyTable, count: Int, at kind: Int
  ) {
    if capacity < count {
      memory.deallocate()
      memory = .allocate(capacity: count * Self.kinds)
      capacity = count
    }
    table.lookFirst(keys, count: count, into: memory + kind * capacity)
  }

  @inline(__always)
  subscript(row: Int, kind: Int) -> UInt64 { memory[kind * capacity + row] }
}
