/// Numbers the distinct texts of a column, so that what holds for a text is worked out once.
///
/// Number 0 is for rows without a value; numbers are given in order of first sight. Its owner deallocates it.
struct TextInterner {
  /// The most distinct texts; columns with more, such as names, gain nothing from being numbered.
  static let countLimit = 8_192
  /// Longer texts are hardly ever seen twice.
  static let lengthLimit = 256

  /// Texts numbered so far; the next one gets `count + 1`.
  private(set) var count = 0
  /// A number in the low 16 bits and a hash in the others; 0 where empty.
  private var slots: UnsafeMutablePointer<UInt64>
  /// At least twice as many as texts; a power of two.
  private var slotCount = 64
  /// What tells each number's text from others, by number.
  private var keys: UnsafeMutablePointer<Key>
  /// The texts of more than sixteen bytes, which their keys do not hold whole.
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCount = 0
  private var arenaCapacity = 4_096

  init() {
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    keys = .allocate(capacity: slotCount)
    arena = .allocate(capacity: arenaCapacity)
  }

  func deallocate() {
    slots.deallocate()
    keys.deallocate()
    arena.deallocate()
  }

  var isFull: Bool { count == Self.countLimit }

  /// A text's length, its first and last eight bytes (which are all of a short one), and its hash.
  struct Key {
    let length: Int
    let first: UInt64
    let last: UInt64
    /// Never 0 in its upper 48 bits.
    let hash: UInt64
    /// Where the text stands in the arena, once it is there.
    var start = 0

    @inline(__always)
    init(_ text: UnsafePointer<UInt8>, _ length: Int) {
      let raw = UnsafeRawPointer(text)
      self.length = length
      // Few branches, for the lengths of real texts cannot be foretold.
      if 8 <= length {
        first = raw.loadUnaligned(as: UInt64.self)
        last = raw.loadUnaligned(fromByteOffset: length &- 8, as: UInt64.self)
      } else if 4 <= length {
        first = UInt64(raw.loadUnaligned(as: UInt32.self))
        last = UInt64(raw.loadUnaligned(fromByteOffset: length &- 4, as: UInt32.self))
      } else if 0 < length {
        first = UInt64(text[0]) | UInt64(text[length / 2]) << 8
        last = UInt64(text[length &- 1])
      } else {
        (first, last) = (0, 0)
      }
      var state = Self.folded(
        first ^ 0x9E37_79B9_7F4A_7C15, last ^ 0xD6E8_FEB8_6659_FD93 ^ UInt64(truncatingIfNeeded: length))
      if 16 < length {
        var place = 8
        while place &+ 8 < length {
          let word = raw.loadUnaligned(fromByteOffset: place, as: UInt64.self)
          state = Self.folded(state ^ word, 0xA076_1D64_78BD_642F)
          place &+= 8
        }
      }
      hash = state | 1 << 63
    }

    /// A wide product's halves, one upon the other.
    @inline(__always)
    private static func folded(_ a: UInt64, _ b: UInt64) -> UInt64 {
      let product = a.multipliedFullWidth(by: b)
      return product.high ^ product.low
    }
  }

  /// The number of a text seen before, or `nil`.
  @inline(__always)
  func find(_ text: UnsafePointer<UInt8>, _ key: Key) -> UInt16? {
    let mask = slotCount &- 1
    var place = Int(truncatingIfNeeded: key.hash >> 16) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      let known = keys + Int(slot & 0xFFFF)
      if (slot ^ key.hash) >> 16 == 0, known.pointee.first == key.first, known.pointee.last == key.last,
        known.pointee.length == key.length
      {
        if key.length <= 16 || isSame(known.pointee.start, text, key.length) {
          return UInt16(truncatingIfNeeded: slot)
        }
      }
      place = (place &+ 1) & mask
    }
  }

  /// Whether the bytes between the first and the last eight are those of a text in the arena.
  private func isSame(_ start: Int, _ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    for place in 8..<length - 8 where arena[start + place] != text[place] { return false }
    return true
  }

  /// Gives a new text its number.
  ///
  /// - Precondition: Not full, and the text has none yet.
  mutating func add(_ text: UnsafePointer<UInt8>, _ key: Key) -> UInt16 {
    precondition(!isFull, "an interner that is full takes no more texts")
    if slotCount < 2 * (count + 2) { growSlots() }
    var key = key
    if 16 < key.length {
      if arenaCapacity < arenaCount + key.length { growArena(for: key.length) }
      (arena + arenaCount).update(from: text, count: key.length)
      key.start = arenaCount
      arenaCount += key.length
    }
    count += 1
    (keys + count).initialize(to: key)
    insert(key.hash & ~0xFFFF | UInt64(count))
    return UInt16(count)
  }

  private func insert(_ slot: UInt64) {
    var place = Int(truncatingIfNeeded: slot >> 16) & (slotCount - 1)
    while slots[place] != 0 { place = (place + 1) & (slotCount - 1) }
    slots[place] = slot
  }

  private mutating func growSlots() {
    let (oldSlots, oldKeys, oldCount) = (slots, keys, slotCount)
    slotCount *= 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    keys = .allocate(capacity: slotCount)
    (keys + 1).initialize(from: oldKeys + 1, count: count)
    for place in 0..<oldCount where oldSlots[place] != 0 { insert(oldSlots[place]) }
    oldSlots.deallocate()
    oldKeys.deallocate()
  }

  private mutating func growArena(for length: Int) {
    arenaCapacity = max(2 * arenaCapacity, arenaCount + length)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: arenaCapacity)
    grown.update(from: arena, count: arenaCount)
    arena.deallocate()
    arena = grown
  }
}
