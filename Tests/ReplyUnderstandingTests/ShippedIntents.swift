import FoundationEssentials
import ReplyUnderstanding
import Testing
import WorkflowCompiler
import WorkflowTestSupport

/// The model of the shipped client, learnt once for all tests.
enum ShippedIntents {
  static let model: ReplyModel? = {
    guard let bytes = ShippedProject.bytes(of: "workflows/ecbb.yaml") else { return nil }
    var compiler = WorkflowCompiler(provider: ShippedProject())
    let compilation = compiler.compile(DocumentFile(path: "workflows/ecbb.yaml", bytes: bytes))
    return ReplyModel(training: compiler.understanding(of: compilation).understanding)
  }()

  /// The lines of a file in `Fixtures`, each as its columns; without the header of a table.
  static func fixture(_ name: String, file: String = #filePath) throws -> [[String]] {
    let folder = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let text = try String(contentsOfFile: "\(folder)/Fixtures/\(name)", encoding: .utf8)
    let rows = text.split(separator: "\n").map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return rows.first?.count ?? 0 > 1 ? Array(rows.dropFirst()) : rows
  }
}

/// How often what was read is what was meant.
struct Tally {
  private var right: [String: Int] = [:]
  private var meant: [String: Int] = [:]
  private var read: [String: Int] = [:]
  private(set) var misses: [String] = []

  init(_ replies: [[String]], readBy model: ReplyModel) {
    for reply in replies where reply.count > 1 {
      let intent = model.understand(reply[0]).primary.name
      meant[reply[1], default: 0] += 1
      read[intent, default: 0] += 1
      if intent == reply[1] {
        right[intent, default: 0] += 1
      } else {
        misses.append("\(reply[1]) as \(intent): \(reply[0])")
      }
    }
  }

  var intents: Int { meant.count }
  func recall(_ name: String) -> Double { Double(right[name] ?? 0) / Double(max(1, meant[name] ?? 0)) }
  func precision(_ name: String) -> Double { Double(right[name] ?? 0) / Double(max(1, read[name] ?? 0)) }

  /// The mean over the intents meant, whatever their frequency.
  var macroF1: Double {
    let scores = meant.keys.sorted().map { name in
      2 * Double(right[name] ?? 0) / Double((meant[name] ?? 0) + (read[name] ?? 0))
    }
    return scores.reduce(0, +) / Double(max(1, scores.count))
  }
}
