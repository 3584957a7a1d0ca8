internal import Diagnostics

/// Builds the tree of one file from a parser's events, within limits.
///
/// It reports what YAML lets pass and we do not (duplicate keys, tags, merge keys, aliases that grow) and
/// goes on; it stops at the first thing the parser cannot read.
struct YAMLComposer<Parser: YAMLParser & ~Copyable>: ~Copyable {
  var parser: Parser
  let bytes: YAMLBytes
  private let buffer: UnsafeBufferPointer<UInt8>
  let source: YAMLSource
  let limits: YAMLLimits
  private(set) var diagnostics: [Diagnostic] = []

  var anchors = YAMLAnchors()
  var depth = 0
  /// The deepest level reached since it was last reset, for the height of anchored values.
  var deepest = 0
  var values = 0
  /// Where the lists and maps in brackets and braces around the current event start.
  private var flowStarts: [Int] = []
  var flowDepth: Int { flowStarts.count }
  /// The brackets and braces open there, the innermost last; a single pair in a list, `[a: b]`, has none of its own.
  var openBrackets: [Int] {
    flowStarts.filter { bytes[$0] == UInt8(ascii: "[") || bytes[$0] == UInt8(ascii: "{") }
  }
  /// Where the last text of the current block ends: libyaml ends a block where the next thing starts.
  var lastEnd = 0

  /// As many entries or items as most maps and lists have at most, so that few are moved while they grow.
  private static var usualEntries: Int { 4 }

  typealias Stop = YAMLStop

  init(
    _ bytes: UnsafeBufferPointer<UInt8>, parsedBy parser: consuming Parser, source: YAMLSource,
    limits: YAMLLimits
  ) {
    self.bytes = YAMLBytes(bytes)
    buffer = bytes
    self.source = source
    self.limits = limits
    self.parser = parser
  }
}

/// Why no tree was made.
enum YAMLStop: Error {
  /// A text the parser cannot read, to be explained.
  case problem(YAMLProblem)
  /// A text YAML reads otherwise than its author meant, to be mended and read again.
  case misread(YAMLExplanation)
  /// A limit, already reported.
  case refused
}

extension YAMLComposer where Parser: ~Copyable {
  /// Reads the file's one document.
  ///
  /// - Returns: `nil` for a file without a value; that is reported.
  mutating func document() throws(Stop) -> YAMLNode? {
    try advance()  // The stream's start.
    try advance()
    guard kind == .documentStart else {
      report(.emptyFile, "the file holds no value; it starts with a key such as 'workflow: NAME'", nil)
      return nil
    }
    try advance()
    let root = try node()
    try advance()  // The document's end.
    try advance()
    if kind == .documentStart {
      let start = parser.event.start
      report(
        .multipleDocuments, "a second document starts here; a file holds one, so each goes in its own file",
        source.range(start, start + 3))
    }
    return root
  }

  // MARK: Nodes

  var kind: YAMLEvent.Kind { parser.event.kind }

  mutating func advance() throws(Stop) {
    do { try parser.advance() } catch { throw .problem(error) }
  }

  /// Builds the node whose event is current; afterwards its last event is.
  mutating func node() throws(Stop) -> YAMLNode {
    try count()
    switch kind {
    case .alias: return try alias()
    case .scalar, .sequenceStart, .mappingStart:
      guard parser.event.anchor == nil, !parser.event.hasTag else { return try decorated() }
      return try undecorated(from: parser.event.start)
    case _:  // libyaml gives no other event where a value stands.
      throw refuse(.invalidYAML, "a value is missing here", at: parser.event.start)
    }
  }

  /// Counts one value or key more.
  mutating func count() throws(Stop) {
    values += 1
    guard values <= limits.values else {
      throw refuse(.fileTooLarge, "the file holds more than \(limits.values) values", at: parser.event.start)
    }
  }

  /// Builds the node of the current event, whose own text starts at `start`.
  mutating func undecorated(from start: Int) throws(Stop) -> YAMLNode {
    switch kind {
    case .sequenceStart: try sequence(from: start)
    case .mappingStart: try mapping(from: start)
    case _: try scalar(from: start)
    }
  }

  private mutating func scalar(from start: Int) throws(Stop) -> YAMLNode {
    let event = parser.event
    let end = event.end
    if event.style == .plain { try checkPlain(min(start, end), end) }
    let node = source.scalar(
      event.text, style: event.style, min(start, end), end, in: buffer)
    lastEnd = node.end
    return node.value
  }

  private mutating func sequence(from start: Int) throws(Stop) -> YAMLNode {
    let isFlow = parser.event.isFlow
    try enter(at: start, isFlow: isFlow)
    var items: [YAMLNode] = []
    items.reserveCapacity(Self.usualEntries)
    try advance()
    while kind != .sequenceEnd {
      items.append(try node())
      try advance()
    }
    leave(isFlow: isFlow)
    return YAMLNode(.sequence(items), at: range(start, max(start + 1, lastEnd)))
  }

  private mutating func mapping(from start: Int) throws(Stop) -> YAMLNode {
    let isFlow = parser.event.isFlow
    try enter(at: start, isFlow: isFlow)
    var entries: [YAMLEntry] = []
    entries.reserveCapacity(Self.usualEntries)
    var places = KeyPlaces()
    var missing = 0
    var lastPlain: Int?
    let told = diagnostics.count
    try advance()
    while kind != .mappingEnd {
      let key = try key(inMapAt: start)
      let keyEnd = parser.event.end
      try advance()
      let isMissing = isFlow && hasNoColon(after: keyEnd)
      let valueStart = parser.event.start
      let toldBefore = diagnostics.count
      let value = try node()
      try advance()
      guard let key else {
        // What a merge would take in, itself even, is not taken in.
        if bytes[keyEnd - 1] == UInt8(ascii: "<") { forget(since: toldBefore) }
        continue
      }
      if isMissing {
        missing += 1
        try reportKeyWithoutValue(key, endingAt: keyEnd, after: lastPlain)
      } else if let first = places.insert(key, in: entries) {
        reportDuplicate(key, first: first)
      } else {
        entries.append(YAMLEntry(key: key, value: value))
        if isFlow { lastPlain = value.scalar?.style == .plain ? valueStart : nil }
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
    flowStarts.removeLast()
    if hasBrackets { lastEnd = parser.event.end }
  }

  private mutating func enter(at start: Int, isFlow: Bool) throws(Stop) {
    depth += 1
    if isFlow { flowStarts.append(start) }
    deepest = max(deepest, depth)
    guard depth <= limits.depth else {
      throw refuse(
        .nestedTooDeeply, "lists and maps may stand at most \(limits.depth) deep within each other", at: start
      )
    }
  }

  // MARK: Reports

  func range(_ start: Int, _ end: Int) -> SourceRange { source.range(start, end) }

  func empty(at place: SourceRange) -> YAMLNode {
    YAMLNode(.scalar(YAMLScalar(SourceText("", at: place), style: .plain)), at: place)
  }

  /// Takes back what was told since there were so many findings: it follows from something told instead.
  mutating func forget(since count: Int) { diagnostics.removeSubrange(count...) }

  /// Whether as many findings are told as are of use: what only words another need not be looked at.
  var hasAllFindings: Bool { limits.findings <= diagnostics.count }

  mutating func report(
    _ id: DiagnosticID, _ message: String, _ range: SourceRange?, severity: Severity = .error,
    notes: [Diagnostic.Note] = [], mends: [Mend] = []
  ) {
    guard !hasAllFindings else { return }
    diagnostics.append(
      Diagnostic(
        id, severity, message, at: range ?? source.range(0, 0), notes: notes, fixIts: mends.map(source.fixIt))
    )
  }

  mutating func refuse(_ id: DiagnosticID, _ message: String, at offset: Int) -> Stop {
    report(id, message, range(offset, min(offset + 1, bytes.count)))
    return .refused
  }
}
