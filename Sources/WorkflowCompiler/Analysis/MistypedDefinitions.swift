import Diagnostics

extension [Diagnostic] {
  /// Tells a mistyped definition once, where its name both lacks what the name meant has and is used by nobody.
  ///
  /// What changes a base's flow needs no more than the change; under another name the same lines are a flow
  /// without a start that no state runs.
  func tellingMistypedDefinitionsOnce() -> [Diagnostic] {
    var unused: [SourceRange: Diagnostic] = [:]
    for finding in self where finding.id == .unusedDefinition && !finding.notes.isEmpty {
      if let range = finding.range { unused[range] = finding }
    }
    guard !unused.isEmpty else { return self }
    var joined: Set<SourceRange> = []
    let rest = compactMap { finding -> Diagnostic? in
      guard finding.id == .missingKey, let range = finding.range, let warning = unused[range] else {
        return finding
      }
      guard joined.insert(range).inserted else { return nil }
      let reason = Diagnostic.Note(warning.message)
      return Diagnostic(
        finding.id, finding.severity, finding.message, at: range, notes: [reason] + warning.notes)
    }
    return rest.filter { finding in
      guard finding.id == .unusedDefinition, let range = finding.range else { return true }
      return !joined.contains(range)
    }
  }
}
