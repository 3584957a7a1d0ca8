/// Sets of words that phrases ask for.
struct WordSets: Sendable {
  /// Per set: its words, ascending.
  private var members = CompactLists()
  /// Per set: a sketch of them, which settles most questions.
  private var sketches: [PhraseOutlook] = []

  init() {}

  init(_ sets: [[Int32]]) {
    members = CompactLists(sets)
    sketches = sets.map { words in
      var sketch = PhraseOutlook()
      for word in words { sketch.insert(word: word) }
      return sketch
    }
  }

  /// What a set is to those who look ahead.
  func outlook(of set: Int32) -> PhraseOutlook { sketches[Int(set)] }

  /// Whether a set has a word.
  ///
  /// - Parameter sketch: The word's.
  @inline(__always)
  func contains(_ word: Int32, _ sketch: PhraseOutlook, in set: Int32) -> Bool {
    sketches[Int(set)].overlaps(sketch) && hasMember(word, set)
  }

  private func hasMember(_ word: Int32, _ set: Int32) -> Bool {
    let range = members.range(of: set)
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if members.all[middle] < word { low = middle + 1 } else { high = middle }
    }
    return low < range.upperBound && members.all[low] == word
  }
}
