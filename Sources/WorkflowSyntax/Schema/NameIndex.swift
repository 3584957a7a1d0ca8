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

  /// A number below 64, by what is cheap to see of a name.
  static func bucket(_ name: String) -> Int {
    var name = name
    return name.withUTF8 { bytes in
      guard let first = bytes.first else { return 0 }
      return (bytes.count &* 5 &+ Int(first) &* 3 &+ Int(bytes[bytes.count - 1])) & 63
    }
  }
}
