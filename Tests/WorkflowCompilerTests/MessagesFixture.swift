import Diagnostics
import LeadModel
import WorkflowCompiler
import WorkflowProgram
import WorkflowSyntax

/// A made-up client, and shortcuts from YAML to what the message compiler makes of it.
enum MessagesFixture {
  static let constants: [SpeakerConstant: String] = [
    .agentName: "Gianna", .agentRole: "outreach", .brandName: "Acme Brokers", .brandDomain: "acme.example",
    .brandPhone: "(217) 555-0142", .optOut: "Reply STOP to opt out.",
  ]

  static func context(_ origin: TemplateContext.Origin = .shipped) -> TemplateContext {
    TemplateContext(
      schema: LeadSchema(custom: [LeadField(name: "sde", type: .money)]),
      facts: ["years_in_business": "12", "deals": "50+"], constants: constants, origin: origin)
  }

  static func compiler(_ context: TemplateContext) -> TemplateCompiler {
    TemplateCompiler(context: context) { Place(file: 0, line: Int($0.start), column: 0) }
  }

  /// One text as it stands in a file by itself.
  static func text(
    _ text: String, _ context: TemplateContext = context()
  ) -> (wording: LocatedWording, diagnostics: [Diagnostic]) {
    let range = SourceRange(file: SourceFileID(index: 0), start: 0, end: text.utf8.count)
    return compiler(context).compileText(YAMLScalar(SourceText(text, at: range), style: .plain))
  }

  /// A YAML file's findings as people see them, without the source lines: place, severity, message, fix.
  static func listing(_ diagnostics: [Diagnostic], in files: SourceFiles) -> String {
    diagnostics.sortedByPlace().map { finding in
      var lines = [
        "\(place(finding.range, files)): \(finding.severity): \(finding.message) [\(finding.id.rawValue)]"
      ]
      lines += finding.notes.map {
        "    note: \($0.range.map { place($0, files) + ": " } ?? "")\($0.message)"
      }
      lines += finding.fixIts.map { "    fix: \(place($0.range, files)): \($0.message)" }
      return lines.joined(separator: "\n")
    }.joined(separator: "\n")
  }

  private static func place(_ range: SourceRange?, _ files: SourceFiles) -> String {
    guard let range else { return "-" }
    let end = files[range.file].position(ofByte: Int(range.end))
    return "\(files.place(range))-\(end.column)"
  }

  /// The file as it is after every fix-it of the findings.
  static func fixed(_ text: String, _ diagnostics: [Diagnostic]) -> String {
    var bytes = Array(text.utf8)
    let fixes = diagnostics.flatMap(\.fixIts).sorted { $0.range.start > $1.range.start }
    for fix in fixes {
      bytes.replaceSubrange(Int(fix.range.start)..<Int(fix.range.end), with: fix.replacement.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A YAML document and its files.
  static func document(_ yaml: String) -> (node: YAMLNode?, files: SourceFiles) {
    var files = SourceFiles()
    let file = files.add(SourceFile(path: "messages.yaml", bytes: Array(yaml.utf8)))
    return (readYAML(file, in: files).value, files)
  }
}
