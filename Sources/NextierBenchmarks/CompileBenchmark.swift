import FoundationEssentials
import WorkflowCompiler

/// Measures compiling the shipped client from cold, and a thousand client files of one base.
func benchmarkCompile() {
  guard let data = FileManager.default.contents(atPath: "workflows/ecbb.yaml") else {
    print("run this in the project's folder")
    return
  }
  let file = DocumentFile(path: "workflows/ecbb.yaml", bytes: Array(data))
  let cold = Measurement.best(of: 20) {
    var compiler = WorkflowCompiler(provider: Project())
    if compiler.compile(file).hasErrors { print("it has errors") }
  }
  print("compile ecbb with all it uses   \(seconds(cold.processor))")
  var compiler = WorkflowCompiler(provider: Project())
  let many = Measurement.of {
    for _ in 0..<1_000 where compiler.compile(file).hasErrors { print("it has errors") }
  }
  print("validate 1,000 client files     \(seconds(many.processor)) of processor time")
}
