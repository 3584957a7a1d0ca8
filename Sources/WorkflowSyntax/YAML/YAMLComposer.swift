internal import CLibYAML
internal import Diagnostics

/// Builds the tree of one file from libyaml's events, within limits.
///
/// It reports what libyaml lets pass and we do not (duplicate keys, tags, merge keys, aliases that grow) and
/// goes on; it stops at the first thing libyaml cannot read.
struct YAMLComposer: ~Copyable {
  var parser: LibYAMLParser
  let bytes: YAMLBytes
  private let buffer: UnsafeBufferPointer<UInt8>
  let source: YAMLSource
  private let limits: YAMLLimits
  private(set) var diagnostics: [Diagnostic] = []

  private var anchors: [String: Anchor] = [:]
  /// Names of anchors whose values are being read: an alias to one would hold itself.
  private var openAnchors: [String] = []
  private var depth = 0
  /// The deepest level reached since it was last reset, for the height of anchored values.
  private var deepest = 0
  private var values = 0
  private var aliasedValues = 0
  /// Open brackets and braces around the current event.
  private(set) var flowDepth = 0
  /// Where the last text of the current block ends: libyaml ends a block where the next thing starts.
  private var lastEnd = 0

  private struct Anchor {
    let node: YAMLNode
    let name: SourceRange
    let values: Int
    let height: Int
  }

  /// Why no tree was made.
  enum Stop: Error {
    /// A text libyaml cannot read, to be explained.
    case problem(YAMLProblem)
    /// A limit, already reported.
    case refused
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>, source: YAMLSource, limits: YAMLLimits) {
    self.bytes = YAMLBytes(bytes)
    buffer = bytes
    self.source = source
    self.limits = limits
    parser = LibYAMLParser(bytes, isASCII: source.isASCII)
  }

  /// Reads the file's one document.
  ///
  /// - Returns: `nil` for a file without a value; that is reported.
  mutating func document() throws(Stop) -> YAMLNode? {
    try advance()  // The stream's start.
    try advance()
    guard type == YAML_DOCUMENT_START_EVENT else {
      report(.emptyFile, "the file holds no value; it starts with a key such as 'workflow: NAME'", nil)
      return nil
    }
    try advance()
    let root = try node()
    try advance()  // The document's end.
    try advance()
    if type == YAML_DOCUMENT_START_EVENT {
      let start = parser.start
      report(
        .multipleDocuments, "a second document starts here; a file holds one, so each goes in its own file",
        source.range(start, start + 3))
    }
    return root
  }

  // MARK: Nodes

  var type: yaml_event_type_t { parser.event.pointee.type }

  mutating func advance() throws(Stop) {
    do { try parser.advance() } catch { throw .problem(error) }
  }

  /// Builds the node whose event is current; afterwards its last event is.
  mutating func node() throws(Stop) -> YAMLNode {
    values += 1
    guard values <= limits.values else {
      throw refuse(.fileTooLarge, "the file holds more than \(limits.values) values", at: parser.start)
    }
    switch type {
    case YAML_ALIAS_EVENT:
      return try alias()
    case YAML_SCALAR_EVENT:
      let data = parser.event.pointee.data.scalar
      guard data.anchor == nil, data.tag == nil else {
        return try decorated(anchor: data.anchor, tag: data.tag)
      }
      return scalar(from: parser.start)
    case YAML_SEQUENCE_START_EVENT:
      let data = parser.event.pointee.data.sequence_start
      guard data.anchor == nil, data.tag == nil else {
        return try decorated(anchor: data.anchor, tag: data.tag)
      }
      return try sequence(from: parser.start)
    case YAML_MAPPING_START_EVENT:
      let data = parser.event.pointee.data.mapping_start
      guard data.anchor == nil, data.tag == nil else {
        return try decorated(anchor: data.anchor, tag: data.tag)
      }
      return try mapping(from: parser.start)
    case _:  // libyaml gives no other event where a value stands.
      throw refuse(.invalidYAML, "a value is missing here", at: parser.start)
    }
  }

  /// Builds the node of the current event, whose own text starts at `start`.
  private mutating func undecorated(from start: Int) throws(Stop) -> YAMLNode {
    switch type {
    case YAML_SEQUENCE_START_EVENT: try sequence(from: start)
    case YAML_MAPPING_START_EVENT: try mapping(from: start)
    case _: scalar(from: start)
    }
  }

  private mutating func scalar(from start: Int) -> YAMLNode {
    let data = parser.event.pointee.data.scalar
    let end = parser.end
    let node = source.scalar(
      UnsafeBufferPointer(start: data.value, count: data.length), style: YAMLScalar.Style(data.style),
      min(start, end), end, in: buffer)
    lastEnd = node.end
    return node.value
  }

  private mutating func sequence(from start: Int) throws(Stop) -> YAMLNode {
    let isFlow = parser.event.pointee.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
    try enter(at: start, isFlow: isFlow)
    var items: [YAMLNode] = []
    try advance()
    while type != YAML_SEQUENCE_END_EVENT {
      items.append(try node())
      try advance()
    }
    leave(isFlow: isFlow)
    if isFlow { reportCutItems(items) }
    return YAMLNode(.sequence(items), at: range(start, max(start + 1, lastEnd)))
  }

  private mutating func mapping(from start: Int) throws(Stop) -> YAMLNode {
    let isFlow = parser.event.pointee.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
    try enter(at: start, isFlow: isFlow)
    var entries: [YAMLEntry] = []
    var places = KeyPlaces()
    var missing = 0
    let told = diagnostics.count
    try advance()
    while type != YAML_MAPPING_END_EVENT {
      let key = try key(inMapAt: start)
      let keyEnd = parser.end
      try advance()
      let isMissing = isFlow && hasNoColon(after: keyEnd)
      let value = try node()
      try advance()
      guard let key else { continue }
      if isMissing {
        missing += 1
        reportKeyWithoutValue(key, endingAt: keyEnd, after: entries.last)
      } else if let first = places.insert(key, in: entries) {
        reportDuplicate(key, first: first)
      } else {
        entries.append(YAMLEntry(key: key, value: value))
      }
    }
    if missing == 1, entries.isEmpty, let text = placeholder(from: start, told: told) {
      leave(isFlow: isFlow)
      return text
    }
    // A single pair in a list, `[a: b]`, is a map without braces of its own.
    leave(isFlow: isFlow, hasBrackets: bytes[start] == UInt8(ascii: "{"))
    return YAMLNode(.mapping(entries), at: range(start, max(start + 1, lastEnd)))
  }

  private mutating func leave(isFlow: Bool, hasBrackets: Bool = true) {
    depth -= 1
    guard isFlow else { return }
    flowDepth -= 1
    if hasBrackets { lastEnd = parser.end }
  }

  private mutating func enter(at start: Int, isFlow: Bool) throws(Stop) {
    depth += 1
    if isFlow { flowDepth += 1 }
    deepest = max(deepest, depth)
    guard depth <= limits.depth else {
      throw refuse(
        .nestedTooDeeply, "lists and maps may stand at most \(limits.depth) deep within each other", at: start
      )
    }
  }

  // MARK: Anchors and aliases

  private mutating func decorated(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?
  ) throws(Stop) -> YAMLNode {
    let properties = NodeProperties(at: parser.start, in: bytes)
    if tag != nil, let tag = properties.tag, let replaced = reportTag(tag) { return replaced }
    guard let anchor else { return try undecorated(from: properties.end) }
    let name = String(cString: anchor)
    let place = properties.anchor.map { range($0.lowerBound, $0.upperBound) }
    let (valuesBefore, deepestBefore) = (values, deepest)
    deepest = depth
    openAnchors.append(name)
    let node = try undecorated(from: properties.end)
    openAnchors.removeLast()
    anchors[name] = Anchor(
      node: node, name: place ?? node.range, values: values - valuesBefore + 1, height: deepest - depth)
    deepest = max(deepest, deepestBefore)
    return node
  }

  private mutating func alias() throws(Stop) -> YAMLNode {
    let name = parser.event.pointee.data.alias.anchor.map { String(cString: $0) } ?? ""
    let (start, end) = (parser.start, parser.end)
    let place = range(start, end)
    lastEnd = end
    guard !openAnchors.contains(name) else {
      report(
        .unsupportedYAML, "'*\(name)' stands within the value it repeats; a value cannot hold itself", place)
      return empty(at: place)
    }
    guard let anchor = anchors[name] else {
      reportUnknownAnchor(name, start, end)
      return empty(at: place)
    }
    guard depth + anchor.height <= limits.depth else {
      throw refuse(
        .nestedTooDeeply,
        "with what '*\(name)' repeats, lists and maps stand more than \(limits.depth) deep within each other",
        at: start)
    }
    values += anchor.values
    aliasedValues += anchor.values
    deepest = max(deepest, depth + anchor.height)
    guard aliasedValues <= limits.aliasedValues else {
      report(
        .aliasBomb,
        "aliases repeat more than \(limits.aliasedValues) values by the time '*\(name)' is read; write them out "
          + "or use 'extends'", place, notes: [Diagnostic.Note("'&\(name)' is here", at: anchor.name)])
      throw .refused
    }
    return YAMLNode(
      anchor.node.content, at: place, anchoredAt: anchor.node.anchoredRange ?? anchor.node.range)
  }

  // MARK: Keys

  /// Reads the key at hand; `nil` when it is refused, with its value read and dropped by the caller.
  private mutating func key(inMapAt start: Int) throws(Stop) -> YAMLKey? {
    let told = diagnostics.count
    let key = try node()
    guard let scalar = key.scalar else {
      diagnostics.removeSubrange(told...)  // What is wrong within it follows from its being there.
      reportCollectionKey(key, inMapAt: start)
      return nil
    }
    if scalar.style == .plain, scalar.text == "<<" {
      report(
        .unsupportedYAML,
        "merge keys ('<<') are not part of the language; to start from another workflow use 'extends: NAME', "
          + "which merges maps key by key", key.range)
      return nil
    }
    if key.range.start == key.range.end {
      report(.invalidYAML, "a key is missing before this ':'", key.range)
      return nil
    }
    return YAMLKey(scalar.text, at: key.range)
  }

  private mutating func reportDuplicate(_ key: YAMLKey, first: YAMLKey) {
    report(
      .duplicateKey, "key '\(key.name)' stands twice in this map; only one of its values could count",
      key.range,
      notes: [Diagnostic.Note("'\(first.name)' is first given here", at: first.range)])
  }

  /// Takes `{firstName}` for the text it was meant to be, and reports that instead of its missing value.
  private mutating func placeholder(from start: Int, told: Int) -> YAMLNode? {
    guard bytes[start] == UInt8(ascii: "{"), bytes[parser.end - 1] == UInt8(ascii: "}") else { return nil }
    diagnostics.removeSubrange(told...)
    return reportBraces(from: start, isInFlow: flowDepth > 1)
  }

  /// Whether no colon follows the key that ended there: `{ a, b: 1 }`.
  private func hasNoColon(after keyEnd: Int) -> Bool {
    guard type == YAML_SCALAR_EVENT, parser.event.pointee.data.scalar.length == 0 else { return false }
    var index = keyEnd
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < bytes.count && bytes[index] != UInt8(ascii: ":") && bytes[index] != 0x0A
      && bytes[index] != 0x0D && bytes[index] != UInt8(ascii: "#")
  }

  // MARK: Reports

  func range(_ start: Int, _ end: Int) -> SourceRange { source.range(start, end) }

  func empty(at place: SourceRange) -> YAMLNode {
    YAMLNode(.scalar(YAMLScalar(SourceText("", at: place), style: .plain)), at: place)
  }

  /// Notes where the text of the current block ends, for a value that libyaml ends elsewhere.
  mutating func noteEnd(_ end: Int) { lastEnd = end }

  mutating func report(
    _ id: DiagnosticID, _ message: String, _ range: SourceRange?, notes: [Diagnostic.Note] = [],
    mends: [Mend] = []
  ) {
    guard diagnostics.count < limits.findings else { return }
    diagnostics.append(
      Diagnostic(
        id, .error, message, at: range ?? source.range(0, 0), notes: notes, fixIts: mends.map(source.fixIt)))
  }

  private mutating func refuse(_ id: DiagnosticID, _ message: String, at offset: Int) -> Stop {
    report(id, message, range(offset, min(offset + 1, bytes.count)))
    return .refused
  }

  mutating func reportUnknownAnchor(_ name: String, _ start: Int, _ end: Int) {
    let meant = nearestName(to: name, in: anchors.keys.sorted())
    let mend =
      meant.map { Mend("replace with '*\($0)'", start, end, "*\($0)".utf8) }
      ?? ValueExtent(at: start, in: bytes, isInFlow: flowDepth > 0).quoting(bytes)
    report(
      .unknownAnchor,
      "no anchor '&\(name)' stands above this alias"
        + (meant == nil ? "; a text that starts with '*' needs quotes" : ""),
      range(start, end), mends: [mend])
  }
}

extension YAMLScalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .single
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .double
    case YAML_LITERAL_SCALAR_STYLE: self = .literal
    case YAML_FOLDED_SCALAR_STYLE: self = .folded
    case _: self = .plain
    }
  }
}
