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
  /// Where each number's text stands in `arena`: start in the low 32 bits, length in the high.
  private var spans: UnsafeMutablePointer<UInt64>
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCount = 0
  private var arenaCapacity = 4_096

  init() {
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    spans = .allocate(capacity: slotCount)
    spans.initialize(repeating: 0, count: slotCount)
    arena = .allocate(capacity: arenaCapacity)
  }

  func deallocate() {
    slots.deallocate()
    spans.deallocate()
    arena.deallocate()
  }

  var isFull: Bool { count == Self.countLimit }

  /// The number of a text seen before, or `nil`.
  @inline(__always)
  func find(_ text: UnsafePointer<UInt8>, _ length: Int, hash: UInt64) -> UInt16? {
    let mask = slotCount - 1
    var place = Int(truncatingIfNeeded: hash >> 16) & mask
    while true {
      let slot = slots[place]
      if slot == 0 { return nil }
      if (slot ^ hash) >> 16 == 0 {
        let number = UInt16(truncatingIfNeeded: slot)
        let span = spans[Int(number)]
        if Int(span >> 32) == length, Self.isSame(arena + Int(span & 0xFFFF_FFFF), text, length) {
          return number
        }
      }
      place = (place + 1) & mask
    }
  }

  /// Gives a new text its number.
  ///
  /// - Precondition: Not full, and the text has none yet.
  mutating func add(_ text: UnsafeBufferPointer<UInt8>, hash: UInt64) -> UInt16 {
    precondition(!isFull, "an interner that is full takes no more texts")
    if slotCount < 2 * (count + 2) { growSlots() }
    if arenaCapacity < arenaCount + text.count { growArena(for: text.count) }
    if let base = text.baseAddress { (arena + arenaCount).update(from: base, count: text.count) }
    count += 1
    spans[count] = UInt64(arenaCount) | UInt64(text.count) << 32
    arenaCount += text.count
    insert(hash & ~0xFFFF | UInt64(count))
    return UInt16(count)
  }

  private func insert(_ slot: UInt64) {
    var place = Int(truncatingIfNeeded: slot >> 16) & (slotCount - 1)
    while slots[place] != 0 { place = (place + 1) & (slotCount - 1) }
    slots[place] = slot
  }

  private mutating func growSlots() {
    let (oldSlots, oldSpans, oldCount) = (slots, spans, slotCount)
    slotCount *= 2
    slots = .allocate(capacity: slotCount)
    slots.initialize(repeating: 0, count: slotCount)
    spans = .allocate(capacity: slotCount)
    spans.initialize(repeating: 0, count: slotCount)
    spans.update(from: oldSpans, count: oldCount)
    for place in 0..<oldCount where oldSlots[place] != 0 { insert(oldSlots[place]) }
    oldSlots.deallocate()
    oldSpans.deallocate()
  }

  private mutating func growArena(for length: Int) {
    arenaCapacity = max(2 * arenaCapacity, arenaCount + length)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: arenaCapacity)
    grown.update(from: arena, count: arenaCount)
    arena.deallocate()
    arena = grown
  }

  @inline(__always)
  private static func isSame(_ known: UnsafePointer<UInt8>, _ text: UnsafePointer<UInt8>, _ length: Int)
    -> Bool
  {
    let (a, b) = (UnsafeRawPointer(known), UnsafeRawPointer(text))
    guard 8 <= length else {
      for place in 0..<length where known[place] != text[place] { return false }
      return true
    }
    var place = 0
    while place + 8 < length {
      if a.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        != b.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      {
        return false
      }
      place += 8
    }
    // The last eight bytes, some of them perhaps for the second time.
    return a.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
      == b.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self)
  }

  /// A hash of 64 bits: eight bytes at a time, folded by a wide multiplication.
  ///
  /// Its highest bit is set, so that it is never taken for an empty slot.
  @inline(__always)
  static func hash(_ text: UnsafePointer<UInt8>, _ length: Int) -> UInt64 {
    let raw = UnsafeRawPointer(text)
    var state = UInt64(truncatingIfNeeded: length) &* 0x9E37_79B9_7F4A_7C15
    if 8 <= length {
      var place = 0
      while place + 8 < length {
        state = fold(state ^ raw.loadUnaligned(fromByteOffset: place, as: UInt64.self))
        place += 8
      }
      state = fold(state ^ raw.loadUnaligned(fromByteOffset: length - 8, as: UInt64.self))
    } else if 4 <= length {
      let low = UInt64(raw.loadUnaligned(as: UInt32.self))
      let high = UInt64(raw.loadUnaligned(fromByteOffset: length - 4, as: UInt32.self))
      state = fold(state ^ (low | high << 32))
    } else if 0 < length {
      state = fold(
        state ^ (UInt64(text[0]) | UInt64(text[length / 2]) << 8 | UInt64(text[length - 1]) << 16))
    }
    return state | 1 << 63
  }

  @inline(__always)
  private static func fold(_ value: UInt64) -> UInt64 {
    let product = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return product.high ^ product.low
  }
}
