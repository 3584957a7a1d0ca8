import LeadModel

/// Turns the rows of one file into leads; pure, so that blocks may be done on several threads at once.
public struct RowNormalizer: Sendable {
  public let format: FileFormat
  public let mapping: ColumnMapping
  /// The header's cells, by which its repetitions are known.
  private let headerCells: [[UInt8]]
  private let firstHeaderCell: Int?

  public init(format: FileFormat, mapping: ColumnMapping) {
    self.format = format
    self.mapping = mapping
    headerCells = format.headerRow == nil || format.hasRowNames ? [] : format.header.map { Array($0.utf8) }
    firstHeaderCell = headerCells.firstIndex { !$0.isEmpty }
  }

  /// The leads of a block, whose text memory passes to the batch: a block is made leads once.
  public func leads(in block: RowBlock) -> ImportedBatch {
    let batch = block.emptyBatch(schema: mapping.schema)
    selectRows(of: block, into: batch)
    block.passBytes(to: batch.leads)
    let filling = RowFilling(block: block, batch: batch, mapping: mapping)
    filling.fillNames()
    if filling.setAsideNameless() { filling.fillNames() }
    filling.fillFields()
    filling.fillPhones()
    filling.completePersons()
    filling.completeRecordIDs()
    filling.hashKeys()
    return batch
  }

  /// Sorts the rows into leads and others.
  private func selectRows(of block: RowBlock, into batch: ImportedBatch) {
    let width = format.header.count
    for index in 0..<block.rowCount {
      let number = block.firstRowNumber + index
      guard format.firstDataRow <= number else { continue }
      batch.rowsRead += 1
      let row = block.rows[index]
      if !row.trouble.isEmpty, setAside(index, of: block, number: number, trouble: row.trouble, into: batch) {
        continue
      }
      if isBlank(row, of: block) {
        batch.blankRows += 1
      } else if isHeader(index, of: block) {
        batch.repeatedHeaders += 1
      } else {
        if row.fieldCount != width { noteWidth(index, of: block, number: number, into: batch) }
        batch.append(
          LeadOrigin(
            rowNumber: number, line: row.line, firstField: row.firstField, fieldCount: row.fieldCount))
      }
    }
  }

  /// Notes what is wrong with a row's text; true when the row cannot be used.
  private func setAside(
    _ row: Int, of block: RowBlock, number: Int, trouble: RowTrouble, into batch: ImportedBatch
  ) -> Bool {
    let line = block.rows[row].line
    let reason: FindingReason? =
      trouble.contains(.tooLong) ? .tooLong : trouble.contains(.unclosedQuote) ? .unclosedQuote : nil
    if let reason {
      batch.findings.add(reason, rowNumber: number, line: line, column: nil)
      batch.setAside.append(
        SetAsideRow(
          rowNumber: number, line: line, reason: reason, column: nil, cells: block.texts(ofRow: row)))
      return true
    }
    let column = block.rows[row].troubledField
    let name = column < mapping.columns.count ? mapping.columns[column].header : nil
    let value = block.field(column, ofRow: row)
    for (mark, reason) in [
      (RowTrouble.controlCharacters, FindingReason.controlCharacters), (.windows1252, .windows1252),
    ] where trouble.contains(mark) {
      batch.findings.add(reason, rowNumber: number, line: line, column: name, value: value)
    }
    return false
  }

  private func isBlank(_ row: CSVRow, of block: RowBlock) -> Bool {
    for index in row.firstField..<(row.firstField + row.fieldCount) {
      let span = block.fields[index]
      for offset in span.offset..<(span.offset + span.length) where 0x20 < block.bytes[offset] {
        return false
      }
    }
    return true
  }

  private func isHeader(_ row: Int, of block: RowBlock) -> Bool {
    guard let first = firstHeaderCell, matches(first, row, block) else { return false }
    return headerCells.indices.allSatisfy { matches($0, row, block) }
  }

  private func matches(_ column: Int, _ row: Int, _ block: RowBlock) -> Bool {
    let cell = block.field(column, ofRow: row)
    let header = headerCells[column]
    guard header.count <= cell.count else { return false }
    return CellText.trimmed(cell).elementsEqual(header)
  }

  /// Notes a row that is shorter than the header, or longer with something in the further cells.
  private func noteWidth(_ row: Int, of block: RowBlock, number: Int, into batch: ImportedBatch) {
    let (width, count) = (format.header.count, block.rows[row].fieldCount)
    if width < count {
      let further = (width..<count).first { !CellText.trimmed(block.field($0, ofRow: row)).isEmpty }
      guard let further else { return }
      batch.findings.add(
        .longRow, rowNumber: number, line: block.rows[row].line, column: nil,
        value: block.field(further, ofRow: row))
    } else {
      batch.findings.add(.shortRow, rowNumber: number, line: block.rows[row].line, column: nil)
    }
  }
}

extension RowBlock {
  /// The batch made of this block the last time, if nobody holds it any more; else a new one.
  func emptyBatch(schema: LeadSchema) -> ImportedBatch {
    if isKnownUniquelyReferenced(&batch), let batch, batch.leads.schema == schema {
      batch.removeAll()
      return batch
    }
    let new = ImportedBatch(schema: schema, capacity: rowCapacity)
    batch = new
    return new
  }

  /// Gives the block's text memory to a batch and takes what the batch had.
  func passBytes(to leads: LeadBatch) {
    let old = leads.exchangeBytes(bytes, count: byteCount, capacity: byteCapacity)
    bytes = old.memory
    byteCapacity = old.capacity
    byteCount = 0
    rowCount = 0
  }
}
