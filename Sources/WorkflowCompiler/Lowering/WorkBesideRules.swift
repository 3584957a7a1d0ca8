import ReplyUnderstanding
import WorkflowSyntax

/// What can be found out of a workflow before its rules are read, and so beside them: its hash, what is wrong with its
/// phrases, and how the texts read that its rules will name.
struct WorkBesideRules: Sendable {
  let root: YAMLNode
  /// The documents that it uses, in order.
  let documents: [YAMLNode]
  let digests: KnownDigests
  let understanding: UnderstandingDefinition
  let areMentionsSound: Bool
  let texts: MessageTexts
  /// Texts that rules may name: nearly all are named where a library is used at all.
  let templates: [TemplateTable.Entry]

  struct Found: Sendable {
    let hash: String
    let digests: KnownDigests
    let phraseProblems: PhraseProblems
    let templates: ReadTemplates
  }

  func done() -> Found {
    var digests = digests
    let hash = SourceHash.of(root, documents, knowing: &digests)
    return Found(
      hash: hash, digests: digests,
      phraseProblems: PhraseProblems(root, understanding, areMentionsSound: areMentionsSound),
      templates: ReadTemplates(templates, by: texts))
  }
}
