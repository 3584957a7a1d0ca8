import LeadImport
import LeadModel
import Workers
import WorkflowEngine
import WorkflowProgram

/// The scored table as CSV, one row a lead in the file's order, duplicates included.
struct ScoreTable {
  private let program: ClientProgram
  /// Names by row of the program's tables, looked up once.
  private let queues: [String]
  private let agents: [String]
  private let campaigns: [String]
  private let templates: [String]
  private let recommendations: [String]
  private let assignmentTypes: [String]
  private let flags: [String]

  static let columns = [
    "record_id", "quality_score", "priority_level", "revenue_band", "queue", "qualified", "agent", "campaign",
    "template", "recommended_action", "assignment_type", "flags", "primary_phone", "duplicate_of",
  ]

  init(program: ClientProgram) {
    self.program = program
    let decisions = program.decisions
    queues = decisions.queues.names
    agents = decisions.agents.map(\.name)
    campaigns = decisions.campaigns.map(\.name)
    templates = program.messages.templates.map(\.reference)
    recommendations = decisions.recommendations.names
    assignmentTypes = decisions.assignmentTypes.names
    flags = decisions.flags.names
  }

  var header: [UInt8] { Array("\(Self.columns.joined(separator: ","))\n".utf8) }

  /// The rows of batches, in order, written on all threads.
  func rows(_ batches: [ScoredLeadFile.Batch], pool: WorkerPool) -> [[UInt8]] {
    SideBySide.map(batches, pool: pool) { rows(of: $0) }
  }

  private func rows(of batch: ScoredLeadFile.Batch) -> [UInt8] {
    var writer = CSVWriter()
    let leads = batch.leads.leads
    for row in 0..<leads.count {
      writer.cell(leads.textBytes(field: StandardField.recordID.rawValue, row: row))
      if let winner = batch.leads.winner(ofRow: row) {
        for _ in 0..<11 { writer.cell("") }
        writer.cell(phone(leads, row))
        writer.cell(winner.recordID)
      } else {
        decision(batch.decisions[row], LeadRow(batch: leads, row: row), &writer)
        writer.cell(phone(leads, row))
        writer.cell("")
      }
      writer.endRow()
    }
    return writer.bytes
  }

  private func decision(_ decision: LeadDecision, _ lead: LeadRow, _ writer: inout CSVWriter) {
    writer.cell(Int(decision.quality))
    writer.cell(Int(decision.priority))
    writer.cell(program.revenueBand(of: lead))
    writer.cell(name(decision.queue, queues))
    writer.cell(decision.isQualified ? "true" : "false")
    writer.cell(name(decision.agent, agents))
    writer.cell(name(decision.campaign, campaigns))
    writer.cell(decision.campaign == LeadDecision.none ? "" : templates[Int(decision.template)])
    writer.cell(name(decision.recommendation, recommendations))
    writer.cell(name(decision.assignmentType, assignmentTypes))
    writer.cell(flagText(decision.flags))
  }

  private func name(_ row: UInt8, _ names: [String]) -> String {
    row == LeadDecision.none ? "" : names[Int(row)]
  }

  private func flagText(_ bits: UInt64) -> String {
    guard bits != 0 else { return "" }
    var text = ""
    for (index, flag) in flags.enumerated() where bits >> UInt64(index) & 1 == 1 {
      if !text.isEmpty { text += ";" }
      text += flag
    }
    return text
  }

  /// The business number, else the mobile one.
  private func phone(_ leads: LeadBatch, _ row: Int) -> UnsafeBufferPointer<UInt8> {
    let primary = leads.textBytes(field: StandardField.primaryPhone.rawValue, row: row)
    return primary.isEmpty ? leads.textBytes(field: StandardField.mobilePhone.rawValue, row: row) : primary
  }
}

extension ClientProgram {
  /// The label of the workflow's first band, which is the revenue's in every shipped workflow; empty without one.
  func revenueBand(of lead: LeadRow) -> String {
    let bands = decisions.bands
    guard let band = bands.first(where: { $0.name == "revenue_band" }) ?? bands.first else { return "" }
    return band.labels[band.code(of: lead)]
  }
}
