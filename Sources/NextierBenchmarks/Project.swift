import FoundationEssentials
import WorkflowCompiler
import WorkflowProgram

/// The project in the current folder, for benchmarks that need a compiled workflow.
struct Project: DocumentProvider {
  func file(for name: DocumentName) throws(DocumentError) -> DocumentFile? {
    for path in name.paths {
      if let data = FileManager.default.contents(atPath: path) {
        return DocumentFile(path: path, bytes: Array(data))
      }
    }
    return nil
  }

  func has(_ name: DocumentName) -> Bool {
    name.paths.contains { FileManager.default.fileExists(atPath: $0) }
  }

  func names(of kind: DocumentKind) -> [String] { [] }

  /// The shipped client's program; `nil`, and a word on it, outside of the project's folder.
  static func program(_ workflow: String = "ecbb") -> ClientProgram? {
    guard let name = DocumentName(.workflow, workflow),
      let data = FileManager.default.contents(atPath: name.paths[0])
    else {
      print("run this in the project's folder")
      return nil
    }
    var compiler = WorkflowCompiler(provider: Project())
    return compiler.compile(DocumentFile(path: name.paths[0], bytes: Array(data))).program
  }
}
