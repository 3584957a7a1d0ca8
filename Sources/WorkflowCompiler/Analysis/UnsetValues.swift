import Diagnostics

extension [Diagnostic] {
  /// Tells a value that the client does not set once, at the first text that says it.
  ///
  /// A telephone number left empty is one mistake, though two dozen texts give it.
  func tellingUnsetValuesOnce() -> [Diagnostic] {
    var places: [String: [SourceRange]] = [:]
    for finding in self where finding.isOfUnsetValue {
      if let range = finding.range { places[finding.message, default: []].append(range) }
    }
    return compactMap { finding in
      guard finding.isOfUnsetValue, let all = places[finding.message], 1 < all.count else { return finding }
      guard finding.range == all[0] else { return nil }
      let more = all.count - 1
      return Diagnostic(
        finding.id, finding.severity, finding.message, at: finding.range,
        notes: finding.notes + [
          Diagnostic.Note(
            "\(more) more \(more == 1 ? "text says" : "texts say") it, the next here", at: all[1])
        ], fixIts: finding.fixIts)
    }
  }
}

extension Diagnostic {
  fileprivate var isOfUnsetValue: Bool {
    id == .missingFact || id == .templateVariable && message.hasSuffix(" is not set")
  }
}
