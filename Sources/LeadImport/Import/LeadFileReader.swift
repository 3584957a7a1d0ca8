public import LeadModel

/// Splits a lead file into blocks of rows, once its first bytes have shown how it is written.
///
/// The serial part of an import: feed chunks of some 64 KB to 1 MB, take blocks until there are none, feed again;
/// after `finish()` take the last blocks. A block's rows are then made leads by the `normalizer`, on any thread.
public struct LeadFileReader: ~Copyable {
  private let vocabulary: HeaderVocabulary
  private let rowCapacity: Int
  /// The bytes so far, until there are enough to tell how the file is written.
  private var head: [UInt8] = []
  private var reader: CSVReader?
  private var isFinished = false
  private var pool = BlockPool()
  /// What makes leads of the blocks; `nil` until enough of the file has been seen.
  public private(set) var normalizer: RowNormalizer?

  /// - Parameter rowCapacity: Rows in a block.
  public init(schema: LeadSchema, rowCapacity: Int = 1_024) {
    vocabulary = HeaderVocabulary(schema: schema)
    self.rowCapacity = rowCapacity
  }

  /// Takes the next bytes of the file; they are copied.
  public mutating func feed(_ chunk: UnsafeRawBufferPointer) {
    if reader == nil { head.append(contentsOf: chunk) } else { reader?.feed(chunk) }
  }

  /// Says that no bytes follow.
  public mutating func finish() {
    isFinished = true
    reader?.finish()
  }

  /// How the file is written and what its columns hold; `nil` while more bytes are needed to tell.
  ///
  /// - Throws: `ImportRefusal` when no table can be in such a file.
  public mutating func layout() throws(ImportRefusal) -> RowNormalizer? {
    if let normalizer { return normalizer }
    guard isFinished || FormatSniffer.sampleSize < head.count else { return nil }
    let format = try FormatSniffer(vocabulary: vocabulary).format(
      of: Array(head.prefix(FormatSniffer.sampleSize)),
      isWhole: isFinished && head.count <= FormatSniffer.sampleSize)
    let found = RowNormalizer(
      format: format,
      mapping: ColumnMapping(
        header: format.header, sample: format.sample, vocabulary: vocabulary, hasRowNames: format.hasRowNames,
        meanings: format.guesses))
    normalizer = found
    return found
  }

  /// The next block; `nil` when more bytes are needed, or there are none.
  ///
  /// Blocks that nobody holds any more are used again, and so are the batches made of them.
  ///
  /// - Throws: `ImportRefusal` when the file holds no leads that could be read.
  public mutating func nextBlock() throws(ImportRefusal) -> RowBlock? {
    if reader == nil {
      guard let normalizer = try layout() else { return nil }
      if let refusal = normalizer.refusal { throw refusal }
      var opened = normalizer.format.reader(rowCapacity: rowCapacity)
      head.withUnsafeBytes { opened.feed($0) }
      head = []
      if isFinished { opened.finish() }
      reader = consume opened
    }
    let spare = pool.takeUnused()
    guard let block = reader?.nextBlock(reusing: spare) else {
      if let spare { pool.keep(spare) }
      return nil
    }
    pool.keep(block)
    return block
  }
}

extension RowNormalizer {
  /// Why no row of the file could be a lead; `nil` when some may.
  public var refusal: ImportRefusal? {
    let names = mapping.columns.map { "'\($0.header)'" }.prefix(12).joined(separator: ", ")
    let list = mapping.columns.count <= 12 ? names : "\(names) and \(mapping.columns.count - 12) more"
    if mapping.namesLeads { return nil }
    if format.headerRow == nil {
      return ImportRefusal(
        .noHeader, "the file has no header row, and its values do not show which column names the lead",
        advice:
          "put a header above the first row, such as: business_name,owner_name,business_phone,city,state")
    }
    if mapping.isEmpty {
      return ImportRefusal(
        .nothingMapped, "no column means anything to us: \(list)",
        advice: "rename the columns, or list these headers under the fields' columns in the workflow")
    }
    return ImportRefusal(
      .noNames, "no column names a business or a person: \(list)",
      advice: "name one of them business_name or owner_name, or list its header in the workflow")
  }
}
