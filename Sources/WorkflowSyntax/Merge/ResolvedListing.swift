public import Diagnostics

/// Writes a tree as YAML in one canonical form, each line with the file and line it came from.
///
/// ```
/// workflow: ecbb                       # workflows/ecbb.yaml:1
/// queues:                              # workflows/base/deal-origination.yaml:40
///   vip:                               # workflows/ecbb.yaml:12
///     when: priority >= 95             # workflows/ecbb.yaml:12
/// ```
///
/// Read again it gives the same values: what would be taken for something else is in quotes, and a text of
/// several lines stands on one, with `\n`.
///
/// - Parameter changes: Of the merge that gave the tree; entries it removed are listed at the end.
public func resolvedListing(
  _ node: YAMLNode, changes: [YAMLMerge.Change] = [], in files: SourceFiles
) -> String {
  var listing = ResolvedListing(files: files)
  listing.write(node)
  return listing.text + removals(changes, in: files)
}

private func removals(_ changes: [YAMLMerge.Change], in files: SourceFiles) -> String {
  changes.filter { $0.kind == .removed }.map { change in
    let base = change.base.map { ", from \(ResolvedListing.place($0, in: files))" } ?? ""
    return "# \(change.path.joined(separator: ".")) is removed by "
      + "\(ResolvedListing.place(change.overlay, in: files))\(base)\n"
  }.joined()
}

/// The lines of a listing and where each came from.
private struct ResolvedListing {
  /// Columns before the places: a longer line pushes its own place to the right.
  private static let widest = 60

  let files: SourceFiles
  private var lines: [(text: String, place: SourceRange)] = []

  init(files: SourceFiles) { self.files = files }

  var text: String {
    let column = lines.map { displayWidth(of: $0.text) }.filter { $0 <= ResolvedListing.widest }.max() ?? 0
    return lines.map { line in
      let blanks = String(repeating: " ", count: max(0, column - displayWidth(of: line.text)))
      return "\(line.text)\(blanks)  # \(ResolvedListing.place(line.place, in: files))\n"
    }.joined()
  }

  static func place(_ range: SourceRange, in files: SourceFiles) -> String {
    let file = files[range.file]
    return "\(file.path):\(file.position(ofByte: Int(range.start)).line)"
  }

  mutating func write(_ node: YAMLNode) {
    switch node.content {
    case .scalar(let scalar): lines.append((scalar.canonical, node.range))
    case .sequence, .mapping: block(node, prefix: "", indent: "")
    }
  }

  /// Writes the entries or items of a node, the first behind `prefix` and the others behind `indent`.
  private mutating func block(_ node: YAMLNode, prefix: String, indent: String) {
    var lead = prefix
    switch node.content {
    case .scalar(let scalar):
      lines.append((lead + scalar.canonical, node.range))
    case .sequence(let items):
      if items.isEmpty { lines.append((lead + "[]", node.range)) }
      for item in items {
        block(item, prefix: lead + "- ", indent: indent + "  ")
        lead = indent
      }
    case .mapping(let entries):
      if entries.isEmpty { lines.append((lead + "{}", node.range)) }
      for entry in entries {
        self.entry(entry, lead: lead, indent: indent)
        lead = indent
      }
    }
  }

  private mutating func entry(_ entry: YAMLEntry, lead: String, indent: String) {
    let key = lead + canonicalScalar(entry.key.name, wasPlain: true) + ":"
    let value = entry.value
    let place = value.range.start < value.range.end ? value.range : entry.key.range
    switch value.content {
    case .scalar(let scalar):
      lines.append(("\(key) \(scalar.canonical)", place))
    case .sequence(let items) where items.isEmpty:
      lines.append(("\(key) []", place))
    case .mapping(let entries) where entries.isEmpty:
      lines.append(("\(key) {}", place))
    case .sequence, .mapping:
      lines.append((key, entry.key.range))
      block(value, prefix: indent + "  ", indent: indent + "  ")
    }
  }
}

extension YAMLScalar {
  /// The scalar on one line, in quotes where it needs them.
  fileprivate var canonical: String {
    isNull ? "null" : canonicalScalar(text, wasPlain: style == .plain)
  }
}
