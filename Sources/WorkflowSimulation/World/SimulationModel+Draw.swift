import WorkflowProgram

extension SimulationModel.Chance {
  /// Whether it happens.
  func happens(_ decision: Draw.Decision, _ ordinal: Int, by draw: Draw) -> Bool {
    draw.number(decision, ordinal, below: 10_000) < tenThousandths
  }
}

extension SimulationModel.Delay {
  /// Whole seconds, at least 1: most often near the lower bound, as people's delays are.
  ///
  /// An even draw is cubed, so that half of all delays lie in the first eighth of the span.
  func seconds(_ decision: Draw.Decision, _ ordinal: Int, by draw: Draw) -> UInt32 {
    let part = draw.number(decision, ordinal, below: 1 << 20)
    let cubed = (((part * part) >> 20) * part) >> 20
    let span = (toMilliseconds - fromMilliseconds) / 1_000
    let seconds = fromMilliseconds / 1_000 + ((span * Int64(cubed)) >> 20)
    return UInt32(clamping: max(1, seconds))
  }
}

extension SimulationModel {
  /// What becomes of a text: it arrives, fails for now, or fails for good.
  ///
  /// Of the first texts as many fail as `delivered` leaves, and of these `invalidNumber` for good; later ones to good
  /// numbers fail as often as the first did.
  func delivery(_ ordinal: Int, by draw: Draw) -> Delivery {
    let failing = 10_000 - delivered.tenThousandths
    guard 0 < failing else { return .delivered }
    // In hundred-millionths, so that shares of shares stay whole numbers.
    let bad = failing * invalidNumber.tenThousandths
    if draw.number(.invalidNumber, 0, below: 100_000_000) < bad { return .invalidNumber }
    let (good, failingForNow) = (100_000_000 - bad, failing * 10_000 - bad)
    guard 0 < failingForNow else { return .delivered }
    // Without bad numbers the same draw as ever, so that a share of 0 changes no run.
    if bad == 0 { return delivered.happens(.delivered, ordinal, by: draw) ? .delivered : .failed }
    return draw.number(.delivered, ordinal, below: good) < good - failingForNow ? .delivered : .failed
  }

  /// Which intent a reply has, by the weights; `nil` when none has any.
  func intent(_ ordinal: Int, by draw: Draw) -> Int? {
    let total = intentWeights.reduce(0, +)
    guard 0 < total else { return nil }
    var rest = draw.number(.intent, ordinal, below: total)
    for (intent, weight) in intentWeights.enumerated() {
      if rest < weight { return intent }
      rest -= weight
    }
    return nil
  }
}
