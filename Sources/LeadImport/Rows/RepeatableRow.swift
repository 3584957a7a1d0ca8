import LeadModel

/// A row that files put together from several exports repeat further down: the header, or a title above it.
struct RepeatableRow: Sendable {
  /// In small letters, without what stands around them.
  private let cells: [[UInt8]]
  private let firstFilled: Int

  /// - Returns: `nil` for a row without text.
  init?(_ row: [String]) {
    cells = row.map { Array($0.trimmingSpaces.utf8).map(\.asciiSmall) }
    guard let first = cells.firstIndex(where: { !$0.isEmpty }) else { return nil }
    firstFilled = first
  }

  /// Whether a row says the same, in whatever case.
  @inline(__always)
  func isRepeated(byRow row: Int, of block: RowBlock) -> Bool {
    matches(firstFilled, row, block) && isRepeatedThroughout(row, block)
  }

  private func isRepeatedThroughout(_ row: Int, _ block: RowBlock) -> Bool {
    cells.indices.allSatisfy { matches($0, row, block) }
      && (min(cells.count, block.rows[row].fieldCount)..<block.rows[row].fieldCount).allSatisfy {
        CellText.trimmed(block.field($0, ofRow: row)).isEmpty
      }
  }

  private func matches(_ column: Int, _ row: Int, _ block: RowBlock) -> Bool {
    let cell = block.field(column, ofRow: row)
    let wanted = cells[column]
    guard wanted.count <= cell.count else { return false }
    return CellText.trimmed(cell).elementsEqual(wanted) { $0.asciiSmall == $1 }
  }
}

/// Rows that spreadsheets put below a list: `Total,1204,`.
enum SumOfRows {
  private static let words: Set<String> = [
    "total", "totals", "grand total", "grand totals", "subtotal", "subtotals", "sub total", "sum",
    "total records",
    "total rows", "total leads", "total count", "count", "record count",
  ]

  /// Whether a row's first text is a word for a sum.
  @inline(__always)
  static func isNamed(_ cell: CellBytes) -> Bool {
    // Nearly every row is told by its first letter.
    switch cell.first.map(\.asciiSmall) {
    case UInt8(ascii: "t")?, UInt8(ascii: "g")?, UInt8(ascii: "s")?, UInt8(ascii: "c")?, UInt8(ascii: "r")?:
      cell.count <= 20 && isWord(cell)
    case nil, _?: false
    }
  }

  @inline(never)
  private static func isWord(_ cell: CellBytes) -> Bool {
    let text = String(decoding: CellText.trimmed(cell), as: UTF8.self).lowercased()
    return words.contains(text.hasSuffix(":") ? String(text.dropLast()) : text)
  }

  /// Whether a cell is empty, or digits with what is put around amounts.
  static func isNumber(_ cell: CellBytes) -> Bool {
    cell.allSatisfy { 48...57 ~= $0 || $0 <= 0x20 || "$,.%()-".utf8.contains($0) }
  }
}

extension UInt8 {
  /// A capital of ASCII as its small letter.
  fileprivate var asciiSmall: UInt8 { 65...90 ~= self ? self | 0x20 : self }
}
