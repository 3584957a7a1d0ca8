/// How a file's bytes stand for characters.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  /// UTF-8; fields that are not are read as Windows-1252.
  case utf8 = "utf-8"
  /// ASCII and Windows-1252, as far as the first bytes show; read like `utf8`, field by field.
  case windows1252 = "windows-1252"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"

  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}

/// Turns a file's bytes into UTF-8, chunk by chunk.
struct TextDecoder {
  let encoding: TextEncoding
  /// The first byte of a UTF-16 unit whose second has not come.
  private var half: UInt8?
  /// The first half of a surrogate pair whose second has not come.
  private var leadSurrogate: UInt16?

  init(encoding: TextEncoding) { self.encoding = encoding }

  mutating func decode(_ chunk: UnsafeRawBufferPointer, into block: RowBlock) {
    guard let start = chunk.baseAddress, 0 < chunk.count else { return }
    switch encoding {
    case .utf8, .windows1252: block.append(start.assumingMemoryBound(to: UInt8.self), count: chunk.count)
    case .utf16LittleEndian, .utf16BigEndian:
      // A unit takes at most three bytes of UTF-8, and so does what the last chunk left over.
      block.reserveBytes((chunk.count / 2 + 2) * 3)
      for byte in chunk {
        guard let first = half else {
          half = byte
          continue
        }
        half = nil
        let (low, high) = encoding == .utf16LittleEndian ? (first, byte) : (byte, first)
        take(UInt16(high) << 8 | UInt16(low), into: block)
      }
    }
  }

  /// Writes what is left of a text cut in the middle of a character.
  mutating func finish(into block: RowBlock) {
    block.reserveBytes(8)
    if leadSurrogate != nil || half != nil { write(0xFFFD, into: block) }
    leadSurrogate = nil
    half = nil
  }

  private mutating func take(_ unit: UInt16, into block: RowBlock) {
    switch (leadSurrogate, unit) {
    case (let lead?, 0xDC00...0xDFFF):
      leadSurrogate = nil
      write(0x10000 + (UInt32(lead) - 0xD800) << 10 + (UInt32(unit) - 0xDC00), into: block)
    case (.some, _):
      leadSurrogate = nil
      write(0xFFFD, into: block)
      take(unit, into: block)
    case (nil, 0xD800...0xDBFF): leadSurrogate = unit
    case (nil, 0xDC00...0xDFFF): write(0xFFFD, into: block)
    case (nil, _): write(UInt32(unit), into: block)
    }
  }

  @inline(__always)
  private func write(_ scalar: UInt32, into block: RowBlock) {
    let target = block.bytes + block.byteCount
    block.byteCount += UTF8Check.write(scalar, to: target)
  }
}
