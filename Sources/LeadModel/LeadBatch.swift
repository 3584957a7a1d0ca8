/// Where a text stands in a batch's bytes: the offset in the low 32 bits, the length in the high 32.
public struct TextSpan: Hashable, Sendable {
  public var packed: UInt64
  @inlinable public init(packed: UInt64) { self.packed = packed }
  @inlinable public init(offset: Int, length: Int) {
    packed = UInt64(UInt32(truncatingIfNeeded: offset)) | UInt64(UInt32(truncatingIfNeeded: length)) << 32
  }
  @inlinable public var offset: Int { Int(packed & 0xFFFF_FFFF) }
  @inlinable public var length: Int { Int(packed >> 32) }
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
  /// Cells of all columns: column `f`, row `r` is at `f * capacity + r`.
  public let cells: UnsafeMutablePointer<UInt64>
  /// 1 where the cell beside it holds a value, laid out as `cells`.
  public let presence: UnsafeMutablePointer<UInt8>
  /// What changes while the batch is filled; behind a pointer, because loops over a thousand leads would else
  /// spend their time asking whether anyone else is changing the object.
  @usableFromInline let filling: UnsafeMutablePointer<Filling>

  @usableFromInline struct Filling {
    @usableFromInline var count = 0
    @usableFromInline var bytes: UnsafeMutablePointer<UInt8>
    @usableFromInline var byteCount = 0
    @usableFromInline var byteCapacity: Int
  }

  /// Leads in it, from row 0.
  @inlinable public var count: Int {
    get { filling.pointee.count }
    set { filling.pointee.count = newValue }
  }
  /// UTF-8 of all texts; spans count from its start.
  ///
  /// Grows as texts are added; at most 4 GB.
  @inlinable public var bytes: UnsafeMutablePointer<UInt8> { filling.pointee.bytes }
  @inlinable public var byteCount: Int { filling.pointee.byteCount }

  public init(schema: LeadSchema, capacity: Int) {
    precondition(0 < capacity, "a batch holds at least one lead")
    self.schema = schema
    self.capacity = capacity
    let cellCount = schema.fields.count * capacity
    cells = .allocate(capacity: cellCount)
    cells.initialize(repeating: 0, count: cellCount)
    presence = .allocate(capacity: cellCount)
    presence.initialize(repeating: 0, count: cellCount)
    let byteCapacity = max(4_096, capacity * 128)
    filling = .allocate(capacity: 1)
    filling.initialize(to: Filling(bytes: .allocate(capacity: byteCapacity), byteCapacity: byteCapacity))
  }

  deinit {
    cells.deallocate()
    presence.deallocate()
    filling.pointee.bytes.deallocate()
    filling.deallocate()
  }

  /// Empties the batch but keeps its memory.
  public func removeAll() {
    clearRows()
    filling.pointee.byteCount = 0
  }

  /// Makes every value absent but keeps the texts' memory, in which spans may be set anew.
  public func clearRows() {
    let cellCount = schema.fields.count * capacity
    cells.update(repeating: 0, count: cellCount)
    presence.update(repeating: 0, count: cellCount)
    count = 0
  }

  /// Makes room for `length` more bytes of text and returns where they go; `commitBytes` keeps them.
  @inlinable public func reserveBytes(_ length: Int) -> UnsafeMutablePointer<UInt8> {
    if filling.pointee.byteCapacity - filling.pointee.byteCount < length { growBytes(by: length) }
    return filling.pointee.bytes + filling.pointee.byteCount
  }

  @usableFromInline
  func growBytes(by length: Int) {
    let old = filling.pointee
    let capacity = max(old.byteCapacity * 2, old.byteCount + length)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.initialize(from: old.bytes, count: old.byteCount)
    old.bytes.deallocate()
    filling.pointee.bytes = grown
    filling.pointee.byteCapacity = capacity
  }

  /// Trades the batch's text memory for another, so that texts can stay where a file reader put them.
  ///
  /// - Parameters:
  ///   - memory: Allocated memory, which the batch owns from now on.
  ///   - count: The bytes of it that are in use.
  ///   - capacity: The bytes of it that may be used.
  /// - Returns: The memory the batch had, which the caller owns from now on, and its capacity.
  /// - Precondition: The batch holds no text.
  public func exchangeBytes(
    _ memory: UnsafeMutablePointer<UInt8>, count: Int, capacity: Int
  ) -> (memory: UnsafeMutablePointer<UInt8>, capacity: Int) {
    precondition(byteCount == 0 && count <= capacity, "spans of other texts would point into the new memory")
    let old = filling.pointee
    filling.pointee = Filling(count: old.count, bytes: memory, byteCount: count, byteCapacity: capacity)
    return (old.bytes, old.byteCapacity)
  }

  /// Keeps the next `length` reserved bytes as one text.
  @inlinable public func commitBytes(_ length: Int) -> TextSpan {
    let span = TextSpan(offset: filling.pointee.byteCount, length: length)
    filling.pointee.byteCount += length
    return span
  }

  public func setText(_ utf8: some Collection<UInt8>, field: Int, row: Int) {
    let copied: Void? = utf8.withContiguousStorageIfAvailable { setText($0, field: field, row: row) }
    if copied == nil { Array(utf8).withUnsafeBufferPointer { setText($0, field: field, row: row) } }
  }

  @inlinable public func setText(_ utf8: UnsafeBufferPointer<UInt8>, field: Int, row: Int) {
    guard let source = utf8.baseAddress, 0 < utf8.count else { return clear(field: field, row: row) }
    reserveBytes(utf8.count).update(from: source, count: utf8.count)
    setBits(commitBytes(utf8.count).packed, field: field, row: row)
  }

  public func setText(_ text: String, field: Int, row: Int) {
    var copy = text
    copy.withUTF8 { setText($0, field: field, row: row) }
  }

  @inlinable public func setBits(_ bits: UInt64, field: Int, row: Int) {
    cells[field * capacity + row] = bits
    presence[field * capacity + row] = 1
  }

  @inlinable public func setInt(_ value: Int64, field: Int, row: Int) {
    setBits(UInt64(bitPattern: value), field: field, row: row)
  }

  @inlinable public func setDouble(_ value: Double, field: Int, row: Int) {
    setBits(value.bitPattern, field: field, row: row)
  }

  @inlinable public func clear(field: Int, row: Int) {
    cells[field * capacity + row] = 0
    presence[field * capacity + row] = 0
  }

  @inlinable public func has(field: Int, row: Int) -> Bool { presence[field * capacity + row] != 0 }

  /// The text of a text cell; empty when absent.
  public func text(field: Int, row: Int) -> String {
    String(decoding: textBytes(field: field, row: row), as: UTF8.self)
  }

  /// The bytes of a text cell, valid until a text is added to the batch.
  @inlinable public func textBytes(field: Int, row: Int) -> UnsafeBufferPointer<UInt8> {
    let span = TextSpan(packed: cells[field * capacity + row])
    return UnsafeBufferPointer(start: bytes + span.offset, count: span.length)
  }

  @inlinable public func int(field: Int, row: Int) -> Int64 {
    Int64(bitPattern: cells[field * capacity + row])
  }
  @inlinable public func double(field: Int, row: Int) -> Double {
    Double(bitPattern: cells[field * capacity + row])
  }
}

extension LeadBatch {
  public func text(_ field: StandardField, row: Int) -> String { text(field: field.rawValue, row: row) }
  @inlinable public func has(_ field: StandardField, row: Int) -> Bool {
    has(field: field.rawValue, row: row)
  }
}
