import LeadModel

/// What became of every row of a lead file.
public struct ImportReport: Hashable, Sendable {
  /// Rows below the header.
  public private(set) var rowsRead = 0
  /// Leads of their own.
  public private(set) var imported = 0
  /// Leads that repeat an earlier row.
  public private(set) var duplicates = 0
  public private(set) var blank = 0
  /// Rows that repeat the header, in whatever case, or a title above it.
  public private(set) var repeatedHeaders = 0
  /// Rows that could not be used.
  public private(set) var setAside = 0
  public private(set) var findings = FindingTally()
  /// Duplicates and the rows they repeat, in file order, at most `examplesKept`.
  public private(set) var duplicateExamples: [DuplicateExample] = []

  /// How many duplicates are kept to show.
  public static let examplesKept = 10

  /// A row that repeats an earlier one.
  public struct DuplicateExample: Hashable, Sendable {
    public let rowNumber: Int
    public let recordID: String
    public let winner: DuplicateWinner
  }

  public init() {}

  /// Whether every row is accounted for; anything else is our mistake.
  public var isBalanced: Bool { imported + duplicates + blank + repeatedHeaders + setAside == rowsRead }

  /// Adds a batch whose duplicates are marked; batches must come in file order.
  public mutating func add(_ batch: ImportedBatch) {
    rowsRead += batch.rowsRead
    imported += batch.importedCount
    duplicates += batch.duplicates.count
    blank += batch.blankRows
    repeatedHeaders += batch.repeatedHeaders
    setAside += batch.setAside.count
    findings.add(batch.findings)
    for (row, winner) in batch.duplicates.prefix(Self.examplesKept - duplicateExamples.count) {
      duplicateExamples.append(
        DuplicateExample(
          rowNumber: batch.rowNumber(ofRow: row), recordID: batch.leads.text(.recordID, row: row),
          winner: winner))
    }
  }
}
