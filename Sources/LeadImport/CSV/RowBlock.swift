public import LeadModel

/// What was wrong with a row as text; several may hold at once.
public struct RowTrouble: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// NULs or other control characters stood in a field and were removed.
  public static let controlCharacters = RowTrouble(rawValue: 1)
  /// A field was not UTF-8 and was read as Windows-1252.
  public static let windows1252 = RowTrouble(rawValue: 2)
  /// A quote was opened and never closed; the row is its first line alone, with the quote as a plain character.
  public static let unclosedQuote = RowTrouble(rawValue: 4)
  /// The row is longer than `CSVReader.recordLimit`; its one field is how it begins.
  public static let tooLong = RowTrouble(rawValue: 8)
}

/// One row of a block: which of the block's fields are its own, and where it stood in the file.
public struct CSVRow: Hashable, Sendable {
  /// Index of its first field among the block's fields.
  public let firstField: Int
  /// Fields that the row has in the file, at least 1; the block may hold empty ones after them.
  public let fieldCount: Int
  /// The physical line on which it starts, from 1.
  public let line: Int
  public internal(set) var trouble: RowTrouble
  /// The first field that had control characters, from 0; 0 when there is none.
  public internal(set) var troubledField: Int
}

/// Consecutive rows of a file, split into fields: clean UTF-8 in one stretch of memory.
///
/// A block is filled by one `CSVReader` and then belongs to whoever took it; that is what makes it safe to send
/// to another thread. How a file falls into blocks depends on its bytes alone, not on how they arrived.
public final class RowBlock: @unchecked Sendable {
  /// The most rows it holds.
  public let rowCapacity: Int
  public let rows: UnsafeMutablePointer<CSVRow>
  /// What changes while the block is filled; behind a pointer, because the scanner would else spend its time
  /// asking whether anyone else is changing the object.
  private let filling: UnsafeMutablePointer<Filling>

  /// The batch that was made of the block's rows, kept to be used again with the block.
  var batch: ImportedBatch?

  private struct Filling {
    var rowCount = 0
    var firstRowNumber = 1
    var bytes: UnsafeMutablePointer<UInt8>
    var byteCount = 0
    var byteCapacity: Int
    var fields: UnsafeMutablePointer<TextSpan>
    var fieldCount = 0
    var fieldCapacity: Int
  }

  public internal(set) var rowCount: Int {
    get { filling.pointee.rowCount }
    set { filling.pointee.rowCount = newValue }
  }
  /// The row number of row 0: rows count from 1, with blank and title rows, as a spreadsheet shows them.
  public internal(set) var firstRowNumber: Int {
    get { filling.pointee.firstRowNumber }
    set { filling.pointee.firstRowNumber = newValue }
  }
  /// The text of all fields, and leftovers between them.
  public internal(set) var bytes: UnsafeMutablePointer<UInt8> {
    get { filling.pointee.bytes }
    set { filling.pointee.bytes = newValue }
  }
  public internal(set) var byteCount: Int {
    get { filling.pointee.byteCount }
    set { filling.pointee.byteCount = newValue }
  }
  public internal(set) var byteCapacity: Int {
    get { filling.pointee.byteCapacity }
    set { filling.pointee.byteCapacity = newValue }
  }
  /// The fields of all rows, in the order of the file; each row's padding follows it.
  public var fields: UnsafeMutablePointer<TextSpan> { filling.pointee.fields }
  public internal(set) var fieldCount: Int {
    get { filling.pointee.fieldCount }
    set { filling.pointee.fieldCount = newValue }
  }

  /// From here on stand the texts that were read as Windows-1252; `Int.max` when there is none.
  private(set) var decodedStart = Int.max

  /// Says that whatever text is appended from now on was read as Windows-1252.
  func beginDecoded() { decodedStart = min(decodedStart, byteCount) }

  /// Whether a field of a row was read as Windows-1252.
  func isDecoded(_ index: Int, ofRow row: Int) -> Bool {
    let span = fields[rows[row].firstField + index]
    return 0 < span.length && decodedStart <= span.offset
  }

  /// Bytes that may be read, though they mean nothing, after the last.
  static let slack = 64

  public init(rowCapacity: Int = 1_024) {
    precondition(0 < rowCapacity, "a block holds at least one row")
    self.rowCapacity = rowCapacity
    let byteCapacity = rowCapacity * 256 + Self.slack
    let fieldCapacity = rowCapacity * 16
    rows = .allocate(capacity: rowCapacity)
    filling = .allocate(capacity: 1)
    filling.initialize(
      to: Filling(
        bytes: .allocate(capacity: byteCapacity), byteCapacity: byteCapacity,
        fields: .allocate(capacity: fieldCapacity), fieldCapacity: fieldCapacity))
  }

  deinit {
    filling.pointee.bytes.deallocate()
    filling.pointee.fields.deallocate()
    filling.deallocate()
    rows.deallocate()
  }

  /// The bytes of a field, valid while the block is; empty when the row has no such field.
  public func field(_ index: Int, ofRow row: Int) -> UnsafeBufferPointer<UInt8> {
    guard 0 <= index, index < rows[row].fieldCount else { return UnsafeBufferPointer(start: bytes, count: 0) }
    let span = fields[rows[row].firstField + index]
    return UnsafeBufferPointer(start: bytes + span.offset, count: span.length)
  }

  /// The text of a field; empty when the row has no such field.
  public func text(_ index: Int, ofRow row: Int) -> String {
    String(decoding: field(index, ofRow: row), as: UTF8.self)
  }

  /// The texts of all fields of a row.
  public func texts(ofRow row: Int) -> [String] { (0..<rows[row].fieldCount).map { text($0, ofRow: row) } }

  func removeAll() {
    rowCount = 0
    byteCount = 0
    fieldCount = 0
    decodedStart = .max
  }

  /// Makes room for `count` more bytes after the last, and the slack behind them.
  @inline(__always)
  func reserveBytes(_ count: Int) {
    if byteCapacity - byteCount < count + Self.slack { growBytes(count) }
  }

  private func growBytes(_ count: Int) {
    byteCapacity = max(byteCapacity * 2, byteCount + count + Self.slack)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: byteCapacity)
    grown.initialize(from: bytes, count: byteCount)
    bytes.deallocate()
    bytes = grown
  }

  func append(_ source: UnsafePointer<UInt8>, count: Int) {
    guard 0 < count else { return }
    reserveBytes(count)
    (bytes + byteCount).update(from: source, count: count)
    byteCount += count
  }

  @inline(__always)
  func reserveFields(_ total: Int) {
    if filling.pointee.fieldCapacity < total { growFields(total) }
  }

  private func growFields(_ total: Int) {
    let old = filling.pointee
    let capacity = max(old.fieldCapacity * 2, total)
    let grown = UnsafeMutablePointer<TextSpan>.allocate(capacity: capacity)
    grown.initialize(from: old.fields, count: old.fieldCount)
    old.fields.deallocate()
    filling.pointee.fields = grown
    filling.pointee.fieldCapacity = capacity
  }
}
