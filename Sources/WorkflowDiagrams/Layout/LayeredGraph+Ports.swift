/// Where pieces touch the borders of boxes: side by side, in the order of where they lead.
extension LayeredGraph {
  /// Between two arrows that touch one border, at most.
  private static let portSpacing = 20.0
  /// From a box's corners.
  private static let cornerMargin = 12.0

  mutating func choosePorts() {
    for cell in cells.indices {
      guard case .box(let box) = cells[cell].content else { continue }
      let width = problem.boxes[box].size.width
      let above = cells[cell].above.sorted {
        (cells[pieces[$0].upper].order, $0) < (cells[pieces[$1].upper].order, $1)
      }
      for (piece, port) in zip(above, spread(above.count, from: 0, to: width)) {
        pieces[piece].lowerPort = port
      }
      chooseLowerPorts(of: cell, width: width)
    }
  }

  /// Ports that are free go between those that are given, as near to their order as can be.
  private mutating func chooseLowerPorts(of cell: Int, width: Double) {
    let free = cells[cell].below.filter { !pieces[$0].isFixed }
      .sorted { (cells[pieces[$0].lower].order, $0) < (cells[pieces[$1].lower].order, $1) }
    let fixed = cells[cell].below.filter { pieces[$0].isFixed }
      .sorted { (pieces[$0].upperPort, $0) < (pieces[$1].upperPort, $1) }
    var start = 0.0
    var next = 0
    for limit in fixed.map(Optional.some) + [nil] {
      // The free pieces that lead to the left of this given port.
      var run: [Int] = []
      let bound = limit.map { cells[pieces[$0].lower].order } ?? .max
      while next < free.count, cells[pieces[free[next]].lower].order < bound {
        run.append(free[next])
        next += 1
      }
      let end = limit.map { pieces[$0].upperPort } ?? width
      for (piece, port) in zip(run, spread(run.count, from: start, to: end)) {
        pieces[piece].upperPort = port
      }
      start = end
    }
  }

  private func spread(_ count: Int, from start: Double, to end: Double) -> [Double] {
    let middle = (start + end) / 2
    guard 1 < count else { return [middle] }
    let room = max(0, end - start - 2 * Self.cornerMargin)
    let spacing = min(Self.portSpacing, room / Double(count - 1))
    return (0..<count).map { middle + (Double($0) - Double(count - 1) / 2) * spacing }
  }

  /// Slides ports along their borders, where there is room, so that arrows with a small bend run straight.
  mutating func slidePorts() {
    for cell in cells.indices {
      guard case .box(let box) = cells[cell].content, 1 < problem.boxes[box].size.height else { continue }
      let width = problem.boxes[box].size.width
      slide(cells[cell].above, width: width, isUpper: false)
      slide(cells[cell].below, width: width, isUpper: true)
    }
  }

  /// Between two arrows that touch one border, at least, after sliding.
  private static let leastPortSpacing = 12.0

  /// - Parameter isUpper: Whether the box is the pieces' upper end.
  private mutating func slide(_ touching: [Int], width: Double, isUpper: Bool) {
    var order: [(port: Double, piece: Int)] = []
    for piece in touching {
      order.append((isUpper ? pieces[piece].upperPort : pieces[piece].lowerPort, piece))
    }
    order.sort { ($0.port, $0.piece) < ($1.port, $1.piece) }
    for place in order.indices {
      let (port, piece) = order[place]
      if isUpper, pieces[piece].isFixed { continue }
      let low = place == 0 ? Self.cornerMargin : order[place - 1].port + Self.leastPortSpacing
      let high =
        place + 1 == order.count
        ? width - Self.cornerMargin : order[place + 1].port - Self.leastPortSpacing
      let wish = port + (isUpper ? drift(piece) : -drift(piece))
      guard low <= wish, wish <= high else { continue }
      order[place].port = wish
      if isUpper { pieces[piece].upperPort = wish } else { pieces[piece].lowerPort = wish }
    }
  }
}
