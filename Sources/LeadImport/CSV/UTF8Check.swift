/// Well-formed UTF-8, as chapter 3.9, table 3-7 of the Unicode Standard defines it.
enum UTF8Check {
  /// The offset of the first byte at or after `start` that no well-formed sequence contains; `nil` if all do.
  static func firstInvalid(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    guard let base = bytes.baseAddress else { return nil }
    let raw = UnsafeRawPointer(base)
    var at = start
    while at < bytes.count {
      // Most text is ASCII: 32 bytes at a time.
      while at + 32 <= bytes.count {
        let half = (raw + at).loadUnaligned(as: UInt64.self) | (raw + at + 8).loadUnaligned(as: UInt64.self)
        let rest =
          (raw + at + 16).loadUnaligned(as: UInt64.self) | (raw + at + 24).loadUnaligned(as: UInt64.self)
        guard (half | rest) & 0x8080_8080_8080_8080 == 0 else { break }
        at += 32
      }
      let stop = min(at + 32, bytes.count)
      while at < stop {
        if base[at] < 0x80 {
          at += 1
          continue
        }
        let length = sequenceLength(base + at, available: bytes.count - at)
        guard 0 < length else { return at }
        at += length
      }
    }
    return nil
  }

  /// Whether some character beyond ASCII is well-formed.
  static func hasSequence(in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress else { return false }
    return bytes.indices.contains {
      0x80 <= base[$0] && 0 < sequenceLength(base + $0, available: bytes.count - $0)
    }
  }

  /// The length of the well-formed sequence of two to four bytes at `bytes`; 0 when there is none.
  private static func sequenceLength(_ bytes: UnsafePointer<UInt8>, available: Int) -> Int {
    let second = 1 < available ? bytes[1] : 0
    let secondRange: ClosedRange<UInt8>
    let length: Int
    switch bytes[0] {
    case 0xC2...0xDF: (length, secondRange) = (2, 0x80...0xBF)
    case 0xE0: (length, secondRange) = (3, 0xA0...0xBF)
    case 0xED: (length, secondRange) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, secondRange) = (3, 0x80...0xBF)
    case 0xF0: (length, secondRange) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, secondRange) = (4, 0x80...0xBF)
    case 0xF4: (length, secondRange) = (4, 0x80...0x8F)
    default: return 0
    }
    guard length <= available, secondRange.contains(second) else { return 0 }
    for index in 2..<max(2, length) where bytes[index] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Writes a scalar as UTF-8 and returns how many bytes it took, at most 4.
  @inline(__always)
  static func write(_ scalar: UInt32, to target: UnsafeMutablePointer<UInt8>) -> Int {
    switch scalar {
    case 0..<0x80:
      target[0] = UInt8(scalar)
      return 1
    case 0x80..<0x800:
      target[0] = 0xC0 | UInt8(scalar >> 6)
      target[1] = 0x80 | UInt8(scalar & 0x3F)
      return 2
    case 0x800..<0x10000:
      target[0] = 0xE0 | UInt8(scalar >> 12)
      target[1] = 0x80 | UInt8(scalar >> 6 & 0x3F)
      target[2] = 0x80 | UInt8(scalar & 0x3F)
      return 3
    default:
      target[0] = 0xF0 | UInt8(truncatingIfNeeded: scalar >> 18 & 0x07)
      target[1] = 0x80 | UInt8(scalar >> 12 & 0x3F)
      target[2] = 0x80 | UInt8(scalar >> 6 & 0x3F)
      target[3] = 0x80 | UInt8(scalar & 0x3F)
      return 4
    }
  }
}
