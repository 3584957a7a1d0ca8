/// How the 64-bit cells of a column are read.
public enum ColumnKind: Hashable, Sendable {
  /// 0 or 1; `bool` in expressions.
  case bool
  /// An `Int64`; `int` in expressions.
  case int
  /// The bits of a `Double`; `double` in expressions.
  case double
  /// Milliseconds since 1970 as an `Int64`, in the years 1 to 9999; `timestamp` in expressions.
  case timestamp
  /// Where the text stands in the column's bytes: offset in the low 32 bits, length in the high 32; UTF-8.
  case text
  /// A place in this list of at most 8,192 labels; `string` in expressions. Other places read as empty.
  case category([String])
}

/// The cells of one slot for the rows of a batch: a view of memory that its owner keeps alive.
///
/// Where a row has no value, its cell is zero.
public struct Column {
  /// The first row's cell.
  public var cells: UnsafePointer<UInt64>
  /// 1 where the row has a value and 0 where not, from the first row; `nil` when all have.
  public var presence: UnsafePointer<UInt8>?
  /// What the texts' offsets count from; `nil` for other kinds.
  public var bytes: UnsafePointer<UInt8>?
  /// 1 for a cell a row, 0 when all rows share the first cell.
  public var stride: Int

  public init(
    cells: UnsafePointer<UInt64>, presence: UnsafePointer<UInt8>? = nil, bytes: UnsafePointer<UInt8>? = nil,
    stride: Int = 1
  ) {
    self.cells = cells
    self.presence = presence
    self.bytes = bytes
    self.stride = stride
  }

  func cell(_ row: Int) -> UInt64 { cells[row * stride] }
  func isPresent(_ row: Int) -> Bool { presence.map { $0[row * stride] != 0 } ?? true }

  /// The bytes of a text cell.
  func text(_ cell: UInt64) -> UnsafeBufferPointer<UInt8> {
    let length = Int(cell >> 32)
    guard let bytes, 0 < length else { return UnsafeBufferPointer(start: nil, count: 0) }
    return UnsafeBufferPointer(start: bytes + Int(cell & 0xFFFF_FFFF), count: length)
  }
}

/// One row of columns, as the evaluator of single expressions reads it.
struct RowReader: SlotReader {
  /// By slot; only the program's slots are looked at.
  let columns: UnsafePointer<Column>
  let kinds: [Int: ColumnKind]
  let row: Int

  func has(_ slot: Int) -> Bool { kinds[slot] != nil && columns[slot].isPresent(row) }

  func value(_ slot: Int) -> CELValue {
    let column = columns[slot]
    let cell = column.cell(row)
    switch kinds[slot] {
    case .bool?: return .bool(cell != 0)
    case .int?: return .int(Int64(bitPattern: cell))
    case .double?: return .double(Double(bitPattern: cell))
    case .timestamp?: return .timestamp(CELTimestamp(millisecondsSinceEpoch: Int64(bitPattern: cell)))
    case .text?: return .string(String(decoding: column.text(cell), as: UTF8.self))
    case .category(let labels)?: return .string(cell < UInt64(labels.count) ? labels[Int(cell)] : "")
    case nil: return .null
    }
  }
}

/// One value for one slot: what a text is tested with on its own.
struct SingleReader: SlotReader {
  let text: CELValue?
  func has(_ slot: Int) -> Bool { text != nil }
  func value(_ slot: Int) -> CELValue { text ?? .null }
}
