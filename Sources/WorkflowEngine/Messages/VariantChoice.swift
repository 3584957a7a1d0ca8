public import WorkflowProgram

extension MessageTemplate {
  /// The variant that a lead gets, by index.
  ///
  /// A pure function of lead, template name and seed, in the proportion of the weights: a lead's arm stays when
  /// a wording is edited or another template changes.
  ///
  /// - Parameter lead: A hash of the lead's own key, such as `stableHash` of its record id.
  public func variant(for lead: UInt64, seed: UInt64) -> Int {
    let count = cumulativeWeights.count
    guard count > 1 else { return 0 }
    let draw = mixed(mixed(lead ^ key) &+ seed &* 0x9E37_79B9_7F4A_7C15)
    // The high word of the product spreads draws over the weights evenly without dividing.
    let point = draw.multipliedFullWidth(by: cumulativeWeights[count - 1]).high
    for index in 0..<count where point < cumulativeWeights[index] { return index }
    return count - 1
  }
}
