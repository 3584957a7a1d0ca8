/// The pairs of neighbouring words that the examples of replies have, to tell how familiar a reply is.
///
/// Who answers us puts words together as the examples do; who writes about something else hardly does, even in the
/// same words. So what the classifier says of a reply is worth more, the more of its pairs are known.
struct KnownPairs: Sendable {
  private var bits: [UInt64]
  /// 2 to the 19th: a pair that was never seen is taken for a known one about once in twenty.
  private static let sizeBits: UInt64 = 19

  init() { bits = [UInt64](repeating: 0, count: 1 << (KnownPairs.sizeBits - 6)) }

  mutating func insert(_ pairs: ArraySlice<UInt64>) {
    for pair in pairs {
      let place = KnownPairs.place(of: pair)
      bits[place >> 6] |= 1 << UInt64(place & 63)
    }
  }

  /// The part of the pairs that are known, 0 to 1; of none, all are.
  func share(of pairs: [UInt64]) -> Double {
    guard !pairs.isEmpty else { return 1 }
    var known = 0
    for pair in pairs {
      let place = KnownPairs.place(of: pair)
      known += Int((bits[place >> 6] >> UInt64(place & 63)) & 1)
    }
    return Double(known) / Double(pairs.count)
  }

  @inline(__always)
  private static func place(of pair: UInt64) -> Int {
    Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> (64 - sizeBits))
  }
}
