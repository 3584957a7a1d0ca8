/// A multinomial linear model: a weight per feature and class.
struct LinearModel: Sendable {
  /// Sixteen classes to a block: the weights of a feature for the standard intents are one line of the processor's cache.
  typealias Block = SIMD16<Float>

  let classes: Int
  let blocks: Int
  let rows: FeatureRows
  /// `blocks` blocks per row; those of row 0 are all zeroes.
  var weights: [Block]
  var bias: [Block]

  /// Scores are multiplied by this before they become probabilities; fitted on replies not trained on.
  var sharpness: Float = 1

  /// A model that knows nothing yet.
  init(classes: Int, rows: FeatureRows) {
    self.classes = classes
    self.rows = rows
    blocks = max(1, (classes + 15) / 16)
    weights = [Block](repeating: .zero, count: rows.count * blocks)
    bias = [Block](repeating: .zero, count: blocks)
  }

  /// Adds up the weights of some features, each scaled so that long replies do not shout.
  @inline(__always)
  func addScores(of features: ArraySlice<Int32>, into scores: inout [Block]) {
    let scale = LinearModel.scale(features.count)
    weights.withUnsafeBufferPointer { weights in
      for block in 0..<blocks {
        var sum = Block()
        for row in features { sum += weights[Int(row) * blocks + block] }
        scores[block] = bias[block] + sum * scale
      }
    }
  }

  /// One over the square root of a count; both are exact by IEEE 754, so alike on every machine.
  @inline(__always)
  static func scale(_ count: Int) -> Float { 1 / Float(max(count, 1)).squareRoot() }

  /// The probability of each class.
  func probabilities(of features: ArraySlice<Int32>, into result: inout [Block]) {
    addScores(of: features, into: &result)
    softmax(&result, sharpness: sharpness)
  }

  func softmax(_ values: inout [Block], sharpness: Float) {
    // Lanes behind the last class count for nothing: e to the -infinity.
    for block in classes >> 4..<blocks {
      let first = Int32(classes - block * 16)
      values[block].replace(with: -.infinity, where: LinearModel.lanes .>= first)
    }
    var top = -Float.infinity
    for block in 0..<blocks { top = max(top, greatest(values[block])) }
    var sum: Float = 0
    for block in 0..<blocks {
      var power = exponential((values[block] - top) * sharpness)
      if block >= classes >> 4 {
        power.replace(with: 0, where: LinearModel.lanes .>= Int32(classes - block * 16))
      }
      values[block] = power
      sum += total(power)
    }
    for block in 0..<blocks { values[block] /= sum }
  }

  private static let lanes = SIMD16<Int32>(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15)
}

@inline(__always)
private func greatest(_ block: SIMD16<Float>) -> Float {
  var greatest = block[0]
  for lane in 1..<16 where block[lane] > greatest { greatest = block[lane] }
  return greatest
}

/// The sum of the numbers in a fixed order.
@inline(__always)
func total(_ block: SIMD16<Float>) -> Float {
  let eight = block.lowHalf + block.highHalf
  let four = eight.lowHalf + eight.highHalf
  let two = four.lowHalf + four.highHalf
  return two[0] + two[1]
}
