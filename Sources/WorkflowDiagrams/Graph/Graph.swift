/// What is drawn, before anything is said about how: boxes, boxes in boxes, and arrows with words on them.
struct Graph: Sendable {
  var title: String
  /// A box comes after the box around it.
  var nodes: [Node] = []
  /// At most one for each source and target.
  var edges: [Edge] = []
  /// What holds in every state, one rule a line; too many arrows to draw.
  var notes: [Note] = []

  /// The nodes directly inside a node, or at the top, in drawing order.
  func children(of parent: Int?) -> [Int] {
    nodes.indices.filter { nodes[$0].parent == parent }
  }

  /// Adds words to the arrow between two nodes, which is made if need be.
  mutating func connect(_ source: Int, _ target: Int, _ phrases: [Edge.Phrase]) {
    let key = Edge.Ends(source: source, target: target)
    if let index = edgeIndex[key] {
      edges[index].phrases += phrases
    } else {
      edgeIndex[key] = edges.count
      edges.append(Edge(ends: key, phrases: phrases))
    }
  }

  /// Replaces all arrows.
  mutating func replaceEdges(_ new: [Edge]) {
    edges = []
    edgeIndex = [:]
    for edge in new { connect(edge.source, edge.target, edge.phrases) }
  }

  private var edgeIndex: [Edge.Ends: Int] = [:]

  init(title: String) { self.title = title }
}

/// One rule that holds in every state.
struct Note: Hashable, Sendable {
  var text: String
  /// Files and lines; none if it holds in every workflow.
  var places: [String]
}
