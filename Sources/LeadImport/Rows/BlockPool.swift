/// Blocks that were handed out and are handed out again once nobody else holds them.
///
/// A block is most of a megabyte together with the batch made of it; asking the system for new ones costs more than
/// filling them.
struct BlockPool: ~Copyable {
  private var blocks: [RowBlock] = []

  /// The most blocks kept; who works on more at once pays for the others.
  private static let limit = 64

  /// A block nobody holds; `nil` when there is none.
  mutating func takeUnused() -> RowBlock? {
    for index in blocks.indices where isKnownUniquelyReferenced(&blocks[index]) {
      return blocks.remove(at: index)
    }
    return nil
  }

  /// Remembers a block that is handed out.
  mutating func keep(_ block: RowBlock) {
    if blocks.count < Self.limit { blocks.append(block) }
  }
}
