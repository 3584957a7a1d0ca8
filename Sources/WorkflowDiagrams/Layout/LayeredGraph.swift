/// A layout problem with every link cut into pieces that lead from one layer to the next.
///
/// Even layers hold boxes, odd ones the links' words; both hold the bends of links that pass.
struct LayeredGraph: Sendable {
  /// Something that takes space in a layer.
  struct Cell: Sendable {
    enum Content: Hashable, Sendable {
      case box(Int)
      case bend(link: Int)
      case label(link: Int)
    }

    var content: Content
    var layer: Int
    /// Includes the free space at a box's right.
    var width: Double
    var height: Double
    /// Place in its layer, from 0.
    var order = 0
    /// Left border.
    var x = 0.0
    /// Pieces that end here from above, and that start here.
    var above: [Int] = []
    var below: [Int] = []

    var isBox: Bool {
      switch content {
      case .box: true
      case .bend, .label: false
      }
    }
  }

  /// A piece of a link between two layers that follow each other.
  struct Piece: Sendable {
    var link: Int
    var upper: Int
    var lower: Int
    /// Where it touches, from the cells' left borders.
    var upperPort = 0.0
    var lowerPort = 0.0
    /// The upper port is given and must stay.
    var isFixed = false
  }

  var cells: [Cell] = []
  var pieces: [Piece] = []
  /// Cells of each layer, left to right.
  var layers: [[Int]] = []
  /// Pieces of each link, from the top down.
  private(set) var chains: [[Int]] = []
  /// For a link that leaves its source's lower border although it leads up: the bend beside the source
  /// from which it turns.
  private(set) var turns: [Int?] = []
  let ranking: Ranking
  let problem: LayoutProblem

  init(_ problem: LayoutProblem, _ ranking: Ranking) {
    self.problem = problem
    self.ranking = ranking
    layers = Array(repeating: [], count: 2 * (ranking.rows.max() ?? 0) + 1)
    for (index, box) in problem.boxes.enumerated() {
      add(
        Cell(
          content: .box(index), layer: 2 * ranking.rows[index], width: box.size.width + box.rightMargin,
          height: box.size.height))
    }
    for link in problem.links.indices { addChain(link) }
    orderByWalk()
  }

  @discardableResult
  private mutating func add(_ cell: Cell) -> Int {
    cells.append(cell)
    return cells.count - 1
  }

  private mutating func addChain(_ index: Int) {
    let link = problem.links[index]
    let isReversed = ranking.isReversed[index]
    let (first, last) = (2 * ranking.rows[ranking.upper(index)], 2 * ranking.rows[ranking.lower(index)])
    let isTurned = isReversed && link.sourcePort != nil
    // Words stand near the source, where a reader decides which arrow to follow.
    let labelLayer = isReversed ? last - 1 : first + 1
    var chain: [Int] = []
    var upper = ranking.upper(index)
    for layer in (first + 1)...last {
      let lower: Int
      if layer == last, !isTurned {
        lower = ranking.lower(index)
      } else if layer == labelLayer, let label = link.label {
        lower = add(
          Cell(content: .label(link: index), layer: layer, width: label.width, height: label.height))
      } else {
        lower = add(Cell(content: .bend(link: index), layer: layer, width: 0, height: 0))
      }
      var piece = Piece(link: index, upper: upper, lower: lower)
      piece.upperPort = cells[upper].width / 2
      piece.lowerPort = cells[lower].width / 2
      if upper == link.source, let port = link.sourcePort { (piece.upperPort, piece.isFixed) = (port, true) }
      cells[upper].below.append(pieces.count)
      cells[lower].above.append(pieces.count)
      chain.append(pieces.count)
      pieces.append(piece)
      upper = lower
    }
    chains.append(chain)
    turns.append(isTurned ? upper : nil)
  }

  /// Orders each layer as a walk in depth from the first boxes meets its cells.
  private mutating func orderByWalk() {
    var isMet = Array(repeating: false, count: cells.count)
    let roots = cells.indices.filter { cells[$0].above.isEmpty }
    for root in roots {
      var walk = [root]
      while let cell = walk.popLast() {
        if isMet[cell] { continue }
        isMet[cell] = true
        layers[cells[cell].layer].append(cell)
        for piece in cells[cell].below.reversed() where !isMet[pieces[piece].lower] {
          walk.append(pieces[piece].lower)
        }
      }
    }
    numberCells()
  }

  /// Writes each cell's place in its layer into the cell.
  mutating func numberCells() {
    for layer in layers {
      for (order, cell) in layer.enumerated() { cells[cell].order = order }
    }
  }
}
