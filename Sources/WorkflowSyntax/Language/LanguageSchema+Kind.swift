public import Diagnostics

extension LanguageSchema {
  /// The schema a file is written to, by its first key: `workflow: ecbb` is a workflow.
  ///
  /// - Returns: `nil` and one finding when the first key is no kind of file.
  public static func document(
    of node: YAMLNode, among documents: [DocumentSchema] = documents
  ) -> (schema: DocumentSchema?, diagnostics: [Diagnostic]) {
    let kinds = documents.map(\.kind)
    let rule = "a file starts with \(Shape.alternatives(kinds.map { "'\($0)'" })) and its name"
    guard let first = node.entries.first else {
      let start = SourceRange(
        file: node.range.file, start: Int(node.range.start), end: Int(node.range.start) + 1)
      return (nil, [Diagnostic(.missingKey, "\(rule), as in '\(kinds.first ?? "kind"): acme'", at: start)])
    }
    if let schema = documents.first(where: { $0.kind == first.key.name }) { return (schema, []) }
    let place = first.key.range
    if let later = node.entries.first(where: { kinds.contains($0.key.name) }) {
      let note = Diagnostic.Note("move this line to the file's top", at: later.key.range)
      return (
        nil, [Diagnostic(.missingKey, "\(rule); '\(first.key.name)' comes later", at: place, notes: [note])]
      )
    }
    let fixIts = nearestName(to: first.key.name, in: kinds).map {
      [Diagnostic.FixIt("replace with '\($0)'", replace: place, with: $0)]
    }
    return (
      nil, [Diagnostic(.unknownKey, "\(rule), not '\(first.key.name)'", at: place, fixIts: fixIts ?? [])]
    )
  }
}
