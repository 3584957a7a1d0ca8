import Expressions
import JSONText
import LeadModel
import WorkflowEngine
import WorkflowProgram

extension SimulationResult {
  /// Everything the report says, for programs; equal runs give equal bytes.
  public func json() -> String {
    var writer = JSONWriter(indented: true)
    writer.object { object in
      object.member("workflow", program.name)
      object.member("workflow_hash", program.hash)
      object.member("seed", Int(truncatingIfNeeded: settings.seed))
      object.member("start", settings.start.iso8601)
      object.member("days", settings.days)
      object.member("leads", leads)
      object.member("steps", tally.steps)
      object.member(
        "funnel", object: { funnel in for stage in self.funnel { funnel.member(stage.name, stage.count) } })
      object.member("end_states", array: writeEnds)
      object.member("queues", object: writeQueues)
      object.member("sends", object: writeSends)
      object.member("replies", object: writeReplies)
      object.member("agents", object: writeAgents)
      object.member("templates", object: writeTemplates)
      object.member("law", object: writeLaw)
      object.member("condition_errors", tally.failedConditions.times)
      object.member("failed_conditions", array: writeFailures)
      object.member("samples", array: { array in for lead in sampleLeads { writeSample(lead, &array) } })
    }
    writer.newline()
    return writer.text
  }

  private func writeEnds(_ writer: inout JSONWriter) {
    for end in ends {
      writer.object {
        $0.member("state", end.name)
        $0.member("leads", end.count)
        $0.member("final", end.isFinal)
      }
    }
  }

  private func writeFailures(_ writer: inout JSONWriter) {
    for (condition, failure) in tally.failedConditions.list(program) {
      writer.object {
        $0.member("condition", condition.expression.source)
        $0.member("at", program.line(of: condition.place))
        $0.member("times", failure.times)
        $0.member("first_lead", failure.recordID)
        $0.member("error", failure.error)
      }
    }
  }

  private func writeQueues(_ writer: inout JSONWriter) {
    for (index, queue) in program.decisions.queues.choices.enumerated() {
      writer.member(queue.name, tally.queues[index])
    }
  }

  private func writeReplies(_ writer: inout JSONWriter) {
    for (index, intent) in program.intents.enumerated() where 0 < tally.replies[index] {
      writer.member(intent, tally.replies[index])
    }
  }

  private func writeAgents(_ writer: inout JSONWriter) {
    for (index, agent) in program.decisions.agents.enumerated() {
      writer.name(agent.name)
      writer.object {
        $0.member("assigned", tally.assigned[index])
        $0.member("replies", tally.agentReplies[index])
        $0.member("escalations", tally.escalations[index])
      }
    }
  }

  private func writeTemplates(_ writer: inout JSONWriter) {
    for (index, template) in program.messages.templates.enumerated() where 0 < tally.sentByTemplate[index] {
      writer.name(template.reference)
      writer.object {
        $0.member("sent", tally.sentByTemplate[index])
        $0.member("first_replies", tally.repliesByTemplate[index])
      }
    }
  }

  private func writeLaw(_ writer: inout JSONWriter) {
    writer.member("outside_lawful_hours", tally.unlawful)
    writer.member("beyond_caps", secondLook.beyondCaps)
    writer.member("beyond_day_allowance", secondLook.beyondDays)
    writer.member("beyond_minute_allowance", secondLook.beyondMinutes)
    writer.member("sent_after_opt_out", tally.sentAfterOptOut)
    writer.member("opt_outs", tally.optOuts)
    writer.member("held_by_caps", tally.heldByCaps)
  }

  private func writeSends(_ writer: inout JSONWriter) {
    writer.member("texts", tally.sent)
    writer.member("answers", tally.answers)
    writer.member("opt_out_confirmations", tally.confirmations)
    writer.member("delivered", tally.delivered)
    writer.member("failed", tally.failed)
    writer.member("number_invalid", tally.invalidNumbers)
    writer.member("segments", tally.segments)
    writer.member("cost_dollars", cost)
    writer.member("daily_cap", program.limits.textsPerDay)
    writer.member(
      "by_day", array: { array in for count in tally.sentByDay { array.int(Int64(count)) } })
    writer.name("refused")
    writer.object { object in
      for refusal in SendRefusal.allCases where 0 < tally.refusals[Int(refusal.rawValue)] {
        object.member(refusal.explanation, tally.refusals[Int(refusal.rawValue)])
      }
    }
  }

  private func writeSample(_ lead: UInt32, _ writer: inout JSONWriter) {
    let name = names[lead]
    writer.object { object in
      object.member("record_id", name?.recordID ?? "")
      object.member("business_name", name?.business ?? "")
      object.name("events")
      object.array { array in
        for entry in journal where entry.lead == lead { array.object { write(entry, &$0) } }
      }
    }
  }

  private func write(_ entry: JournalEntry, _ writer: inout JSONWriter) {
    writer.member("at", instant(entry.second).iso8601)
    writer.member("event", words(entry.event))
    writer.member("from", program.machine[entry.from].path)
    writer.member("to", program.machine[entry.to].path)
    if case .sent(let text, let isAnswer) = entry.event {
      writer.member("text", text)
      writer.member("answer", isAnswer)
    }
    let effects = entry.effects.compactMap(words)
    guard !effects.isEmpty else { return }
    writer.name("effects")
    writer.array { array in for effect in effects { array.string(effect) } }
  }

  /// The journal as JSON lines: one event a line, by time and then by lead.
  public func journalLines(_ body: ([UInt8]) -> Void) {
    var writer = JSONWriter()
    for entry in journal {
      writer.object {
        $0.member("lead", names[entry.lead]?.recordID ?? "")
        write(entry, &$0)
      }
      writer.newline()
      if 1 << 16 < writer.bytes.count {
        body(writer.bytes)
        writer.removeAll()
      }
    }
    if !writer.bytes.isEmpty { body(writer.bytes) }
  }
}
