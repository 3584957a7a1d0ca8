public import LeadModel

/// The leads of one block of rows, and what became of the block's other rows.
///
/// Filled by one `RowNormalizer`, then marked by one `Deduplicator`, afterwards only read: that is what makes it
/// safe to send between threads.
public final class ImportedBatch: @unchecked Sendable {
  /// The leads in file order, duplicates among them.
  public let leads: LeadBatch
  /// The row number of each lead, as a spreadsheet numbers rows, from 1.
  public internal(set) var rowNumbers: [Int] = []
  /// The physical line of each lead, as a text editor numbers lines, from 1.
  public internal(set) var lines: [Int] = []
  /// The hash by which each lead is the same as another; 0 when nothing could make it so.
  public let keys: UnsafeMutablePointer<UInt64>
  /// The leads that repeat an earlier row, ascending, and which row that is.
  public private(set) var duplicates: [(row: Int, winner: DuplicateWinner)] = []
  /// Rows of the block below the header: leads, blank rows, repeated headers and rows set aside.
  public internal(set) var rowsRead = 0
  public internal(set) var blankRows = 0
  public internal(set) var repeatedHeaders = 0
  /// The rows that could not be used.
  public internal(set) var setAside: [SetAsideRow] = []
  public internal(set) var findings = FindingTally()
  /// The row of the block in which each lead stands.
  var blockRows: [Int] = []
  /// True for each lead whose record id stands in the file.
  var ownsRecordID: [Bool] = []
  private var isDuplicate: [Bool] = []

  /// - Parameter capacity: The most leads; at least the row capacity of the blocks.
  public init(schema: LeadSchema, capacity: Int = 1_024) {
    leads = LeadBatch(schema: schema, capacity: capacity)
    keys = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
  }

  deinit { keys.deallocate() }

  /// Whether the lead repeats an earlier row and so is none of its own.
  public func isDuplicate(row: Int) -> Bool { isDuplicate[row] }

  /// The earlier row that a lead repeats; `nil` for a lead of its own.
  public func winner(ofRow row: Int) -> DuplicateWinner? {
    guard isDuplicate[row] else { return nil }
    var (low, high) = (0, duplicates.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if duplicates[middle].row <= row { low = middle } else { high = middle }
    }
    return duplicates[low].winner
  }

  /// Leads that are no duplicates.
  public var importedCount: Int { leads.count - duplicates.count }

  /// The record id of a lead whose file gives it none.
  public static func recordID(ofRow number: Int) -> String { "row-\(number)" }

  func markDuplicate(row: Int, of winner: DuplicateWinner) {
    duplicates.append((row, winner))
    isDuplicate[row] = true
  }

  /// Empties the batch but keeps its memory.
  func removeAll() {
    leads.removeAll()
    rowNumbers.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    blockRows.removeAll(keepingCapacity: true)
    duplicates.removeAll(keepingCapacity: true)
    ownsRecordID.removeAll(keepingCapacity: true)
    isDuplicate.removeAll(keepingCapacity: true)
    setAside.removeAll(keepingCapacity: true)
    findings.removeAll()
    rowsRead = 0
    blankRows = 0
    repeatedHeaders = 0
  }

  func addRow(number: Int, line: Int, blockRow: Int) {
    rowNumbers.append(number)
    lines.append(line)
    blockRows.append(blockRow)
  }

  /// Takes rows out of the lists again.
  func removeRows(_ removed: [Int]) {
    let removed = Set(removed)
    let kept = rowNumbers.indices.filter { !removed.contains($0) }
    rowNumbers = kept.map { rowNumbers[$0] }
    lines = kept.map { lines[$0] }
    blockRows = kept.map { blockRows[$0] }
  }

  /// Says how many leads there are, once it is known.
  func open(leadCount: Int) {
    leads.count = leadCount
    isDuplicate.append(contentsOf: repeatElement(false, count: leadCount))
  }
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
