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

  /// One list per key from 0.
  init(_ lists: [[Int32]]) {
    starts.reserveCapacity(lists.count + 1)
    for list in lists {
      values += list
      starts.append(Int32(values.count))
    }
  }

  /// All values, those of a key at `range(of:)`.
  var all: [Int32] { values }

  /// Where the values of a key stand in `all`, in the order they were given; empty for a key there is none of.
  @inline(__always)
  func range(of key: Int32) -> Range<Int> {
    guard key >= 0, Int(key) + 1 < starts.count else { return 0..<0 }
    return Int(starts[Int(key)])..<Int(starts[Int(key) + 1])
  }
}
