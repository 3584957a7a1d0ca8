import Diagnostics
import WorkflowSyntax

/// One YAML text under test, with the files its findings point into.
struct YAMLFixture {
  let files: SourceFiles
  let value: YAMLNode?
  let diagnostics: [Diagnostic]

  init(_ text: String, limits: YAMLLimits = .standard) { self.init(bytes: Array(text.utf8), limits: limits) }

  init(bytes: [UInt8], limits: YAMLLimits = .standard) {
    var files = SourceFiles()
    let file = files.add(SourceFile(path: "test.yaml", bytes: bytes))
    self.files = files
    (value, diagnostics) = readYAML(file, in: files, limits: limits)
  }

  /// What stands in the file at a range.
  func text(at range: SourceRange) -> String {
    let bytes = files[range.file].bytes
    guard 0 <= range.start, range.end <= bytes.count else { return "<outside the file>" }
    return String(decoding: bytes[Int(range.start)..<Int(range.end)], as: UTF8.self)
  }

  /// Every key and value on a line of its own with its place: `line:column-line:column 'what stands there'`.
  var outline: String { value.map { outline($0, indent: "") } ?? "" }

  private func outline(_ node: YAMLNode, indent: String) -> String {
    switch node.content {
    case .scalar(let scalar):
      "\(indent)\(scalar.style) \(place(node.range)) \(escaped(scalar.text))\n"
    case .sequence(let items):
      "\(indent)list \(place(node.range))\n" + items.map { outline($0, indent: indent + "  ") }.joined()
    case .mapping(let entries):
      "\(indent)map \(place(node.range))\n"
        + entries.map {
          "\(indent)  key \(place($0.key.range)) \(escaped($0.key.name))\n"
            + outline($0.value, indent: indent + "    ")
        }.joined()
    }
  }

  private func place(_ range: SourceRange) -> String {
    let (start, end) = (
      files[range.file].position(ofByte: Int(range.start)), files[range.file].position(ofByte: Int(range.end))
    )
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private func escaped(_ text: String) -> String {
    "'" + text.unicodeScalars.map { $0 == "\n" ? "\\n" : $0 == "\t" ? "\\t" : String($0) }.joined() + "'"
  }
}

/// The text after a finding's fix-its.
func applying(_ fixIts: [Diagnostic.FixIt], to bytes: [UInt8]) -> [UInt8] {
  var result = bytes
  for fixIt in fixIts.sorted(by: { $0.range.start > $1.range.start }) {
    result.replaceSubrange(Int(fixIt.range.start)..<Int(fixIt.range.end), with: fixIt.replacement.utf8)
  }
  return result
}
