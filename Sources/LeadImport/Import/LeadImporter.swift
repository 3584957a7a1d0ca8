public import LeadModel

/// Reads a lead file from its first byte to its last, on one thread.
///
/// Feed chunks of some 64 KB to 1 MB, take batches until there are none, feed again; after `finish()` take the
/// last batches. To use several threads, take blocks from a `LeadFileReader`, let the threads call its
/// `normalizer`, and mark and report the batches in the blocks' order: the result is the same.
public struct LeadImporter: ~Copyable {
  private var reader: LeadFileReader
  private var deduplicator = Deduplicator()
  /// What became of the rows of all batches taken so far.
  public private(set) var report = ImportReport()

  /// - Parameter rowCapacity: Rows in a batch, at most.
  public init(schema: LeadSchema, rowCapacity: Int = 1_024) {
    reader = LeadFileReader(schema: schema, rowCapacity: rowCapacity)
  }

  /// How the file is written and its columns map; `nil` until enough of it has been seen.
  public var layout: RowNormalizer? { reader.normalizer }

  /// Takes the next bytes of the file; they are copied.
  public mutating func feed(_ chunk: UnsafeRawBufferPointer) { reader.feed(chunk) }

  /// Takes the next bytes of the file.
  public mutating func feed(_ chunk: [UInt8]) { chunk.withUnsafeBytes { feed($0) } }

  /// Says that no bytes follow.
  public mutating func finish() { reader.finish() }

  /// The next leads, duplicates marked; `nil` when more bytes are needed, or there are none.
  ///
  /// Batches that nobody holds any more are used again.
  ///
  /// - Throws: `ImportRefusal` when the file holds no leads that could be read.
  public mutating func nextBatch() throws(ImportRefusal) -> ImportedBatch? {
    guard let block = try reader.nextBlock(), let normalizer = reader.normalizer else { return nil }
    let batch = normalizer.leads(in: block)
    deduplicator.mark(batch)
    report.add(batch)
    return batch
  }
}
