import LeadImport
import LeadModel

/// Reads a lead file block by block, one group ahead, so that reading can go on while others work.
///
/// One thread at a time reads ahead, and nobody asks for the group meanwhile.
final class BlockFeed: @unchecked Sendable {
  private var source: ChunkSource
  private var reader: LeadFileReader
  private var ahead: Result<[RowBlock], any Error> = .success([])
  private var isAtEnd = false

  /// Blocks of a group; two groups are held at once.
  private static let blocksAtOnce = 8

  /// - Throws: `FileError` for a file that cannot be opened.
  init(_ path: String, schema: LeadSchema) throws(FileError) {
    source = try ChunkSource(path)
    reader = LeadFileReader(schema: schema)
  }

  /// Reads the next group.
  func readAhead() { ahead = Result { try readGroup() } }

  /// The group that was read, and what makes leads of it; `nil` at the end.
  ///
  /// - Throws: `FileError` when the file could not be read, `ImportRefusal` when it holds no leads.
  func next() throws -> (blocks: [RowBlock], normalizer: RowNormalizer)? {
    let blocks = try ahead.get()
    ahead = .success([])
    guard !blocks.isEmpty, let normalizer = reader.normalizer else { return nil }
    return (blocks, normalizer)
  }

  private func readGroup() throws -> [RowBlock] {
    var blocks: [RowBlock] = []
    while blocks.count < Self.blocksAtOnce {
      if let block = try reader.nextBlock() {
        blocks.append(block)
      } else if isAtEnd {
        break
      } else if let chunk = try source.next() {
        reader.feed(chunk)
      } else {
        reader.finish()
        isAtEnd = true
      }
    }
    return blocks
  }
}
