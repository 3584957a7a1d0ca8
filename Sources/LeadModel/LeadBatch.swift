/// Where a text stands in a batch's bytes: the offset in the low 32 bits, the length in the high 32.
public struct TextSpan: Hashable, Sendable {
  public var packed: UInt64
  public init(packed: UInt64) { self.packed = packed }
  public init(offset: Int, length: Int) {
    packed = UInt64(UInt32(truncatingIfNeeded: offset)) | UInt64(UInt32(truncatingIfNeeded: length)) << 32
  }
  public var offset: Int { Int(packed & 0xFFFF_FFFF) }
  public var length: Int { Int(packed >> 32) }
}

/// Leads side by side: one column of 64-bit cells for each field of the schema, and the bytes of all texts.
///
/// A text cell is a `TextSpan`; a `money` or `number` cell the bits of a `Double`; a `count`, `flag` (0 or 1)
/// or `date` (milliseconds since 1970) cell an `Int64`. An absent value is a cell of zero bits that is not
/// present; expressions read it as its type's zero, and `has()` tells the difference.
///
/// A batch is filled by one thread and afterwards only read: that is what makes it safe to share.
public final class LeadBatch: @unchecked Sendable {
  public let schema: LeadSchema
  /// The most leads it can hold.
  public let capacity: Int
  /// Leads in it, from row 0.
  public var count = 0
  /// Cells of all columns: column `f`, row `r` is at `f * capacity + r`.
  public let cells: UnsafeMutablePointer<UInt64>
  /// 1 where the cell beside it holds a value, laid out as `cells`.
  public let presence: UnsafeMutablePointer<UInt8>
  /// UTF-8 of all texts; spans count from its start.
  ///
  /// Grows as texts are added; at most 4 GB.
  public private(set) var bytes: UnsafeMutablePointer<UInt8>
  public private(set) var byteCount = 0
  private var byteCapacity: Int

  public init(schema: LeadSchema, capacity: Int) {
    precondition(0 < capacity, "a batch holds at least one lead")
    self.schema = schema
    self.capacity = capacity
    let cellCount = schema.fields.count * capacity
    cells = .allocate(capacity: cellCount)
    cells.initialize(repeating: 0, count: cellCount)
    presence = .allocate(capacity: cellCount)
    presence.initialize(repeating: 0, count: cellCount)
    byteCapacity = max(4_096, capacity * 128)
    bytes = .allocate(capacity: byteCapacity)
  }

  deinit {
    cells.deallocate()
    presence.deallocate()
    bytes.deallocate()
  }

  /// Empties the batch but keeps its memory.
  public func removeAll() {
    let cellCount = schema.fields.count * capacity
    cells.update(repeating: 0, count: cellCount)
    presence.update(repeating: 0, count: cellCount)
    count = 0
    byteCount = 0
  }

  /// Makes room for `length` more bytes of text and returns where they go; `commitBytes` keeps them.
  public func reserveBytes(_ length: Int) -> UnsafeMutablePointer<UInt8> {
    if byteCapacity - byteCount < length {
      let newCapacity = max(byteCapacity * 2, byteCount + length)
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: newCapacity)
      grown.update(from: bytes, count: byteCount)
      bytes.deallocate()
      bytes = grown
      byteCapacity = newCapacity
    }
    return bytes + byteCount
  }

  /// Keeps the next `length` reserved bytes as one text.
  public func commitBytes(_ length: Int) -> TextSpan {
    let span = TextSpan(offset: byteCount, length: length)
    byteCount += length
    return span
  }

  public func setText(_ utf8: some Collection<UInt8>, field: Int, row: Int) {
    let length = utf8.count
    guard 0 < length else { return clear(field: field, row: row) }
    let target = reserveBytes(length)
    var index = 0
    for byte in utf8 {
      target[index] = byte
      index += 1
    }
    cells[field * capacity + row] = commitBytes(length).packed
    presence[field * capacity + row] = 1
  }

  public func setText(_ text: String, field: Int, row: Int) { setText(text.utf8, field: field, row: row) }

  public func setBits(_ bits: UInt64, field: Int, row: Int) {
    cells[field * capacity + row] = bits
    presence[field * capacity + row] = 1
  }

  public func setInt(_ value: Int64, field: Int, row: Int) {
    setBits(UInt64(bitPattern: value), field: field, row: row)
  }

  public func setDouble(_ value: Double, field: Int, row: Int) {
    setBits(value.bitPattern, field: field, row: row)
  }

  public func clear(field: Int, row: Int) {
    cells[field * capacity + row] = 0
    presence[field * capacity + row] = 0
  }

  public func has(field: Int, row: Int) -> Bool { presence[field * capacity + row] != 0 }

  /// The text of a text cell; empty when absent.
  public func text(field: Int, row: Int) -> String {
    String(decoding: textBytes(field: field, row: row), as: UTF8.self)
  }

  /// The bytes of a text cell, valid until a text is added to the batch.
  public func textBytes(field: Int, row: Int) -> UnsafeBufferPointer<UInt8> {
    let span = TextSpan(packed: cells[field * capacity + row])
    return UnsafeBufferPointer(start: bytes + span.offset, count: span.length)
  }

  public func int(field: Int, row: Int) -> Int64 { Int64(bitPattern: cells[field * capacity + row]) }
  public func double(field: Int, row: Int) -> Double { Double(bitPattern: cells[field * capacity + row]) }
}

extension LeadBatch {
  public func text(_ field: StandardField, row: Int) -> String { text(field: field.rawValue, row: row) }
  public func has(_ field: StandardField, row: Int) -> Bool { has(field: field.rawValue, row: row) }
}
