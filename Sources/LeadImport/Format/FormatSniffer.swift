/// Tells from a file's first bytes how it is written: encoding, delimiter, header.
public struct FormatSniffer {
  /// Bytes to look at; a smaller file is looked at whole.
  public static let sampleSize = 262_144
  /// More columns than this are no table of leads.
  public static let columnLimit = 4_096
  /// Rows within which the header must stand.
  static let headerSearchRows = 20
  private static let sampleRows = 200

  let vocabulary: HeaderVocabulary

  public init(vocabulary: HeaderVocabulary) { self.vocabulary = vocabulary }

  /// - Parameters:
  ///   - head: The first bytes of the file: `sampleSize`, or all there are.
  ///   - isWhole: Whether the file ends there.
  /// - Throws: `ImportRefusal` when no table can be in such a file.
  public func format(of head: [UInt8], isWhole: Bool) throws(ImportRefusal) -> FileFormat {
    let (encoding, hasMark) = Self.encoding(of: head, isWhole: isWhole)
    try FileKind.refuse(head, encoding: encoding)
    let plain = rows(of: head, delimiter: FileFormat.noDelimiter, encoding: encoding, isWhole: isWhole)
    guard let first = plain.first else {
      if isWhole { throw .empty }
      throw ImportRefusal(
        .endlessLine, "the first line is longer than \(head.count) bytes",
        advice: "a list of leads has one lead a line; export it as CSV")
    }
    let declared = Self.declaredDelimiter(first.cells.first ?? "")
    let usual = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|")]
    let candidates = declared.map { [$0] } ?? usual
    var best: TableSample?
    for delimiter in candidates {
      let rows = rows(of: head, delimiter: delimiter, encoding: encoding, isWhole: isWhole)
        .filter { declared == nil || 1 < $0.number }
      guard let table = TableSample(rows: rows, delimiter: delimiter, vocabulary: vocabulary) else {
        continue
      }
      if let best, !table.isLikelier(than: best) { continue }
      best = table
    }
    guard var table = best else { throw .empty }
    if declared == nil, table.width < 2, table.headerWidth < 2,
      let single = TableSample(rows: plain, delimiter: FileFormat.noDelimiter, vocabulary: vocabulary)
    {
      table = single
    }
    guard table.width <= Self.columnLimit, table.headerWidth <= Self.columnLimit else {
      throw ImportRefusal(
        .tooManyColumns, "the file has more than \(Self.columnLimit) columns",
        advice: "check that it is a list with one lead a row")
    }
    return table.format(
      encoding: encoding, hasByteOrderMark: hasMark, declaresDelimiter: declared != nil)
  }

  /// A row of the sample.
  struct SampleRow {
    let number: Int
    let cells: [String]
    let trouble: RowTrouble
    var isBlank: Bool { cells.allSatisfy { $0.trimmingSpaces.isEmpty } }
  }

  private func rows(of head: [UInt8], delimiter: UInt8, encoding: TextEncoding, isWhole: Bool) -> [SampleRow]
  {
    var reader = CSVReader(
      delimiter: delimiter, encoding: encoding, rowCapacity: Self.sampleRows, readAhead: 1)
    reader.feed(head)
    reader.finish()
    guard let block = reader.nextBlock() else { return [] }
    let rows = (0..<block.rowCount).map { row in
      SampleRow(
        number: block.firstRowNumber + row,
        cells: block.texts(ofRow: row), trouble: block.rows[row].trouble)
    }
    // The sample cuts its last row short, unless there are more rows than were asked for.
    return isWhole || rows.count == Self.sampleRows ? rows : rows.dropLast()
  }

  /// The delimiter that a first line such as `sep=;` names.
  private static func declaredDelimiter(_ line: String) -> UInt8? {
    let bytes = Array(line.utf8)
    guard bytes.count == 5, line.lowercased().hasPrefix("sep="), bytes[4] != UInt8(ascii: "\""),
      bytes[4] < 0x7F
    else { return nil }
    return bytes[4]
  }

  private static func encoding(of head: [UInt8], isWhole: Bool) -> (TextEncoding, hasMark: Bool) {
    switch (head.first, head.dropFirst().first, head.dropFirst(2).first) {
    case (0xFF?, 0xFE?, _): return (.utf16LittleEndian, true)
    case (0xFE?, 0xFF?, _): return (.utf16BigEndian, true)
    case (0xEF?, 0xBB?, 0xBF?): return (.utf8, true)
    default: break
    }
    // Western text in UTF-16 is half NULs, all on one side.
    let sample = head.prefix(4_096)
    let units = sample.count / 2
    guard 2 <= units else { return (eightBit(head, isWhole), false) }
    let (even, odd) = sample.enumerated().reduce(into: (0, 0)) { counts, entry in
      guard entry.element == 0 else { return }
      if entry.offset % 2 == 0 { counts.0 += 1 } else { counts.1 += 1 }
    }
    if units / 2 < odd, even < units / 8 { return (.utf16LittleEndian, false) }
    if units / 2 < even, odd < units / 8 { return (.utf16BigEndian, false) }
    return (eightBit(head, isWhole), false)
  }

  /// Windows-1252 where something is not UTF-8 and nothing needs to be.
  private static func eightBit(_ head: [UInt8], _ isWhole: Bool) -> TextEncoding {
    head.withUnsafeBufferPointer { bytes in
      // The sample may cut its last character.
      let end = isWhole ? bytes.count : bytes.count - min(3, bytes.count)
      guard let invalid = UTF8Check.firstInvalid(in: bytes, from: 0), invalid < end else { return .utf8 }
      return UTF8Check.hasSequence(in: bytes) ? .utf8 : .windows1252
    }
  }
}
