/// Turns a layered graph with columns into rectangles and corners.
struct LayerRouting {
  let graph: LayeredGraph
  let problem: LayoutProblem

  /// Between two level stretches.
  private static let trackSpacing = 9.0
  /// Below and above a box, so that an arrowhead has room.
  private static let boxClearance = 15.0
  /// Below and above words.
  private static let labelClearance = 6.0
  /// A box that is this much lower than its layer stands at the layer's top, not in its middle.
  private static let topAlignment = 120.0

  private var tracks: [GapTracks] = []
  /// For each piece its stretch in the gap below its upper cell.
  private var stretchOfPiece: [Int]
  /// For each link that turns, its stretch in the gap below its turn.
  private var stretchOfTurn: [Int: Int] = [:]
  private var layerTop: [Double] = []
  private var layerHeight: [Double] = []
  private var gapHeight: [Double] = []

  init(_ graph: LayeredGraph, _ problem: LayoutProblem) {
    self.graph = graph
    self.problem = problem
    stretchOfPiece = Array(repeating: 0, count: graph.pieces.count)
    chooseTracks()
    chooseHeights()
  }

  private func upperX(_ piece: Int) -> Double {
    graph.cells[graph.pieces[piece].upper].x + graph.pieces[piece].upperPort
  }
  private func lowerX(_ piece: Int) -> Double {
    graph.cells[graph.pieces[piece].lower].x + graph.pieces[piece].lowerPort
  }

  /// Where a link that turns leaves its source, and the column beside the source that it rises in.
  private func turnColumns(_ link: Int) -> (source: Double, bend: Double)? {
    guard let turn = graph.turns[link], let port = problem.links[link].sourcePort else { return nil }
    return (graph.cells[problem.links[link].source].x + port, graph.cells[turn].x)
  }

  private mutating func chooseTracks() {
    var stretches: [[GapTracks.Stretch]] = Array(repeating: [], count: graph.layers.count)
    for piece in graph.pieces.indices {
      let layer = graph.cells[graph.pieces[piece].upper].layer
      stretchOfPiece[piece] = stretches[layer].count
      stretches[layer].append(GapTracks.Stretch(above: [upperX(piece)], below: [lowerX(piece)]))
    }
    for link in problem.links.indices {
      guard let turn = graph.turns[link], let columns = turnColumns(link) else { continue }
      let layer = graph.cells[turn].layer
      stretchOfTurn[link] = stretches[layer].count
      stretches[layer].append(GapTracks.Stretch(above: [columns.bend, columns.source], below: []))
    }
    tracks = stretches.map(GapTracks.init)
  }

  private mutating func chooseHeights() {
    var top = 0.0
    for (layer, cells) in graph.layers.enumerated() {
      layerTop.append(top)
      let height = cells.reduce(0) { max($0, graph.cells[$1].height) }
      layerHeight.append(height)
      let tracks = tracks[layer].trackCount
      let isLast = layer == graph.layers.count - 1
      let gap =
        isLast && tracks == 0
        ? 0
        : clearance(layer) + Double(max(0, tracks - 1)) * Self.trackSpacing + clearance(layer + 1)
      gapHeight.append(gap)
      top += height + gap
    }
  }

  private func clearance(_ layer: Int) -> Double {
    layer.isMultiple(of: 2) ? Self.boxClearance : Self.labelClearance
  }

  private func trackY(_ layer: Int, _ stretch: Int) -> Double {
    layerTop[layer] + layerHeight[layer] + clearance(layer)
      + Double(tracks[layer].stretches[stretch].track) * Self.trackSpacing
  }

  func solution() -> LayoutSolution {
    var solution = LayoutSolution()
    let empty = Rectangle(origin: Point(x: 0, y: 0), size: Size(width: 0, height: 0))
    solution.boxes = Array(repeating: empty, count: problem.boxes.count)
    solution.labels = Array(repeating: nil, count: problem.links.count)
    for cell in graph.cells {
      solution.size.width = max(solution.size.width, cell.x + cell.width)
      switch cell.content {
      case .box(let box): solution.boxes[box] = rectangle(of: cell, size: problem.boxes[box].size)
      case .label(let link):
        solution.labels[link] = rectangle(of: cell, size: Size(width: cell.width, height: cell.height))
      case .bend: break
      }
    }
    if let top = layerTop.last, let height = layerHeight.last, let gap = gapHeight.last {
      solution.size.height = top + height + gap
    }
    solution.routes = problem.links.indices.map { route($0, solution.boxes) }
    return solution
  }

  private func rectangle(of cell: LayeredGraph.Cell, size: Size) -> Rectangle {
    let free = layerHeight[cell.layer] - cell.height
    let y = layerTop[cell.layer] + (Self.topAlignment < free ? 0 : free / 2)
    return Rectangle(origin: Point(x: cell.x, y: y), size: size)
  }

  private func route(_ link: Int, _ boxes: [Rectangle]) -> [Point] {
    let chain = graph.chains[link]
    guard let first = chain.first, let last = chain.last else { return [] }
    let source = problem.links[link].source
    var points = [Point(x: upperX(first), y: boxes[graph.ranking.upper(link)].bottom)]
    for piece in chain {
      let layer = graph.cells[graph.pieces[piece].upper].layer
      let (from, to) = (upperX(piece), lowerX(piece))
      guard !tracks[layer].stretches[stretchOfPiece[piece]].isStraight else { continue }
      let y = trackY(layer, stretchOfPiece[piece])
      points.append(Point(x: from, y: y))
      points.append(Point(x: to, y: y))
    }
    if let turn = graph.turns[link], let columns = turnColumns(link), let stretch = stretchOfTurn[link] {
      let y = trackY(graph.cells[turn].layer, stretch)
      points.append(Point(x: columns.bend, y: y))
      points.append(Point(x: columns.source, y: y))
      points.append(Point(x: columns.source, y: boxes[source].bottom))
    } else {
      points.append(Point(x: lowerX(last), y: boxes[graph.ranking.lower(link)].top))
    }
    return graph.ranking.isReversed[link] ? points.reversed() : points
  }
}
