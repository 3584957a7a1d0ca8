/// How much space a node's own text takes, and what stays free around it.
enum NodeFrame {
  /// Around the states of a cluster.
  static let clusterPadding = 18.0
  /// An arrow from a box to itself, at its right: how far out it goes, and how far below it comes back.
  static let loopReach = 14.0
  static let loopHeight = 14.0
  private static let textMargin = 13.0
  private static let portRoom = 12.0

  static func content(of node: Node) -> Drawing.Content {
    switch node.kind {
    case .start, .junction: Drawing.Content(title: .title(""), body: .body([]))
    case .outcome: Drawing.Content(title: .label([node.title]), body: .body(node.lines))
    case .state, .final: Drawing.Content(title: .title(node.title), body: .body(node.lines))
    case .cluster(let flow), .collapsed(let flow):
      Drawing.Content(title: .title(node.title), body: .body(["flow \(flow)"] + node.lines))
    }
  }

  /// The box of a node that has nothing inside but its text.
  ///
  /// - Parameter arrows: The most that touch one of its borders.
  static func size(of node: Node, _ content: Drawing.Content, arrows: Int) -> Size {
    switch node.kind {
    case .start: return Size(width: 12, height: 12)
    case .junction: return Size(width: 20 + Double(max(2, arrows)) * 14, height: 6)
    case .outcome:
      return Size(width: textSize(content).width + 22, height: textSize(content).height + 8)
    case .state, .final, .cluster, .collapsed:
      let text = textSize(content)
      let width = max(text.width + 2 * textMargin, Double(arrows) * portRoom + 24, 84)
      return Size(width: width.rounded(.up), height: text.height + 16)
    }
  }

  /// The box of a cluster around what it holds, and where that starts in it.
  static func size(around inner: Size, _ content: Drawing.Content) -> (size: Size, origin: Point) {
    let header = textSize(content)
    let width = max(inner.width + 2 * clusterPadding, header.width + 2 * textMargin)
    let top = header.height + 22
    return (
      Size(width: width.rounded(.up), height: top + inner.height + clusterPadding),
      Point(x: (width - inner.width) / 2, y: top)
    )
  }

  private static func textSize(_ content: Drawing.Content) -> Size {
    Size(
      width: max(content.title.size.width, content.body.size.width),
      height: content.title.size.height + content.body.size.height)
  }
}
