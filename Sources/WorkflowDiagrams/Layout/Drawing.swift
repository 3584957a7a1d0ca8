/// A graph with a place for everything in it, in pixels from the top left.
struct Drawing: Sendable {
  /// The text in a node's box.
  struct Content: Sendable {
    var title: TextBlock
    var body: TextBlock
  }

  /// Words on an arrow, and where they stand.
  struct Label: Sendable {
    var text: TextBlock
    var frame: Rectangle
  }

  /// The end of an arrow that is cut off since it would cross half the drawing; it names its target.
  struct Stub: Sendable {
    var text: TextBlock
    var frame: Rectangle
  }

  let graph: Graph
  var size: Size
  /// By node.
  var frames: [Rectangle]
  var contents: [Content]
  /// By edge: corners from the source's border to the target's.
  var routes: [[Point]]
  /// By edge.
  var labels: [Label?]
  /// By edge, for those that are cut.
  var stubs: [Stub?]
}
