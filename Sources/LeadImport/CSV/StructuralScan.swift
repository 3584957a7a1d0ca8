/// Finds the bytes that can matter to a delimited file, 64 at a time.
///
/// A byte matters when it is the delimiter, a quote, or below 0x20: line ends and control characters. What it
/// means there is the reader's business. The three vectors are stored, not written as literals, because only
/// then do the comparisons compile to single instructions.
struct StructuralScan {
  private let delimiters: SIMD16<UInt8>
  private let quotes: SIMD16<UInt8>
  private let lastControl: SIMD16<UInt8>

  init(delimiter: UInt8, quote: UInt8) {
    delimiters = SIMD16(repeating: delimiter)
    quotes = SIMD16(repeating: quote)
    lastControl = SIMD16(repeating: 0x1F)
  }

  /// The positions that matter in the 64 bytes at `bytes`: bit `n` stands for byte `n`.
  @inline(__always)
  func hits(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    let start = UnsafeRawPointer(bytes)
    return sixteen(start) | sixteen(start + 16) << 16 | sixteen(start + 32) << 32 | sixteen(start + 48) << 48
  }

  @inline(__always)
  private func sixteen(_ start: UnsafeRawPointer) -> UInt64 {
    let bytes = start.loadUnaligned(as: SIMD16<UInt8>.self)
    let isHit = (bytes .== delimiters) .| (bytes .== quotes) .| (bytes .<= lastControl)
    let halves = unsafeBitCast(isHit, to: SIMD2<UInt64>.self)
    return gather(halves[0]) | gather(halves[1]) << 8
  }

  /// Packs the lowest bit of each of eight bytes into one byte.
  ///
  /// The factor moves bit `8 * n` to bit `56 + n`; no two products meet, so nothing carries.
  @inline(__always)
  private func gather(_ flags: UInt64) -> UInt64 {
    ((flags & 0x0101_0101_0101_0101) &* 0x0102_0408_1020_4080) >> 56
  }
}
