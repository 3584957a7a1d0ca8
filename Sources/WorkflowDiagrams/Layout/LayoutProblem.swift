/// Boxes and arrows between them, to be laid out in layers from top to bottom.
struct LayoutProblem: Sendable {
  struct Box: Sendable {
    var size: Size
    /// Free space kept at its right, for an arrow from the box to itself.
    var rightMargin = 0.0
    /// Stands in the last layer: a way out at the bottom of a flow.
    var isLast = false
  }

  struct Link: Sendable {
    /// Differs from the target.
    var source: Int
    var target: Int
    /// The space that words on it take.
    var label: Size?
    /// Where it leaves the source's lower border, from the box's left; `nil` lets the layout choose.
    var sourcePort: Double?
  }

  /// In the order a reader would expect them, the first to enter first.
  var boxes: [Box] = []
  /// At most one from each source port to a target.
  var links: [Link] = []
}

/// Where everything stands, from the top left of the drawing.
struct LayoutSolution: Sendable {
  var size = Size(width: 0, height: 0)
  var boxes: [Rectangle] = []
  /// For each link its corners, from the source's border to the target's; all stretches are upright or level.
  var routes: [[Point]] = []
  /// For each link the space of its words.
  var labels: [Rectangle?] = []
}

extension LayoutProblem {
  /// Lays the boxes out so that arrows lead down where they can, cross little, and run through no box.
  ///
  /// The steps are those of Sugiyama, Tagawa and Toda ("Methods for Visual Understanding of Hierarchical
  /// System Structures", 1981): turn round the arrows that close cycles, give each box a layer, cut long
  /// arrows at every layer, order each layer to have few crossings, and choose coordinates.
  func solved() -> LayoutSolution {
    let ranking = Ranking(self)
    var graph = LayeredGraph(self, ranking)
    graph.reduceCrossings()
    graph.choosePorts()
    graph.placeColumns()
    return LayerRouting(graph, self).solution()
  }
}
