/// The row numbers and record ids of leads, packed, so that a million of them take a dozen megabytes.
struct WinnerNames: ~Copyable {
  private var bytes: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity = 1 << 16

  /// A number of four bytes, a length of one, and at most 255 bytes of id.
  private static let longest = 260

  init() { bytes = .allocate(capacity: capacity) }

  deinit { bytes.deallocate() }

  /// Adds a lead and returns its place.
  ///
  /// - Parameter recordID: Its first 255 bytes are kept; empty when it is made from the row number.
  /// - Returns: `UInt32.max`, which is nobody's, once 4 GB are full.
  mutating func append(rowNumber: Int, recordID: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard let place = UInt32(exactly: count), place < .max else { return .max }
    if capacity - count < Self.longest { grow() }
    let entry = UnsafeMutableRawPointer(bytes + count)
    let length = min(recordID.count, 255)
    entry.storeBytes(of: UInt32(clamping: rowNumber).littleEndian, as: UInt32.self)
    entry.storeBytes(of: UInt8(length), toByteOffset: 4, as: UInt8.self)
    if let start = recordID.baseAddress { (entry + 5).copyMemory(from: start, byteCount: length) }
    count += 5 + length
    return place
  }

  private mutating func grow() {
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
    grown.initialize(from: bytes, count: count)
    bytes.deallocate()
    bytes = grown
    capacity *= 2
  }

  /// The lead at a place that `append` returned.
  func winner(at place: UInt32, key: DuplicateKey) -> DuplicateWinner {
    let start = Int(place)
    guard start + 5 <= count else { return DuplicateWinner(rowNumber: 0, recordID: "", key: key) }
    let raw = UnsafeRawPointer(bytes + start)
    let number = Int(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
    let length = Int(bytes[start + 4])
    let id =
      length == 0
      ? ImportedBatch.recordID(ofRow: number)
      : String(decoding: UnsafeBufferPointer(start: bytes + start + 5, count: length), as: UTF8.self)
    return DuplicateWinner(rowNumber: number, recordID: id, key: key)
  }
}
