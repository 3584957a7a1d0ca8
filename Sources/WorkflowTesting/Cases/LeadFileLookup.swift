import LeadImport
import LeadModel
import WorkflowEngine

/// The leads of files that tests name, each file read once.
struct LeadFileLookup {
  private let bytes: (String) -> [UInt8]?
  private var files: [String: [String: LeadRow]] = [:]

  /// Why a row cannot be had.
  enum Problem: Error, Hashable {
    case noFile
    case noLeads(String)
    case noRow(near: [String])
  }

  /// - Parameter bytes: Reads a file of the project by its path, or returns `nil`.
  init(bytes: @escaping (String) -> [UInt8]?) { self.bytes = bytes }

  /// The lead with a record id, as an import would make it.
  mutating func row(_ recordID: String, of path: String, _ schema: LeadSchema) throws(Problem) -> LeadRow {
    // Workflows may read one file's columns differently.
    let key = "\(path)\n\(schema.fields.map(\.name).joined(separator: ","))"
    if files[key] == nil { files[key] = try read(path, schema) }
    guard let rows = files[key] else { throw .noFile }
    guard let row = rows[recordID] else { throw .noRow(near: rows.keys.sorted()) }
    return row
  }

  private func read(_ path: String, _ schema: LeadSchema) throws(Problem) -> [String: LeadRow] {
    guard let content = bytes(path) else { throw .noFile }
    var importer = LeadImporter(schema: schema)
    importer.feed(content)
    importer.finish()
    var rows: [String: LeadRow] = [:]
    do {
      while let batch = try importer.nextBatch() {
        for row in 0..<batch.leads.count {
          let id = batch.leads.text(.recordID, row: row)
          if rows[id] == nil { rows[id] = LeadRow(batch: batch.leads, row: row) }
        }
      }
    } catch {
      throw .noLeads(error.description)
    }
    return rows
  }
}
