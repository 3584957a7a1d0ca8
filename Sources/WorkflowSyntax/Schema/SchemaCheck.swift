public import Diagnostics
public import Workers

extension DocumentSchema {
  /// Which questions a check asks.
  public enum CheckMode: Hashable, Sendable {
    /// The document stands alone, or is what merging gave: nothing may be missing.
    case whole
    /// The document changes another: keys may be missing, and null removes an entry.
    case overlay
  }

  /// Holds a tree against the schema.
  ///
  /// - Parameter files: Those the tree was read from.
  /// - Returns: All findings, sorted by place, at most one for each cause.
  public func check(_ node: YAMLNode, _ mode: CheckMode = .whole, in files: SourceFiles) -> [Diagnostic] {
    var check = SchemaCheck(schema: self, mode: mode, files: files)
    check.document(node)
    return check.diagnostics.sortedByPlace()
  }

  /// Holds a tree against the schema, past what is known to be sound already.
  ///
  /// - Parameter sound: What earlier checks of this kind of document found nothing wrong with, even as a whole; adds
  ///   to it.
  /// - Returns: All findings, sorted by place, at most one for each cause.
  public func check(
    _ node: YAMLNode, _ mode: CheckMode, in files: SourceFiles, knowing sound: inout SoundValues,
    by pool: WorkerPool = .serial
  ) -> [Diagnostic] {
    if 1 < pool.count, isSound(node, mode, in: files, knowing: &sound, by: pool) { return [] }
    var check = SchemaCheck(schema: self, mode: mode, files: files)
    // Moved in and out, so that it is never copied.
    swap(&check.sound, &sound)
    check.document(node)
    swap(&check.sound, &sound)
    return check.diagnostics.sortedByPlace()
  }

  /// Whether nothing is wrong with a tree, of which two parts are looked at side by side.
  ///
  /// What is wrong is told by whoever looks at the whole: an alias may repeat a value of the other part.
  private func isSound(
    _ node: YAMLNode, _ mode: CheckMode, in files: SourceFiles, knowing sound: inout SoundValues,
    by pool: WorkerPool
  ) -> Bool {
    let entries = node.entries
    let half = (Int(node.range.start) + Int(node.range.end)) / 2
    let middle = entries.firstIndex { half < Int($0.value.range.end) } ?? entries.count
    let known = sound
    @Sendable func check(_ part: Range<Int>) -> SoundValues? {
      var check = SchemaCheck(schema: self, mode: mode, files: files)
      check.sound = known
      check.part = part
      check.document(node)
      return check.diagnostics.isEmpty ? check.sound : nil
    }
    let (first, second) = pool.both({ check(0..<middle) }, { check(middle..<entries.count) })
    guard let first, let second else { return false }
    sound.ranges = first.ranges.union(second.ranges)
    return true
  }

  /// Holds one value against a shape of the schema, as the value of a key.
  public func check(
    _ node: YAMLNode, of key: YAMLKey, as shape: Shape, _ mode: CheckMode = .whole, in files: SourceFiles
  ) -> [Diagnostic] {
    var check = SchemaCheck(schema: self, mode: mode, files: files)
    check.value(node, as: shape, for: SchemaCheck.Owner(name: key.name, range: key.range))
    return check.diagnostics.sortedByPlace()
  }
}

/// One walk of a tree along its schema.
struct SchemaCheck {
  let schema: DocumentSchema
  private(set) var mode: DocumentSchema.CheckMode
  let files: SourceFiles
  private(set) var diagnostics: [Diagnostic] = []
  /// Places already told, so that an alias does not tell again what is wrong with the value it repeats.
  private var told: Set<SourceRange> = []
  /// The alias through which the current value is seen.
  private var alias: SourceRange?
  /// Records around the current one, the outermost first, to say where a misplaced key belongs.
  private var records: [(owner: Owner, shape: RecordShape)] = []
  /// The entries of the map the current record stands in, and the one it is.
  private var siblings: (entries: [YAMLEntry], own: Int) = ([], 0)

  /// The entries of the document that are looked at; all of them when it does not say.
  fileprivate var part: Range<Int>?

  /// Values that need no look any more, and how deep the current one stands.
  fileprivate var sound = SoundValues()
  private var depth = 0
  /// How often an overlay was let off what would be missing in a whole document.
  private var leniencies = 0

  /// What a value belongs to, for messages about it.
  struct Owner {
    let name: String
    let range: SourceRange
    /// Whether the value is an item of a list, and `name` the list's.
    var isItem = false
    /// Whether it is a key of a map, and `name` the map's.
    var isKey = false
    /// Whether the value is the whole document.
    var isDocument = false

    /// To stand before "must be".
    var subject: String {
      if isKey { return "a key of '\(name)'" }
      return isItem ? "each item of '\(name)'" : isDocument ? "the file" : "'\(name)'"
    }
  }

  init(schema: DocumentSchema, mode: DocumentSchema.CheckMode, files: SourceFiles) {
    self.schema = schema
    self.mode = mode
    self.files = files
  }

  mutating func document(_ node: YAMLNode) {
    let start = SourceRange(
      file: node.range.file, start: Int(node.range.start), end: Int(node.range.start) + 1)
    let place = node.entries.first?.key.range ?? start
    value(
      node, as: Shape(.record(schema.root)), for: Owner(name: schema.kind, range: place, isDocument: true))
  }

  /// Checks one value; what it belongs to is named in messages.
  mutating func value(_ node: YAMLNode, as shape: Shape, for owner: Owner) {
    guard depth < SoundValues.depthLimit, !owner.isDocument, sound.mayKnow(node) else {
      return unknownValue(node, as: shape, for: owner)
    }
    guard !sound.ranges.contains(node.range) else { return }
    let before = leniencies
    depth += 1
    unknownValue(node, as: shape, for: owner)
    depth -= 1
    // A finding elsewhere may have been told in the place of one about this value.
    if diagnostics.isEmpty, before == leniencies { sound.ranges.insert(node.range) }
  }

  /// Notes that the current value would not do in a whole document.
  mutating func letOff() { leniencies += 1 }

  private mutating func unknownValue(_ node: YAMLNode, as shape: Shape, for owner: Owner) {
    let outer = alias
    if alias == nil, node.anchoredRange != nil { alias = node.range }
    defer { alias = outer }
    let shape = schema.resolved(shape)
    if node.isNull { return empty(node, as: shape, for: owner) }
    switch shape.form {
    case .oneOf(let shapes):
      alternatives(node, shapes, for: owner)
    case .list(let item, let count):
      list(node, of: item, count: count, as: shape, for: owner)
    case .map(let keys, let values):
      map(node, keys: keys, values: values, as: shape, for: owner)
    case .record(let record):
      self.record(node, record, as: shape, for: owner)
    case .text, .scalar, .identifier, .integer, .number, .percentage, .boolean, .money, .duration, .timeOfDay,
      .date, .color, .url, .environment, .expression, .template, .reference, .sibling, .choice, .shared:
      guard let scalar = node.scalar else { return notScalar(node, as: shape, for: owner) }
      self.scalar(scalar.text, scalar.style, at: node.range, as: shape, subject: owner)
    }
  }

  /// Checks the text of a value or key.
  mutating func scalar(
    _ text: String, _ style: YAMLScalar.Style, at range: SourceRange, as shape: Shape, subject owner: Owner
  ) {
    // What stands beside an entry is known when all is merged.
    if mode == .overlay, case .sibling = shape.form { letOff() }
    guard
      let problem = ScalarProblem(
        text, style, as: shape, subject: owner.subject, siblings: siblingsToChoose())
    else {
      return
    }
    let fixIts = problem.replacement.map {
      [Diagnostic.FixIt($0.message, replace: range, with: $0.text)]
    }
    report(problem.id, problem.severity, problem.message, at: range, fixIts: fixIts ?? [])
  }

  /// Names `before` may give; in an overlay they may be in another file.
  private func siblingsToChoose() -> [String]? {
    guard mode == .whole else { return nil }
    return siblings.entries.enumerated().filter { $0.offset != siblings.own }.map(\.element.key.name)
  }

  // MARK: Alternatives and lists

  private mutating func alternatives(_ node: YAMLNode, _ shapes: [Shape], for owner: Owner) {
    var knowing: Int?
    var last: Int?
    var count = 0
    for index in shapes.indices {
      let shape = schema.resolved(shapes[index])
      guard shape.takesForm(of: node) else { continue }
      // Of several shapes for a map, a record is meant when the map has one of its keys.
      if knowing == nil, shape.knowsKey(of: node) { knowing = index }
      last = index
      count += 1
    }
    guard let meant = knowing ?? last else {
      return wrongType(node, Shape(.oneOf(shapes.map(schema.resolved))).phrase, for: owner)
    }
    guard let scalar = node.scalar, 1 < count else { return value(node, as: shapes[meant], for: owner) }
    let fitting = shapes.map(schema.resolved).filter { $0.takesForm(of: node) }
    if !fitting.contains(where: { isRead(scalar, as: $0) }) {
      wrongType(node, Shape(.oneOf(fitting)).phrase, for: owner)
    }
  }

  private func isRead(_ scalar: YAMLScalar, as shape: Shape) -> Bool {
    let problem = ScalarProblem(
      scalar.text, scalar.style, as: shape, subject: "", siblings: siblingsToChoose())
    return problem?.severity != .error
  }

  private mutating func list(
    _ node: YAMLNode, of item: Shape, count: ClosedRange<Int>, as shape: Shape, for owner: Owner
  ) {
    guard case .sequence(let items) = node.content else {
      let canWrap = node.scalar.map { $0.style != .literal && $0.style != .folded } ?? false
      let raw = rawText(node.range)
      let fixIt = Diagnostic.FixIt("make it a list", replace: node.range, with: "[\(raw)]")
      let itemShape = schema.resolved(item)
      let isSafe =
        canWrap && itemShape.takesForm(of: node) && !raw.contains { ",[]{}\n\r".contains($0) }
        && node.scalar.map { isRead($0, as: itemShape) } ?? true
      return wrongType(node, shape.phrase, for: owner, fixIts: isSafe ? [fixIt] : [])
    }
    if !count.contains(items.count) {
      report(
        .wrongType, .error, "\(owner.subject) must be \(shape.phrase); it has \(items.count)", at: node.range)
    }
    let inner = Owner(name: owner.name, range: owner.range, isItem: true)
    for element in items { value(element, as: item, for: inner) }
  }

  private mutating func map(_ node: YAMLNode, keys: Shape, values: Shape, as shape: Shape, for owner: Owner) {
    guard case .mapping(let entries) = node.content else { return wrongForm(node, as: shape, for: owner) }
    let outer = siblings
    defer { siblings = outer }
    let keyOwner = Owner(name: owner.name, range: owner.range, isKey: true)
    for index in entries.indices {
      let key = entries[index].key
      scalar(key.name, .double, at: key.range, as: keys, subject: keyOwner)
    }
    checkOrder(of: entries)
    siblings = (entries, 0)
    for index in entries.indices {
      siblings.own = index
      let key = entries[index].key
      value(entries[index].value, as: values, for: Owner(name: key.name, range: key.range))
    }
  }

  private mutating func record(_ node: YAMLNode, _ record: RecordShape, as shape: Shape, for owner: Owner) {
    guard case .mapping(let entries) = node.content else { return wrongForm(node, as: shape, for: owner) }
    let (outer, before) = (mode, leniencies)
    if record.isChange { mode = .overlay }
    defer {
      mode = outer
      // A change of another document is one in a whole document too.
      if record.isChange { leniencies = before }
    }
    let places = entries.indices.map { record.index(of: entries[$0].key.name) }
    if places.contains(nil) {
      let present = Set(entries.map(\.key.name))
      let missing = record.keys.map(\.name).filter { !present.contains($0) }
      for index in entries.indices where places[index] == nil {
        unknownKey(entries[index], in: record, missing: missing, of: owner, around: records)
      }
    }
    records.append((owner, record))
    for index in owner.isDocument ? part ?? entries.indices : entries.indices {
      guard let place = places[index] else { continue }
      let key = entries[index].key
      value(
        entries[index].value, as: record.keys[place].shape, for: Owner(name: key.name, range: key.range))
    }
    records.removeLast()
    checkKeys(of: node, record, for: owner)
  }

  // MARK: Reports

  mutating func wrongType(
    _ node: YAMLNode, _ phrase: String, for owner: Owner, notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) {
    let found =
      switch node.content {
      case .scalar(let scalar): "'\(shortened(scalar.text))'"
      case .sequence: "a list"
      case .mapping: "a map"
      }
    report(
      .wrongType, .error, "\(owner.subject) must be \(phrase), not \(found)", at: node.range, notes: notes,
      fixIts: fixIts)
  }

  /// Adds a finding; within an alias it is told at the alias, and only if the value itself did not tell it.
  mutating func report(
    _ id: DiagnosticID, _ severity: Severity, _ message: String, at range: SourceRange,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    guard let alias, range != alias else {
      told.insert(range)
      diagnostics.append(Diagnostic(id, severity, message, at: range, notes: notes, fixIts: fixIts))
      return
    }
    guard told.insert(range).inserted else { return }
    let note = Diagnostic.Note("in the value it repeats, here", at: range)
    diagnostics.append(Diagnostic(id, severity, message, at: alias, notes: [note] + notes, fixIts: fixIts))
  }

  func rawText(_ range: SourceRange) -> String {
    let bytes = files[range.file].bytes
    let end = min(Int(range.end), bytes.count)
    return String(decoding: bytes[min(Int(range.start), end)..<end], as: UTF8.self)
  }

  func shortened(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count == text.count && line.count <= 40 ? text : line.prefix(39) + "…"
  }
}
