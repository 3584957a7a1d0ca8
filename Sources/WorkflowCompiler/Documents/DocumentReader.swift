import Diagnostics
import WorkflowSyntax

/// A document that was found, read and checked against its kind's schema.
struct ReadDocument {
  let file: SourceFileID
  /// `nil` when the text is not YAML or not of the kind.
  let node: YAMLNode?
  let diagnostics: [Diagnostic]
}

/// Reads each document of a project once, however many workflows use it.
struct DocumentReader<Provider: DocumentProvider> {
  var provider: Provider
  private(set) var files = SourceFiles()
  private var known: [DocumentName: ReadDocument?] = [:]
  private var isThere: [DocumentName: Bool] = [:]
  /// What the schema of workflows has nothing to say about in the files that were looked up by name.
  var soundValues = SoundValues()
  /// The files among `files` that were looked up by name.
  var lookedUp: Set<SourceFileID> { soundValues.files }

  init(provider: Provider) { self.provider = provider }

  /// The document of a name, or `nil` when the project has none.
  mutating func document(_ name: DocumentName) throws(DocumentError) -> ReadDocument? {
    if let known = known[name] { return known }
    guard let file = try provider.file(for: name) else {
      known[name] = .some(nil)
      return nil
    }
    let id = add(file)
    soundValues.files.insert(id)
    let found = read(id, as: name.kind)
    known[name] = found
    return found
  }

  /// Whether the project has a document of that name; its text is not looked at.
  mutating func has(_ name: DocumentName) -> Bool {
    if let known = known[name] { return known != nil }
    if let isThere = isThere[name] { return isThere }
    // What cannot be read is there; whoever reads it tells why it cannot be.
    let found = provider.has(name)
    isThere[name] = found
    return found
  }

  /// Reads a file that is given rather than looked up by name.
  mutating func read(_ file: DocumentFile, as kind: DocumentKind) -> ReadDocument {
    read(add(file), as: kind)
  }

  private mutating func add(_ file: DocumentFile) -> SourceFileID {
    files.add(SourceFile(path: file.path, bytes: file.bytes))
  }

  private mutating func read(_ id: SourceFileID, as kind: DocumentKind) -> ReadDocument {
    let (node, findings) = readYAML(id, in: files)
    guard let node, !findings.hasErrors else {
      return ReadDocument(file: id, node: nil, diagnostics: findings)
    }
    let (isSound, shapeFindings) = check(node, as: kind)
    return ReadDocument(
      file: id, node: isSound ? node : nil, diagnostics: findings + shapeFindings)
  }

  /// The kind that a file's first key names, by a look at its text alone; where no line begins with one, the kind that
  /// its folder is for, or `nil`.
  func kind(of file: DocumentFile) -> DocumentKind? {
    for line in file.bytes.prefix(1 << 16).split(separator: UInt8(ascii: "\n")) {
      guard let first = line.first, first != UInt8(ascii: "#"), first != UInt8(ascii: " ") else { continue }
      let key = String(decoding: line.prefix { $0 != UInt8(ascii: ":") }, as: UTF8.self)
      if let kind = DocumentKind(rawValue: key) { return kind }
    }
    let folder = "/" + file.path.split(separator: "/").dropLast().joined(separator: "/")
    return DocumentKind.allCases.first { $0.folders.contains { folder.hasSuffix("/" + $0) } }
  }

  /// Checks a tree against the schema of its kind; `false` when it is another kind altogether.
  private mutating func check(_ node: YAMLNode, as kind: DocumentKind) -> (Bool, [Diagnostic]) {
    guard node.entry(kind.rawValue) != nil else {
      let others = DocumentKind.allCases.filter { node.entry($0.rawValue) != nil }
      let found = others.first.map { "this is a \($0.rawValue) file" } ?? "the key is missing"
      return (
        false,
        [
          Diagnostic(
            .missingKey, "expected '\(kind.rawValue): NAME' as the first key; \(found)", at: node.range)
        ]
      )
    }
    let schema = LanguageSchema.schema(of: kind)
    guard kind == .workflow else { return (true, schema.check(node, in: files)) }
    return (true, schema.check(node, .overlay, in: files, knowing: &soundValues))
  }
}

extension LanguageSchema {
  /// The schema of a kind of document.
  static func schema(of kind: DocumentKind) -> DocumentSchema {
    switch kind {
    case .workflow: workflow
    case .persona: persona
    case .templates: templates
    case .legal: legal
    case .tests: tests
    }
  }
}
