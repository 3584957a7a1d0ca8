/// Files that are no lists, by how they begin.
enum FileKind {
  private static let signatures: [(bytes: [UInt8], kind: String, advice: String)] = [
    (
      [0x50, 0x4B, 0x03, 0x04], "an Excel workbook or a zip archive",
      "save the sheet as CSV, or unpack the archive"
    ),
    ([0xD0, 0xCF, 0x11, 0xE0], "an old Excel workbook", "save the sheet as CSV"),
    ([0x1F, 0x8B], "compressed with gzip", "unpack it first"),
    ([0x25, 0x50, 0x44, 0x46], "a PDF", "ask for the list as CSV"),
    ([0x53, 0x51, 0x4C, 0x69, 0x74, 0x65, 0x20], "a SQLite database", "export the table as CSV"),
    ([0x50, 0x41, 0x52, 0x31], "a Parquet file", "export the table as CSV"),
    (Array("{\"".utf8), "JSON", "convert it to CSV"),
    (Array("[{".utf8), "JSON", "convert it to CSV"),
    (Array("<!".utf8), "a web page", "export the list as CSV; a page may have been saved instead"),
    (Array("<html".utf8), "a web page", "export the list as CSV; a page may have been saved instead"),
    (Array("<?xml".utf8), "XML", "export the list as CSV"),
  ]

  /// - Throws: `ImportRefusal` when the file is empty or of a kind that holds no rows.
  static func refuse(_ head: [UInt8], encoding: TextEncoding) throws(ImportRefusal) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let start = head.starts(with: mark) ? head.dropFirst(3) : head[...]
    let isBlank = start.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    if isBlank || (head.count < 3 && encoding.isUTF16) { throw .empty }
    let text = start.prefix(256).filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }
    for signature in signatures where text.starts(with: signature.bytes) {
      throw ImportRefusal(.notText, "the file is \(signature.kind), not a CSV", advice: signature.advice)
    }
    guard !encoding.isUTF16 else { return }
    let sample = start.prefix(4_096)
    let nulls = sample.count { $0 == 0 }
    // An export may have a few of those by mistake; a picture or a program has them everywhere.
    let controls = sample.count { 0x01...0x08 ~= $0 || 0x0E...0x1A ~= $0 }
    if sample.count < nulls * 4 || 64 < controls && sample.count < controls * 50 {
      throw ImportRefusal(.notText, "the file is binary, not a CSV", advice: "export the list as CSV")
    }
  }
}
