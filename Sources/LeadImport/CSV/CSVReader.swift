/// Splits a delimited text into rows and fields, however its bytes arrive, in memory bounded by its longest row.
///
/// RFC 4180 and the files people really have: LF, CRLF and CR end a row, also mixed; a quote counts only where
/// a field starts, perhaps after blanks, elsewhere it is a character; text after a closing quote belongs to the field; NULs and
/// control characters are removed. A quote that is never closed costs its own row, not the rest of the file.
/// Every row carries its number and its physical line.
///
/// Feed bytes, take blocks until there are none, feed again; after `finish()` take the last blocks.
public struct CSVReader: ~Copyable {
  /// A row longer than this, in bytes, is no row: 1 MiB, some thousand times the longest honest one.
  public static let recordLimit = 1 << 20
  /// A block is also full when its rows measure this many bytes, so that long rows do not pile up.
  static let blockByteLimit = 4 << 20

  public let delimiter: UInt8
  /// Rows are padded to this many fields, so that every column can be read from every row.
  public let minimumFieldCount: Int
  /// Bytes to gather before looking for rows; less only costs time.
  let readAhead: Int
  private var decoder: TextDecoder

  var current: RowBlock
  /// Where the first row not yet in the block starts.
  var consumed = 0
  /// The physical line on which that row starts.
  var line = 1
  /// How many bytes of rows the block holds, each row counted as at most the limit.
  var rowBytes = 0
  var isFinished = false
  /// Whether the rest of an overlong line is still being thrown away.
  var isDiscarding = false
  /// Where the scanner puts the marks of a window.
  let marks: UnsafeMutablePointer<UInt64> = .allocate(capacity: StructuralScan.window)
  private var nextScan: Int
  private var isAtStart = true

  /// - Parameter rowCapacity: Rows in a block.
  public init(
    delimiter: UInt8, encoding: TextEncoding = .utf8, minimumFieldCount: Int = 1, rowCapacity: Int = 1_024,
    readAhead: Int = 16_384
  ) {
    precondition(delimiter != UInt8(ascii: "\""), "a quote cannot also separate fields")
    self.delimiter = delimiter
    self.minimumFieldCount = minimumFieldCount
    self.readAhead = readAhead
    decoder = TextDecoder(encoding: encoding)
    current = RowBlock(rowCapacity: rowCapacity)
    nextScan = readAhead
  }

  deinit { marks.deallocate() }

  /// Takes the next bytes of the file; they are copied.
  public mutating func feed(_ chunk: UnsafeRawBufferPointer) {
    precondition(!isFinished, "bytes after the end")
    decoder.decode(chunk, into: current)
  }

  /// Takes the next bytes of the file.
  public mutating func feed(_ chunk: [UInt8]) { chunk.withUnsafeBytes { feed($0) } }

  /// Says that no bytes follow.
  public mutating func finish() {
    guard !isFinished else { return }
    decoder.finish(into: current)
    isFinished = true
    if isAtStart { skipByteOrderMark() }
    // A last line without an end gets one, so that every row ends alike.
    let last = consumed < current.byteCount ? current.bytes[current.byteCount - 1] : 0x0A
    if last != 0x0A, last != 0x0D { current.append([0x0A], count: 1) }
  }

  /// The next full block, or after `finish()` the last; `nil` when more bytes are needed, or there are none.
  ///
  /// - Parameter spare: A block nobody reads any more, to save memory; its row capacity decides its size.
  public mutating func nextBlock(reusing spare: RowBlock? = nil) -> RowBlock? {
    guard isFinished || nextScan <= current.byteCount - consumed else { return nil }
    if isAtStart {
      guard skipByteOrderMark() else { return nil }
    }
    if !scan() {
      let pending = current.byteCount - consumed
      // Twice the row cut short, so that a long row is not looked at again for every chunk.
      nextScan = min(max(readAhead, pending * 2), max(readAhead, Self.recordLimit + 65_536))
      guard isFinished, 0 < current.rowCount else { return nil }
    }
    return takeBlock(spare)
  }

  private mutating func takeBlock(_ spare: RowBlock?) -> RowBlock {
    let full = current
    let next = spare ?? RowBlock(rowCapacity: full.rowCapacity)
    next.removeAll()
    next.append(full.bytes + consumed, count: full.byteCount - consumed)
    next.firstRowNumber = full.firstRowNumber + full.rowCount
    full.byteCount = consumed
    current = next
    consumed = 0
    rowBytes = 0
    nextScan = readAhead
    full.decodeWindows1252Fields()
    return full
  }

  /// Steps over U+FEFF at the start; false when too few bytes are there to tell.
  @discardableResult
  private mutating func skipByteOrderMark() -> Bool {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let present = current.byteCount
    guard mark.count <= present || isFinished else { return false }
    isAtStart = false
    if mark.count <= present, mark.indices.allSatisfy({ current.bytes[$0] == mark[$0] }) {
      consumed = mark.count
    }
    return true
  }
}
