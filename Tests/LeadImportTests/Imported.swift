import LeadImport
import LeadModel

/// All there is to know about one import, as tests compare it.
struct Imported: Equatable {
  /// Values by field name, absent ones left out; one dictionary a lead, duplicates included.
  var leads: [[String: String]] = []
  var rowNumbers: [Int] = []
  var lines: [Int] = []
  /// The duplicates' row numbers and those of the rows they repeat.
  var duplicates: [Int: DuplicateWinner] = [:]
  var setAside: [SetAsideRow] = []
  var report = ImportReport()

  /// Imports `bytes`, fed in pieces of `chunk` bytes, in batches of `rowCapacity` rows.
  init(_ bytes: [UInt8], schema: LeadSchema = LeadSchema(), chunk: Int = .max, rowCapacity: Int = 1_024)
    throws
  {
    var importer = LeadImporter(schema: schema, rowCapacity: rowCapacity)
    var start = 0
    while start < bytes.count {
      let end = chunk < bytes.count - start ? start + chunk : bytes.count
      importer.feed(Array(bytes[start..<end]))
      while let batch = try importer.nextBatch() {
        add(batch)
      }
      start = end
    }
    importer.finish()
    while let batch = try importer.nextBatch() {
      add(batch)
    }
    report = importer.report
  }

  init(_ text: String, schema: LeadSchema = LeadSchema(), chunk: Int = .max, rowCapacity: Int = 1_024) throws
  {
    try self.init(Array(text.utf8), schema: schema, chunk: chunk, rowCapacity: rowCapacity)
  }

  /// For batches made by other means than an importer.
  init() {}

  mutating func add(_ batch: ImportedBatch) {
    for row in 0..<batch.leads.count {
      leads.append(values(of: batch.leads, row: row))
      rowNumbers.append(batch.rowNumber(ofRow: row))
      lines.append(batch.line(ofRow: row))
      if let winner = batch.winner(ofRow: row) { duplicates[batch.rowNumber(ofRow: row)] = winner }
    }
    setAside += batch.setAside
  }

  /// The findings' codes with their columns and counts.
  var findings: [String: Int] {
    Dictionary(
      report.findings.groups.map { ("\($0.reason.code) \($0.column ?? "row")", $0.count) },
      uniquingKeysWith: +)
  }
}

/// The values of one lead, by field name.
func values(of leads: LeadBatch, row: Int) -> [String: String] {
  var values: [String: String] = [:]
  for (index, field) in leads.schema.fields.enumerated() where leads.has(field: index, row: row) {
    switch field.type {
    case .text, .phone, .email: values[field.name] = leads.text(field: index, row: row)
    case .money, .number: values[field.name] = "\(leads.double(field: index, row: row))"
    case .count, .flag, .date: values[field.name] = "\(leads.int(field: index, row: row))"
    }
  }
  return values
}
