import Expressions
import JSONText
import LeadImport
import WorkflowEngine
import WorkflowProgram

/// What a scored list comes to: how many where, and what happened to the rows.
struct ScoreSummary {
  private let program: ClientProgram
  private var leads = 0
  private var qualified = 0
  private var queues: [Int]
  private var agents: [Int]
  private var campaigns: [Int]
  private var qualitySum = 0
  private var prioritySum = 0

  init(program: ClientProgram) {
    self.program = program
    queues = program.decisions.queues.choices.map { _ in 0 }
    agents = program.decisions.agents.map { _ in 0 }
    campaigns = program.decisions.campaigns.map { _ in 0 }
  }

  mutating func add(_ batch: ScoredLeadFile.Batch) {
    for (row, decision) in batch.decisions.enumerated() where !batch.leads.isDuplicate(row: row) {
      leads += 1
      if decision.isQualified { qualified += 1 }
      qualitySum += Int(decision.quality)
      prioritySum += Int(decision.priority)
      count(decision.queue, in: &queues)
      count(decision.agent, in: &agents)
      count(decision.campaign, in: &campaigns)
    }
  }

  private func count(_ row: UInt8, in counts: inout [Int]) {
    if row != LeadDecision.none { counts[Int(row)] += 1 }
  }

  func text(_ outcome: ScoredLeadFile.Outcome, setAside: String?) -> String {
    let report = outcome.report
    var text = "\(report.rowsRead) rows: \(report.imported) leads, \(report.duplicates) duplicates, "
    text += "\(report.blank) blank, \(report.setAside) set aside"
    text += report.repeatedHeaders == 0 ? "\n" : ", \(report.repeatedHeaders) repeated headers\n"
    text +=
      "\(qualified) qualified; quality \(average(qualitySum)) and priority \(average(prioritySum)) on average\n"
    text += table("queue", program.decisions.queues.names, queues)
    text += table("agent", program.decisions.agents.map(\.name), agents)
    text += table("campaign", program.decisions.campaigns.map(\.name), campaigns)
    for group in report.findings.groups.prefix(8) {
      text += "note: \(group.count) × \(group.reason.explanation)"
      text += group.column.map { " (column '\($0)')\n" } ?? "\n"
    }
    for (condition, failure) in outcome.failures.list(program) {
      text += "warning: '\(condition.expression.source)' failed for \(failure.leads) "
      text += "\(failure.leads == 1 ? "lead" : "leads") and did not hold, "
      text += "first for \(failure.firstLead): \(failure.error) [\(program.line(of: condition.place))]\n"
    }
    if let setAside { text += "rows set aside: \(setAside)\n" }
    return text
  }

  func json(_ outcome: ScoredLeadFile.Outcome) -> String {
    let report = outcome.report
    var writer = JSONWriter(indented: true)
    writer.object { object in
      object.member("workflow", program.name)
      object.member("rows", report.rowsRead)
      object.member("leads", report.imported)
      object.member("duplicates", report.duplicates)
      object.member("blank", report.blank)
      object.member("set_aside", report.setAside)
      object.member("repeated_headers", report.repeatedHeaders)
      object.member("qualified", qualified)
      object.member("quality_sum", qualitySum)
      object.member("priority_sum", prioritySum)
      write("queues", program.decisions.queues.names, queues, &object)
      write("agents", program.decisions.agents.map(\.name), agents, &object)
      object.member(
        "failed_conditions",
        array: { array in
          for (condition, failure) in outcome.failures.list(program) {
            array.object {
              $0.member("condition", condition.expression.source)
              $0.member("at", program.line(of: condition.place))
              $0.member("leads", failure.leads)
              $0.member("first_lead", failure.firstLead)
              $0.member("error", failure.error)
            }
          }
        })
      write("campaigns", program.decisions.campaigns.map(\.name), campaigns, &object)
    }
    writer.newline()
    return writer.text
  }

  private func average(_ sum: Int) -> String {
    guard 0 < leads else { return "0" }
    let tenths = (sum * 10 + leads / 2) / leads
    return "\(tenths / 10).\(tenths % 10)"
  }

  private func table(_ title: String, _ names: [String], _ counts: [Int]) -> String {
    guard !names.isEmpty else { return "" }
    let parts = zip(names, counts).map { "\($0) \($1)" }
    return "\(title): \(parts.joined(separator: ", "))\n"
  }

  private func write(_ title: String, _ names: [String], _ counts: [Int], _ writer: inout JSONWriter) {
    writer.member(
      title, object: { object in for (name, count) in zip(names, counts) { object.member(name, count) } })
  }
}
