import Diagnostics
import ReplyUnderstanding
import WorkflowSyntax

extension WorkflowCompiler {
  /// What the intents of a workflow's own file take from others, or lose to them.
  ///
  /// Found by training a model and reading every example, some 50 ms for the shipped intents: for `check` alone.
  mutating func intentFindings(_ root: YAMLNode) -> [Diagnostic] {
    let own = (root["intents"]?.entries ?? []).filter { $0.key.range.file == root.ownFile }
    let ownWords = (root["words"]?.entries ?? []).contains { $0.key.range.file == root.ownFile }
    let isTaught = ownWords || own.contains(where: \.value.teachesIntent)
    let wordless = own.filter {
      !$0.value.teachesIntent && !IntentDefinition.Reserved.all.contains($0.key.name)
    }
    guard isTaught || !wordless.isEmpty else { return [] }
    var findings: [Diagnostic] = []
    let (definition, merged) = definition(of: root, findings: &findings)
    for entry in wordless where merged["intents"]?[entry.key.name]?.teachesIntent != true {
      let near = nearestName(to: entry.key.name, in: definition.intents.map(\.name))
      findings.append(
        Diagnostic(
          .wordlessIntent, .warning, "nothing says how a reply shows the intent '\(entry.key.name)'",
          at: entry.key.range,
          notes: [
            Diagnostic.Note(
              near.map { "is '\($0)' meant?" }
                ?? "give it a few lines under 'examples', as people would write")
          ]))
    }
    guard isTaught else { return findings }
    return findings
      + ExampleClaims(definition: definition, root: merged, ownFile: root.ownFile, pool: pool).findings()
  }
}

extension YAMLNode {
  /// Whether an intent says by what it is known.
  var teachesIntent: Bool {
    ["phrases", "except", "cues", "whole", "examples"].contains { self[$0] != nil }
  }
}

extension IntentDefinition.Reserved {
  /// Intents that the engine knows by itself.
  static var all: [String] { [optOut, autoReply, unclear, help] }
}
