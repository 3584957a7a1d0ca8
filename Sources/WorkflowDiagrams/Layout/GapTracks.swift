/// Level stretches of arrows between two layers, each on a height of its own where they would touch.
struct GapTracks: Sendable {
  /// An arrow that changes its column between two layers.
  struct Stretch: Sendable {
    /// Columns where it comes from or goes to the layer above; two for an arrow that turns.
    var above: [Double]
    /// And the layer below.
    var below: [Double]
    /// From 0, downwards.
    var track = 0

    var left: Double { min(above.min() ?? .infinity, below.min() ?? .infinity) }
    var right: Double { max(above.max() ?? -.infinity, below.max() ?? -.infinity) }
    /// Whether it goes straight down and needs no track.
    var isStraight: Bool { right - left < 0.01 }
  }

  private(set) var stretches: [Stretch]
  private(set) var trackCount = 0

  /// Up to this many stretches are ordered by comparing them all.
  private static let comparedLimit = 60
  /// Stretches nearer than this, end to end, do not share a track.
  private static let clearance = 10.0

  init(_ stretches: [Stretch]) {
    self.stretches = stretches
    var order = stretches.indices.filter { !stretches[$0].isStraight }
    // Those that go right: the rightmost on top; those that go left: the leftmost on top. Neither cross then.
    order.sort { (key($0), $0) < (key($1), $1) }
    if order.count <= Self.comparedLimit { improve(&order) }
    assignTracks(order)
  }

  private func key(_ index: Int) -> Double {
    let stretch = stretches[index]
    guard let above = stretch.above.first, let below = stretch.below.first else { return .infinity }
    return above < below ? -above : above
  }

  /// Moves stretches past each other while that saves crossings.
  private func improve(_ order: inout [Int]) {
    for _ in order.indices {
      var hasSwapped = false
      for slot in order.indices.dropLast() {
        let (upper, lower) = (stretches[order[slot]], stretches[order[slot + 1]])
        guard cost(lower, over: upper) < cost(upper, over: lower) else { continue }
        order.swapAt(slot, slot + 1)
        hasSwapped = true
      }
      if !hasSwapped { return }
    }
  }

  /// Crossings of two stretches if `upper` runs above `lower`; arrows that would lie on each other count more.
  private func cost(_ upper: Stretch, over lower: Stretch) -> Int {
    var cost = 0
    for x in lower.above {
      if upper.left < x, x < upper.right { cost += 1 }
      for other in upper.below where abs(x - other) < 6 { cost += 10 }
    }
    for x in upper.below where lower.left < x && x < lower.right { cost += 1 }
    return cost
  }

  private mutating func assignTracks(_ order: [Int]) {
    // Where each track is taken up to now.
    var taken: [[(left: Double, right: Double)]] = []
    for index in order {
      let (left, right) = (stretches[index].left - Self.clearance, stretches[index].right + Self.clearance)
      var track = taken.count
      while 0 < track, !taken[track - 1].contains(where: { $0.left < right && left < $0.right }) {
        track -= 1
      }
      if track == taken.count { taken.append([]) }
      taken[track].append((left, right))
      stretches[index].track = track
    }
    trackCount = taken.count
  }
}
