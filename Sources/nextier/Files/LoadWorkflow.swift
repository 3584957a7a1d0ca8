import ArgumentParser
import Diagnostics
import WorkflowCompiler
import WorkflowProgram

/// Compiles the workflow that a command names, or prints what is wrong and ends the command.
///
/// - Parameter path: A file, or the name of a workflow of the current folder's project.
/// - Throws: `ExitCode(1)` when the workflow has errors or cannot be read.
func loadWorkflow(_ path: String) throws -> (program: ClientProgram, compilation: Compilation) {
  let compilation = try compileWorkflow(path)
  guard let program = compilation.program else { throw ExitCode(1) }
  return (program, compilation)
}

/// Compiles the workflow that a command names and prints its findings to standard error.
///
/// - Throws: `ExitCode(1)` when the file cannot be read.
func compileWorkflow(_ path: String) throws -> Compilation {
  let project = ProjectFolder(containing: path)
  let file: DocumentFile
  do throws(FileError) {
    file = DocumentFile(path: path, bytes: try readFile(path))
  } catch {
    guard let name = DocumentName(.workflow, path), let found = try? project.file(for: name) else {
      printError(error.description)
      throw ExitCode(1)
    }
    file = found
  }
  var compiler = WorkflowCompiler(provider: project)
  let compilation = compiler.compile(file)
  if !compilation.diagnostics.isEmpty {
    let renderer = TextRenderer(files: compilation.files, usesColor: Terminal.errorShowsColor)
    var stream = StandardError()
    print(renderer.render(compilation.diagnostics), terminator: "", to: &stream)
  }
  return compilation
}
