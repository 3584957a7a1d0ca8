import Diagnostics
import FoundationEssentials
import LeadModel
import WorkflowCompiler
import WorkflowProgram
import WorkflowSyntax

/// The project's own template libraries and personas, compiled for a made-up client.
struct MessagesShipped {
  var files = SourceFiles()
  private(set) var libraries: [CompiledLibrary] = []
  private(set) var personas: [PersonaProgram] = []
  private(set) var diagnostics: [Diagnostic] = []

  static let constants: [SpeakerConstant: String] = [
    .agentName: "Sabrina", .agentRole: "closing", .brandName: "East Coast Business Brokers",
    .brandDomain: "eastcoastbusinessbrokers.com", .brandPhone: "(217) 555-0142",
    .optOut: "Reply STOP to opt out.", .calendarLink: "eastcoastbusinessbrokers.com/meet",
  ]
  static let context = TemplateContext(constants: constants)

  /// - Parameter root: The project's folder.
  init(_ root: String) throws {
    let compiler = TemplateCompiler(context: Self.context) {
      Place(file: Int($0.file.index), line: 0, column: 0)
    }
    for path in try FileManager.default.contentsOfDirectory(atPath: "\(root)/templates").sorted() {
      if let node = try read("\(root)/templates/\(path)") {
        let (library, findings) = compiler.compile(TemplateLibrarySyntax(node))
        libraries.append(library)
        diagnostics += findings
      }
    }
    for path in try FileManager.default.contentsOfDirectory(atPath: "\(root)/personas").sorted() {
      if let node = try read("\(root)/personas/\(path)") {
        let (persona, _, findings) = compiler.compile(PersonaSyntax(node))
        personas.append(persona)
        diagnostics += findings
      }
    }
  }

  private mutating func read(_ path: String) throws -> YAMLNode? {
    let bytes = try Data(contentsOf: URL(filePath: path))
    let file = files.add(
      SourceFile(path: path.split(separator: "/").suffix(2).joined(separator: "/"), bytes: [UInt8](bytes)))
    let (node, findings) = readYAML(file, in: files)
    diagnostics += findings
    return node
  }

  /// The folder of the project that this test belongs to.
  static func root(of file: String = #filePath) -> String {
    file.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
  }
}
