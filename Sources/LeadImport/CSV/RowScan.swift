import LeadModel

private let quote = UInt8(ascii: "\"")
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let tab: UInt8 = 0x09

/// One pass over gathered bytes that moves whole rows into a block.
///
/// It looks only at the bytes that can matter. A row that the bytes at hand do not end is left alone and read again
/// from its start when more have come: nothing of it is remembered.
struct RowScan {
  /// Why a pass stopped.
  enum Pause { case blockFull, needsBytes, unclosedQuote, lineTooLong, rowRead }

  /// Where the pass is within a field.
  private enum Place { case plain, quoted, closed }

  private let block: RowBlock
  private let bytes: UnsafeMutablePointer<UInt8>
  private let end: Int
  private let delimiter: UInt8
  private let minimumFieldCount: Int
  private let isFinished: Bool
  /// Whether quotes count; if not, exactly one row is read.
  private let quoting: Bool

  /// The physical line on which the next row starts.
  private(set) var line: Int
  /// How many bytes of rows the block holds, each row counted as at most the limit.
  private(set) var rowBytes: Int
  /// Where the row being read starts, and where its fields do among the block's.
  private(set) var rowStart: Int
  private(set) var rowFields: Int

  private var fieldCount: Int
  private var fieldStart: Int
  private var place = Place.plain
  /// Of a quoted field: where its closing quote stands, and whether it holds doubled ones.
  private var contentEnd = 0
  private var isEscaped = false
  private var fieldLineBreaks = 0
  private var lineBreaks = 0
  private var trouble: RowTrouble
  /// Bytes before this have been dealt with: the second of a doubled quote, the LF of a CRLF.
  private var resumeAt: Int
  private var repairs: [FieldRepair] = []

  init(of reader: borrowing CSVReader, quoting: Bool) {
    block = reader.current
    bytes = block.bytes
    end = block.byteCount
    delimiter = reader.delimiter
    minimumFieldCount = reader.minimumFieldCount
    isFinished = reader.isFinished
    self.quoting = quoting
    line = reader.line
    rowBytes = reader.rowBytes
    rowStart = reader.consumed
    rowFields = block.fieldCount
    fieldCount = rowFields
    fieldStart = rowStart
    resumeAt = rowStart
    trouble = quoting ? [] : .unclosedQuote
  }

  /// Reads rows until something stops the pass.
  ///
  /// - Parameter marks: Room for `StructuralScan.window` marks.
  mutating func run(marks: UnsafeMutablePointer<UInt64>) -> Pause {
    let scanner = StructuralScan(delimiter: delimiter, quote: quote)
    let (bytes, delimiter) = (bytes, delimiter)
    var group = rowStart
    while group < end {
      let groups = min((end - group + 63) / 64, StructuralScan.window)
      scanner.mark(bytes + group, groups: groups, into: marks)
      // What lies behind the end means nothing.
      let beyond = group + groups * 64 - end
      if 0 < beyond { marks[groups - 1] &= UInt64.max >> UInt64(beyond) }
      for index in 0..<groups {
        var hits = marks[index]
        block.fieldCount = fieldCount
        block.reserveFields(fieldCount + 64)
        var next = block.fields + fieldCount
        var start = fieldStart
        while hits != 0 {
          let at = group + hits.trailingZeroBitCount
          hits &= hits &- 1
          if bytes[at] == delimiter, place == .plain {
            next.pointee = TextSpan(offset: start, length: at - start)
            next += 1
            start = at + 1
          } else {
            fieldCount = next - block.fields
            fieldStart = start
            if let pause = take(at) { return pause }
            next = block.fields + fieldCount
            start = fieldStart
          }
        }
        fieldCount = next - block.fields
        fieldStart = start
        group += 64
      }
    }
    return pauseAtEnd()
  }

  /// Deals with any byte that matters but a delimiter after a plain field.
  @inline(never)
  private mutating func take(_ at: Int) -> Pause? {
    if at < resumeAt { return nil }
    switch bytes[at] {
    case delimiter:
      if place == .closed {
        endQuotedField(at)
        fieldStart = at + 1
      }
      return nil
    case quote: return takeQuote(at)
    case lineFeed, carriageReturn:
      if place != .quoted { return endRow(at) }
      // The CR of a CRLF leaves the counting to its LF.
      if bytes[at] == lineFeed || (at + 1 < end && bytes[at + 1] != lineFeed) {
        lineBreaks += 1
        fieldLineBreaks += 1
      }
      return nil
    case tab: return nil
    default:
      trouble.insert(.controlCharacters)
      return nil
    }
  }

  /// Whether nothing but blanks stands in the field so far: `"a", "b"` is written so by people and programs.
  private func isBlank(upTo at: Int) -> Bool {
    var index = at
    while fieldStart < index, bytes[index - 1] == UInt8(ascii: " ") { index -= 1 }
    return index == fieldStart
  }

  private mutating func takeQuote(_ at: Int) -> Pause? {
    switch place {
    case .plain:
      if quoting, isBlank(upTo: at) {
        place = .quoted
        fieldStart = at + 1
        isEscaped = false
        fieldLineBreaks = 0
      }
    case .quoted:
      guard at + 1 < end else { return pauseAtEnd() }
      let following = bytes[at + 1]
      if following == quote {
        isEscaped = true
        resumeAt = at + 2
      } else if 0 < fieldLineBreaks, following != delimiter, following != lineFeed,
        following != carriageReturn,
        following != UInt8(ascii: " ")
      {
        // It spans lines and then does not end a field: it is the opening quote of a later row.
        return .unclosedQuote
      } else {
        contentEnd = at
        place = .closed
      }
    case .closed: break
    }
    return nil
  }

  private mutating func endQuotedField(_ at: Int) {
    block.fields[fieldCount] = TextSpan(offset: fieldStart, length: contentEnd - fieldStart)
    if isEscaped || contentEnd + 1 < at {
      repairs.append(
        FieldRepair(field: fieldCount, isEscaped: isEscaped, contentEnd: contentEnd, fieldEnd: at))
    }
    fieldCount += 1
    place = .plain
  }

  /// Ends the row at a line end.
  private mutating func endRow(_ at: Int) -> Pause? {
    var next = at + 1
    if bytes[at] == carriageReturn {
      if next < end {
        if bytes[next] == lineFeed { next += 1 }
      } else if !isFinished {
        return pauseAtEnd()
      }
    }
    if place == .closed {
      endQuotedField(at)
    } else {
      block.fields[fieldCount] = TextSpan(offset: fieldStart, length: at - fieldStart)
      fieldCount += 1
    }
    if CSVReader.recordLimit < at - rowStart {
      if 0 < lineBreaks { return .unclosedQuote }
      trouble = .tooLong
      fieldCount = rowFields + 1
      block.fields[rowFields] = CSVReader.overlongStart(rowStart, of: block)
      repairs.removeAll(keepingCapacity: true)
    }
    keepRow()
    line += 1 + lineBreaks
    rowBytes += min(at - rowStart, CSVReader.recordLimit)
    lineBreaks = 0
    trouble = []
    rowFields = fieldCount
    rowStart = next
    fieldStart = next
    resumeAt = next
    if block.rowCount == block.rowCapacity || CSVReader.blockByteLimit <= rowBytes { return .blockFull }
    return quoting ? nil : .rowRead
  }

  /// Adds the row to the block.
  private mutating func keepRow() {
    let row = block.rowCount
    let count = fieldCount - rowFields
    block.rows[row] = CSVRow(
      firstField: rowFields, fieldCount: count, line: line, trouble: trouble, troubledField: 0)
    if count < minimumFieldCount {
      block.fieldCount = fieldCount
      block.reserveFields(rowFields + minimumFieldCount + 64)
      while fieldCount - rowFields < minimumFieldCount {
        block.fields[fieldCount] = TextSpan(offset: 0, length: 0)
        fieldCount += 1
      }
    }
    if !repairs.isEmpty {
      for repair in repairs { block.closeRanks(repair) }
      repairs.removeAll(keepingCapacity: true)
    }
    if trouble.contains(.controlCharacters) { block.removeControlCharacters(row) }
    block.rowCount = row + 1
  }

  /// Why a row that the bytes at hand do not end is not a row yet, or never will be.
  private func pauseAtEnd() -> Pause {
    if isFinished { return place == .quoted ? .unclosedQuote : .needsBytes }
    // Two more than the limit: then no line end, not even a CRLF, can still make a row within it.
    guard CSVReader.recordLimit + 2 < end - rowStart else { return .needsBytes }
    return quoting && (place == .quoted || 0 < lineBreaks) ? .unclosedQuote : .lineTooLong
  }
}
