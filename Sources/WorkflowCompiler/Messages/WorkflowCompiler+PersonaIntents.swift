import Diagnostics
import WorkflowSyntax

extension WorkflowCompiler {
  /// What is said of a persona's own file about intents that no workflow of its project knows.
  ///
  /// Warnings: a workflow elsewhere may know them, and says so where it uses the persona. Nothing where the project
  /// has no intents at all.
  mutating func personaIntentFindings(_ persona: YAMLNode) -> [Diagnostic] {
    let triggers = (persona["escalation"]?["when"]?.itemsOrSelf ?? []).map {
      ($0.text.droppingTwice, $0.range)
    }
    let replies = (persona["replies"]?.entries ?? []).map { ($0.key.name, $0.key.range) }
    var known: Set<String> = []
    func unknown(_ named: [(String, SourceRange)]) -> [(intent: String, range: SourceRange)] {
      named.filter { !known.contains($0.0) }
    }
    // Most projects keep their intents in one file; the others are read only for what it lacks.
    let workflows = reader.provider.names(of: .workflow)
    for name in workflows.filter({ $0 == Self.intentFile }) + workflows.filter({ $0 != Self.intentFile })
    where known.isEmpty || !unknown(triggers).isEmpty {
      guard let name = DocumentName(.workflow, name), let document = try? reader.document(name) else {
        continue
      }
      known.formUnion((document.node?["intents"]?.entries ?? []).map(\.key.name))
    }
    guard !known.isEmpty else { return [] }
    let names = known.sorted()
    // Words for an intent that nobody knows wait for a workflow that has it, unless its name is a slip of another's.
    let slips = unknown(replies).filter { nearestName(to: $0.intent, in: names) != nil }
    return (unknown(triggers) + slips).map { intent, range in
      Diagnostic(
        .unknownReference, .warning, "no workflow of the project knows the intent '\(intent)'", at: range,
        fixIts: nearestName(to: intent, in: names).map {
          [Diagnostic.FixIt("replace with '\($0)'", replace: range, with: $0)]
        } ?? [])
    }
  }

  private static var intentFile: String { "understanding" }
}

extension String {
  /// The intent that a trigger names: "unclear_twice" asks for the second "unclear".
  var droppingTwice: String { hasSuffix("_twice") ? String(dropLast("_twice".count)) : self }
}
