import Diagnostics
import FoundationEssentials
import Testing
import WorkflowSyntax

@Suite struct ShippedFilesTests {
  @Test(arguments: [
    ("personas", "persona"), ("templates", "templates"), ("workflows", "workflow"),
    ("workflows/base", "workflow"),
  ])
  func `shipped files fit the schema`(folder: String, kind: String) throws {
    let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    let schema = try #require(LanguageSchema.documents.first { $0.kind == kind })
    let path = "/\(root)/\(folder)"
    let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".yaml") }
    #expect(!names.isEmpty)
    for name in names.sorted() {
      var files = SourceFiles()
      let bytes = Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
      let file = files.add(SourceFile(path: "\(folder)/\(name)", bytes: bytes))
      let (value, diagnostics) = readYAML(file, in: files)
      let node = try #require(value)
      let mode: DocumentSchema.CheckMode = node["extends"] == nil ? .whole : .overlay
      let findings = diagnostics + schema.check(node, mode, in: files)
      #expect(findings.isEmpty, "\(TextRenderer(files: files).render(findings))")
    }
  }
}
