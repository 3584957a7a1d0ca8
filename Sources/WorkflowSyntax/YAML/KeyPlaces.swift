/// Which keys a mapping has so far, to find a second one of the same name.
///
/// Most maps are small and have no key twice: what is cheap to see of the names tells that, and only a large map
/// with names alike pays for a dictionary.
struct KeyPlaces {
  /// A bit for what is cheap to see of each name so far.
  private var seen: UInt64 = 0
  private var indices: [String: Int] = [:]
  /// How many entries are in `indices`.
  private var indexed = 0
  private static let smallest = 16

  /// Notes a key about to be appended to `entries`, unless one of its name is there: then that is returned.
  mutating func insert(_ key: YAMLKey, in entries: [YAMLEntry]) -> YAMLKey? {
    let bit = UInt64(1) << UInt64(NameIndex.bucket(key.name))
    guard seen & bit != 0 else {
      seen |= bit
      return nil
    }
    guard KeyPlaces.smallest <= entries.count else {
      for index in entries.indices where entries[index].key.name == key.name { return entries[index].key }
      return nil
    }
    for index in indexed..<entries.count { indices[entries[index].key.name] = index }
    indexed = entries.count
    return indices[key.name].map { entries[$0].key }
  }
}
