import Diagnostics
import Expressions
import LeadModel
import WorkflowProgram
import WorkflowSyntax

extension LoweringContext {
  /// Reads `lead.fields` and `lead.columns`: what a lead of this client is made of.
  mutating func leadSchema(_ node: YAMLNode?) -> LeadSchema {
    var custom: [LeadField] = []
    for entry in node?["fields"]?.entries ?? [] {
      if let standard = StandardField.allCases.first(where: { $0.name == entry.key.name }) {
        report(
          .duplicateName, "'\(standard.name)' is a field of every lead already", at: entry.key.range,
          notes: [Diagnostic.Note("to read it from further headers, list them under lead.columns")])
        continue
      }
      let type = FieldType(rawValue: entry.value["type"]?.text ?? entry.value.text) ?? .text
      let columns = (entry.value["columns"]?.items ?? []).map(\.text)
      custom.append(LeadField(name: entry.key.name, type: type, columns: columns))
    }
    var columns: [String: [String]] = [:]
    for entry in node?["columns"]?.entries ?? [] {
      let name = entry.key.name
      guard StandardField.allCases.contains(where: { $0.name == name }) else {
        reportUnknown(
          "field", name, at: entry.key.range, known: StandardField.allCases.map(\.name),
          note: "headers of a field of your own stand with it, under lead.fields")
        continue
      }
      columns[name] = entry.value.isSequence ? entry.value.items.map(\.text) : [entry.value.text]
    }
    return LeadSchema(custom: custom, columns: columns)
  }

  /// Reads `lead.bands`.
  mutating func bands(_ node: YAMLNode?, schema: LeadSchema) -> [BandProgram] {
    var bands: [BandProgram] = []
    for entry in node?["bands"]?.entries ?? [] {
      guard let source = entry.value["of"] else { continue }
      guard let field = schema.index(of: source.text) else {
        reportUnknown("field", source.text, at: source.range, known: schema.fields.map(\.name))
        continue
      }
      guard !schema.fields[field].type.isText else {
        report(.wrongType, "a band cuts a number, and '\(source.text)' is a text", at: source.range)
        continue
      }
      if schema.index(of: entry.key.name) != nil {
        report(.duplicateName, "'\(entry.key.name)' is a field already", at: entry.key.range)
        continue
      }
      let steps = entry.value["from"]?.entries ?? []
      let bounds = steps.map { $0.value.money }
      for (index, step) in steps.enumerated().dropFirst() where bounds[index] <= bounds[index - 1] {
        report(
          .wrongType, "'\(step.key.name)' must begin above '\(steps[index - 1].key.name)'",
          at: step.value.range)
      }
      guard !steps.isEmpty else { continue }
      guard steps.count < BandProgram.labelLimit else {
        report(.tooLarge, "more than \(BandProgram.labelLimit) labels of one band", at: entry.key.range)
        continue
      }
      let absent = entry.value["absent"]?.text ?? "unknown"
      bands.append(
        BandProgram(
          name: entry.key.name, field: field, labels: [absent] + steps.map(\.key.name),
          lowerBounds: bounds, place: place(entry.key.range)))
    }
    return bands
  }
}
