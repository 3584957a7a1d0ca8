/// Short lists of numbers, one per key, in one array.
struct CompactLists: Sendable {
  private var starts: [Int32] = [0]
  private var values: [Int32] = []

  init() {}

  /// - Parameter pairs: Key and value; keys from 0.
  init(_ pairs: [(key: Int32, value: Int32)], keys: Int) {
    starts = [Int32](repeating: 0, count: keys + 1)
    for pair in pairs { starts[Int(pair.key) + 1] += 1 }
    for key in 0..<keys { starts[key + 1] += starts[key] }
    values = [Int32](repeating: 0, count: pairs.count)
    var next = starts
    for pair in pairs {
      values[Int(next[Int(pair.key)])] = pair.value
      next[Int(pair.key)] += 1
    }
  }

  /// The values of a key, in the order they were given; empty for a key there is none of.
  @inline(__always)
  subscript(key: Int) -> ArraySlice<Int32> {
    guard key + 1 < starts.count else { return [] }
    return values[Int(starts[key])..<Int(starts[key + 1])]
  }
}
