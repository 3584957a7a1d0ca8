import ArgumentParser
import Diagnostics
import ReplyUnderstanding
import WorkflowCompiler
import WorkflowProgram

/// Compiles the workflow that a command names, or prints what is wrong and ends the command.
///
/// - Parameter path: A file, or the name of a workflow of the current folder's project.
/// - Throws: `ExitCode(1)` when the workflow has errors, `FileError` when it cannot be read.
func loadWorkflow(_ path: String) throws -> (program: ClientProgram, compilation: Compilation) {
  let compilation = try compileWorkflow(path)
  guard let program = compilation.program else { throw ExitCode(1) }
  return (program, compilation)
}

/// Compiles the workflow that a command names and reads what its replies are understood by.
///
/// - Throws: `ExitCode(1)` when either has errors, `FileError` when the workflow cannot be read.
func loadUnderstanding(_ path: String) throws -> (
  understanding: ParsedUnderstanding, compilation: Compilation
) {
  var (compiler, compilation) = try compiled(path)
  guard !compilation.hasErrors else { throw ExitCode(1) }
  let (understanding, findings) = compiler.understanding(of: compilation)
  show(findings, in: compiler.files)
  guard !findings.hasErrors else { throw ExitCode(1) }
  return (understanding, compilation)
}

/// Compiles the workflow that a command names and prints its findings to standard error.
///
/// - Throws: `FileError` when the file cannot be read.
func compileWorkflow(_ path: String) throws -> Compilation { try compiled(path).compilation }

private func compiled(
  _ path: String
) throws -> (compiler: WorkflowCompiler<ProjectFolder>, compilation: Compilation) {
  let project = ProjectFolder(containing: path)
  let file: DocumentFile
  do throws(FileError) {
    file = DocumentFile(path: path, bytes: try readFile(path))
  } catch {
    guard let name = DocumentName(.workflow, path), let found = try? project.file(for: name) else {
      throw error
    }
    file = found
  }
  var compiler = WorkflowCompiler(provider: project)
  let compilation = compiler.compile(file)
  show(compilation.diagnostics, in: compilation.files)
  return (compiler, compilation)
}

private func show(_ findings: [Diagnostic], in files: SourceFiles) {
  guard !findings.isEmpty else { return }
  var stream = StandardError()
  print(
    TextRenderer(files: files, usesColor: Terminal.errorShowsColor).render(findings), terminator: "",
    to: &stream)
}

extension Compilation {
  /// The files that were read, none of which a command may write over.
  var paths: [String] { files.files.map(\.path) }
}
