import WorkflowProgram

/// Writes a drawing as one SVG file that needs nothing else: no font, no script, no other file.
struct SVGDrawing {
  let drawing: Drawing
  /// Where the drawing's top left comes to stand on the page.
  private let origin: Point
  private let legend: SVGLegend

  private static let margin = 24.0

  private var graph: Graph { drawing.graph }

  init(_ drawing: Drawing) {
    self.drawing = drawing
    let width = max(drawing.size.width, SVGLegend.leastWidth)
    legend = SVGLegend(drawing.graph, origin: Point(x: Self.margin, y: Self.margin), width: width)
    origin = Point(
      x: Self.margin + (width - drawing.size.width) / 2, y: legend.frame.bottom + Self.margin)
  }

  func text() -> String {
    let page = Rectangle(
      origin: Point(x: 0, y: 0),
      size: Size(
        width: (legend.frame.right + Self.margin).rounded(.up),
        height: (origin.y + drawing.size.height + Self.margin).rounded(.up)))
    let (width, height) = (SVGWriter.number(page.size.width), SVGWriter.number(page.size.height))
    var writer = SVGWriter()
    let attributes: [SVGWriter.Attribute] = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("width", width), ("height", height),
      ("viewBox", "0 0 \(width) \(height)"), ("role", "img"),
    ]
    writer.element("svg", attributes) { svg in
      svg.title([graph.title])
      svg.element("desc", text: summary)
      svg.style(SVGStyle.sheet)
      svg.rectangle(page, radius: 0, [("class", "page")])
      legend.write(to: &svg)
      for node in graph.nodes.indices where graph.nodes[node].isCluster { write(cluster: node, to: &svg) }
      for edge in graph.edges.indices { write(edge: edge, to: &svg) }
      for node in graph.nodes.indices where !graph.nodes[node].isCluster { write(node: node, to: &svg) }
    }
    return writer.text
  }

  private var summary: String {
    let states = graph.nodes.count { $0.isState }
    let flows = graph.nodes.count { $0.isCluster }
    return "\(states) states, \(flows) of them with a flow inside, \(graph.edges.count) arrows"
  }

  // MARK: Nodes

  private func frame(_ node: Int) -> Rectangle {
    Rectangle(origin: drawing.frames[node].origin + origin, size: drawing.frames[node].size)
  }

  private func attributes(_ node: Int, kind: String) -> [SVGWriter.Attribute] {
    let status = graph.nodes[node].status.map { " " + $0.name } ?? ""
    return [("class", kind + status), ("data-node", graph.nodes[node].path)]
  }

  private func write(cluster node: Int, to svg: inout SVGWriter) {
    let (frame, content) = (frame(node), drawing.contents[node])
    svg.element("g", attributes(node, kind: "cluster")) { group in
      describe(node, in: &group)
      group.rectangle(frame, radius: 12)
      group.text(content.title, x: frame.left + 14, top: frame.top + 8, anchor: "start", kind: "title")
      group.text(
        content.body, x: frame.left + 14, top: frame.top + 8 + content.title.size.height, anchor: "start",
        kind: "muted")
    }
  }

  private func write(node: Int, to svg: inout SVGWriter) {
    let (frame, content) = (frame(node), drawing.contents[node])
    switch graph.nodes[node].kind {
    case .cluster: break
    case .start:
      svg.element("g", attributes(node, kind: "start")) { group in
        group.title(["start"])
        group.element(
          "circle",
          [
            ("cx", SVGWriter.number(frame.center.x)), ("cy", SVGWriter.number(frame.center.y)),
            ("r", SVGWriter.number(frame.size.width / 2)),
          ])
      }
    case .junction:
      svg.element("g", attributes(node, kind: "junction")) { group in
        group.title([graph.nodes[node].title])
        group.rectangle(frame, radius: 3)
      }
    case .outcome:
      svg.element("g", attributes(node, kind: "outcome")) { group in
        describe(node, in: &group)
        group.rectangle(frame, radius: 11)
        writeText(content, in: frame, titleKind: "muted", to: &group)
      }
    case .state, .collapsed:
      svg.element("g", attributes(node, kind: "state")) { group in
        describe(node, in: &group)
        group.rectangle(frame, radius: 8)
        writeText(content, in: frame, titleKind: "title", to: &group)
      }
    case .final:
      svg.element("g", attributes(node, kind: "state final")) { group in
        describe(node, in: &group)
        group.rectangle(frame, radius: 9)
        group.rectangle(frame.inset(by: 3), radius: 6, [("class", "inner")])
        writeText(content, in: frame, titleKind: "title", to: &group)
      }
    }
  }

  private func writeText(
    _ content: Drawing.Content, in frame: Rectangle, titleKind: String, to svg: inout SVGWriter
  ) {
    let height = content.title.size.height + content.body.size.height
    let top = frame.center.y - height / 2
    svg.text(content.title, x: frame.center.x, top: top, anchor: "middle", kind: titleKind)
    svg.text(
      content.body, x: frame.center.x, top: top + content.title.size.height, anchor: "middle", kind: "muted")
  }

  /// What the pointer shows over a node, and what a screen reader says.
  private func describe(_ index: Int, in svg: inout SVGWriter) {
    let node = graph.nodes[index]
    svg.title([node.path] + (node.place.map { [$0] } ?? []))
    var parts = node.lines
    if let status = node.status { parts.insert("status \(status.name)", at: 0) }
    if node.kind == .final { parts.append("final") }
    if !parts.isEmpty { svg.element("desc", text: parts.joined(separator: "; ")) }
  }

  // MARK: Arrows

  private func write(edge index: Int, to svg: inout SVGWriter) {
    let edge = graph.edges[index]
    let corners = drawing.routes[index].map { $0 + origin }
    let isInside = drawing.graph.isInsideCluster(index)
    let kind = "edge" + (edge.isTimed ? " timed" : "") + (isInside ? " inside" : "")
    let (source, target) = (graph.nodes[edge.source].path, graph.nodes[edge.target].path)
    svg.element("g", [("class", kind), ("data-from", source), ("data-to", target)]) { group in
      group.title(
        ["\(source) → \(target)"] + edge.phrases.map { "\($0.text)  \($0.places.joined(separator: ", "))" })
      group.element("path", [("d", SVGWriter.path(corners, radius: 7))])
      if let head = arrowhead(corners) { group.element("path", [("class", "head"), ("d", head)]) }
      if let label = drawing.labels[index] {
        let frame = Rectangle(origin: label.frame.origin + origin, size: label.frame.size)
        group.rectangle(frame, radius: 3)
        let top = frame.center.y - label.text.size.height / 2
        group.text(label.text, x: frame.center.x, top: top, anchor: "middle", kind: "words")
      }
      if let stub = drawing.stubs[index] {
        let top = stub.frame.center.y + origin.y - stub.text.size.height / 2
        group.text(
          stub.text, x: stub.frame.center.x + origin.x, top: top, anchor: "middle", kind: "muted stub")
      }
    }
  }

  /// A triangle whose tip is the last corner.
  private func arrowhead(_ corners: [Point]) -> String? {
    guard let tip = corners.last, let before = corners.dropLast().last else { return nil }
    let (dx, dy) = (tip.x - before.x, tip.y - before.y)
    let length = abs(dx) + abs(dy)
    guard 0 < length else { return nil }
    let (ux, uy) = (dx / length, dy / length)
    let base = Point(x: tip.x - 8 * ux, y: tip.y - 8 * uy)
    let points = [tip, base + Point(x: -3.8 * uy, y: 3.8 * ux), base + Point(x: 3.8 * uy, y: -3.8 * ux)]
    return "M" + points.map { "\(SVGWriter.number($0.x)) \(SVGWriter.number($0.y))" }.joined(separator: " L")
      + " Z"
  }
}

extension Rectangle {
  fileprivate func inset(by margin: Double) -> Rectangle {
    Rectangle(
      origin: Point(x: left + margin, y: top + margin),
      size: Size(width: size.width - 2 * margin, height: size.height - 2 * margin))
  }
}

extension Graph {
  /// Whether an arrow runs on a cluster's ground rather than on the page's.
  fileprivate func isInsideCluster(_ edge: Int) -> Bool {
    let source = nodes[edges[edge].source]
    guard source.kind == .outcome else { return source.parent != nil }
    return source.parent.flatMap { nodes[$0].parent } != nil
  }
}

extension Diagram {
  /// The drawing as an SVG file, laid out by us: one self-contained text that browsers show as it is.
  ///
  /// Follows the viewer's choice of a dark or a light page. Resting the pointer on a state or an arrow shows
  /// the file and line that it comes from; states carry their path in `data-node`, arrows the paths of
  /// their ends in `data-from` and `data-to`.
  public func svg() -> String { SVGDrawing(Drawing(graph)).text() }
}
