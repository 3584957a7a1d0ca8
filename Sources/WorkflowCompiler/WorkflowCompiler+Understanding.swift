public import Diagnostics
public import ReplyUnderstanding
import WorkflowSyntax

extension WorkflowCompiler {
  /// What the replies to a workflow are understood by: its own words and intents, laid over those of the file
  /// that `intents_from` names.
  ///
  /// That file is large and most commands never read a reply, so it is read when this asks for it, not when
  /// the workflow is compiled.
  ///
  /// - Returns: Intents in the workflow's order, those it does not list behind them.
  public mutating func understanding(
    of compilation: Compilation
  ) -> (understanding: ParsedUnderstanding, diagnostics: [Diagnostic]) {
    guard let root = compilation.resolved else { return (ParsedUnderstanding(compilation.understanding), []) }
    var findings: [Diagnostic] = []
    let (definition, merged) = definition(of: root, findings: &findings)
    let parsed = ParsedUnderstanding(definition)
    findings += self.findings(of: parsed.problems, in: merged)
    return (parsed, findings.sortedByPlace())
  }

  /// The definition in the workflow's order of consequence, and the nodes it was read from.
  mutating func definition(
    of root: YAMLNode, findings: inout [Diagnostic]
  ) -> (definition: UnderstandingDefinition, merged: YAMLNode) {
    let merged = replyNodes(of: root, findings: &findings)
    var definition = understandingDefinition(merged)
    let order = (root["intents"]?.entries ?? []).map(\.key.name)
    definition.intents =
      order.compactMap { name in definition.intents.first { $0.name == name } }
      + definition.intents.filter { !order.contains($0.name) }
    definition.carrierWords = lawWords
    return (definition, merged)
  }

  /// What the law of the project counts as STOP, START and HELP; the compiler has told what is wrong with it.
  private var lawWords: CarrierWords {
    mutating get {
      // A law that cannot be read adds nothing, and stops the compiler.
      guard let name = DocumentName(.legal, "us"), let law = try? reader.document(name) else {
        return CarrierWords()
      }
      return LawWords(law.node).words
    }
  }

  /// The workflow's `words`, `ordinary_words` and `intents` over those of the file it names and all that one extends.
  private mutating func replyNodes(of root: YAMLNode, findings: inout [Diagnostic]) -> YAMLNode {
    guard let reference = root["intents_from"] else { return root }
    // What that file changes of those it extends is no change of this workflow's.
    let own = changes
    defer { changes = own }
    guard let base = base(reference, behind: [], findings: &findings) else { return root }
    return mergePatch(base: base, overlay: root, schema: LanguageSchema.workflow).value
  }

  /// A workflow that only says what replies mean, or only holds flows, is a part of others and has no machine of
  /// its own; what it names is checked where it is used.
  ///
  /// - Returns: Nil when it is a workflow like any other.
  mutating func understandingPart(_ root: YAMLNode, findings: [Diagnostic]) -> Compilation? {
    guard root["intents"] != nil || root["flows"] != nil, root["states"] == nil, root["client"] == nil else {
      return nil
    }
    let definition = understandingDefinition(root)
    let all = findings + phraseFindings(root, definition)
    return Compilation(
      program: nil, diagnostics: all.sortedByPlace(), files: files, resolved: root, changes: [],
      understanding: definition)
  }

  /// What is wrong with the phrases that a workflow adds to those it gets from elsewhere.
  ///
  /// - Parameters:
  ///   - own: What the workflow says of them.
  ///   - problems: What was found in them.
  mutating func ownPhraseFindings(
    _ root: YAMLNode, _ own: UnderstandingDefinition, _ problems: PhraseProblems
  ) -> [Diagnostic] {
    switch problems {
    case .needingClasses:
      var findings: [Diagnostic] = []
      let merged = replyNodes(of: root, findings: &findings)
      return findings + phraseFindings(merged, understandingDefinition(merged))
    case .found(let mentions, let intents):
      if mentions.isEmpty, let range = root["mentions"]?.range, shared.isShared(range) {
        shared.soundMentions.insert(range)
      }
      return findings(of: mentions + intents, in: root)
    }
  }

  private func phraseFindings(_ root: YAMLNode, _ definition: UnderstandingDefinition) -> [Diagnostic] {
    findings(of: definition.problems, in: root)
  }

  private func findings(of problems: [DefinitionProblem], in root: YAMLNode) -> [Diagnostic] {
    problems.map { problem in
      let (node, offset) = node(of: problem.place, in: root)
      let text = node?.scalar?.sourceText
      let range = text.map { $0.range(offset, min(offset + 1, $0.text.utf8.count)) } ?? node?.range
      return Diagnostic(
        problem.isTooLarge ? .tooLarge : .phraseSyntax, problem.message, at: range ?? root.range)
    }
  }

  /// The value that a problem is about, and the byte offset in it.
  private func node(of place: DefinitionProblem.Place, in root: YAMLNode) -> (YAMLNode?, Int) {
    func item(_ list: YAMLNode?, _ number: Int) -> YAMLNode? {
      let items = list?.itemsOrSelf ?? []
      return items.indices.contains(number) ? items[number] : nil
    }
    return switch place {
    case .wordClass(let name, let entry, let offset): (item(root["words"]?[name], entry), offset)
    case .entry(let intent, let list, let number, let offset):
      (item(root["intents"]?[intent]?[list.rawValue], number), offset)
    case .mention(let name, let list, let number, let offset):
      (item(root["mentions"]?[name].flatMap { $0.isMapping ? $0[list.rawValue] : $0 }, number), offset)
    case .intents: (root["intents"], 0)
    }
  }
}
