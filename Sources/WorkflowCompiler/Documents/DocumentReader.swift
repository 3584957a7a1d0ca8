import Diagnostics
import Workers
import WorkflowSyntax

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

  private let pool: WorkerPool

  /// - Parameter pool: What reads several documents, or the parts of one, side by side.
  init(provider: Provider, pool: WorkerPool) {
    self.provider = provider
    self.pool = pool
  }

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

  /// Reads documents that are about to be asked for, side by side, as they would be read one after another.
  ///
  /// - Parameter names: Of no workflow, whose reading remembers what is sound. One that is not there, or cannot be read,
  ///   is told to whoever asks for it.
  mutating func read(ahead names: [DocumentName]) {
    var found: [(name: DocumentName, id: SourceFileID)] = []
    for name in names where known[name] == nil && !found.contains(where: { $0.name == name }) {
      guard let file = try? provider.file(for: name) else { continue }
      found.append((name, add(file)))
    }
    let (files, documents) = (files, found)
    let read = pool.map(found.count) { _, index in
      ReadDocument(documents[index].id, in: files, as: documents[index].name.kind) { schema, node in
        schema.check(node, in: files)
      }
    }
    for (document, read) in zip(found, read) {
      soundValues.files.insert(document.id)
      known[document.name] = read
    }
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
    ReadDocument(id, in: files, as: kind, by: pool) { schema, node in
      kind == .workflow
        ? schema.check(node, .overlay, in: files, knowing: &soundValues, by: pool)
        : schema.check(node, in: files)
    }
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
