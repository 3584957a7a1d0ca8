import Diagnostics
import Workers
import WorkflowCompiler

/// Checks documents of any kind, reading each file of their project once.
struct DocumentChecker {
  private var compiler: WorkflowCompiler<ProjectFolder>
  private(set) var findings: [Diagnostic] = []

  /// - Parameter pool: What checks the parts of one document side by side.
  init(root: ProjectFolder, pool: WorkerPool) {
    compiler = WorkflowCompiler(provider: root, pool: pool)
  }

  var files: SourceFiles { compiler.files }

  mutating func check(_ path: String) {
    do throws(FileError) {
      let file = DocumentFile(path: path, bytes: try readFile(path))
      findings += compiler.check(file).diagnostics
    } catch {
      findings.append(Diagnostic(.fileNotReadable, error.description, at: nil))
    }
  }
}
