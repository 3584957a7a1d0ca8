import LeadImport

/// The file that rows go to that cannot be used; made only when there is such a row.
struct QuarantineFile: ~Copyable {
  private let place: OutputPlace
  private var file: OutputFile?
  private var writer: QuarantineWriter?

  /// - Throws: `FileError` for a place where nothing can be written, though it may never have to be.
  init(_ path: String, besides inputs: [String]) throws(FileError) {
    place = try OutputPlace(path, besides: inputs)
  }

  /// `scored.csv` → `scored.quarantine.csv`, and one of the current folder where there is no file to stand beside.
  static func path(beside path: String?) -> String {
    let name = path.flatMap { $0 == "-" ? nil : $0 } ?? "leads.csv"
    return name.hasSuffix(".csv") ? "\(name.dropLast(4)).quarantine.csv" : "\(name).quarantine.csv"
  }

  /// Whether it would be written over another output.
  func isSame(as other: OutputPlace) -> Bool { place.isSame(as: other) }

  /// Where the rows were written; `nil` when there were none.
  private(set) var writtenPath: String?

  /// Writes a batch's rows at once: a list may be all rubbish.
  ///
  /// - Throws: `FileError` when the file cannot be written.
  mutating func add(_ batch: ImportedBatch, mapping: ColumnMapping) throws(FileError) {
    guard !batch.setAside.isEmpty else { return }
    if writer == nil {
      writer = QuarantineWriter(mapping: mapping)
      file = try OutputFile(at: place)
    }
    writer?.add(batch)
    if let bytes = writer?.takeBytes() { try file?.write(bytes) }
  }

  /// Gives the file its name, or takes away the one of an earlier run: its rows are not this list's.
  ///
  /// - Throws: `FileError` when the file cannot be written.
  mutating func close() throws(FileError) {
    guard writer != nil else { return place.removeFile(startingWith: QuarantineWriter.leadingColumns) }
    try file?.close()
    writtenPath = place.name
  }
}
