/// The parts of a graph in which every node leads to every other (Tarjan's algorithm, without recursion).
struct StrongComponents {
  /// Those with a cycle: more than one node, or a node that leads to itself; each in no order.
  private(set) var rounds: [[Int]] = []

  /// - Parameter following: Where a node leads; asked once for each node.
  init(count: Int, following: (Int) -> [Int]) {
    var order = Array(repeating: 0, count: count)
    var lowest = Array(repeating: 0, count: count)
    var isOpen = Array(repeating: false, count: count)
    var open: [Int] = []
    var visited = 0
    // Where all nodes lead, one after another, and where each one's stretch starts.
    var targets: [Int] = []
    var starts = [0]
    for node in 0..<count {
      targets += following(node)
      starts.append(targets.count)
    }
    for start in 0..<count where order[start] == 0 {
      // How far each node on the way has been followed.
      var path: [(node: Int, next: Int)] = []
      func visit(_ node: Int) {
        visited += 1
        order[node] = visited
        lowest[node] = visited
        isOpen[node] = true
        open.append(node)
        path.append((node, starts[node]))
      }
      visit(start)
      while let (node, next) = path.last {
        if next < starts[node + 1] {
          path[path.count - 1].next += 1
          let target = targets[next]
          if order[target] == 0 {
            visit(target)
          } else if isOpen[target] {
            lowest[node] = min(lowest[node], order[target])
          }
          continue
        }
        path.removeLast()
        if let parent = path.last?.node { lowest[parent] = min(lowest[parent], lowest[node]) }
        guard lowest[node] == order[node] else { continue }
        var component: [Int] = []
        while let last = open.popLast() {
          isOpen[last] = false
          component.append(last)
          if last == node { break }
        }
        if 1 < component.count || targets[starts[node]..<starts[node + 1]].contains(node) {
          rounds.append(component)
        }
      }
    }
  }
}
