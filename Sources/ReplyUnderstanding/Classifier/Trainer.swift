internal import Workers

/// Learns a linear model from examples; the same examples in the same order give the same bytes, anywhere.
///
/// Stochastic gradient descent on the logistic loss, in an order shuffled by a fixed seed. An example that is
/// already told apart with ease teaches nothing and is passed over, which is most of them after two rounds.
struct Trainer: Sendable {
  private let examples: NumberedExamples
  private let labels: [Int]
  private let rows: FeatureRows

  private static let rounds = 5
  /// Rounds without the examples that are kept apart to fit the confidence.
  private static let trialRounds = 3
  /// How many rounds' models are averaged.
  private static let averaged = 2
  private static let rate: Float = 4
  /// How much slower each round learns.
  private static let decay: Float = 0.2
  /// Rounds that an example with ease sits out.
  private static let rest: UInt8 = 3
  private static let ease: Float = 0.97
  /// One in so many examples is kept apart to fit the confidence.
  private static let heldOut = 5
  /// An intent with fewer examples has them repeated, to about so many.
  private static let fewExamples = 40
  private static let repeatedExamples = 400
  private static let mostRepeats = 40
  private static let sharpnessStep: Float = 0.3
  private static let greatestSharpness: Float = 3

  /// - Parameter labels: Per example, its class.
  init(_ examples: NumberedExamples, labels: [Int], rows: FeatureRows) {
    self.examples = examples
    self.labels = labels
    self.rows = rows
  }

  /// Learns all examples.
  func train(classes: Int, pool: WorkerPool) -> LinearModel {
    var model = LinearModel(classes: classes, rows: rows)
    let order = shuffled()
    let (kept, apart) = (
      order.filter { $0 % Trainer.heldOut != 0 }, order.filter { $0 % Trainer.heldOut == 0 }
    )
    var rest = [UInt8](repeating: 0, count: labels.count)
    let trial = learn(&model, kept, rounds: 0..<Trainer.trialRounds, &rest)
    var (learnt, sharpness) = pool.both {
      learn(&model, order, rounds: Trainer.trialRounds..<Trainer.rounds, &rest)
    } _: {
      fittedSharpness(trial, apart)
    }
    learnt.sharpness = sharpness
    return learnt
  }

  /// All examples in a fixed order without one, those of an intent with few of them several times: a client who writes
  /// ten lines should be heard beside thousands.
  private func shuffled() -> [Int] {
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    var order = labels.indices.flatMap { example in
      repeatElement(example, count: Trainer.repeats(ofCount: counts[labels[example], default: 1]))
    }
    var state: UInt64 = 0x5EED
    for index in order.indices.reversed().dropLast() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
    }
    return order
  }

  /// How often each of so many examples of an intent is gone through in a round.
  private static func repeats(ofCount count: Int) -> Int {
    count < fewExamples ? min(mostRepeats, repeatedExamples / count) : 1
  }

  /// - Returns: The mean of the model over the last of the rounds: where a single one ends is chance.
  private func learn(
    _ model: inout LinearModel, _ order: [Int], rounds: Range<Int>, _ rest: inout [UInt8]
  ) -> LinearModel {
    var sum = model
    var scores = [LinearModel.Block](repeating: .zero, count: model.blocks)
    for round in rounds {
      let rate = Trainer.rate / (1 + Float(round) * Trainer.decay)
      for example in order {
        if rest[example] > 0 {
          rest[example] -= 1
          continue
        }
        let row = examples[example]
        let label = labels[example]
        model.addScores(of: row, into: &scores)
        model.softmax(&scores, sharpness: 1)
        guard scores[label >> 4][label & 15] < Trainer.ease else {
          rest[example] = Trainer.rest
          continue
        }
        scores[label >> 4][label & 15] -= 1
        descend(&model, row, scores, rate)
      }
      if round == rounds.upperBound - Trainer.averaged { sum = model }
      if rounds.upperBound - Trainer.averaged < round { sum.add(model) }
    }
    sum.scale(by: 1 / Float(Trainer.averaged))
    return sum
  }

  @inline(__always)
  private func descend(
    _ model: inout LinearModel, _ row: ArraySlice<Int32>, _ gradient: [LinearModel.Block], _ rate: Float
  ) {
    let step = rate * LinearModel.scale(row.count)
    let blocks = model.blocks
    for block in 0..<blocks { model.bias[block] -= gradient[block] * (rate * 0.02) }
    model.weights.withUnsafeMutableBufferPointer { weights in
      for block in 0..<blocks {
        let change = gradient[block] * step
        for feature in row { weights[Int(feature) * blocks + block] -= change }
      }
    }
  }

  /// The sharpness at which the probabilities of unseen examples have the least squared error.
  private func fittedSharpness(_ model: LinearModel, _ places: [Int]) -> Float {
    let sums = places.map { example in
      var scores = [LinearModel.Block](repeating: .zero, count: model.blocks)
      model.addScores(of: examples[example], into: &scores)
      return scores
    }
    func error(_ sharpness: Float) -> Float {
      var error: Float = 0
      for (example, sum) in zip(places, sums) {
        let label = labels[example]
        var scores = sum
        model.softmax(&scores, sharpness: sharpness)
        scores[label >> 4][label & 15] -= 1
        for block in scores { error += total(block * block) }
      }
      return error
    }
    // It falls to one least value and rises behind it; a parabola through three tells where between two steps.
    var step = Trainer.sharpnessStep
    var (before, least, behind) = (Float.infinity, error(step), error(2 * step))
    while behind < least, step < Trainer.greatestSharpness {
      step += Trainer.sharpnessStep
      (before, least, behind) = (least, behind, error(step + Trainer.sharpnessStep))
    }
    let bend = before - 2 * least + behind
    guard bend > 0, bend < .infinity else { return step }
    return step + Trainer.sharpnessStep * (before - behind) / (2 * bend)
  }
}

extension LinearModel {
  fileprivate mutating func add(_ other: LinearModel) {
    for index in weights.indices { weights[index] += other.weights[index] }
    for index in bias.indices { bias[index] += other.bias[index] }
  }

  fileprivate mutating func scale(by factor: Float) {
    for index in weights.indices { weights[index] *= factor }
    for index in bias.indices { bias[index] *= factor }
  }
}
