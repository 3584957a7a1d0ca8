import Expressions
import LeadModel
import WorkflowEngine
import WorkflowProgram

extension SimulationResult {
  /// The report for people: plain text, at most 100 columns.
  public func report() -> String {
    var text = "\(program.client.name): \(grouped(leads)) leads, \(settings.days) days from "
    text += "\(settings.start.local(in: program.client.timezone).date), seed \(settings.seed)\n"
    text += section("Funnel", rows: funnel.map { ($0.name, $0.count) }, of: leads)
    text += section("Where leads stand at the end", rows: ends.map { ($0.name, $0.count) }, of: leads)
    text += sends()
    text += section(
      "Replies",
      rows: program.intents.indices.filter { 0 < tally.replies[$0] }
        .map { (program.intents[$0], tally.replies[$0]) },
      of: tally.replies.reduce(0, +))
    text += agents()
    text += law()
    text += failures()
    text += samples()
    return text
  }

  // MARK: Parts

  private static let nameWidth = 36
  private static let barWidth = 30

  /// A table with a bar for each row, measured against `whole`.
  private func section(_ title: String, rows: [(String, Int)], of whole: Int) -> String {
    guard !rows.isEmpty else { return "" }
    var text = "\n\(title)\n"
    for (name, count) in rows {
      let length = whole == 0 ? 0 : count * Self.barWidth / max(whole, count)
      text +=
        "  \(padded(name, Self.nameWidth))\(leading(grouped(count), 10))  \(leading(percent(count, of: whole), 6))"
      text += length == 0 ? "\n" : "  \(String(repeating: "█", count: length))\n"
    }
    return text
  }

  private func sends() -> String {
    let cap = program.limits.textsPerDay
    var text = "\nTexts a day, of \(grouped(cap)) allowed\n"
    for (day, count) in tally.sentByDay.enumerated() {
      let length = cap == 0 ? 0 : min(Self.barWidth, count * Self.barWidth / cap)
      text += "  \(padded("day \(day + 1)", Self.nameWidth))\(leading(grouped(count), 10))"
      text += length == 0 ? "\n" : "          \(String(repeating: "█", count: length))\n"
    }
    text += "  \(grouped(tally.sent)) texts, of these \(grouped(tally.answers)) answers; "
    text += "\(grouped(tally.delivered)) delivered, \(grouped(tally.failed)) failed"
    text +=
      tally.invalidNumbers == 0 ? "\n" : ", \(grouped(tally.invalidNumbers)) to numbers that take no texts\n"
    text += "  \(grouped(tally.segments)) segments, \(dollars(cost))\n"
    for refusal in SendRefusal.allCases where 0 < tally.refusals[Int(refusal.rawValue)] {
      text += "  \(grouped(tally.refusals[Int(refusal.rawValue)])) not sent: \(refusal.explanation)\n"
    }
    return text
  }

  private func agents() -> String {
    guard !program.decisions.agents.isEmpty else { return "" }
    var text = "\nAgents\n  \(padded("", Self.nameWidth))  assigned   replies  handed over\n"
    for (index, agent) in program.decisions.agents.enumerated() {
      text += "  \(padded(agent.name, Self.nameWidth))\(leading(grouped(tally.assigned[index]), 10))"
      text += "\(leading(grouped(tally.agentReplies[index]), 10))"
      text += "\(leading(grouped(tally.escalations[index]), 13))\n"
    }
    return text
  }

  private func law() -> String {
    var text = "\nLaw and limits\n"
    text += "  \(grouped(tally.sent)) texts looked at again: \(tally.unlawful) outside lawful hours, "
    text += "\(secondLook.beyondCaps) beyond a cap,\n"
    text +=
      "    \(secondLook.beyondDays) beyond a day's and \(secondLook.beyondMinutes) beyond a minute's allowance, "
    text += "\(tally.sentAfterOptOut) after an opt-out\n"
    if 0 < tally.heldByCaps { text += "  \(grouped(tally.heldByCaps)) texts waited for a cap\n" }
    text += "  \(grouped(tally.optOuts)) opt-outs, \(grouped(tally.confirmations)) confirmations\n"
    return text
  }

  /// Conditions that failed, as `score` tells them.
  private func failures() -> String {
    let failures = tally.failedConditions.list(program)
    guard !failures.isEmpty else { return "" }
    var text = "\nConditions that failed and so did not hold\n"
    for (condition, failure) in failures {
      text += "  '\(condition.expression.source)' failed \(grouped(failure.times)) "
      text += "\(failure.times == 1 ? "time" : "times"), first for \(failure.recordID): \(failure.error) "
      text += "[\(program.line(of: condition.place))]\n"
    }
    return text
  }

  private func samples() -> String {
    var text = ""
    for lead in sampleLeads {
      guard let name = names[lead] else { continue }
      let business = name.business.isEmpty ? "a business without a name" : name.business
      let place = name.place.isEmpty ? "" : ", \(name.place)"
      text += "\nJourney of \(business) (\(name.recordID))\(place): quality "
      text += "\(name.decision.quality), priority \(name.decision.priority), "
      text += "\(program.queueName(name.decision)), \(program.agentName(name.decision))"
      text += "; times of \(program.client.timezone.name)\n"
      for entry in journal where entry.lead == lead { text += line(entry) }
    }
    return text
  }

  private func line(_ entry: JournalEntry) -> String {
    let time = instant(entry.second).local(in: program.client.timezone)
    if case .sent(let message, isAnswer: _) = entry.event { return "  \(time)  → \(message)\n" }
    let state = program.machine[entry.to].path
    let effects = entry.effects.compactMap(words).joined(separator: ", ")
    let arrow = entry.from == entry.to ? "" : " → \(state)"
    return "  \(time)  \(words(entry.event))\(arrow)\(effects.isEmpty ? "" : "  (\(effects))")\n"
  }

  // MARK: Numbers as people read them

  private func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude))
    var position = digits.count - 3
    while 0 < position {
      digits.insert(",", at: position)
      position -= 3
    }
    return (number < 0 ? "-" : "") + String(digits)
  }

  private func percent(_ count: Int, of whole: Int) -> String {
    guard 0 < whole else { return "" }
    let tenths = (count * 1_000 + whole / 2) / whole
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private func dollars(_ amount: Double) -> String {
    let cents = Int(amount * 100 + 0.5)
    let rest = cents % 100
    return "$\(grouped(cents / 100)).\(rest < 10 ? "0" : "")\(rest)"
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(1, width - text.count))
  }

  private func leading(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
