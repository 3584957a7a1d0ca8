import Diagnostics
import Workers
import WorkflowSyntax

/// A document that was found, read and checked against its kind's schema.
struct ReadDocument: Sendable {
  let file: SourceFileID
  /// `nil` when the text is not YAML or not of the kind.
  let node: YAMLNode?
  let diagnostics: [Diagnostic]

  /// - Parameters:
  ///   - pool: What reads parts of a long file side by side.
  ///   - check: What the schema of the kind says to a tree.
  init(
    _ file: SourceFileID, in files: SourceFiles, as kind: DocumentKind, by pool: WorkerPool = .serial,
    check: (DocumentSchema, YAMLNode) -> [Diagnostic]
  ) {
    self.file = file
    let (node, findings) = readYAML(file, in: files, by: pool)
    guard let node, !findings.hasErrors else {
      self.node = nil
      diagnostics = findings
      return
    }
    guard node.entry(kind.rawValue) != nil else {
      self.node = nil
      diagnostics = findings + [Self.otherKind(node, kind)]
      return
    }
    self.node = node
    diagnostics = findings + check(LanguageSchema.schema(of: kind), node)
  }

  /// The finding for a document of another kind, or of none.
  private static func otherKind(_ node: YAMLNode, _ kind: DocumentKind) -> Diagnostic {
    let others = DocumentKind.allCases.filter { node.entry($0.rawValue) != nil }
    let found = others.first.map { "this is a \($0.rawValue) file" } ?? "the key is missing"
    return Diagnostic(
      .missingKey, "expected '\(kind.rawValue): NAME' as the first key; \(found)", at: node.range)
  }
}
