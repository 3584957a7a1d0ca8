import FoundationEssentials
import Threads
import Workers
import WorkflowCompiler

/// Measures compiling the shipped client from cold, and a thousand clients of one base.
func benchmarkCompile() {
  guard let data = FileManager.default.contents(atPath: "workflows/ecbb.yaml") else {
    print("run this in the project's folder")
    return
  }
  let file = DocumentFile(path: "workflows/ecbb.yaml", bytes: Array(data))
  for (pool, name) in [(WorkerPool.threads(2), "on two threads"), (.serial, "on one thread ")] {
    // A compiler of its own each time: nothing is remembered but what is the same for all workflows.
    let runs = (0..<201).map { _ in
      Measurement.of {
        var compiler = WorkflowCompiler(provider: Project(), pool: pool)
        if compiler.compile(file).hasErrors { print("it has errors") }
      }
    }
    let walls = runs.map(\.wall).sorted()
    print(
      "compile ecbb with all it uses   \(name)  \(milliseconds(walls[0])) at best, "
        + "\(milliseconds(walls[walls.count / 2])) usually, \(milliseconds(runs[0].wall)) the first time")
  }
  let clients = (0..<1_000).map { client($0, like: String(decoding: file.bytes, as: UTF8.self)) }
  var compiler = WorkflowCompiler(provider: Project())
  let many = Measurement.of {
    for client in clients where compiler.compile(client).hasErrors { print("\(client.path) has errors") }
  }
  print("compile 1,000 client files      \(seconds(many.processor)) of processor time")
}

/// A client of the same base with a brand, a number and weights of its own, and every other with a text of its own.
private func client(_ number: Int, like text: String) -> DocumentFile {
  let brands = ["Acme Advisors", "Cedar Business Brokers", "Granite and Maple Exit Partners", "Iron"]
  let brand = "\(brands[number % 4]) \(number)"
  var text = text.replacing("workflow: ecbb", with: "workflow: client-\(number)")
    .replacing("name: East Coast Business Brokers", with: "name: \(brand)")
    .replacing("eastcoastbusinessbrokers.com", with: "client-\(number).example")
    .replacing("weight: 30", with: "weight: \(20 + number % 20)")
  if number % 2 == 0 {
    text += """

      templates:
        general:
          texts:
            opener_general:
              use: opener
              segments: 3
              variants: null
              text: "Hi {firstName|there}, this is {agentName} with {brandName}. Would you ever sell? {optOut}"

      """
  }
  return DocumentFile(path: "workflows/client-\(number).yaml", bytes: Array(text.utf8))
}
