import LeadModel

/// The first rows of a file as one delimiter splits them, and what they say about header and columns.
struct TableSample {
  private let rows: [FormatSniffer.SampleRow]
  private let delimiter: UInt8
  private let vocabulary: HeaderVocabulary
  /// The header's place in `rows`; `nil` when the file starts with data.
  private let header: Int?
  /// Fields that the header names.
  private let mappedCount: Int
  /// The commonest number of cells in a row.
  let width: Int
  /// How many of a thousand rows have that number of cells.
  private let evenness: Int

  /// - Returns: `nil` when there are only blank rows.
  init?(rows all: [FormatSniffer.SampleRow], delimiter: UInt8, vocabulary: HeaderVocabulary) {
    let rows = all.filter { !$0.isBlank }
    guard !rows.isEmpty else { return nil }
    self.rows = rows
    self.delimiter = delimiter
    self.vocabulary = vocabulary
    var tally: [Int: Int] = [:]
    for row in rows { tally[row.cells.count, default: 0] += 1 }
    let commonest = tally.max { ($0.value, $0.key) < ($1.value, $1.key) } ?? (key: 1, value: 1)
    width = commonest.key
    evenness = commonest.value * 1_000 / rows.count
    (header, mappedCount) = Self.findHeader(in: rows, width: commonest.key, vocabulary: vocabulary)
  }

  var headerWidth: Int { header.map { rows[$0].cells.count } ?? width }

  /// Whether this delimiter explains the file better; equals are as likely.
  func isLikelier(than other: TableSample) -> Bool {
    let mine = [mappedCount, 1 < headerWidth && 1 < width ? evenness : 0, width]
    let others = [
      other.mappedCount, 1 < other.headerWidth && 1 < other.width ? other.evenness : 0, other.width,
    ]
    return others.lexicographicallyPrecedes(mine)
  }

  /// The first of the rows near the top that names most fields; else the first full row, if it reads like words
  /// over data.
  private static func findHeader(
    in rows: [FormatSniffer.SampleRow], width: Int, vocabulary: HeaderVocabulary
  ) -> (index: Int?, mapped: Int) {
    var best: (index: Int, mapped: Int)?
    for (index, row) in rows.prefix(FormatSniffer.headerSearchRows).enumerated() {
      let fields = row.cells.compactMap { vocabulary.meaning(of: HeaderKey($0))?.field }
      let mapped = Set(fields).count
      let data = row.cells.count { CellShape($0).isData }
      guard 0 < mapped, data == 0 || (2 <= mapped && data < mapped) else { continue }
      if (best?.mapped ?? 0) < mapped { best = (index, mapped) }
    }
    if let best { return (best.index, best.mapped) }
    guard let full = rows.firstIndex(where: { width <= $0.cells.count }) else { return (nil, 0) }
    let isWords = !rows[full].cells.contains { CellShape($0).isData }
    return (isWords ? full : nil, 0)
  }

  /// The format that follows.
  func format(encoding: TextEncoding, hasByteOrderMark: Bool, declaresDelimiter: Bool) -> FileFormat {
    let firstFull = rows.firstIndex { width <= $0.cells.count } ?? 0
    let below =
      header.map { place in rows[(place + 1)...].filter { $0.cells != rows[place].cells } }
      ?? Array(rows[firstFull...])
    var labels = header.map { rows[$0].cells.map(\.trimmingSpaces) } ?? Array(repeating: "", count: width)
    let hasRowNames = header != nil && headerLacksFirst(labels, below)
    if hasRowNames { labels.insert("", at: 0) }
    let sample = below.prefix(100).map { $0.cells.map(\.trimmingSpaces) }
    return FileFormat(
      encoding: encoding, hasByteOrderMark: hasByteOrderMark,
      delimiter: delimiter == FileFormat.noDelimiter ? nil : delimiter, declaresDelimiter: declaresDelimiter,
      headerRow: header.map { rows[$0].number }, header: labels,
      firstDataRow: header.map { rows[$0].number + 1 } ?? rows[firstFull].number,
      titleRows: rows[..<(header ?? 0)].map(\.cells), hasRowNames: hasRowNames,
      guesses: header == nil ? ColumnGuess.fields(of: sample, width: width) : [:], sample: sample)
  }

  /// Whether every row has one cell more than the header and it is the first that has no name.
  private func headerLacksFirst(_ labels: [String], _ below: [FormatSniffer.SampleRow]) -> Bool {
    guard 2 <= labels.count, !below.isEmpty else { return false }
    let longer = below.filter { $0.cells.count == labels.count + 1 }
    guard below.count * 9 <= longer.count * 10 else { return false }
    // A delimiter at every row's end makes an empty last cell, not a column.
    if longer.allSatisfy({ $0.cells[labels.count].trimmingSpaces.isEmpty }) { return false }
    // The cells must suit their headers at least as well when moved by one.
    var (moved, inPlace) = (0, 0)
    for (column, label) in labels.enumerated() {
      guard let meaning = vocabulary.meaning(of: HeaderKey(label)),
        let field = StandardField(rawValue: meaning.field)
      else { continue }
      for row in longer {
        if CellShape(row.cells[column + 1]).suits(field) ?? false { moved += 1 }
        if CellShape(row.cells[column]).suits(field) ?? false { inPlace += 1 }
      }
    }
    return inPlace <= moved
  }
}
