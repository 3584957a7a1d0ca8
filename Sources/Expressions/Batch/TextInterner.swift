/// Numbers the distinct texts of a column, so that what holds for a text is worked out once.
///
/// Number 0 is for rows without a value; numbers are given in order of first sight.
final class TextInterner {
  /// The most distinct texts; columns with more, such as names, gain nothing from being numbered.
  static let countLimit = 8_192
  /// Longer texts are hardly ever seen twice.
  static let lengthLimit = 256
  /// The number of texts that got none.
  static let overflow = UInt16(countLimit + 1)

  /// Texts numbered so far; the next one gets `count + 1`.
  private(set) var count = 0
  /// Low 16 bits: number; high 48: hash. 0 is empty. Twice as many as texts, at least.
  private var slots: UnsafeMutablePointer<UInt64>
  private var slotCount = 64
  /// Where each number's text stands in `arena`.
  private var spans: [(start: Int, length: Int)] = [(0, 0)]
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCount = 0
  private var arenaCapacity = 4_096

  init() {
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    arena = .allocate(capacity: arenaCapacity)
  }

  deinit {
    slots.deallocate()
    arena.deallocate()
  }

  var isFull: Bool { count == Self.countLimit }

  /// The number of a text seen before, or `nil`; with its hash, for `add`.
  @inline(__always)
  func find(_ text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt16? {
    let mask = slotCount - 1
    var place = Int(truncatingIfNeeded: hash >> 16) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if (slot ^ hash) >> 16 == 0 {
        let number = UInt16(truncatingIfNeeded: slot)
        let span = spans[Int(number)]
        if span.length == text.count, isSame(arena + span.start, text) { return number }
      }
      place = (place + 1) & mask
    }
  }

  /// Gives a new text its number.
  ///
  /// - Precondition: Not full, and the text has none yet.
  func add(_ text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt16 {
    precondition(!isFull, "an interner that is full takes no more texts")
    if slotCount < 2 * (count + 1) { growSlots() }
    if arenaCapacity < arenaCount + text.count { growArena(for: text.count) }
    if let base = text.baseAddress { (arena + arenaCount).update(from: base, count: text.count) }
    count += 1
    spans.append((arenaCount, text.count))
    arenaCount += text.count
    insert(hash & ~0xFFFF | UInt64(count))
    return UInt16(count)
  }

  private func insert(_ slot: UInt64) {
    var place = Int(truncatingIfNeeded: slot >> 16) & (slotCount - 1)
    while slots[place] != 0 { place = (place + 1) & (slotCount - 1) }
    slots[place] = slot
  }

  private func growSlots() {
    let (old, oldCount) = (slots, slotCount)
    slotCount *= 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    for place in 0..<oldCount where old[place] != 0 { insert(old[place]) }
    old.deallocate()
  }

  private func growArena(for length: Int) {
    arenaCapacity = max(2 * arenaCapacity, arenaCount + length)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: arenaCapacity)
    grown.update(from: arena, count: arenaCount)
    arena.deallocate()
    arena = grown
  }

  @inline(__always)
  private func isSame(_ known: UnsafeMutablePointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = text.baseAddress else { return true }
    let (a, b) = (UnsafeRawPointer(known), UnsafeRawPointer(base))
    let count = text.count
    if 8 <= count {
      var place = 0
      while place + 8 <= count {
        if a.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          != b.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        {
          return false
        }
        place += 8
      }
      return a.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
        == b.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
    for place in 0..<count where known[place] != base[place] { return false }
    return true
  }

  /// A hash of 64 bits, never 0 in its upper 48: eight bytes at a time, folded by a wide multiplication.
  @inline(__always)
  static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let base = text.baseAddress else { return 1 << 16 }
    let raw = UnsafeRawPointer(base)
    let count = text.count
    var state = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var place = 0
    while place + 8 < count {
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    if 8 <= count {
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self))
    } else if 4 <= count {
      let low = UInt64(raw.loadUnaligned(as: UInt32.self))
      let high = UInt64(raw.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self))
      state = fold(state ^ (low | high << 32))
    } else {
      state = fold(state ^ (UInt64(base[0]) | UInt64(base[count / 2]) << 8 | UInt64(base[count - 1]) << 16))
    }
    return state | 1 << 63
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
