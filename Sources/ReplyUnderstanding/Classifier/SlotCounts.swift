/// Which slots the examples have once, and which again.
struct SlotCounts: Sendable {
  /// A bit per slot.
  private var once = [UInt64](repeating: 0, count: SlotCounts.size)
  private var again = [UInt64](repeating: 0, count: SlotCounts.size)

  private static let size = 1 << (Int(ReplyFeatures.slotBits) - 6)

  mutating func insert(_ slots: [UInt32]) {
    for slot in slots {
      let (place, bit) = (Int(slot >> 6), UInt64(1) << UInt64(slot & 63))
      again[place] |= once[place] & bit
      once[place] |= bit
    }
  }

  mutating func formUnion(_ other: SlotCounts) {
    for place in once.indices {
      again[place] |= other.again[place] | once[place] & other.once[place]
      once[place] |= other.once[place]
    }
  }

  func isRepeated(_ slot: Int) -> Bool { again[slot >> 6] >> UInt64(slot & 63) & 1 == 1 }
}
