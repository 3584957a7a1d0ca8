import Diagnostics
import JSONText
import LeadImport
import LeadModel
import Threads
import Workers
import WorkflowConversation
import WorkflowEngine
import WorkflowProgram

/// Finds out whom a conversation is with.
struct ChatLead {
  let program: ClientProgram
  /// The project's folder; empty is the current one.
  let root: String

  /// The lead of a file, or a plausible one where none is named.
  ///
  /// - Parameter path: A JSON object of field values, or a lead file, of which the first lead is taken that a
  ///   campaign would write to.
  /// - Throws: `FileError` for a file that cannot be read or holds no lead, `ImportRefusal` for a table without leads.
  func record(_ path: String?) throws -> LeadRecord {
    guard let path else { return try plausible() }
    guard path.lowercased().hasSuffix(".csv") else { return try object(path) }
    guard let lead = try first(in: path, ofCampaigns: true) ?? first(in: path, ofCampaigns: false) else {
      throw FileError(path: path, reason: "it holds no lead")
    }
    return lead
  }

  /// The example where a campaign takes it; else a lead of the workflow's sample list.
  private func plausible() throws -> LeadRecord {
    let example = LeadRecord.example(schema: program.leadSchema)
    if example.isTaken(by: program) { return example }
    let samples =
      "\(root.isEmpty || root.hasSuffix("/") ? root : root + "/")workflows/samples/\(program.name)-leads.csv"
    // A project without samples is as good as one whose samples no campaign takes.
    if let sample = try? first(in: samples, ofCampaigns: true) { return sample }
    printError("note: no campaign of \(program.name) takes the example lead; --as names another")
    return example
  }

  private func object(_ path: String) throws -> LeadRecord {
    let bytes = try readFile(path)
    let lead: LeadRecord
    do {
      lead = try LeadRecord(try JSONValue(parsing: bytes), schema: program.leadSchema)
    } catch let error as JSONError {
      throw FileError(path: path, reason: error.description)
    } catch let error as LeadRecordError {
      throw FileError(path: path, reason: error.description)
    }
    for remark in lead.remarks { printError("note: \(remark)") }
    for name in lead.unknown {
      let near = nearestName(to: name, in: program.leadSchema.fields.map(\.name))
      let hint = near.map { "; did you mean '\($0)'?" } ?? ""
      printError("note: '\(name)' is no field of \(program.name)'s leads and is left out\(hint)")
    }
    return lead
  }

  private func first(in path: String, ofCampaigns: Bool) throws -> LeadRecord? {
    do {
      let file = ScoredLeadFile(program: program, path: path, pool: WorkerPool.threads(1))
      _ = try file.forEach { batches in
        for batch in batches {
          let rows = batch.leads.leads.count
          for row in 0..<rows where !batch.leads.isDuplicate(row: row) {
            let lead = LeadRow(batch: batch.leads.leads, row: row)
            let suits =
              batch.decisions[row].campaign != LeadDecision.none && lead.batch.has(.ownerName, row: row)
            if suits || !ofCampaigns { throw Found(lead: LeadRecord(lead)) }
          }
        }
      }
    } catch let found as Found {
      return found.lead
    }
    return nil
  }

  /// Ends the reading of a file whose rest does not matter.
  private struct Found: Error {
    let lead: LeadRecord
  }
}
