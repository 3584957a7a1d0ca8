/// The places of a schema's names, found without hashing a whole name: a check asks for one with every key.
struct NameIndex: Sendable {
  private let names: [String]
  /// Places by what is cheap to see of a name.
  private var buckets: [[Int]] = Array(repeating: [], count: 64)

  /// - Parameter names: Of two that are the same the first is found.
  init(_ names: [String]) {
    self.names = names
    for (place, name) in names.enumerated() { buckets[NameIndex.bucket(name)].append(place) }
  }

  /// Where a name stands among those given, or `nil` when it does not.
  subscript(name: String) -> Int? {
    for place in buckets[NameIndex.bucket(name)] where names[place] == name { return place }
    return nil
  }

  private static func bucket(_ name: String) -> Int {
    let bytes = name.utf8
    return (bytes.count &* 5 &+ Int(bytes.first ?? 0) &* 3 &+ Int(bytes.last ?? 0)) & 63
  }
}
