import LeadModel

extension CSVReader {
  /// Moves rows from the gathered bytes into the block; true when the block is full.
  mutating func scan() -> Bool {
    while true {
      if isDiscarding, !discardLine() { return false }
      var pause = scanRows(quoting: true)
      // The row again, as one line in which quotes are characters.
      if pause == .unclosedQuote { pause = scanRows(quoting: false) }
      switch pause {
      case .blockFull: return true
      case .needsBytes: return false
      case .rowRead, .unclosedQuote: continue
      case .lineTooLong: if beginDiscarding() { return true }
      }
    }
  }

  private mutating func scanRows(quoting: Bool) -> RowScan.Pause {
    var scan = RowScan(of: self, quoting: quoting)
    let pause = scan.run(marks: marks)
    current.fieldCount = scan.rowFields
    consumed = scan.rowStart
    line = scan.line
    rowBytes = scan.rowBytes
    return pause
  }

  /// How much of an overlong line is kept to show: some 250 bytes, whole characters.
  static func overlongStart(_ start: Int, of block: RowBlock) -> TextSpan {
    var length = 250
    while block.bytes[start + length] & 0xC0 == 0x80, length < 256 { length += 1 }
    return TextSpan(offset: start, length: length)
  }

  /// Adds the start of an overlong line as a row and has the rest thrown away; true when the block is full.
  private mutating func beginDiscarding() -> Bool {
    let block = current
    let first = block.fieldCount
    let padded = max(1, minimumFieldCount)
    block.reserveFields(first + padded)
    block.rows[block.rowCount] = CSVRow(
      firstField: first, fieldCount: 1, line: line, trouble: .tooLong, troubledField: 0)
    let start = Self.overlongStart(consumed, of: block)
    for index in 0..<padded {
      block.fields[first + index] = index == 0 ? start : TextSpan(offset: 0, length: 0)
    }
    block.fieldCount = first + padded
    block.rowCount += 1
    rowBytes += Self.recordLimit
    consumed += start.length
    isDiscarding = true
    return block.rowCount == block.rowCapacity || Self.blockByteLimit <= rowBytes
  }

  /// Throws away bytes up to the next line end; false when it has not come yet.
  private mutating func discardLine() -> Bool {
    let block = current
    let (lineFeed, carriageReturn): (UInt8, UInt8) = (0x0A, 0x0D)
    var at = consumed
    while at < block.byteCount, block.bytes[at] != lineFeed, block.bytes[at] != carriageReturn { at += 1 }
    guard at < block.byteCount else {
      block.byteCount = consumed
      return false
    }
    var next = at + 1
    if block.bytes[at] == carriageReturn {
      if next == block.byteCount, !isFinished {
        // Its LF may still come: keep the CR alone.
        block.bytes[consumed] = carriageReturn
        block.byteCount = consumed + 1
        return false
      }
      if next < block.byteCount, block.bytes[next] == lineFeed { next += 1 }
    }
    consumed = next
    line += 1
    isDiscarding = false
    return true
  }
}
