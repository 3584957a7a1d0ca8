/// Lays out a graph: first what is inside the innermost clusters, at last the top, where each cluster is one
/// big box.
extension Drawing {
  init(_ graph: Graph) {
    self.graph = graph
    let origin = Rectangle(origin: Point(x: 0, y: 0), size: Size(width: 0, height: 0))
    size = origin.size
    frames = Array(repeating: origin, count: graph.nodes.count)
    contents = graph.nodes.map(NodeFrame.content)
    routes = Array(repeating: [], count: graph.edges.count)
    labels = graph.edges.map { edge in
      edge.texts.isEmpty ? nil : Label(text: .label(edge.texts), frame: origin)
    }
    stubs = Array(repeating: nil, count: graph.edges.count)

    let levels = Levels(graph)
    var arrows: [(above: Int, below: Int)] = Array(repeating: (0, 0), count: graph.nodes.count)
    for edge in graph.edges {
      arrows[edge.source].below += 1
      arrows[edge.target].above += 1
    }
    for node in graph.nodes.indices {
      let count = max(arrows[node].above, arrows[node].below)
      frames[node].size = NodeFrame.size(of: graph.nodes[node], contents[node], arrows: count)
    }
    for cluster in graph.nodes.indices.reversed() where graph.nodes[cluster].isCluster {
      let inner = place(levels[cluster])
      let (size, origin) = NodeFrame.size(around: inner, contents[cluster])
      frames[cluster].size = size
      move(levels[cluster], by: origin)
    }
    size = place(levels[nil])
    // So far everything stands relative to the cluster around it.
    for cluster in graph.nodes.indices where graph.nodes[cluster].isCluster {
      move(levels[cluster], by: frames[cluster].origin)
    }
  }

  private mutating func move(_ level: Levels.Level, by offset: Point) {
    for node in level.nodes { frames[node].origin = frames[node].origin + offset }
    for edge in level.edges {
      routes[edge] = routes[edge].map { $0 + offset }
      if let frame = labels[edge]?.frame { labels[edge]?.frame.origin = frame.origin + offset }
      if let frame = stubs[edge]?.frame { stubs[edge]?.frame.origin = frame.origin + offset }
    }
  }

  /// Places the nodes of a level, whose own sizes are known, and the arrows between them.
  ///
  /// - Returns: The size of the whole level.
  private mutating func place(_ level: Levels.Level) -> Size {
    var problem = LayoutProblem()
    var boxOfNode: [Int: Int] = [:]
    let loops = level.edges.filter { graph.edges[$0].source == graph.edges[$0].target }
    for node in level.nodes {
      boxOfNode[node] = problem.boxes.count
      problem.boxes.append(
        LayoutProblem.Box(size: frames[node].size, isLast: graph.nodes[node].kind == .outcome))
    }
    for edge in loops {
      guard let box = boxOfNode[graph.edges[edge].source] else { continue }
      problem.boxes[box].rightMargin = NodeFrame.loopReach + 8 + (labels[edge]?.text.size.width ?? 0)
    }
    var linkedEdges: [Int] = []
    for edge in level.edges where graph.edges[edge].source != graph.edges[edge].target {
      let source = graph.edges[edge].source
      let isOutcome = graph.nodes[source].kind == .outcome
      guard let from = boxOfNode[isOutcome ? graph.nodes[source].parent ?? source : source],
        let to = boxOfNode[graph.edges[edge].target]
      else { continue }
      linkedEdges.append(edge)
      problem.links.append(
        LayoutProblem.Link(
          source: from, target: to, label: labels[edge].map(labelSize),
          sourcePort: isOutcome ? frames[source].center.x : nil))
    }
    let cut = cutLongest(&problem, linkedEdges)
    let solution = problem.solved()
    for (node, box) in boxOfNode { frames[node].origin = solution.boxes[box].origin }
    for (link, edge) in linkedEdges.enumerated() {
      routes[edge] = solution.routes[link]
      if let frame = solution.labels[link] { labels[edge]?.frame = frame }
      let source = graph.edges[edge].source
      if graph.nodes[source].kind == .outcome, let cluster = graph.nodes[source].parent, !routes[edge].isEmpty
      {
        // The arrow starts at the way out itself, inside the box.
        routes[edge][0].y = frames[cluster].top + frames[source].bottom
      }
      if let box = cut[link] {
        let text = TextBlock.label(["→ " + graph.nodes[graph.edges[edge].target].title])
        stubs[edge] = Stub(text: text, frame: solution.boxes[box])
      }
    }
    for edge in loops { placeLoop(edge) }
    return solution.size
  }

  private func labelSize(_ label: Label) -> Size {
    Size(width: label.text.size.width + 8, height: label.text.size.height + 2)
  }

  private mutating func placeLoop(_ edge: Int) {
    let frame = frames[graph.edges[edge].source]
    let (top, bottom) = (frame.center.y - NodeFrame.loopHeight / 2, frame.center.y + NodeFrame.loopHeight / 2)
    let reach = frame.right + NodeFrame.loopReach
    routes[edge] = [
      Point(x: frame.right, y: top), Point(x: reach, y: top), Point(x: reach, y: bottom),
      Point(x: frame.right, y: bottom),
    ]
    guard let size = labels[edge]?.text.size else { return }
    labels[edge]?.frame = Rectangle(
      origin: Point(x: reach + 4, y: frame.center.y - size.height / 2), size: size)
  }

  /// Rows that all arrows of one level may pass by together.
  ///
  /// Beyond it the longest are cut, so that the work stays bounded; a drawing of that size could not be
  /// followed by eye either.
  private static let passedRowLimit = 6_000

  /// Cuts the longest links if all together are too long; each then ends in a box that names the target.
  ///
  /// - Returns: The box that ends a link, for links that are cut.
  private func cutLongest(_ problem: inout LayoutProblem, _ edges: [Int]) -> [Int: Int] {
    let ranking = Ranking(problem)
    let spans = problem.links.indices.map { ranking.span(of: $0) }
    var excess = spans.reduce(-Self.passedRowLimit) { $0 + $1 - 1 }
    guard 0 < excess else { return [:] }
    var cut: [Int: Int] = [:]
    for link in problem.links.indices.sorted(by: { (spans[$1], $0) < (spans[$0], $1) }) where 0 < excess {
      let text = TextBlock.label(["→ " + graph.nodes[graph.edges[edges[link]].target].title])
      cut[link] = problem.boxes.count
      problem.links[link].target = problem.boxes.count
      problem.boxes.append(
        LayoutProblem.Box(size: Size(width: text.size.width + 8, height: text.size.height + 2)))
      excess -= spans[link] - 1
    }
    return cut
  }
}

/// Nodes and arrows by the cluster they stand in.
private struct Levels {
  struct Level {
    var nodes: [Int] = []
    var edges: [Int] = []
  }

  private var top = Level()
  private var inside: [Int: Level] = [:]

  init(_ graph: Graph) {
    // Starts first: the walk that finds cycles begins where a lead does.
    let isStart = { (node: Int) in graph.nodes[node].kind == .start }
    let nodes = graph.nodes.indices.filter(isStart) + graph.nodes.indices.filter { !isStart($0) }
    for node in nodes { self[graph.nodes[node].parent].nodes.append(node) }
    for (index, edge) in graph.edges.enumerated() {
      let parent = graph.nodes[edge.source].parent
      // Arrows of a way out run around the cluster, not in it.
      let level =
        graph.nodes[edge.source].kind == .outcome ? parent.flatMap { graph.nodes[$0].parent } : parent
      self[level].edges.append(index)
    }
  }

  subscript(cluster: Int?) -> Level {
    get { cluster.map { inside[$0, default: Level()] } ?? top }
    set {
      if let cluster { inside[cluster] = newValue } else { top = newValue }
    }
  }
}
