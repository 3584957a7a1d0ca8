import FoundationEssentials
import Testing

/// What the pure targets may import from outside of the package: nothing, but libyaml in one place.
private let pureTargets = [
  "JSONText", "Diagnostics", "LeadModel", "Expressions", "WorkflowSyntax", "WorkflowProgram",
  "WorkflowCompiler", "WorkflowDiagrams", "Workers", "ReplyUnderstanding", "WorkflowEngine", "LeadImport",
  "WorkflowSimulation", "WorkflowConversation", "WorkflowTesting",
]

private let outside = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

/// Calls that bring the world in, and what to do instead.
private let banned = [
  "Date()": "take a Timestamp", ".now": "take a Timestamp", ".random(in": "take draws by key",
  "SystemRandomNumberGenerator": "take draws by key", "UUID()": "derive the id",
  "Task {": "let the caller run it",
  "Task.detached": "let the caller run it", "print(": "return the text", "try!": "handle the error",
  "fatalError(": "report it",
]

private let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
  .joined(separator: "/")

private func sources(of target: String) throws -> [(path: String, text: String)] {
  let folder = "\(root)/Sources/\(target)"
  let names = try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }
  return try names.sorted().map { name in
    ("Sources/\(target)/\(name)", try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8))
  }
}

@Suite struct PurityTests {
  @Test(arguments: pureTargets) func `imports nothing from the world`(target: String) throws {
    for (path, text) in try sources(of: target) {
      for line in text.split(separator: "\n") {
        guard let imported = line.split(separator: " ").last, line.contains("import ") else { continue }
        guard line.hasPrefix("import ") || line.hasPrefix("public import ") else { continue }
        #expect(!outside.contains(String(imported)), "\(path) imports \(imported)")
      }
    }
  }

  @Test(arguments: pureTargets) func `calls nothing that brings the world in`(target: String) throws {
    for (path, text) in try sources(of: target) {
      for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        let code = line.drop { $0 == " " }
        guard !code.hasPrefix("//") else { continue }
        for (call, instead) in banned where isCalled(call, in: code) {
          Issue.record("\(path):\(number + 1) uses \(call); \(instead)")
        }
      }
    }
  }

  @Test(arguments: ["WorkflowSimulation", "WorkflowConversation", "WorkflowTesting"])
  func `a dry run is given nothing that sends or stores`(target: String) throws {
    let manifest = try String(contentsOfFile: "\(root)/Package.swift", encoding: .utf8)
    let lines = manifest.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.contains("\"\(target)\"") })
    let end = try #require(lines[start...].firstIndex { $0.contains("]") })
    let declaration = lines[start...end].joined()
    for effect in ["WorkflowRuntime", "SQLiteStore", "PostgresStore", "Providers", "WebService"] {
      #expect(!declaration.contains(effect))
    }
  }

  private func isCalled(_ call: String, in line: Substring) -> Bool {
    guard let found = line.firstRange(of: call) else { return false }
    // `.now` as an enum's case or a property of ours is not the clock's.
    guard call == ".now" else { return true }
    return line[..<found.lowerBound].hasSuffix("Clock")
  }
}
