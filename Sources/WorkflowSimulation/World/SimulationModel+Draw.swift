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
