import FoundationEssentials
public import WorkflowCompiler

/// The project's own `workflows`, `personas` and `templates`, as they are shipped.
public struct ShippedProject: DocumentProvider {
  private static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  public init() {}

  public func file(for name: DocumentName) throws(DocumentError) -> DocumentFile? {
    for path in name.paths {
      guard let data = FileManager.default.contents(atPath: "\(Self.root)/\(path)") else { continue }
      return DocumentFile(path: path, bytes: Array(data))
    }
    return nil
  }

  /// The bytes of a shipped file, by its path from the project's folder on.
  public static func bytes(of path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: "\(root)/\(path)").map { Array($0) }
  }

  public func names(of kind: DocumentKind) -> [String] {
    kind.folders.flatMap { folder in
      // A folder that is not there holds no documents.
      ((try? FileManager.default.contentsOfDirectory(atPath: "\(Self.root)/\(folder)")) ?? [])
        .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    }.sorted()
  }

  /// Compiles a shipped workflow by name.
  public static func compile(_ name: String) throws -> Compilation {
    let project = ShippedProject()
    guard let name = DocumentName(.workflow, name), let file = try project.file(for: name) else {
      throw DocumentError(path: name, reason: "it is not shipped")
    }
    var compiler = WorkflowCompiler(provider: project)
    return compiler.compile(file)
  }
}
