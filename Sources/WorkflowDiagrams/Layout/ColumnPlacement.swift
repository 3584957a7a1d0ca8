/// Chooses where cells stand in their layers, so that long arrows run straight and boxes stand amid their
/// neighbours.
///
/// The method is that of Brandes and Köpf ("Fast and Simple Horizontal Coordinate Assignment", 2001): four
/// times, once from each corner, cells are aligned with a middle neighbour into blocks and the blocks packed;
/// each cell then takes the mean of the two middle results. Ports are regarded: it is where pieces touch
/// that is aligned, not the cells' middles.
struct ColumnPlacement {
  /// One of the four runs sees the graph mirrored so that it always works down and from the left.
  struct Mirror {
    var isUpsideDown: Bool
    var isRightToLeft: Bool
  }

  let graph: LayeredGraph
  /// Pieces that may not be straight, since they would cross two bends of one link.
  private let bent: [Bool]

  init(_ graph: LayeredGraph) {
    self.graph = graph
    bent = Self.bentPieces(graph)
  }

  /// Left borders of all cells; the least is 0.
  func columns() -> [Double] {
    if graph.cells.isEmpty { return [] }
    let mirrors = [false, true].flatMap { upsideDown in
      [false, true].map { Mirror(isUpsideDown: upsideDown, isRightToLeft: $0) }
    }
    var runs = mirrors.map { AlignedColumns(graph: graph, bent: bent, mirror: $0).columns() }
    let extents = runs.map(extent)
    let narrowest = extents.indices.min {
      (extents[$0].right - extents[$0].left, $0) < (extents[$1].right - extents[$1].left, $1)
    }
    let frame = extents[narrowest ?? 0]
    for index in runs.indices {
      let shift =
        mirrors[index].isRightToLeft ? frame.right - extents[index].right : frame.left - extents[index].left
      for cell in runs[index].indices { runs[index][cell] += shift }
    }
    var columns = graph.cells.indices.map { cell in
      let sorted = runs.map { $0[cell] }.sorted()
      return (sorted[1] + sorted[2]) / 2
    }
    let left = extent(columns).left
    for cell in columns.indices { columns[cell] -= left }
    return columns
  }

  private func extent(_ columns: [Double]) -> (left: Double, right: Double) {
    var (left, right) = (Double.infinity, -Double.infinity)
    for (cell, x) in columns.enumerated() {
      left = min(left, x)
      right = max(right, x + graph.cells[cell].width)
    }
    return (left, right)
  }

  /// Finds pieces that cross a piece between two bends; the latter should stay straight.
  private static func bentPieces(_ graph: LayeredGraph) -> [Bool] {
    var bent = Array(repeating: false, count: graph.pieces.count)
    let isInner = { (piece: Int) in
      !graph.cells[graph.pieces[piece].upper].isBox && !graph.cells[graph.pieces[piece].lower].isBox
    }
    for layer in graph.layers.dropFirst() {
      var left = -1
      var start = 0
      for (order, cell) in layer.enumerated() {
        let inner = graph.cells[cell].above.first(where: isInner)
        guard inner != nil || order == layer.count - 1 else { continue }
        let right = inner.map { graph.cells[graph.pieces[$0].upper].order } ?? .max
        for other in layer[start...order] {
          for piece in graph.cells[other].above where !isInner(piece) {
            let upper = graph.cells[graph.pieces[piece].upper].order
            if upper < left || right < upper { bent[piece] = true }
          }
        }
        (left, start) = (right, order + 1)
      }
    }
    return bent
  }
}

extension LayeredGraph {
  /// Gives every cell its place from left to right.
  mutating func placeColumns() {
    let columns = ColumnPlacement(self).columns()
    for cell in cells.indices { cells[cell].x = columns[cell] }
    straighten()
  }

  /// Free space between two cells side by side.
  func gap(_ left: Int, _ right: Int) -> Double {
    switch (cells[left].content, cells[right].content) {
    case (.box, .box): 36
    case (.box, .label), (.label, .box), (.box, .bend), (.bend, .box): 18
    case (.label, .label), (.label, .bend), (.bend, .label): 12
    case (.bend, .bend): 12
    }
  }
}
