import LeadModel

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

extension RowBlock {
  /// Moves the bytes of a quoted field together: single quotes for doubled ones, what follows the closing quote
  /// right behind what precedes it.
  func closeRanks(_ repair: FieldRepair) {
    let bytes = bytes
    let start = fields[repair.field].offset
    var (write, read) = (start, start)
    while read < repair.contentEnd {
      bytes[write] = bytes[read]
      write += 1
      read += repair.isEscaped && bytes[read] == UInt8(ascii: "\"") ? 2 : 1
    }
    let trailing = (repair.contentEnd + 1)..<repair.fieldEnd
    if trailing.contains(where: { bytes[$0] != UInt8(ascii: " ") }) {
      for index in trailing {
        bytes[write] = bytes[index]
        write += 1
      }
    }
    fields[repair.field] = TextSpan(offset: start, length: write - start)
  }

  /// Takes NULs and other control characters, but not tabs and line ends, out of a row's fields.
  func removeControlCharacters(_ row: Int) {
    let first = rows[row].firstField
    var troubled: Int?
    for index in first..<(first + rows[row].fieldCount) {
      let span = fields[index]
      var write = span.offset
      for read in span.offset..<(span.offset + span.length) {
        let byte = bytes[read]
        if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { continue }
        bytes[write] = byte
        write += 1
      }
      let length = write - span.offset
      guard length < span.length else { continue }
      fields[index] = TextSpan(offset: span.offset, length: length)
      troubled = troubled ?? index - first
    }
    rows[row].troubledField = troubled ?? 0
  }

  /// Reads every field that is not UTF-8 as Windows-1252, the encoding of most files that are not.
  ///
  /// Field by field, because files put together from several sources mix the two; and because both agree on
  /// every byte that separates fields, this can wait until the rows are split.
  func decodeWindows1252Fields() {
    let end = byteCount
    var (offset, row, index) = (0, 0, 0)
    while let invalid = UTF8Check.firstInvalid(
      in: UnsafeBufferPointer(start: bytes, count: end), from: offset)
    {
      // Fields stand in the order of the file; those already moved behind it are behind `index`.
      while index < fieldCount, fields[index].offset + fields[index].length <= invalid { index += 1 }
      guard index < fieldCount else { return }
      guard fields[index].offset <= invalid else {
        // Leftovers of a repaired field.
        offset = invalid + 1
        continue
      }
      while row + 1 < rowCount, rows[row + 1].firstField <= index { row += 1 }
      offset = fields[index].offset + fields[index].length
      beginDecoded()
      decodeWindows1252(index)
      index += 1
      rows[row].trouble.insert(.windows1252)
    }
  }

  /// Puts a field's text in UTF-8 behind all other bytes.
  private func decodeWindows1252(_ index: Int) {
    let span = fields[index]
    // No character of Windows-1252 takes more than three bytes in UTF-8.
    reserveBytes(span.length * 3)
    let start = byteCount
    for offset in span.offset..<(span.offset + span.length) {
      byteCount += Windows1252.write(bytes[offset], to: bytes + byteCount)
    }
    fields[index] = TextSpan(offset: start, length: byteCount - start)
  }
}
