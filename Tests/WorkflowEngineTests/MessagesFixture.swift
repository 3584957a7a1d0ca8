import LeadModel
import WorkflowEngine
import WorkflowProgram

/// Wordings, leads and renderings from short texts.
enum MessagesFixture {
  static let schema = LeadSchema(custom: [
    LeadField(name: "sde", type: .money), LeadField(name: "rooms", type: .number),
    LeadField(name: "family_owned", type: .flag), LeadField(name: "opened", type: .date),
  ])

  static let constants: [SpeakerConstant: String] = [
    .agentName: "Gianna", .agentRole: "outreach", .brandName: "Acme Brokers", .brandDomain: "acme.example",
    .brandPhone: "(217) 555-0142", .optOut: "Reply STOP to opt out.",
  ]

  /// A text with `{variable|fallback}` in it, in its cheapest form; a name that is none stays as it is.
  static func wording(_ text: String) -> Wording {
    var wording = Wording()
    var rest = text[...]
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      wording.append(.text(Wording.cheapest(String(rest[..<open]))))
      let hole = rest[rest.index(after: open)..<close].split(
        separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
      wording.append(part(String(hole[0]), fallback: hole.count > 1 ? String(hole[1]) : nil))
      rest = rest[rest.index(after: close)...]
    }
    wording.append(.text(Wording.cheapest(String(rest))))
    return wording
  }

  private static func part(_ name: String, fallback: String?) -> Wording.Part {
    if let slot = VoiceSlot.allCases.first(where: { $0.name == name }) { return .slot(slot) }
    if let variable = MessageVariable.named.first(where: { $0.name == name })?.variable {
      return .variable(variable, fallback: fallback)
    }
    if let kind = CaptureKind.allCases.first(where: { "capture.\($0.keyword)" == name }) {
      return .variable(.capture(kind), fallback: fallback)
    }
    if let column = schema.fields.firstIndex(where: { "lead.\($0.name)" == name }) {
      return .variable(.leadField(column, schema.fields[column].type), fallback: fallback)
    }
    return .text("{\(name)}")
  }

  static func pattern(_ text: String) -> MessagePattern { MessagePattern(wording(text)) }

  static func template(
    _ text: String, named name: String = "a", use: TemplateUse = .reply, budget: Int = 2
  ) -> MessageTemplate {
    let here = Place(file: 0, line: 1, column: 1)
    return MessageTemplate(
      id: TemplateID(index: 0), library: "t", name: name, theme: nil, use: use, segmentBudget: budget,
      variants: [MessageVariant(name: "a", weight: 1, wording: wording(text), place: here)], place: here)
  }

  /// A batch of one lead with these texts.
  static func lead(_ texts: [StandardField: String] = [:]) -> LeadBatch {
    let batch = LeadBatch(schema: schema, capacity: 1)
    for (field, text) in texts { batch.setText(text, field: field.rawValue, row: 0) }
    batch.count = 1
    return batch
  }

  static func render(
    _ text: String, _ lead: LeadBatch = lead(), captures: CapturedTexts = .none
  ) -> String {
    var buffer = MessageBuffer()
    pattern(text).render(
      lead, row: 0, speaker: Speaker(constants), captures: captures, into: &buffer)
    return buffer.text
  }
}
