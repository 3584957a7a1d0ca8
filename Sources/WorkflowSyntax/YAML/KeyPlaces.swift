/// Which keys a mapping has so far, to find a second one of the same name.
///
/// Most maps are small: only a large one pays for a dictionary.
struct KeyPlaces {
  private var indices: [String: Int] = [:]
  private static let smallest = 16

  /// Notes a key about to be appended to `entries`, unless one of its name is there: then that is returned.
  mutating func insert(_ key: YAMLKey, in entries: [YAMLEntry]) -> YAMLKey? {
    guard KeyPlaces.smallest <= entries.count else {
      return entries.first { $0.key.name == key.name }?.key
    }
    if indices.isEmpty {
      for (index, entry) in entries.enumerated() { indices[entry.key.name] = index }
    }
    if let first = indices[key.name] { return entries[first].key }
    indices[key.name] = entries.count
    return nil
  }
}
