/// One of the four runs of a column placement.
struct AlignedColumns {
  let graph: LayeredGraph
  let bent: [Bool]
  let mirror: ColumnPlacement.Mirror

  /// Each cell's block, named by the block's first cell.
  private var root: [Int]
  /// From the block's own coordinate to the cell's left border.
  private var shift: [Double]

  init(graph: LayeredGraph, bent: [Bool], mirror: ColumnPlacement.Mirror) {
    self.graph = graph
    self.bent = bent
    self.mirror = mirror
    root = Array(graph.cells.indices)
    shift = Array(repeating: 0, count: graph.cells.count)
  }

  /// Left borders of all cells.
  func columns() -> [Double] {
    var run = self
    run.align()
    let blocks = run.packedBlocks()
    return graph.cells.indices.map { cell in
      let x = blocks[run.root[cell]] + run.shift[cell]
      return mirror.isRightToLeft ? -(x + graph.cells[cell].width) : x
    }
  }

  // MARK: The graph as the mirror shows it

  private var layers: [[Int]] {
    let layers = mirror.isRightToLeft ? graph.layers.map { $0.reversed() } : graph.layers
    return mirror.isUpsideDown ? layers.reversed() : layers
  }

  private func order(_ cell: Int) -> Int {
    mirror.isRightToLeft ? -graph.cells[cell].order : graph.cells[cell].order
  }

  /// A cell before another one that has a piece with it, and where both are touched.
  private struct Neighbour {
    var piece: Int
    var cell: Int
    var order: Int
    var port: Double
    var ownPort: Double
  }

  /// The cells before this one that it has pieces with, left to right.
  private func neighbours(_ cell: Int) -> [Neighbour] {
    var neighbours: [Neighbour] = []
    for index in mirror.isUpsideDown ? graph.cells[cell].below : graph.cells[cell].above {
      let piece = graph.pieces[index]
      let other = mirror.isUpsideDown ? piece.lower : piece.upper
      var (port, ownPort) =
        mirror.isUpsideDown ? (piece.lowerPort, piece.upperPort) : (piece.upperPort, piece.lowerPort)
      if mirror.isRightToLeft {
        (port, ownPort) = (graph.cells[other].width - port, graph.cells[cell].width - ownPort)
      }
      neighbours.append(
        Neighbour(piece: index, cell: other, order: order(other), port: port, ownPort: ownPort))
    }
    if 1 < neighbours.count { neighbours.sort { ($0.order, $0.port) < ($1.order, $1.port) } }
    return neighbours
  }

  // MARK: Blocks

  /// Joins each cell to the block of a middle neighbour, unless two joints would cross.
  private mutating func align() {
    for layer in layers.dropFirst() {
      var taken = Int.min
      for cell in layer {
        let neighbours = neighbours(cell)
        if neighbours.isEmpty { continue }
        for middle in (neighbours.count - 1) / 2...neighbours.count / 2 {
          let other = neighbours[middle]
          guard root[cell] == cell, !bent[other.piece], taken < other.order else { continue }
          root[cell] = root[other.cell]
          shift[cell] = shift[other.cell] + other.port - other.ownPort
          taken = other.order
        }
      }
    }
  }

  /// Where the blocks go: first as far left as their neighbours allow, then as far right as they can
  /// without widening the drawing.
  private func packedBlocks() -> [Double] {
    struct Distance {
      var block: Int
      var least: Double
    }
    var after: [[Distance]] = Array(repeating: [], count: root.count)
    var waiting = Array(repeating: 0, count: root.count)
    for layer in layers {
      for (left, right) in zip(layer, layer.dropFirst()) {
        let gap = mirror.isRightToLeft ? graph.gap(right, left) : graph.gap(left, right)
        let least = shift[left] + graph.cells[left].width + gap - shift[right]
        after[root[left]].append(Distance(block: root[right], least: least))
        waiting[root[right]] += 1
      }
    }
    var order = root.indices.filter { root[$0] == $0 && waiting[$0] == 0 }
    var x = Array(repeating: 0.0, count: root.count)
    // A block's cells reach to both sides of its coordinate; none may start left of zero.
    for cell in root.indices { x[root[cell]] = max(x[root[cell]], -shift[cell]) }
    var next = 0
    while next < order.count {
      let block = order[next]
      next += 1
      for distance in after[block] {
        x[distance.block] = max(x[distance.block], x[block] + distance.least)
        waiting[distance.block] -= 1
        if waiting[distance.block] == 0 { order.append(distance.block) }
      }
    }
    for block in order.reversed() {
      guard let limit = after[block].map({ x[$0.block] - $0.least }).min() else { continue }
      x[block] = max(x[block], limit)
    }
    return x
  }
}
