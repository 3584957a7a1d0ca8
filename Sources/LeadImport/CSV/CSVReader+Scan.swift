import LeadModel

private let quote = UInt8(ascii: "\"")
private let lineFeed: UInt8 = 0x0A
private let carriageReturn: UInt8 = 0x0D
private let tab: UInt8 = 0x09

/// What is between a field's quotes, and behind them, before it is one stretch of bytes.
struct FieldRepair {
  /// Index among the block's fields.
  let field: Int
  /// Whether doubled quotes stand for single ones.
  let isEscaped: Bool
  /// Where the closing quote stands.
  let contentEnd: Int
  /// Where the delimiter or the line end stands.
  let fieldEnd: Int
}

extension CSVReader {
  /// Where the reader is within a field.
  private enum Place { case plain, quoted, closed }

  /// Why a scan stopped.
  private enum Pause { case blockFull, needsBytes, unclosedQuote, lineTooLong, rowRead }

  /// Moves rows from the gathered bytes into the block; true when the block is full.
  mutating func scan() -> Bool {
    while true {
      if isDiscarding, !discardLine() { return false }
      switch scanRows(quoting: true) {
      case .blockFull: return true
      case .needsBytes: return false
      case .rowRead: continue
      case .lineTooLong: if beginDiscarding() { return true }
      case .unclosedQuote:
        // The row again, as one line in which quotes are characters.
        switch scanRows(quoting: false) {
        case .blockFull: return true
        case .needsBytes: return false
        case .lineTooLong: if beginDiscarding() { return true }
        case .rowRead, .unclosedQuote: continue
        }
      }
    }
  }

  /// Reads rows from `consumed` on; with `quoting` false exactly one.
  ///
  /// One pass over a bit for every byte that matters. A row that the bytes at hand do not end is left alone
  /// and read again from its start when more have come: nothing of it is remembered.
  private mutating func scanRows(quoting: Bool) -> Pause {
    let block = current
    let scanner = StructuralScan(delimiter: delimiter, quote: quote)
    let delimiter = delimiter
    let minimumFieldCount = minimumFieldCount
    let (bytes, end) = (block.bytes, block.byteCount)
    var fields = block.fields
    var fieldCount = block.fieldCount
    var rowFields = fieldCount
    var rowStart = consumed
    var fieldStart = rowStart
    var contentEnd = 0
    var place = Place.plain
    var isEscaped = false
    var trouble: RowTrouble = quoting ? [] : .unclosedQuote
    var lineBreaks = 0
    var fieldLineBreaks = 0
    // Bytes before this have been dealt with: the second of a doubled quote, the LF of a CRLF.
    var resumeAt = rowStart
    var group = rowStart
    repairs.removeAll(keepingCapacity: true)
    defer {
      block.fieldCount = rowFields
      consumed = rowStart
    }

    while group < end {
      var hits = scanner.hits(bytes + group)
      if end - group < 64 { hits &= 1 << UInt64(end - group) - 1 }
      block.fieldCount = fieldCount
      block.reserveFields(fieldCount + 64)
      fields = block.fields
      while hits != 0 {
        let at = group + hits.trailingZeroBitCount
        hits &= hits &- 1
        if at < resumeAt { continue }
        let byte = bytes[at]

        if byte == delimiter {
          switch place {
          case .plain: fields[fieldCount] = TextSpan(offset: fieldStart, length: at - fieldStart)
          case .quoted: continue
          case .closed:
            fields[fieldCount] = TextSpan(offset: fieldStart, length: contentEnd - fieldStart)
            if isEscaped || contentEnd + 1 < at {
              repairs.append(
                FieldRepair(field: fieldCount, isEscaped: isEscaped, contentEnd: contentEnd, fieldEnd: at))
            }
            place = .plain
          }
          fieldCount += 1
          fieldStart = at + 1
          continue
        }

        if byte == quote {
          switch place {
          case .plain:
            if at == fieldStart, quoting {
              place = .quoted
              fieldStart = at + 1
              isEscaped = false
              fieldLineBreaks = 0
            }
          case .quoted:
            guard at + 1 < end else { return pause(end - rowStart, place, lineBreaks, quoting) }
            let following = bytes[at + 1]
            if following == quote {
              isEscaped = true
              resumeAt = at + 2
            } else if 0 < fieldLineBreaks, following != delimiter, following != lineFeed,
              following != carriageReturn, following != UInt8(ascii: " ")
            {
              // It spans lines and then does not end a field: it is the opening quote of a later row.
              return .unclosedQuote
            } else {
              contentEnd = at
              place = .closed
            }
          case .closed: break
          }
          continue
        }

        if byte != lineFeed, byte != carriageReturn {
          if byte != tab { trouble.insert(.controlCharacters) }
          continue
        }

        if place == .quoted {
          // The CR of a CRLF leaves the counting to its LF.
          if byte == lineFeed || (at + 1 < end && bytes[at + 1] != lineFeed) {
            lineBreaks += 1
            fieldLineBreaks += 1
          }
          continue
        }
        var next = at + 1
        if byte == carriageReturn {
          if next < end {
            if bytes[next] == lineFeed { next += 1 }
          } else if !isFinished {
            return pause(end - rowStart, place, lineBreaks, quoting)
          }
        }

        // The row's end.
        if place == .closed {
          fields[fieldCount] = TextSpan(offset: fieldStart, length: contentEnd - fieldStart)
          if isEscaped || contentEnd + 1 < at {
            repairs.append(
              FieldRepair(field: fieldCount, isEscaped: isEscaped, contentEnd: contentEnd, fieldEnd: at))
          }
          place = .plain
        } else {
          fields[fieldCount] = TextSpan(offset: fieldStart, length: at - fieldStart)
        }
        fieldCount += 1
        if Self.recordLimit < at - rowStart {
          if 0 < lineBreaks { return .unclosedQuote }
          trouble = .tooLong
          fieldCount = rowFields + 1
          fields[rowFields] = overlongStart(rowStart)
          repairs.removeAll(keepingCapacity: true)
        }
        let row = block.rowCount
        block.rows[row] = CSVRow(
          firstField: rowFields, fieldCount: fieldCount - rowFields, line: line, trouble: trouble,
          troubledField: 0)
        if fieldCount - rowFields < minimumFieldCount {
          block.fieldCount = fieldCount
          block.reserveFields(rowFields + minimumFieldCount + 64)
          fields = block.fields
          while fieldCount - rowFields < minimumFieldCount {
            fields[fieldCount] = TextSpan(offset: 0, length: 0)
            fieldCount += 1
          }
        }
        if !repairs.isEmpty { closeRanks() }
        if trouble.contains(.controlCharacters) { block.removeControlCharacters(row) }
        block.rowCount = row + 1
        line += 1 + lineBreaks
        rowBytes += min(at - rowStart, Self.recordLimit)
        lineBreaks = 0
        trouble = []
        rowFields = fieldCount
        rowStart = next
        fieldStart = next
        resumeAt = next
        if block.rowCount == block.rowCapacity || Self.blockByteLimit <= rowBytes { return .blockFull }
        if !quoting { return .rowRead }
      }
      group += 64
    }
    return pause(end - rowStart, place, lineBreaks, quoting)
  }

  /// Why a row that the bytes at hand do not end is not a row yet, or never will be.
  private func pause(_ length: Int, _ place: Place, _ lineBreaks: Int, _ quoting: Bool) -> Pause {
    if isFinished { return place == .quoted ? .unclosedQuote : .needsBytes }
    // Two more than the limit: then no line end, not even a CRLF, can still make a row within it.
    guard Self.recordLimit + 2 < length else { return .needsBytes }
    return quoting && (place == .quoted || 0 < lineBreaks) ? .unclosedQuote : .lineTooLong
  }

  /// How much of an overlong line is kept to show: some 250 bytes, whole characters.
  private func overlongStart(_ start: Int) -> TextSpan {
    var length = 250
    while current.bytes[start + length] & 0xC0 == 0x80, length < 256 { length += 1 }
    return TextSpan(offset: start, length: length)
  }

  /// Adds the start of an overlong line as a row and has the rest thrown away; true when the block is full.
  private mutating func beginDiscarding() -> Bool {
    let block = current
    block.reserveFields(block.fieldCount + minimumFieldCount + 2)
    block.rows[block.rowCount] = CSVRow(
      firstField: block.fieldCount, fieldCount: 1, line: line, trouble: .tooLong, troubledField: 0)
    let start = overlongStart(consumed)
    block.fields[block.fieldCount] = start
    for index in 1..<max(2, minimumFieldCount) {
      block.fields[block.fieldCount + index] = TextSpan(offset: 0, length: 0)
    }
    block.fieldCount += max(1, minimumFieldCount)
    block.rowCount += 1
    rowBytes += Self.recordLimit
    consumed += start.length
    isDiscarding = true
    return block.rowCount == block.rowCapacity || Self.blockByteLimit <= rowBytes
  }

  /// Throws away bytes up to the next line end; false when it has not come yet.
  private mutating func discardLine() -> Bool {
    let block = current
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

  /// Moves the bytes of quoted fields together: single quotes for doubled ones, what follows the closing
  /// quote right behind what precedes it.
  private mutating func closeRanks() {
    let bytes = current.bytes
    for repair in repairs {
      let start = current.fields[repair.field].offset
      var write = start
      var read = start
      while read < repair.contentEnd {
        bytes[write] = bytes[read]
        write += 1
        read += repair.isEscaped && bytes[read] == quote ? 2 : 1
      }
      let trailing = (repair.contentEnd + 1)..<repair.fieldEnd
      if trailing.contains(where: { bytes[$0] != UInt8(ascii: " ") }) {
        for index in trailing {
          bytes[write] = bytes[index]
          write += 1
        }
      }
      current.fields[repair.field] = TextSpan(offset: start, length: write - start)
    }
    repairs.removeAll(keepingCapacity: true)
  }
}
