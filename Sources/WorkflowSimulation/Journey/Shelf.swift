/// Values that stay where they are put, in blocks, so that growing copies nothing.
///
/// Whoever hands places to threads sees to it that no two threads hold the same one, and that none is added
/// meanwhile; that is what makes sharing safe.
final class Shelf<Value>: @unchecked Sendable {
  private var blocks: [UnsafeMutablePointer<Value>] = []
  private(set) var count = 0

  private static var blockBits: Int { 10 }
  private static var blockSize: Int { 1 << blockBits }

  deinit {
    for (index, block) in blocks.enumerated() {
      block.deinitialize(count: min(Self.blockSize, count - index * Self.blockSize))
      block.deallocate()
    }
  }

  /// Adds a value behind the others.
  func append(_ value: consuming Value) {
    if count == blocks.count * Self.blockSize { blocks.append(.allocate(capacity: Self.blockSize)) }
    (blocks[count >> Self.blockBits] + (count & (Self.blockSize - 1))).initialize(to: value)
    count += 1
  }

  /// The place of the value with a number below `count`.
  @inline(__always)
  subscript(index: UInt32) -> UnsafeMutablePointer<Value> {
    blocks[Int(index) >> Self.blockBits] + (Int(index) & (Self.blockSize - 1))
  }

  /// Visits all values in order.
  @inline(__always)
  func forEach(_ visit: (_ index: UInt32, _ value: borrowing Value) -> Void) {
    for (number, block) in blocks.enumerated() {
      let start = number << Self.blockBits
      for place in 0..<min(Self.blockSize, count - start) { visit(UInt32(start + place), block[place]) }
    }
  }
}
