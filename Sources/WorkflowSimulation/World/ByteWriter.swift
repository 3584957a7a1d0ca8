/// Writes values of varying length one behind the other, into memory that is known to be large enough.
struct ByteWriter {
  private let start: UnsafeMutablePointer<UInt8>
  private(set) var count = 0

  init(start: UnsafeMutableRawPointer) { self.start = start.assumingMemoryBound(to: UInt8.self) }

  mutating func zeros(_ length: Int) {
    for place in 0..<length { start[count + place] = 0 }
    count += length
  }

  /// Sets a bit of the zeros at the start.
  func setBit(_ bit: Int) { start[bit >> 3] |= 1 << UInt8(bit & 7) }

  mutating func short(_ value: UInt16) {
    start[count] = UInt8(truncatingIfNeeded: value)
    start[count + 1] = UInt8(truncatingIfNeeded: value >> 8)
    count += 2
  }

  /// Seven bits a byte, the lowest first; the high bit says that more follow.
  mutating func varying(_ value: UInt64) {
    var rest = value
    while 0x80 <= rest {
      start[count] = UInt8(truncatingIfNeeded: rest) | 0x80
      rest >>= 7
      count += 1
    }
    start[count] = UInt8(rest)
    count += 1
  }

  /// A cell's bits: those of a whole `Double` or of a small integer in one to nine bytes, others in nine or ten.
  mutating func number(_ bits: UInt64) {
    let double = Double(bitPattern: bits)
    if let whole = UInt32(exactly: double), Double(whole).bitPattern == bits, bits != 0 {
      varying(UInt64(whole) << 2 | 1)
    } else if bits < 1 << 62 {
      varying(bits << 2)
    } else {
      start[count] = 2
      UnsafeMutableRawPointer(start + count + 1).storeBytes(of: bits.littleEndian, as: UInt64.self)
      count += 9
    }
  }

  mutating func text(_ text: UnsafeBufferPointer<UInt8>) {
    varying(UInt64(text.count))
    if let source = text.baseAddress { (start + count).update(from: source, count: text.count) }
    count += text.count
  }
}

/// Reads what a `ByteWriter` wrote.
struct ByteReader {
  private let start: UnsafePointer<UInt8>
  private var position: Int

  /// - Parameter skipping: The bytes of the bits at the start.
  init(start: UnsafeMutableRawPointer, skipping: Int) {
    self.start = UnsafePointer(start.assumingMemoryBound(to: UInt8.self))
    position = skipping
  }

  func bit(_ bit: Int) -> Bool { start[bit >> 3] >> UInt8(bit & 7) & 1 == 1 }

  mutating func short() -> UInt16 {
    defer { position += 2 }
    return UInt16(start[position]) | UInt16(start[position + 1]) << 8
  }

  mutating func varying() -> UInt64 {
    var (value, shift) = (UInt64(0), UInt64(0))
    while true {
      let byte = start[position]
      position += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return value }
      shift += 7
    }
  }

  mutating func number() -> UInt64 {
    if start[position] == 2 {
      position += 9
      let raw = UnsafeRawPointer(start + position - 8)
      return UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    }
    let coded = varying()
    return coded & 1 == 1 ? Double(coded >> 2).bitPattern : coded >> 2
  }

  mutating func text() -> UnsafeBufferPointer<UInt8> {
    let length = Int(varying())
    defer { position += length }
    return UnsafeBufferPointer(start: start + position, count: length)
  }
}
