extension LinearModel {
  /// The probability of each class for a reply's features.
  func probabilities(of reply: borrowing ReplyFeatures) -> [Double] {
    var result = [Block](repeating: .zero, count: blocks)
    probabilities(of: rows.rows(of: reply.slots[...], words: reply.words)[...], into: &result)
    return (0..<classes).map { Double(result[$0 >> 4][$0 & 15]) }
  }
}
