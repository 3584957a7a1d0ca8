/// Finds the bytes that can matter to a delimited file, 64 at a time.
///
/// A byte matters when it is the delimiter, a quote, or below 0x20: line ends and control characters. What it
/// means there is the reader's business. The three vectors are stored, not written as literals, because only
/// then do the comparisons compile to single instructions.
struct StructuralScan {
  private let delimiters: SIMD16<UInt8>
  private let quotes: SIMD16<UInt8>
  private let lastControl: SIMD16<UInt8>
  /// Bit `n` in byte `n` of either half.
  private let bitOfByte: SIMD2<UInt64>

  init(delimiter: UInt8, quote: UInt8) {
    delimiters = SIMD16(repeating: delimiter)
    quotes = SIMD16(repeating: quote)
    lastControl = SIMD16(repeating: 0x1F)
    bitOfByte = SIMD2(repeating: 0x8040_2010_0804_0201)
  }

  /// Groups of 64 bytes marked at a time.
  ///
  /// Apart from the reader's loop, so that all constants stay in registers; few enough to be read while they are
  /// still in the nearest cache.
  static let window = 64

  /// Marks the positions that matter in as many groups of 64 bytes: bit `n` of a mark stands for byte `n`.
  @inline(never)
  func mark(_ bytes: UnsafePointer<UInt8>, groups: Int, into marks: UnsafeMutablePointer<UInt64>) {
    for group in 0..<groups { marks[group] = hits(bytes + group * 64) }
  }

  /// The positions that matter in 64 bytes.
  ///
  /// Each half of each quarter is eight bytes with one bit of their own; folding it three times onto itself packs
  /// them into one. Two quarters are folded together as soon as they fit into one word.
  @inline(__always)
  private func hits(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    let start = UnsafeRawPointer(bytes)
    let even = folded(sixteen(start), sixteen(start + 32))
    let odd = folded(sixteen(start + 16), sixteen(start + 48))
    let outer = SIMD2<UInt64>(repeating: 0x0000_FFFF_0000_FFFF)
    let all = (even & outer) | ((odd & outer) &<< 16)
    let packed = (all | all &>> 8) & SIMD2(repeating: 0x00FF_00FF_00FF_00FF)
    return packed[0] | packed[1] << 8
  }

  @inline(__always)
  private func sixteen(_ start: UnsafeRawPointer) -> SIMD2<UInt64> {
    let bytes = start.loadUnaligned(as: SIMD16<UInt8>.self)
    let isHit = (bytes .== delimiters) .| (bytes .== quotes) .| (bytes .<= lastControl)
    return unsafeBitCast(isHit, to: SIMD2<UInt64>.self) & bitOfByte
  }

  /// Two quarters in one word for each half: the first in the low 32 bits, eight bytes folded onto two.
  @inline(__always)
  private func folded(_ first: SIMD2<UInt64>, _ second: SIMD2<UInt64>) -> SIMD2<UInt64> {
    let (a, b) = (first | first &>> 32, second | second &>> 32)
    let both = (a & SIMD2(repeating: 0xFFFF_FFFF)) | b &<< 32
    return both | both &>> 16
  }
}
