/// The features of examples as rows of a model's weights, one example after the other.
struct NumberedExamples: Sendable {
  private var features: [Int32] = []
  private var ends: [Int] = [0]

  var count: Int { ends.count - 1 }

  /// Makes room for so many.
  init(features: Int, examples: Int) {
    self.features.reserveCapacity(features)
    ends.reserveCapacity(examples + 1)
  }

  init(_ pieces: [NumberedExamples]) {
    self.init(
      features: pieces.reduce(0) { $0 + $1.features.count }, examples: pieces.reduce(0) { $0 + $1.count })
    for piece in pieces {
      let start = features.count
      features += piece.features
      for end in piece.ends.dropFirst() { ends.append(start + end) }
    }
  }

  mutating func append(_ rows: [Int32]) {
    features += rows
    ends.append(features.count)
  }

  @inline(__always)
  subscript(_ example: Int) -> ArraySlice<Int32> { features[ends[example]..<ends[example + 1]] }
}
