public import WorkflowCompiler

/// A project held in memory: documents by kind and name.
public struct MemoryProject: DocumentProvider {
  private var documents: [DocumentName: String] = [:]

  public init() {}

  /// Adds a document under the name its first key gives it.
  public mutating func add(_ kind: DocumentKind, _ text: String) {
    let prefix = "\(kind.rawValue):"
    let line = text.split(separator: "\n").first { $0.hasPrefix(prefix) } ?? ""
    let name = line.dropFirst(prefix.count).prefix { $0 != "#" }.filter { !$0.isWhitespace }
    if let name = DocumentName(kind, name) { documents[name] = text }
  }

  public func file(for name: DocumentName) throws(DocumentError) -> DocumentFile? {
    documents[name].map { DocumentFile(path: name.paths[0], bytes: Array($0.utf8)) }
  }

  public func names(of kind: DocumentKind) -> [String] {
    documents.keys.filter { $0.kind == kind }.map(\.name).sorted()
  }
}
