public import Diagnostics

/// What a file that changes another gives: the merged tree, and what changed on the way.
///
/// JSON Merge Patch (RFC 7396): maps merge key by key, null removes an entry, everything else replaces.
/// Where a schema lets only one of several keys stand (`text` or `variants`), the overlay's takes the place of the
/// base's, and so does a map of another form (one opener, or several by name); nothing that merges otherwise without a
/// finding merges differently for it.
///
/// Entries stay in the base's order and new ones go last, unless `before: NAME` within an entry puts it
/// before another of the same map; a `before` that was followed is gone from the result.
///
/// Every key and value keeps its place in the file it came from. A map both files have is placed in the
/// overlay, where its author can change it.
public struct YAMLMerge: Hashable, Sendable {
  public let value: YAMLNode
  /// In the order of the overlay.
  public let changes: [Change]

  /// One thing the overlay did.
  public struct Change: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case added, replaced, removed
      /// A null for an entry that was not there.
      case removedNothing
    }
    public let kind: Kind
    /// The keys that lead to it, the outermost first.
    public let path: [String]
    /// Where the overlay says so: its key.
    public let overlay: SourceRange
    /// Where the entry stood, its key; `nil` for what was not there.
    public let base: SourceRange?
  }
}

/// Applies a file to the one it extends; see `YAMLMerge`.
///
/// Both trees come from `readYAML`, whose limits bound the work.
///
/// - Parameter patches: Keys at the top whose entries change other documents, each under its name: what they
///   remove is removed there, so nulls within them stay.
/// - Parameter schema: Of both; says which keys take each other's place.
public func mergePatch(
  base: YAMLNode, overlay: YAMLNode, patches: Set<String> = [], schema: DocumentSchema? = nil
) -> YAMLMerge {
  var merger = Merger(patches: patches, schema: schema)
  let value = merger.merge(base, overlay, as: schema.map { Shape(.record($0.root)) })
  return YAMLMerge(value: value, changes: merger.changes)
}

private struct Merger {
  private let patches: Set<String>
  private let schema: DocumentSchema?
  private(set) var changes: [YAMLMerge.Change] = []
  private var path: [String] = []

  init(patches: Set<String>, schema: DocumentSchema?) { (self.patches, self.schema) = (patches, schema) }

  /// Whether the current entry is within a change of another document.
  private var isWithinPatch: Bool { 2 < path.count && patches.contains(path[0]) }

  mutating func merge(_ base: YAMLNode?, _ overlay: YAMLNode, as shape: Shape?) -> YAMLNode {
    guard case .mapping(let overlaid) = overlay.content else { return overlay }
    var entries = base?.entries ?? []
    if case .record(let record) = shape?.form, !entries.isEmpty { displace(in: &entries, record, overlaid) }
    let isNew = base.map { !$0.isMapping } ?? true
    var places = EntryPlaces(of: entries, lookUps: overlaid.count)
    var isRemoved: Set<String> = []
    for entry in overlaid {
      path.append(entry.key.name)
      let place = places.place(of: entry.key.name, in: entries)
      let inner =
        entry.value.isMapping ? schema?.shape(of: entry.key.name, within: shape, for: entry.value) : nil
      if entry.value.isNull, isWithinPatch {
        if let place {
          note(.removed, entry, entries[place])
          entries[place] = entry
        } else {
          places.note(entry.key.name, at: entries.count)
          entries.append(entry)
        }
      } else if entry.value.isNull {
        if !isNew { note(place == nil ? .removedNothing : .removed, entry, place.map { entries[$0] }) }
        isRemoved.insert(entry.key.name)
      } else if let place {
        let base = entries[place].value
        let isMerged =
          base.isMapping && entry.value.isMapping
          && !(schema?.changesForm(of: entry.key.name, within: shape, from: base, to: entry.value) ?? false)
        if !isMerged { note(.replaced, entry, entries[place]) }
        let value = merge(isMerged ? base : nil, entry.value, as: inner)
        entries[place] = YAMLEntry(key: entry.key, value: value)
      } else {
        if !isNew { note(.added, entry, nil) }
        places.note(entry.key.name, at: entries.count)
        entries.append(YAMLEntry(key: entry.key, value: merge(nil, entry.value, as: inner)))
      }
      path.removeLast()
    }
    if !isRemoved.isEmpty { entries.removeAll { isRemoved.contains($0.key.name) } }
    order(&entries, after: overlaid)
    return YAMLNode(.mapping(entries), at: overlay.range, anchoredAt: isNew ? overlay.anchoredRange : nil)
  }

  /// Takes out what the overlay's keys take the place of.
  private mutating func displace(
    in entries: inout [YAMLEntry], _ record: RecordShape, _ overlaid: [YAMLEntry]
  ) {
    guard !record.rules.isEmpty else { return }
    for (name, entry) in record.displacedKeys(by: overlaid) {
      guard let place = entries.firstIndex(where: { $0.key.name == name }), !entries[place].value.isNull
      else {
        continue
      }
      changes.append(
        YAMLMerge.Change(
          kind: .removed, path: path + [name], overlay: entry.key.range, base: entries[place].key.range))
      entries.remove(at: place)
    }
  }

  private mutating func note(_ kind: YAMLMerge.Change.Kind, _ entry: YAMLEntry, _ base: YAMLEntry?) {
    changes.append(YAMLMerge.Change(kind: kind, path: path, overlay: entry.key.range, base: base?.key.range))
  }

  /// Puts the overlay's entries where their `before` says.
  private func order(_ entries: inout [YAMLEntry], after overlaid: [YAMLEntry]) {
    for entry in overlaid {
      guard let target = entry.value["before"]?.scalar?.text, target != entry.key.name,
        let from = entries.firstIndex(where: { $0.key.name == entry.key.name }),
        entries.contains(where: { $0.key.name == target })
      else { continue }
      let moved = entries.remove(at: from)
      let node = YAMLNode(
        .mapping(moved.value.entries.filter { $0.key.name != "before" }), at: moved.value.range,
        anchoredAt: moved.value.anchoredRange)
      let place = entries.firstIndex { $0.key.name == target } ?? entries.count
      entries.insert(YAMLEntry(key: moved.key, value: node), at: place)
    }
  }
}

/// Where the entries of a map are, for a number of look-ups known beforehand: few are cheaper without a dictionary.
private struct EntryPlaces {
  private var indices: [String: Int]?

  init(of entries: [YAMLEntry], lookUps: Int) {
    guard 4 < lookUps, 8 < entries.count + lookUps else { return }
    indices = Dictionary(entries.enumerated().map { ($1.key.name, $0) }) { first, _ in first }
  }

  func place(of name: String, in entries: [YAMLEntry]) -> Int? {
    if let indices { return indices[name] }
    return entries.firstIndex { $0.key.name == name }
  }

  mutating func note(_ name: String, at place: Int) { indices?[name] = place }
}
