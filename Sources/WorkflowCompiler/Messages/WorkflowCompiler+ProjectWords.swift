import Diagnostics
import LeadModel
import WorkflowSyntax

extension WorkflowCompiler {
  /// What is wrong with the texts of a library or persona that stands alone.
  ///
  /// They may name the facts and fields of any client of the project: a workflow that does not have them says so where
  /// it uses the text.
  mutating func messageFindings(_ node: YAMLNode, _ kind: DocumentKind) -> [Diagnostic] {
    var check = MessageDocumentCheck()
    let findings = check.findings(in: node, kind: kind)
    // Few texts name such a thing; the workflows are read only for those.
    guard
      findings.contains(where: {
        $0.id == .missingFact || $0.id == .templateVariable && $0.severity == .error
      })
    else { return findings }
    var fields: [LeadField] = []
    for name in reader.provider.names(of: .workflow) {
      guard let name = DocumentName(.workflow, name), let document = try? reader.document(name) else {
        continue
      }
      for fact in document.node?["client"]?["facts"]?.entries ?? [] {
        check.facts[fact.key.name] = fact.value.text
      }
      for field in document.node?["lead"]?["fields"]?.entries ?? []
      where !fields.contains(where: { $0.name == field.key.name }) {
        let type = FieldType(rawValue: field.value["type"]?.text ?? field.value.text) ?? .text
        fields.append(LeadField(name: field.key.name, type: type, columns: []))
      }
    }
    check.schema = LeadSchema(custom: fields)
    return check.findings(in: node, kind: kind)
  }
}
