/// A hash table from 64-bit keys to 32-bit values, by open addressing.
///
/// Twelve bytes a slot, at most four of five in use; it grows by half, so between 15 and 23 bytes a key. Not
/// thread-safe. Keys are hashes already and never 0.
struct KeyTable: ~Copyable {
  private var keys: UnsafeMutablePointer<UInt64>
  private var values: UnsafeMutablePointer<UInt32>
  private var capacity: Int
  private(set) var count = 0

  init(capacity: Int = 4_096) {
    precondition(0 < capacity, "a table has slots")
    self.capacity = capacity
    keys = .allocate(capacity: capacity)
    keys.initialize(repeating: 0, count: capacity)
    values = .allocate(capacity: capacity)
    values.initialize(repeating: 0, count: capacity)
  }

  deinit {
    keys.deallocate()
    values.deallocate()
  }

  /// Makes room for `more` further keys.
  mutating func reserve(_ more: Int) {
    guard capacity * 4 < (count + more) * 5 else { return }
    grow(to: max(capacity + capacity / 2, (count + more) * 3 / 2))
  }

  private mutating func grow(to size: Int) {
    var grown = KeyTable(capacity: size)
    for index in 0..<capacity where keys[index] != 0 {
      let place = grown.place(of: keys[index], from: grown.slot(of: keys[index]))
      grown.keys[place] = keys[index]
      grown.values[place] = values[index]
    }
    grown.count = count
    self = grown
  }

  /// Spreads keys evenly over any number of slots.
  @inline(__always)
  private func slot(of key: UInt64) -> Int { Int(key.multipliedFullWidth(by: UInt64(capacity)).high) }

  /// Where the key is, or the free slot where it belongs.
  @inline(__always)
  private func place(of key: UInt64, from slot: Int) -> Int {
    var place = slot
    while keys[place] != 0, keys[place] != key { place = place + 1 == capacity ? 0 : place + 1 }
    return place
  }

  /// What stands in each key's own slot, to be passed to `place(of:firstLook:)`.
  ///
  /// These loads do not wait for each other, so the processor overlaps what would else be a walk from cache miss
  /// to cache miss.
  func lookFirst(_ wanted: UnsafePointer<UInt64>, count: Int, into looks: UnsafeMutablePointer<UInt64>) {
    for index in 0..<count { looks[index] = keys[slot(of: wanted[index])] }
  }

  /// Where the key is, or the free slot where it belongs.
  ///
  /// - Parameter firstLook: What stood in the key's own slot earlier; keys never leave their slots.
  @inline(__always)
  func place(of key: UInt64, firstLook: UInt64) -> Int {
    firstLook == key ? slot(of: key) : place(of: key, from: slot(of: key))
  }

  /// The value at a place; `nil` when the place is free.
  @inline(__always)
  func value(at place: Int) -> UInt32? { keys[place] == 0 ? nil : values[place] }

  /// Fills a free place; there must be room by `reserve`.
  @inline(__always)
  mutating func insert(_ key: UInt64, _ value: UInt32, at place: Int) {
    keys[place] = key
    values[place] = value
    count += 1
  }
}
