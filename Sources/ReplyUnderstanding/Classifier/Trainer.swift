/// Learns a linear model from examples; the same examples in the same order give the same bytes, anywhere.
///
/// Stochastic gradient descent on the logistic loss, in an order shuffled by a fixed seed. An example that is
/// already told apart with ease teaches nothing and is passed over, which is most of them after two rounds.
struct Trainer {
  /// The examples' features, one after the other, as rows of the model.
  private var features: [Int32] = []
  private var ends: [Int32] = [0]
  private var labels: [Int32] = []
  private var slots: [UInt32] = []
  private var words: [Int] = []

  private static let rounds = 7
  /// Rounds without the examples that are kept apart to fit the confidence.
  private static let trialRounds = 4
  /// How many rounds' models are averaged.
  private static let averaged = 3
  private static let rate: Float = 3
  /// Rounds that an example with ease sits out.
  private static let rest: UInt8 = 3
  private static let ease: Float = 0.97
  /// One in so many examples is kept apart to fit the confidence.
  private static let heldOut = 5

  /// Makes room for so many examples of usual length.
  init(examples: Int) {
    slots.reserveCapacity(examples * 160)
    words.reserveCapacity(examples)
    labels.reserveCapacity(examples)
    ends.reserveCapacity(examples + 1)
  }

  /// Adds an example.
  ///
  /// - Parameter words: How many of the slots, the first, are words.
  mutating func add(_ slots: ArraySlice<UInt32>, words: Int, label: Int) {
    self.slots += slots
    self.words.append(words)
    ends.append(Int32(self.slots.count))
    labels.append(Int32(label))
  }

  /// Learns everything that was added.
  consuming func train(classes: Int) -> LinearModel {
    var model = LinearModel(
      classes: classes, blocks: max(1, (classes + 15) / 16), rows: [], weights: [], bias: [])
    numberRows(&model)
    let order = shuffled()
    let (kept, apart) = (
      order.filter { $0 % Trainer.heldOut != 0 }, order.filter { $0 % Trainer.heldOut == 0 }
    )
    var rest = [UInt8](repeating: 0, count: labels.count)
    let trial = learn(&model, kept, rounds: 0..<Trainer.trialRounds, &rest)
    let sharpness = fittedSharpness(trial, apart)
    var learnt = learn(&model, order, rounds: Trainer.trialRounds..<Trainer.rounds, &rest)
    learnt.sharpness = sharpness
    return learnt
  }

  /// Gives a row to every slot that two examples share; one met once can only be learnt by heart.
  private mutating func numberRows(_ model: inout LinearModel) {
    // Per slot: 0 of none met, less of one example alone, which it names; otherwise its row.
    var rows = [Int32](repeating: 0, count: 1 << Int(ReplyFeatures.slotBits))
    var count = LinearModel.newWord + 1
    for example in labels.indices {
      let owner = -Int32(example) - 1
      for slot in slots[Int(ends[example])..<Int(ends[example + 1])] {
        let known = rows[Int(slot)]
        if known == 0 {
          rows[Int(slot)] = owner
        } else if known < 0, known != owner {
          rows[Int(slot)] = count
          count += 1
        }
      }
    }
    for slot in rows.indices { rows[slot] = max(0, rows[slot]) }
    features.reserveCapacity(slots.count)
    var newEnds: [Int32] = [0]
    for example in labels.indices {
      let start = Int(ends[example])
      for index in start..<Int(ends[example + 1]) {
        let row = rows[Int(slots[index])]
        if row != 0 {
          features.append(row)
        } else if index < start + words[example] {
          features.append(LinearModel.newWord)
        }
      }
      newEnds.append(Int32(features.count))
    }
    ends = newEnds
    model.rows = rows
    model.weights = [LinearModel.Block](repeating: .zero, count: Int(count) * model.blocks)
    model.bias = [LinearModel.Block](repeating: .zero, count: model.blocks)
  }

  private func shuffled() -> [Int] {
    var order = Array(labels.indices)
    var state: UInt64 = 0x5EED
    for index in order.indices.reversed().dropLast() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
    }
    return order
  }

  /// - Returns: The mean of the model over the last of the rounds: where a single one ends is chance.
  private func learn(
    _ model: inout LinearModel, _ order: [Int], rounds: Range<Int>, _ rest: inout [UInt8]
  ) -> LinearModel {
    var sum = model
    var scores = [LinearModel.Block](repeating: .zero, count: model.blocks)
    for round in rounds {
      let rate = Trainer.rate / (1 + Float(round) * 0.35)
      for example in order {
        if rest[example] > 0 {
          rest[example] -= 1
          continue
        }
        let row = features[Int(ends[example])..<Int(ends[example + 1])]
        let label = Int(labels[example])
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
  private func fittedSharpness(_ model: LinearModel, _ examples: [Int]) -> Float {
    var (best, least) = (Float(1), Float.infinity)
    let sums = examples.map { example in
      var scores = [LinearModel.Block](repeating: .zero, count: model.blocks)
      model.addScores(of: features[Int(ends[example])..<Int(ends[example + 1])], into: &scores)
      return scores
    }
    for step in 2...20 {
      let sharpness = Float(step) * 0.15
      var error: Float = 0
      for (example, sum) in zip(examples, sums) {
        let label = Int(labels[example])
        var scores = sum
        model.softmax(&scores, sharpness: sharpness)
        scores[label >> 4][label & 15] -= 1
        for block in scores { error += total(block * block) }
      }
      // It falls to one least value and rises behind it.
      guard error < least else { break }
      (best, least) = (sharpness, error)
    }
    return best
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
