/// Which row of a model's weights each slot has.
///
/// A slot met once gets none: what it says can only be learnt by heart.
struct FeatureRows: Sendable {
  /// Per slot, its row; 0 is the row of features that were never learnt.
  private let rows: [Int32]
  /// How many rows there are, those of no slot included.
  let count: Int

  /// The row of a word that was never learnt: people who change the subject use many.
  private static let newWord: Int32 = 1

  init(_ counts: SlotCounts) {
    var next = FeatureRows.newWord + 1
    rows = (0..<1 << Int(ReplyFeatures.slotBits)).map { slot in
      guard counts.isRepeated(slot) else { return 0 }
      defer { next += 1 }
      return next
    }
    count = Int(next)
  }

  /// Whether no slot has a row, so that nothing can be learnt.
  var isEmpty: Bool { count == Int(FeatureRows.newWord) + 1 }

  /// The rows of a reply's features, without those that were never learnt.
  ///
  /// - Parameter words: How many of the slots, the first, are words.
  func rows(of slots: ArraySlice<UInt32>, words: Int) -> [Int32] {
    var known: [Int32] = []
    known.reserveCapacity(slots.count)
    for (index, slot) in slots.enumerated() {
      let row = rows[Int(slot)]
      if row != 0 {
        known.append(row)
      } else if index < words {
        known.append(FeatureRows.newWord)
      }
    }
    return known
  }
}
