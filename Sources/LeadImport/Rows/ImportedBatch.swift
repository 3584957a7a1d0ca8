public import LeadModel

/// The leads of one block of rows, and what became of the block's other rows.
///
/// Filled by one `RowNormalizer`, then marked by one `Deduplicator`, afterwards only read: that is what makes it
/// safe to send between threads.
public final class ImportedBatch: @unchecked Sendable {
  /// The leads in file order, duplicates among them.
  public let leads: LeadBatch
  /// The leads that repeat an earlier row, ascending, and which row that is.
  public private(set) var duplicates: [(row: Int, winner: DuplicateWinner)] = []
  /// Rows of the block below the header: leads, blank rows, repeated headers and rows set aside.
  public internal(set) var rowsRead = 0
  public internal(set) var blankRows = 0
  public internal(set) var repeatedHeaders = 0
  /// The rows that could not be used, in file order.
  public internal(set) var setAside: [SetAsideRow] = []
  public internal(set) var findings = FindingTally()
  /// Where each lead stands in the file.
  let origins: UnsafeMutablePointer<LeadOrigin>
  /// The hash by which each lead is the same as another; 0 when nothing could make it so.
  let keys: UnsafeMutablePointer<UInt64>
  /// The hash of each lead's mobile and name, where `keys` goes by the business's phone; 0 elsewhere.
  let mobileKeys: UnsafeMutablePointer<UInt64>
  /// The hash of each lead's record id; 0 where the file gives it none.
  let recordKeys: UnsafeMutablePointer<UInt64>
  /// The header above the record ids; `nil` when the file gives none.
  var recordColumn: String?

  /// - Parameter capacity: The most leads; at least the row capacity of the blocks.
  public init(schema: LeadSchema, capacity: Int = 1_024) {
    leads = LeadBatch(schema: schema, capacity: capacity)
    origins = .allocate(capacity: capacity)
    keys = .allocate(capacity: capacity)
    mobileKeys = .allocate(capacity: capacity)
    recordKeys = .allocate(capacity: capacity)
    for keys in [keys, mobileKeys, recordKeys] { keys.initialize(repeating: 0, count: capacity) }
  }

  deinit {
    origins.deallocate()
    for keys in [keys, mobileKeys, recordKeys] { keys.deallocate() }
  }

  /// The row number of a lead, as a spreadsheet numbers rows, from 1.
  public func rowNumber(ofRow row: Int) -> Int { origins[checked(row)].rowNumber }

  /// The physical line on which a lead's row starts, as a text editor numbers lines, from 1.
  public func line(ofRow row: Int) -> Int { origins[checked(row)].line }

  /// Whether the lead repeats an earlier row and so is none of its own.
  public func isDuplicate(row: Int) -> Bool { origins[checked(row)].isDuplicate }

  /// The earlier row that a lead repeats; `nil` for a lead of its own.
  public func winner(ofRow row: Int) -> DuplicateWinner? {
    guard isDuplicate(row: row) else { return nil }
    var (low, high) = (0, duplicates.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if duplicates[middle].row <= row { low = middle } else { high = middle }
    }
    return duplicates[low].winner
  }

  private func checked(_ row: Int) -> Int {
    precondition(0 <= row && row < leads.count, "no such lead in the batch")
    return row
  }

  /// Leads that are no duplicates.
  public var importedCount: Int { leads.count - duplicates.count }

  /// The record id of a lead whose file gives it none.
  public static func recordID(ofRow number: Int) -> String { "row-\(number)" }

  func markDuplicate(row: Int, of winner: DuplicateWinner) {
    duplicates.append((row, winner))
    origins[row].isDuplicate = true
  }

  /// What a lead is told by first: business phone, else mobile, else email, else address.
  func contact(ofRow row: Int) -> DuplicateKey {
    if leads.has(.primaryPhone, row: row) { return .businessPhone }
    if leads.has(.mobilePhone, row: row) { return .mobilePhone }
    return leads.has(.businessEmail, row: row) ? .email : .address
  }

  func noteRepeatedRecordID(_ row: Int) {
    findings.add(
      .repeatedRecordID, rowNumber: origins[row].rowNumber, line: origins[row].line, column: recordColumn,
      value: leads.textBytes(field: StandardField.recordID.rawValue, row: row))
  }

  /// Adds the lead of a row, all its values absent.
  @inline(__always)
  func append(_ origin: LeadOrigin) {
    (origins + leads.count).initialize(to: origin)
    leads.count += 1
  }

  /// Takes leads out again whose values have not been filled yet.
  ///
  /// - Parameter isKept: Told the lead's row.
  func keepLeads(where isKept: (Int) -> Bool) {
    var kept = 0
    for row in 0..<leads.count where isKept(row) {
      origins[kept] = origins[row]
      kept += 1
    }
    leads.clearRows()
    leads.count = kept
  }

  /// Empties the batch but keeps its memory.
  func removeAll() {
    leads.removeAll()
    duplicates.removeAll(keepingCapacity: true)
    setAside.removeAll(keepingCapacity: true)
    findings.removeAll()
    rowsRead = 0
    blankRows = 0
    repeatedHeaders = 0
  }
}

/// Where a lead stands in the file.
struct LeadOrigin {
  let rowNumber: Int
  let line: Int
  /// Its row's first field among the block's fields.
  let firstField: Int
  let fieldCount: Int
  /// Whether its record id stands in the file.
  var ownsRecordID = false
  var isDuplicate = false
}

/// A row that could not be used, as it stood in the file.
public struct SetAsideRow: Hashable, Sendable {
  public let rowNumber: Int
  public let line: Int
  public let reason: FindingReason
  /// The header of the column at fault; `nil` when it is the whole row.
  public let column: String?
  public let cells: [String]
}
