import LeadModel

/// Turns the rows of one file into leads; pure, so that blocks may be done on several threads at once.
public struct RowNormalizer: Sendable {
  public let format: FileFormat
  public let mapping: ColumnMapping
  /// The header and the titles above it, by which their repetitions are known.
  private let repeatable: [RepeatableRow]

  public init(format: FileFormat, mapping: ColumnMapping) {
    self.format = format
    self.mapping = mapping
    let header = format.headerRow == nil || format.hasRowNames ? [] : [format.header]
    repeatable = (header + format.titleRows).compactMap(RepeatableRow.init)
  }

  /// The leads of a block, whose text memory passes to the batch: a block is made leads once.
  public func leads(in block: RowBlock) -> ImportedBatch {
    let batch = block.emptyBatch(schema: mapping.schema)
    selectRows(of: block, into: batch)
    block.passBytes(to: batch.leads)
    let filling = RowFilling(block: block, batch: batch, mapping: mapping)
    filling.fillNames()
    if filling.setAsideNameless() { filling.fillNames(isAgain: true) }
    fill(filling)
    filling.hashKeys()
    return batch
  }

  /// The lead of the block's second row, whether or not it has a name, or anything at all.
  func lead(in block: RowBlock) -> ImportedBatch {
    let batch = block.emptyBatch(schema: mapping.schema)
    let row = block.rows[1]
    batch.append(
      LeadOrigin(
        rowNumber: block.firstRowNumber + 1, line: row.line, firstField: row.firstField,
        fieldCount: row.fieldCount))
    block.passBytes(to: batch.leads)
    let filling = RowFilling(block: block, batch: batch, mapping: mapping)
    filling.fillNames()
    fill(filling)
    return batch
  }

  /// Fills all that is left when the names are.
  private func fill(_ filling: RowFilling) {
    filling.fillFields()
    filling.fillPhones()
    filling.completePersons()
    filling.completeRecordIDs()
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
      guard let first = firstText(row, of: block) else {
        batch.blankRows += 1
        continue
      }
      if repeatable.contains(where: { $0.isRepeated(byRow: index, of: block) }) {
        batch.repeatedHeaders += 1
      } else if SumOfRows.isNamed(block.field(first, ofRow: index)), isSum(index, of: block, first) {
        setAside(index, of: block, number: number, .sumOfRows, into: batch)
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
      setAside(row, of: block, number: number, reason, into: batch)
      return true
    }
    func note(_ reason: FindingReason, _ column: Int) {
      batch.findings.add(
        reason, rowNumber: number, line: line,
        column: column < mapping.columns.count ? mapping.columns[column].header : nil,
        value: block.field(column, ofRow: row))
    }
    if trouble.contains(.controlCharacters) { note(.controlCharacters, block.rows[row].troubledField) }
    if trouble.contains(.windows1252) {
      for column in 0..<block.rows[row].fieldCount where block.isDecoded(column, ofRow: row) {
        note(.windows1252, column)
      }
    }
    return false
  }

  private func setAside(
    _ row: Int, of block: RowBlock, number: Int, _ reason: FindingReason, into batch: ImportedBatch
  ) {
    let line = block.rows[row].line
    batch.findings.add(reason, rowNumber: number, line: line, column: nil)
    batch.setAside.append(
      SetAsideRow(
        rowNumber: number, line: line, reason: reason, column: nil, cells: block.texts(ofRow: row)))
  }

  /// The first field that holds anything; `nil` in a blank row.
  private func firstText(_ row: CSVRow, of block: RowBlock) -> Int? {
    for index in row.firstField..<(row.firstField + row.fieldCount) {
      let span = block.fields[index]
      for offset in span.offset..<(span.offset + span.length) where 0x20 < block.bytes[offset] {
        return index - row.firstField
      }
    }
    return nil
  }

  /// Whether nothing stands behind the word for a sum but numbers, and none of them is a phone.
  private func isSum(_ row: Int, of block: RowBlock, _ first: Int) -> Bool {
    let hasPhone = mapping.plan.phones.contains {
      !CellText.trimmed(block.field($0.column, ofRow: row)).isEmpty
    }
    guard !hasPhone else { return false }
    return (first + 1..<block.rows[row].fieldCount).allSatisfy {
      SumOfRows.isNumber(block.field($0, ofRow: row))
    }
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
