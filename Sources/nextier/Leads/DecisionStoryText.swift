import Diagnostics
import JSONText
import LeadImport
import LeadModel
import WorkflowEngine
import WorkflowProgram

/// A decision's story for people and for programs: every rule with its line, what it saw and what it gave.
struct DecisionStoryText {
  let program: ClientProgram
  let lead: LeadRow
  /// As a spreadsheet numbers rows.
  let rowNumber: Int
  /// The row that counts in place of this one; `nil` for a lead of its own.
  let repeats: DuplicateWinner?

  init(program: ClientProgram, _ batch: ScoredLeadFile.Batch, _ row: Int) {
    self.program = program
    lead = LeadRow(batch: batch.leads.leads, row: row)
    rowNumber = batch.leads.rowNumber(ofRow: row)
    repeats = batch.leads.winner(ofRow: row)
  }

  var text: String {
    let batch = lead.batch
    let name = printable(batch.text(.businessName, row: lead.row))
    var text = "\(name) (\(printable(batch.text(.recordID, row: lead.row))), row \(rowNumber))\n"
    if let repeats {
      text +=
        "a duplicate: it repeats row \(repeats.rowNumber) (\(printable(repeats.recordID))) by \(repeats.key.words), and "
        + "the first row counts; nothing is decided or sent for this one\n"
      return text
    }
    if let phone = batch.primaryContactPhone(row: lead.row) {
      text += "primary phone: \(phone)"
      text +=
        batch.has(.primaryPhone, row: lead.row) ? "\n" : ", the mobile; the list has no business phone\n"
    }
    for line in program.explainDecision(lead).lines {
      let place = line.place.map { "  [\(program.line(of: $0))]" } ?? ""
      switch line.kind {
      case .start(let start, let limit):
        text += "\n\(line.name): starts at \(start), at most \(limit)\(place)\n"
      case .asked(let condition, let saw, let outcome):
        text +=
          "    \(mark(outcome)) \(condition)\(saw.isEmpty ? "" : "  (\(printable(saw)))")\(reason(outcome))\(place)\n"
      case .points(let points): text += "  \(points < 0 ? "" : "+")\(points) \(line.name)\(place)\n"
      case .total(let sum, let value):
        text += "  = \(sum)\(sum == value ? "" : ", within limits \(value)") \(line.name)\n"
      case .result(let result): text += "\(line.name): \(result)\(place)\n"
      }
    }
    return text
  }

  private func mark(_ outcome: DecisionStory.Line.Outcome) -> String {
    switch outcome {
    case .held: "✓"
    case .didNotHold: "·"
    case .failed: "!"
    }
  }

  private func reason(_ outcome: DecisionStory.Line.Outcome) -> String {
    switch outcome {
    case .held, .didNotHold: ""
    case .failed(let error): "  failed: \(error); counts as not holding"
    }
  }

  var json: String {
    var writer = JSONWriter(indented: true)
    writer.object { object in
      object.member("record_id", lead.batch.text(.recordID, row: lead.row))
      object.member("row", rowNumber)
      if let repeats {
        object.member("duplicate_of", repeats.recordID)
        object.member("duplicate_of_row", repeats.rowNumber)
        object.member("duplicate_by", repeats.key.rawValue)
        return
      }
      let story = program.explainDecision(lead)
      if let phone = lead.batch.primaryContactPhone(row: lead.row) { object.member("primary_phone", phone) }
      object.member("quality", Int(story.decision.quality))
      object.member("priority", Int(story.decision.priority))
      object.member("queue", program.queueName(story.decision))
      object.member("agent", program.agentName(story.decision))
      object.member("campaign", program.campaignName(story.decision))
      object.member(
        "story", array: { array in for line in story.lines { array.object { write(line, &$0) } } })
    }
    writer.newline()
    return writer.text
  }

  private func write(_ line: DecisionStory.Line, _ writer: inout JSONWriter) {
    if !line.name.isEmpty { writer.member("rule", line.name) }
    switch line.kind {
    case .start(let start, let limit):
      writer.member("start", start)
      writer.member("limit", limit)
    case .asked(let text, let saw, let outcome):
      writer.member("condition", text)
      writer.member("saw", saw)
      switch outcome {
      case .held: writer.member("held", true)
      case .didNotHold: writer.member("held", false)
      case .failed(let error): writer.member("error", error)
      }
    case .points(let points): writer.member("points", points)
    case .total(let sum, let value):
      writer.member("sum", sum)
      writer.member("value", value)
    case .result(let result): writer.member("result", result)
    }
    if let place = line.place { writer.member("at", program.line(of: place)) }
  }
}

extension LeadBatch {
  /// The number a lead goes by in lists of results: the business's, else the mobile; `nil` without either.
  ///
  /// Rules see the two apart: a lead with a mobile alone has no `lead.primary_phone`.
  func primaryContactPhone(row: Int) -> String? {
    let field: StandardField = has(.primaryPhone, row: row) ? .primaryPhone : .mobilePhone
    return has(field, row: row) ? text(field, row: row) : nil
  }
}
