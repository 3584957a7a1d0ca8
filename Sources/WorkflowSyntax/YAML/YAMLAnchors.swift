internal import Diagnostics

/// The values of a file that are marked `&name`, for the aliases that repeat them.
struct YAMLAnchors {
  struct Anchor {
    let node: YAMLNode
    /// Where `&name` stands.
    let name: SourceRange
    /// Values in it, itself included, repeated ones too.
    let values: Int
    /// Lists and maps within each other, at the deepest.
    let height: Int
  }

  private var anchors: [String: Anchor] = [:]
  /// Names of anchors whose values are being read: an alias to one would hold itself.
  private var openNames: [String] = []
  /// Values that aliases have added so far.
  var repeatedValues = 0

  subscript(name: String) -> Anchor? { anchors[name] }
  /// The names that another may be a slip of; none where there are more than a person keeps in mind.
  var names: [String] { anchors.count <= 200 ? anchors.keys.sorted() : [] }

  func isOpen(_ name: String) -> Bool { openNames.contains(name) }
  mutating func open(_ name: String) { openNames.append(name) }

  /// Ends the anchor opened last; a later one of the same name takes its place, as YAML has it.
  mutating func close(_ name: String, _ anchor: Anchor) {
    openNames.removeLast()
    anchors[name] = anchor
  }
}

extension YAMLComposer where Parser: ~Copyable {
  /// Builds the node of the current event, before which an anchor or a tag stands.
  mutating func decorated() throws(Stop) -> YAMLNode {
    let properties = NodeProperties(at: parser.event.start, in: bytes)
    if parser.event.hasTag, let tag = properties.tag, let replaced = reportTag(tag) { return replaced }
    guard let anchor = parser.event.anchor else { return try undecorated(from: properties.end) }
    let name = String(decoding: anchor, as: UTF8.self)
    let place = properties.anchor.map { range($0.lowerBound, $0.upperBound) }
    let (valuesBefore, deepestBefore) = (values, deepest)
    deepest = depth
    anchors.open(name)
    let node = try undecorated(from: properties.end)
    anchors.close(
      name,
      YAMLAnchors.Anchor(
        node: node, name: place ?? node.range, values: values - valuesBefore + 1, height: deepest - depth))
    deepest = max(deepest, deepestBefore)
    return node
  }

  mutating func alias() throws(Stop) -> YAMLNode {
    let name = parser.event.anchor.map { String(decoding: $0, as: UTF8.self) } ?? ""
    let (start, end) = (parser.event.start, parser.event.end)
    let place = range(start, end)
    lastEnd = end
    guard !anchors.isOpen(name) else {
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
    anchors.repeatedValues += anchor.values
    deepest = max(deepest, depth + anchor.height)
    guard anchors.repeatedValues <= limits.aliasedValues else {
      report(
        .aliasBomb,
        "aliases repeat more than \(limits.aliasedValues) values by the time '*\(name)' is read; write them out "
          + "or use 'extends'", place, notes: [Diagnostic.Note("'&\(name)' is here", at: anchor.name)])
      throw .refused
    }
    return YAMLNode(
      anchor.node.content, at: place, anchoredAt: anchor.node.anchoredRange ?? anchor.node.range)
  }

  mutating func reportUnknownAnchor(_ name: String, _ start: Int, _ end: Int) {
    guard !hasAllFindings else { return }
    let meant = nearestName(to: name, in: anchors.names)
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
