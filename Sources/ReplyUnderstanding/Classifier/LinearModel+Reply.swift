extension LinearModel {
  /// The probability of each class for a reply's features.
  func probabilities(of reply: borrowing ReplyFeatures) -> [Double] {
    var known: [Int32] = []
    known.reserveCapacity(reply.slots.count)
    for (index, slot) in reply.slots.enumerated() {
      let row = rows[Int(slot)]
      if row != 0 {
        known.append(row)
      } else if index < reply.words {
        known.append(LinearModel.newWord)
      }
    }
    var result = [Block](repeating: .zero, count: blocks)
    probabilities(of: known[...], into: &result)
    return (0..<classes).map { Double(result[$0 >> 4][$0 & 15]) }
  }
}
