/// Orders the layers of a graph so that few pieces cross: sweeps that put each cell at the mean of its
/// neighbours, and exchanges of cells side by side.
struct CrossingReduction {
  /// Where one end of a piece is: a cell, and how far right of the cell's middle the piece touches it, in
  /// places of the layer; given ports only, the others follow the order that is sought here.
  private struct End {
    var cell: Int
    var offset: Double
  }

  private(set) var layers: [[Int]]
  /// By cell, its place in its layer.
  private var order: [Int]
  /// The other ends of all cells' pieces, cell after cell, and where each cell's start.
  private var ends: (above: [End], below: [End]) = ([], [])
  private var starts: (above: [Int], below: [Int]) = ([0], [0])

  /// Sweeps without progress after which we stop.
  private static let patience = 6
  private static let sweepLimit = 32
  /// Cells ordered in all sweeps together; a graph of a thousand states gets fewer sweeps for it.
  private static let workLimit = 120_000
  /// Exchanges look at each pair of cells this many times in one sweep, at most.
  private static let exchangeLimit = 4

  init(_ graph: LayeredGraph) {
    layers = graph.layers
    order = graph.cells.map(\.order)
    for cell in graph.cells {
      for piece in cell.above {
        let (piece, upper) = (graph.pieces[piece], graph.cells[graph.pieces[piece].upper])
        let isGiven = piece.isFixed && 0 < upper.width
        let offset = isGiven ? 0.9 * (piece.upperPort / upper.width - 0.5) : 0
        ends.above.append(End(cell: piece.upper, offset: offset))
      }
      for piece in cell.below { ends.below.append(End(cell: graph.pieces[piece].lower, offset: 0)) }
      starts.above.append(ends.above.count)
      starts.below.append(ends.below.count)
    }
  }

  mutating func run() {
    var best = layers
    var fewest = crossings()
    var patience = Self.patience
    let sweeps = min(Self.sweepLimit, max(2, Self.workLimit / max(1, order.count)))
    for sweep in 0..<sweeps where 0 < fewest && 0 < patience {
      if sweep.isMultiple(of: 2) {
        for layer in layers.indices.dropFirst() { sort(layer, byAbove: true) }
      } else {
        for layer in layers.indices.dropLast().reversed() { sort(layer, byAbove: false) }
      }
      exchange()
      let count = crossings()
      if count < fewest {
        (fewest, best, patience) = (count, layers, Self.patience)
      } else {
        patience -= 1
      }
    }
    layers = best
  }

  private func above(_ cell: Int) -> Range<Int> { starts.above[cell]..<starts.above[cell + 1] }
  private func below(_ cell: Int) -> Range<Int> { starts.below[cell]..<starts.below[cell + 1] }

  private func aboveX(_ end: Int) -> Double { Double(order[ends.above[end].cell]) + ends.above[end].offset }
  private func belowX(_ end: Int) -> Double { Double(order[ends.below[end].cell]) }

  /// Sorts a layer by the mean place of each cell's neighbours; cells without any keep theirs.
  private mutating func sort(_ layer: Int, byAbove: Bool) {
    var keyed: [(mean: Double, cell: Int)] = []
    var slots: [Int] = []
    for (slot, cell) in layers[layer].enumerated() {
      let neighbours = byAbove ? above(cell) : below(cell)
      if neighbours.isEmpty { continue }
      var sum = 0.0
      for end in neighbours { sum += byAbove ? aboveX(end) : belowX(end) }
      keyed.append((sum / Double(neighbours.count), cell))
      slots.append(slot)
    }
    let sorted = keyed.indices.sorted { (keyed[$0].mean, $0) < (keyed[$1].mean, $1) }
    for (slot, index) in zip(slots, sorted) {
      layers[layer][slot] = keyed[index].cell
      order[keyed[index].cell] = slot
    }
  }

  /// Exchanges cells side by side as long as that removes crossings.
  private mutating func exchange() {
    for _ in 0..<Self.exchangeLimit {
      var hasExchanged = false
      for layer in layers.indices where 1 < layers[layer].count {
        for slot in 0..<(layers[layer].count - 1) {
          let (left, right) = (layers[layer][slot], layers[layer][slot + 1])
          guard crossings(right, left) < crossings(left, right) else { continue }
          layers[layer].swapAt(slot, slot + 1)
          order[left] = slot + 1
          order[right] = slot
          hasExchanged = true
        }
      }
      if !hasExchanged { return }
    }
  }

  /// Crossings among the pieces of two cells, if the first stands left of the second.
  private func crossings(_ left: Int, _ right: Int) -> Int {
    var count = 0
    for a in above(left) {
      let x = aboveX(a)
      for b in above(right) where aboveX(b) < x { count += 1 }
    }
    for a in below(left) {
      let x = belowX(a)
      for b in below(right) where belowX(b) < x { count += 1 }
    }
    return count
  }

  /// All crossings between neighbouring layers.
  private func crossings() -> Int {
    layers.indices.dropFirst().reduce(0) { $0 + crossings(above: $1) }
  }

  /// Counts inversions with a tree of partial sums (Barth, Jünger, Mutzel: "Simple and Efficient Bilayer
  /// Cross Counting", 2002).
  private func crossings(above layer: Int) -> Int {
    var pieces: [(upper: Double, lower: Int)] = []
    for cell in layers[layer] {
      for end in above(cell) { pieces.append((aboveX(end), order[cell])) }
    }
    guard 1 < pieces.count else { return 0 }
    pieces.sort { ($0.upper, $0.lower) < ($1.upper, $1.lower) }
    var sums = Array(repeating: 0, count: layers[layer].count + 1)
    var crossings = 0
    for (seen, piece) in pieces.enumerated() {
      var notGreater = 0
      var index = piece.lower + 1
      while 0 < index {
        notGreater += sums[index]
        index -= index & -index
      }
      crossings += seen - notGreater
      index = piece.lower + 1
      while index < sums.count {
        sums[index] += 1
        index += index & -index
      }
    }
    return crossings
  }
}

extension LayeredGraph {
  mutating func reduceCrossings() {
    var reduction = CrossingReduction(self)
    reduction.run()
    layers = reduction.layers
    numberCells()
  }
}
