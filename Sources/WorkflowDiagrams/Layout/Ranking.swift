/// Which way each link of a problem runs on the page, and how far down each box stands.
struct Ranking: Sendable {
  /// For each link, whether it is drawn upwards since it closes a cycle.
  private(set) var isReversed: [Bool]
  /// For each box its row, from 0; the two ends of a link are never in one row.
  private(set) var rows: [Int]

  private let problem: LayoutProblem
  /// Links by the box they leave and by the box they enter, as drawn.
  private var leaving: [[Int]] = []
  private var entering: [[Int]] = []

  /// Boxes without any link are set out in rows of this many.
  private static let looseBoxesPerRow = 6

  init(_ problem: LayoutProblem) {
    self.problem = problem
    isReversed = Array(repeating: false, count: problem.links.count)
    rows = Array(repeating: 0, count: problem.boxes.count)
    reverseCycles()
    let order = topologicalOrder()
    chooseRows(order)
    for _ in 0..<2 { tightenRows(order) }
    setLastRows()
  }

  /// How many rows down a link leads.
  func span(of link: Int) -> Int {
    abs(rows[problem.links[link].target] - rows[problem.links[link].source])
  }

  /// The box a link starts from on the page.
  func upper(_ link: Int) -> Int {
    isReversed[link] ? problem.links[link].target : problem.links[link].source
  }

  func lower(_ link: Int) -> Int {
    isReversed[link] ? problem.links[link].source : problem.links[link].target
  }

  // MARK: Cycles

  /// Walks the links in depth, first boxes first, and turns round those that lead back into the walk.
  ///
  /// Boxes come in the order of the file, and authors write a story in its order, so what is turned round
  /// is nearly always what its author thinks of as going back.
  private mutating func reverseCycles() {
    enum Mark { case new, open, done }
    let count = problem.boxes.count
    var linksFrom: [[Int]] = Array(repeating: [], count: count)
    var hasEntry = Array(repeating: false, count: count)
    for (index, link) in problem.links.enumerated() {
      linksFrom[link.source].append(index)
      hasEntry[link.target] = true
    }
    for box in linksFrom.indices {
      linksFrom[box].sort { (problem.links[$0].target, $0) < (problem.links[$1].target, $1) }
    }
    var marks = Array(repeating: Mark.new, count: count)
    let roots = (0..<count).filter { !hasEntry[$0] } + (0..<count).filter { hasEntry[$0] }
    for root in roots where marks[root] == .new {
      var walk = [(box: root, next: 0)]
      marks[root] = .open
      while let (box, next) = walk.last {
        guard next < linksFrom[box].count else {
          marks[box] = .done
          walk.removeLast()
          continue
        }
        walk[walk.count - 1].next += 1
        let link = linksFrom[box][next]
        let target = problem.links[link].target
        switch marks[target] {
        case .new:
          marks[target] = .open
          walk.append((target, 0))
        case .open: isReversed[link] = true
        case .done: break
        }
      }
    }
    leaving = Array(repeating: [], count: count)
    entering = Array(repeating: [], count: count)
    for link in problem.links.indices {
      leaving[upper(link)].append(link)
      entering[lower(link)].append(link)
    }
  }

  private func topologicalOrder() -> [Int] {
    var waiting = entering.map(\.count)
    var order = problem.boxes.indices.filter { waiting[$0] == 0 }
    var next = 0
    while next < order.count {
      for link in leaving[order[next]] {
        waiting[lower(link)] -= 1
        if waiting[lower(link)] == 0 { order.append(lower(link)) }
      }
      next += 1
    }
    return order
  }

  // MARK: Rows

  /// As far up as the links allow.
  private mutating func chooseRows(_ order: [Int]) {
    for box in order {
      rows[box] = entering[box].reduce(0) { max($0, rows[upper($1)] + 1) }
    }
  }

  /// Moves boxes within what the links allow so that links become shorter.
  private mutating func tightenRows(_ order: [Int]) {
    for box in order.reversed() where entering[box].count < leaving[box].count {
      guard let last = leaving[box].map({ rows[lower($0)] - 1 }).min() else { continue }
      rows[box] = last
    }
    for box in order where leaving[box].count <= entering[box].count {
      rows[box] = entering[box].reduce(0) { max($0, rows[upper($1)] + 1) }
    }
  }

  private mutating func setLastRows() {
    let isLoose = zip(entering, leaving).map { $0.isEmpty && $1.isEmpty }
    var last = -1
    for box in rows.indices where !isLoose[box] { last = max(last, rows[box]) }
    var loose = 0
    for box in rows.indices where isLoose[box] && !problem.boxes[box].isLast {
      rows[box] = last + 1 + loose / Self.looseBoxesPerRow
      loose += 1
    }
    last = max(last, rows.max() ?? 0)
    for box in rows.indices where problem.boxes[box].isLast && leaving[box].isEmpty { rows[box] = last }
  }
}
