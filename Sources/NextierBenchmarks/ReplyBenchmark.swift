import FoundationEssentials
import ReplyUnderstanding
import Threads
import Workers
import WorkflowCompiler

/// Measures learning the shipped client's intents, and reading replies on one core.
///
/// - Parameter path: A tab-separated file whose first column is a reply, as `nextier replies` takes it.
func benchmarkReplies(path: String) {
  guard let data = FileManager.default.contents(atPath: "workflows/ecbb.yaml"),
    let replies = FileManager.default.contents(atPath: path)
  else {
    print("run this in the project's folder")
    return
  }
  let file = DocumentFile(path: "workflows/ecbb.yaml", bytes: Array(data))
  var compiler = WorkflowCompiler(provider: Project())
  let compilation = compiler.compile(file)
  let reading = Measurement.of { _ = compiler.understanding(of: compilation) }
  print("read the definition             \(seconds(reading.processor))")
  let parsed = compiler.understanding(of: compilation).understanding
  var model = ReplyModel(training: parsed)
  let training = Measurement.best(of: 20) { model = ReplyModel(training: parsed) }
  let pool = WorkerPool.threads(2)
  let shared = Measurement.best(of: 20) { model = ReplyModel(training: parsed, pool: pool) }
  print(
    "learn it                        \(seconds(training.processor)), on two cores \(seconds(shared.wall))")

  let texts = String(decoding: replies, as: UTF8.self).split(separator: "\n").dropFirst()
    .map { String($0.prefix { $0 != "\t" }) }
  guard !texts.isEmpty else { return print("there is no reply in \(path)") }
  let rounds = max(1, 20_000 / texts.count)
  var optOuts = 0
  let understanding = Measurement.best(of: 5) {
    optOuts = 0
    for _ in 0..<rounds {
      for text in texts where model.understand(text).has(IntentDefinition.Reserved.optOut) { optOuts += 1 }
    }
  }
  let count = Double(rounds * texts.count)
  print(
    "understand \(texts.count) different replies  \(Int(count / understanding.processor)) a second on one core"
      + " (\(optOuts / rounds) opt-outs)")
}
