/// The features of some examples, one after the other.
struct ExampleFeatures: Sendable {
  private var slots: [UInt32] = []
  private var ends: [Int] = [0]
  private var pairs: [UInt64] = []
  private var pairEnds: [Int] = [0]
  /// Per example, how many of its slots, the first, are words.
  private var words: [Int] = []
  private(set) var slotCounts = SlotCounts()

  var count: Int { words.count }

  init(_ examples: [ReplyText], _ table: ReplyWords) {
    var features = ReplyFeatures()
    slots.reserveCapacity(examples.count * Usual.slots)
    pairs.reserveCapacity(examples.count * Usual.pairs)
    for example in examples {
      features.read(table.readExample(example), table)
      slots += features.slots
      slotCounts.insert(features.slots)
      ends.append(slots.count)
      words.append(features.words)
      pairs += features.pairs
      pairEnds.append(pairs.count)
    }
  }

  /// What an example of usual length has.
  private enum Usual {
    static let slots = 100
    static let pairs = 16
  }

  /// The pairs of an example's words.
  func pairs(of example: Int) -> ArraySlice<UInt64> { pairs[pairEnds[example]..<pairEnds[example + 1]] }

  /// The features as rows of the model.
  func numbered(by rows: FeatureRows) -> NumberedExamples {
    var result = NumberedExamples(features: slots.count, examples: count)
    for example in 0..<count {
      result.append(rows.rows(of: slots[ends[example]..<ends[example + 1]], words: words[example]))
    }
    return result
  }
}
