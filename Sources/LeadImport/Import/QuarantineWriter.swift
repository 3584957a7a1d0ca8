/// Writes rows that could not be used into a CSV of their own, to be mended and imported again.
///
/// In front of the row's own cells stand its row number, the reason, and the column at fault.
public struct QuarantineWriter: Sendable {
  private var writer = CSVWriter()
  private let width: Int
  private static let ownColumns = ["row_number", "reason", "column"]

  /// What every such file begins with, by which one is known again.
  public static var leadingColumns: String { ownColumns.joined(separator: ",") + "," }

  /// - Parameter mapping: The columns of the file the rows come from.
  public init(mapping: ColumnMapping) {
    width = mapping.columns.count
    for cell in Self.ownColumns + mapping.columns.map(\.header) { writer.cell(cell) }
    writer.endRow()
  }

  /// Adds the rows of a batch that were set aside.
  public mutating func add(_ batch: ImportedBatch) {
    for row in batch.setAside {
      writer.cell(row.rowNumber)
      writer.cell(row.reason.explanation)
      writer.cell(row.column ?? "")
      for cell in row.cells { writer.cell(cell) }
      for _ in row.cells.count..<max(row.cells.count, width) { writer.cell("") }
      writer.endRow()
    }
  }

  /// What has been written since the last call; the first time with the header.
  public mutating func takeBytes() -> [UInt8] {
    defer { writer.removeAll() }
    return writer.bytes
  }
}
