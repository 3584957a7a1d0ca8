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
func loadUnderstanding(_ path: String) throws -> ParsedUnderstanding {
  var workflow = try OpenWorkflow(path)
  return try workflow.understanding()
}

/// Compiles the workflow that a command names and prints its findings to standard error.
///
/// - Throws: `FileError` when the file cannot be read.
func compileWorkflow(_ path: String) throws -> Compilation { try OpenWorkflow(path).compilation }

/// A workflow that a command names, compiled; its findings are printed to standard error.
struct OpenWorkflow {
  let project: ProjectFolder
  private(set) var compilation: Compilation
  private let file: DocumentFile
  private var compiler: WorkflowCompiler<ProjectFolder>

  /// - Parameter path: A file, or the name of a workflow of the current folder's project.
  /// - Throws: `FileError` when the file cannot be read.
  init(_ path: String) throws {
    project = ProjectFolder(containing: path)
    do throws(FileError) {
      file = DocumentFile(path: path, bytes: try readFile(path))
    } catch {
      guard let name = DocumentName(.workflow, path), let found = try? project.file(for: name) else {
        throw error
      }
      file = found
    }
    compiler = WorkflowCompiler(provider: project, pool: Cores.all)
    compilation = compiler.compile(file)
    show(compilation.diagnostics, in: compilation.files)
  }

  /// Compiles it again with one agent as another persona.
  ///
  /// What was found before is not told again, nor that nobody is left who speaks as the agent's own persona.
  mutating func cast(_ role: Role) {
    let known = compilation.diagnostics
    compilation = compiler.compile(file, casting: role)
    show(
      compilation.diagnostics.filter { $0.id != .unusedDefinition && !known.contains($0) },
      in: compilation.files)
  }

  /// What its replies are understood by.
  ///
  /// - Throws: `ExitCode(1)` when the workflow has errors, or its intents do.
  mutating func understanding() throws -> ParsedUnderstanding {
    guard !compilation.hasErrors else { throw ExitCode(1) }
    let (understanding, findings) = compiler.understanding(of: compilation)
    show(findings, in: compiler.files)
    guard !findings.hasErrors else { throw ExitCode(1) }
    return understanding
  }
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
