import LeadModel
import WorkflowEngine
import WorkflowProgram

/// Measures wording messages on one core: choosing a variant, rendering it, counting its segments.
func benchmarkRender() {
  let leads = 10_000
  let batch = renderLeads(leads)
  let keys = (0..<leads).map { stableHash("LEAD-2026-\($0)".utf8) }
  let template = renderTemplate()
  let voice = PersonaVoice(
    contractions: .never, greetings: [Wording([.text("Hello "), .variable(.firstName, fallback: "there")])])
  let speaker = Speaker([
    .agentName: "Gianna", .brandName: "Acme Brokers", .optOut: "Reply STOP to opt out.",
  ])
  let voiced = template.voiced(by: voice, for: speaker)
  var buffer = MessageBuffer()

  report("render", leads) {
    var bytes = 0
    for row in 0..<leads {
      voiced.patterns[0].render(batch, row: row, speaker: speaker, into: &buffer)
      bytes += buffer.count
    }
    return bytes
  }
  report("choose, render and count", leads) {
    var segments = 0
    for row in 0..<leads {
      let variant = template.variant(for: keys[row], seed: 7)
      voiced.patterns[variant].render(batch, row: row, speaker: speaker, into: &buffer)
      segments += buffer.smsCount.segments
    }
    return segments
  }
  report("count", leads) {
    var units = 0
    for _ in 0..<leads {
      buffer.append(0x20)
      units += buffer.smsCount.units
      buffer.truncate(to: buffer.count - 1)
    }
    return units
  }
  report("choose", leads) {
    var sum = 0
    for key in keys { sum += template.variant(for: key, seed: 7) }
    return sum
  }
  report("voice a template of two variants", 200) {
    var pieces = 0
    for _ in 0..<200 { pieces += template.voiced(by: voice, for: speaker).patterns[0].pieces.count }
    return pieces
  }
}

/// Prints the best of fifty runs.
private func report(_ name: String, _ count: Int, _ body: () -> Int) {
  let clock = ContinuousClock()
  var best = Duration.seconds(1_000)
  var check = 0
  for _ in 0..<50 { best = min(best, clock.measure { check = body() }) }
  let seconds = Double(best.components.attoseconds) / 1e18 + Double(best.components.seconds)
  let nanoseconds = (seconds / Double(count) * 1e9).rounded()
  print("\(name): \(Int(Double(count) / seconds)) a second, \(Int(nanoseconds)) ns each (check \(check))")
}

private func renderTemplate() -> MessageTemplate {
  let here = Place(file: 0, line: 1, column: 1)
  let wording = Wording([
    .text("Hi "), .variable(.firstName, fallback: "there"), .text(", this is "),
    .variable(.agentName, fallback: nil), .text(" with "), .variable(.brandName, fallback: nil),
    .text(". I saw "), .variable(.companyName, fallback: "your business"), .text(" in "),
    .variable(.city, fallback: "your area"),
    .text(" and wanted to reach you directly. Would a quick call this week work? "),
    .variable(.optOut, fallback: nil),
  ])
  return MessageTemplate(
    id: TemplateID(index: 0), library: "bench", name: "opener", theme: nil, use: .opener, segmentBudget: 2,
    variants: ["a", "b"].map { MessageVariant(name: $0, weight: 1, wording: wording, place: here) },
    place: here)
}

private func renderLeads(_ count: Int) -> LeadBatch {
  let first = ["Dana", "MARIA", "José", "bill", "Christopher", "Ann-Marie", "Kim", "Robert"]
  let last = ["Smith", "O'NEIL", "Núñez", "Van Horn", "Lee", "Garcia", "Johnson"]
  let trade = [
    "Plumbing", "Roofing & Sons", "Dental Group", "Machine Works LLC", "Bakery",
    "Heating and Air Conditioning",
  ]
  let city = ["TUCSON", "Tampa", "New York", "st. louis", "Winston-Salem"]
  let batch = LeadBatch(schema: LeadSchema(), capacity: count)
  for row in 0..<count {
    let owner = row % 8 == 7 ? "" : first[row % 8]
    batch.setText(owner, field: StandardField.firstName.rawValue, row: row)
    batch.setText("\(last[row % 7]) \(trade[row % 6])", field: StandardField.businessName.rawValue, row: row)
    batch.setText(city[row % 5], field: StandardField.city.rawValue, row: row)
  }
  batch.count = count
  return batch
}
