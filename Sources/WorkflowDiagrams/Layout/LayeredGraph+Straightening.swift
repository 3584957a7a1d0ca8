/// Moves what already stands in one column, as a whole, to where its arrows to other columns are shortest.
extension LayeredGraph {
  private static let roundLimit = 12
  /// Cells looked at in all rounds together.
  private static let workLimit = 200_000

  mutating func straighten() {
    for _ in 0..<min(Self.roundLimit, Self.workLimit / max(1, cells.count)) {
      if !moveColumns() { break }
    }
    slidePorts()
    let left = cells.reduce(Double.infinity) { min($0, $1.x) }
    for cell in cells.indices { cells[cell].x -= left }
  }

  /// How far a piece leads to the right on its way down.
  func drift(_ piece: Int) -> Double {
    let piece = pieces[piece]
    return cells[piece.lower].x + piece.lowerPort - cells[piece.upper].x - piece.upperPort
  }

  private func isStraight(_ piece: Int) -> Bool { abs(drift(piece)) < 0.01 }

  private mutating func moveColumns() -> Bool {
    let (columns, columnOf) = columnsOfCells()
    var hasMoved = false
    for column in columns {
      // By how much the column would have to move for each arrow that leaves it to be straight.
      var wishes: [Double] = []
      var (leftRoom, rightRoom) = (Double.infinity, Double.infinity)
      for cell in column {
        for piece in cells[cell].above where columnOf[pieces[piece].upper] != columnOf[cell] {
          wishes.append(-drift(piece))
        }
        for piece in cells[cell].below where columnOf[pieces[piece].lower] != columnOf[cell] {
          wishes.append(drift(piece))
        }
        let layer = layers[cells[cell].layer]
        let order = cells[cell].order
        if 0 < order {
          let left = layer[order - 1]
          leftRoom = min(leftRoom, cells[cell].x - cells[left].x - cells[left].width - gap(left, cell))
        }
        if order + 1 < layer.count {
          let right = layer[order + 1]
          rightRoom = min(rightRoom, cells[right].x - cells[cell].x - cells[cell].width - gap(cell, right))
        }
      }
      if wishes.isEmpty { continue }
      wishes.sort()
      // Between the two middle wishes all places are equally good; the nearest is taken.
      let (low, high) = (wishes[(wishes.count - 1) / 2], wishes[wishes.count / 2])
      let best = 0 < low ? low : (high < 0 ? high : 0)
      let step = max(-max(0, leftRoom), min(max(0, rightRoom), best))
      guard 0.01 < abs(step) else { continue }
      for cell in column { cells[cell].x += step }
      hasMoved = true
    }
    return hasMoved
  }

  /// Cells that straight pieces join, in the order of their first cells.
  private func columnsOfCells() -> (columns: [[Int]], columnOf: [Int]) {
    var columns: [[Int]] = []
    var columnOf = Array(repeating: -1, count: cells.count)
    for start in cells.indices where columnOf[start] < 0 {
      var column: [Int] = []
      var walk = [start]
      columnOf[start] = columns.count
      while let cell = walk.popLast() {
        column.append(cell)
        for piece in cells[cell].above where columnOf[pieces[piece].upper] < 0 && isStraight(piece) {
          columnOf[pieces[piece].upper] = columns.count
          walk.append(pieces[piece].upper)
        }
        for piece in cells[cell].below where columnOf[pieces[piece].lower] < 0 && isStraight(piece) {
          columnOf[pieces[piece].lower] = columns.count
          walk.append(pieces[piece].lower)
        }
      }
      columns.append(column)
    }
    return (columns, columnOf)
  }
}
