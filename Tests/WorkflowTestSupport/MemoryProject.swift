public import WorkflowCompiler

/// A project held in memory: documents by kind and name.
public struct MemoryProject: DocumentProvider {
  private var documents: [DocumentName: String] = [:]
  /// Those in the last of their kind's folders, which for workflows is the bases'.
  private var shared: Set<DocumentName> = []

  public init() {}

  /// Adds a document under the name its first key gives it.
  ///
  /// - Parameter isShared: Whether it stands in the last of its kind's folders: a workflow among the bases.
  public mutating func add(_ kind: DocumentKind, _ text: String, isShared: Bool = false) {
    let prefix = "\(kind.rawValue):"
    let line = text.split(separator: "\n").first { $0.hasPrefix(prefix) } ?? ""
    let name = line.dropFirst(prefix.count).prefix { $0 != "#" }.filter { !$0.isWhitespace }
    guard let name = DocumentName(kind, name) else { return }
    documents[name] = text
    if isShared { shared.insert(name) }
  }

  public func file(for name: DocumentName) throws(DocumentError) -> DocumentFile? {
    documents[name].map {
      DocumentFile(path: name.paths[shared.contains(name) ? name.paths.count - 1 : 0], bytes: Array($0.utf8))
    }
  }

  public func names(of kind: DocumentKind) -> [String] {
    documents.keys.filter { $0.kind == kind }.map(\.name).sorted()
  }
}
