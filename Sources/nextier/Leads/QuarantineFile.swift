import LeadImport

/// The file that rows go to that cannot be used; made only when there is such a row.
struct QuarantineFile {
  let path: String
  private var bytes: [UInt8] = []
  private var writer: QuarantineWriter?

  init(path: String) { self.path = path }

  /// `scored.csv` → `scored.quarantine.csv`.
  static func path(beside path: String) -> String {
    let name = path == "-" ? "leads.csv" : path
    return name.hasSuffix(".csv") ? "\(name.dropLast(4)).quarantine.csv" : "\(name).quarantine.csv"
  }

  /// Where the rows were written; `nil` when there were none.
  private(set) var writtenPath: String?

  mutating func add(_ batch: ImportedBatch, mapping: ColumnMapping) {
    guard !batch.setAside.isEmpty else { return }
    if writer == nil { writer = QuarantineWriter(mapping: mapping) }
    writer?.add(batch)
    bytes += writer?.takeBytes() ?? []
  }

  /// - Throws: `FileError` when the file cannot be written.
  mutating func close() throws(FileError) {
    guard !bytes.isEmpty else { return }
    try writeFile(bytes, to: path)
    writtenPath = path
  }
}
