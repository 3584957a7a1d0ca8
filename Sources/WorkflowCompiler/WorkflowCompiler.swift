public import Diagnostics
import LeadModel
import ReplyUnderstanding
public import Workers
import WorkflowProgram
import WorkflowSyntax

/// Compiles a client's workflow, with all it extends and uses, into a program.
///
/// Documents are read once and kept, so that a thousand clients of one base cost one reading of it.
/// An author's mistakes are findings, never thrown.
public struct WorkflowCompiler<Provider: DocumentProvider> {
  var reader: DocumentReader<Provider>
  /// What the files of the current workflow changed in those they extend.
  var changes: [YAMLMerge.Change] = []
  private(set) var shared = SharedWork()
  /// What runs parts of one compilation side by side; findings are the same whoever runs them.
  let pool: WorkerPool

  /// The longest chain of `extends`.
  public static var extendsLimit: Int { 16 }

  public init(provider: Provider, pool: WorkerPool = .serial) {
    reader = DocumentReader(provider: provider, pool: pool)
    self.pool = pool
  }

  /// The files read so far.
  public var files: SourceFiles { reader.files }

  /// Compiles a file that is given, such as the one a command names.
  ///
  /// - Parameter role: Lets an agent speak as another persona than the file says.
  public mutating func compile(_ file: DocumentFile, casting role: Role? = nil) -> Compilation {
    // Places mean the same only as long as the same files were read.
    if !isKnownUniquelyReferenced(&shared) { shared = SharedWork() }
    let document = reader.read(file, as: .workflow)
    var findings: [Diagnostic] = []
    changes = []
    guard let resolved = resolve(document, behind: [], findings: &findings) else {
      return Compilation(
        program: nil, diagnostics: findings.sortedByPlace(), files: reader.files, resolved: nil,
        changes: [], understanding: UnderstandingDefinition(intents: []))
    }
    return lower(role.map { $0.cast(in: resolved) } ?? resolved, findings: findings)
  }

  /// Checks a document of whatever kind its first key says it is.
  public mutating func check(_ file: DocumentFile) -> Compilation {
    let kind = reader.kind(of: file)
    guard let kind, kind != .workflow else {
      let compiled = compile(file)
      let compilation = compiled.adding(
        nameFindings(compiled.resolved, .workflow, in: file), files: reader.files)
      guard !compilation.hasErrors, let root = compilation.resolved else { return compilation }
      return compilation.adding(intentFindings(root), files: reader.files)
    }
    let document = reader.read(file, as: kind)
    var findings = document.diagnostics + nameFindings(document.node, kind, in: file)
    if let node = document.node, !findings.hasErrors {
      findings += messageFindings(node, kind)
      if kind == .persona { findings += personaIntentFindings(node) }
      if kind == .legal { findings += lawFindings(node) }
    }
    return Compilation(
      program: nil, diagnostics: findings.sortedByPlace(), files: reader.files, resolved: document.node,
      changes: [], understanding: UnderstandingDefinition(intents: []))
  }

  // MARK: Extends

  /// The document merged over what it extends, or `nil` when any of it cannot be read.
  ///
  /// - Parameter names: The workflows that extend this one, the outermost first.
  private mutating func resolve(
    _ document: ReadDocument, behind names: [String], findings: inout [Diagnostic]
  ) -> YAMLNode? {
    findings += document.diagnostics
    guard let node = document.node else { return nil }
    let names = names + [node["workflow"]?.text ?? ""]
    guard let extends = node["extends"] else { return node }
    guard names.count < Self.extendsLimit else {
      findings.append(
        Diagnostic(
          .tooLarge, "more than \(Self.extendsLimit) workflows extend each other", at: extends.range))
      return nil
    }
    if names.contains(extends.text) {
      let round = (names + [extends.text]).joined(separator: " extends ")
      findings.append(
        Diagnostic(.extendsCycle, "a workflow cannot extend itself: \(round)", at: extends.range))
      return nil
    }
    guard let base = base(extends, behind: names, findings: &findings) else { return nil }
    // What it extends is in it now: printed and read again, it stands alone.
    return merge(
      base, with: node, LanguageSchema.workflow, patches: LanguageSchema.changesOfOthers, &findings
    ).without("extends")
  }

  /// The workflow that a value names, merged over what it extends: for the first workflow that asks.
  mutating func base(
    _ reference: YAMLNode, behind names: [String], findings: inout [Diagnostic]
  ) -> YAMLNode? {
    if let name = DocumentName(.workflow, reference.text), let known = shared.bases[name],
      names.count + known.count <= Self.extendsLimit, !known.extended.contains(where: names.contains)
    {
      findings += known.findings
      changes += known.changes
      return known.node
    }
    guard let document = find(.workflow, reference, findings: &findings) else { return nil }
    var found: [Diagnostic] = []
    let changed = changes.count
    let node = resolve(document, behind: names, findings: &found)
    findings += found
    if let node, let name = DocumentName(.workflow, reference.text) {
      let extends = document.node?["extends"]?.text
      let below = extends.flatMap { DocumentName(.workflow, $0) }.flatMap { shared.bases[$0] }
      shared.bases[name] = SharedWork.MergedBase(
        node: node, findings: found, changes: Array(changes[changed...]),
        extended: (extends.map { [$0] } ?? []) + (below?.extended ?? []), count: 1 + (below?.count ?? 0))
    }
    return node
  }

  /// The document that a value names; reported when there is none.
  mutating func find(
    _ kind: DocumentKind, _ reference: YAMLNode, findings: inout [Diagnostic]
  ) -> ReadDocument? {
    guard let name = DocumentName(kind, reference.text) else {
      findings.append(
        noName(kind, reference.text, at: reference.range, known: reader.provider.names(of: kind)))
      return nil
    }
    do throws(DocumentError) {
      if let document = try reader.document(name) { return document }
    } catch {
      findings.append(
        Diagnostic(.fileNotReadable, "cannot read \(error.path): \(error.reason)", at: reference.range))
      return nil
    }
    findings.append(noDocument(name, at: reference.range))
    return nil
  }

  private func noDocument(_ name: DocumentName, at range: SourceRange) -> Diagnostic {
    let near = nearestName(to: name.name, in: reader.provider.names(of: name.kind))
    return Diagnostic(
      .unknownReference, "there is no \(name.kind.noun) '\(name.name)'", at: range,
      notes: [Diagnostic.Note("looked for \(name.paths.joined(separator: " and "))")],
      fixIts: near.map { [Diagnostic.FixIt("replace with '\($0)'", replace: range, with: $0)] } ?? [])
  }

  /// What is wrong with the name behind `intents_from`, without a look into that large file.
  private mutating func intentsFromFindings(_ root: YAMLNode) -> [Diagnostic] {
    guard let reference = root["intents_from"] else { return [] }
    guard let name = DocumentName(.workflow, reference.text) else {
      return [noName(.workflow, reference.text, at: reference.range)]
    }
    return reader.has(name) ? [] : [noDocument(name, at: reference.range)]
  }

  // MARK: Lowering

  private mutating func lower(_ root: YAMLNode, findings: [Diagnostic]) -> Compilation {
    var findings = findings
    shared.files = reader.lookedUp
    // What the files alone were told, in better words: what to write there is not there yet.
    findings.add(
      untold: LanguageSchema.workflow.check(root, .whole, in: reader.files, knowing: &reader.soundValues))
    findings += intentsFromFindings(root)
    if let part = understandingPart(root, findings: findings) { return part }
    if let removed = removedNecessity(root) {
      return Compilation(
        program: nil, diagnostics: (findings + [removed]).sortedByPlace(), files: reader.files,
        resolved: root, changes: changes, understanding: UnderstandingDefinition(intents: []))
    }
    let sources = messageSources(of: root, findings: &findings)
    let lawNode = law(findings: &findings)
    shared.files = reader.lookedUp
    var context = LoweringContext(
      files: reader.files, templates: shared.table(of: sources.libraries), shared: shared, pool: pool)
    let lowered = context.program(
      root, messageSources: sources, lawNode: lawNode, isSound: !findings.hasErrors)
    let understanding = lowered.understanding
    findings.add(behindErrors: context.diagnostics)
    findings += ownPhraseFindings(root, understanding, lowered.phraseProblems)
    findings += removedQueueFindings(root) + borrowedNameFindings(root)
    let all = findings.tellingChanges(changes, in: reader.files).sortedByPlace()
      .tellingMistypedDefinitionsOnce().tellingUnsetValuesOnce()
    return Compilation(
      program: all.hasErrors ? nil : lowered.program, diagnostics: all, files: reader.files, resolved: root,
      changes: changes, understanding: understanding)
  }

  /// The template libraries and personas that a workflow uses, with its own changes merged in.
  private mutating func messageSources(
    of root: YAMLNode, findings: inout [Diagnostic]
  ) -> MessageSources {
    var sources = MessageSources()
    let libraries = libraryReferences(in: root, shared: shared)
    let personas = (root["agents"]?.entries ?? []).map { $0.value["persona"] ?? YAMLNode(naming: $0.key) }
    reader.read(
      ahead: libraries.compactMap { DocumentName(.templates, $0.text) }
        + personas.compactMap { DocumentName(.persona, $0.text) } + [lawName].compactMap(\.self))
    for reference in libraries {
      guard let document = find(.templates, reference, findings: &findings) else { continue }
      findings += document.diagnostics
      guard let node = document.node else { continue }
      sources.libraries.append(
        changed(node, by: root["templates"]?[reference.text], LanguageSchema.templates, &findings))
    }
    for reference in personas {
      guard !sources.personas.contains(where: { $0["persona"]?.text == reference.text }),
        let document = find(.persona, reference, findings: &findings)
      else { continue }
      findings += document.diagnostics
      guard let node = document.node else { continue }
      sources.personas.append(
        changed(node, by: root["personas"]?[reference.text], LanguageSchema.persona, &findings))
    }
    return sources
  }

  /// A document with a workflow's own changes, which must leave it whole.
  private mutating func changed(
    _ document: YAMLNode, by changes: YAMLNode?, _ schema: DocumentSchema, _ findings: inout [Diagnostic]
  ) -> YAMLNode {
    guard let changes else { return document }
    let merged = merge(document, with: changes, schema, &findings)
    findings.add(untold: schema.check(merged, in: reader.files))
    return merged
  }

  /// Merges, keeps what changed for listings, and reports removals of what was not there.
  private mutating func merge(
    _ base: YAMLNode, with overlay: YAMLNode?, _ schema: DocumentSchema, patches: Set<String> = [],
    _ findings: inout [Diagnostic]
  ) -> YAMLNode {
    guard let overlay else { return base }
    let merge = mergePatch(base: base, overlay: overlay, patches: patches, schema: schema)
    changes += merge.changes
    findings.add(
      untold: merge.changes.filter { $0.kind == .removedNothing }.map { change in
        Diagnostic(
          .emptyValue, .warning,
          "'\(change.path.last ?? "")' is empty, which removes it, but there is none to remove",
          at: change.overlay, notes: [Diagnostic.Note("write {} for an entry without keys")])
      })
    return merge.value
  }

  /// What is wrong with a law beyond its shape.
  private func lawFindings(_ node: YAMLNode) -> [Diagnostic] {
    var context = LoweringContext(
      files: reader.files, templates: shared.table(of: []), shared: shared, pool: .serial)
    _ = context.law(node)
    return context.diagnostics
  }

  private var lawName: DocumentName? { DocumentName(.legal, "us") }

  private mutating func law(findings: inout [Diagnostic]) -> YAMLNode? {
    guard let name = lawName else { return nil }
    do throws(DocumentError) {
      guard let document = try reader.document(name) else {
        findings.append(
          Diagnostic(
            .fileNotReadable, "the project has no \(name.paths[0]), and nothing is sent without it", at: nil))
        return nil
      }
      findings += document.diagnostics
      return document.node
    } catch {
      findings.append(Diagnostic(.fileNotReadable, "cannot read \(error.path): \(error.reason)", at: nil))
      return nil
    }
  }
}

extension [Diagnostic] {
  /// Adds findings but for errors about what an error was told of already: they follow from it.
  fileprivate mutating func add(behindErrors more: [Diagnostic]) {
    let told = Set(filter { $0.severity == .error }.compactMap(\.range))
    append(
      contentsOf: more.filter { new in
        // What is too much is so whatever it says.
        new.severity != .error || new.id == .tooLarge || !(new.range.map(told.contains) ?? false)
      })
  }

  /// Adds findings whose kind and place were not told already.
  fileprivate mutating func add(untold more: [Diagnostic]) {
    guard !more.isEmpty else { return }
    var told: [SourceRange?: Set<DiagnosticID>] = [:]
    for finding in self { told[finding.range, default: []].insert(finding.id) }
    append(contentsOf: more.filter { !(told[$0.range]?.contains($0.id) ?? false) })
  }
}

extension YAMLNode {
  /// A key as a value of its own, for a name that is implied by where it stands.
  init(naming key: YAMLKey) {
    self.init(.scalar(YAMLScalar(SourceText(key.name, at: key.range), style: .plain)), at: key.range)
  }
}
