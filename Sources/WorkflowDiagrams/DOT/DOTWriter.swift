import WorkflowProgram

/// Writes a graph in Graphviz's language, with clusters for flows.
struct DOTWriter {
  let graph: Graph
  private var lines: [String] = []

  init(_ graph: Graph) { self.graph = graph }

  func text() -> String {
    var writer = self
    let day = Palette.day
    writer.lines = [
      "digraph \"\(CleanText.dot(graph.title))\" {",
      "  graph [compound=true, rankdir=TB, nodesep=0.35, ranksep=0.45, fontname=\"Helvetica\","
        + " fontsize=14, labelloc=t, labeljust=l, label=<<b>\(CleanText.xml(graph.title))</b>>]",
      "  node [shape=box, style=\"rounded,filled\", fontname=\"Helvetica\", fontsize=11,"
        + " fillcolor=\"\(day.box)\", color=\"\(day.boxLine)\", fontcolor=\"\(day.text)\"]",
      "  edge [fontname=\"Helvetica\", fontsize=9, arrowsize=0.7, color=\"\(day.line)\","
        + " fontcolor=\"\(day.text)\"]",
    ]
    writer.writeNotes()
    writer.write(level: nil, indent: "  ")
    for edge in graph.edges { writer.write(edge) }
    writer.lines.append("}")
    return writer.lines.joined(separator: "\n") + "\n"
  }

  // MARK: Nodes

  private mutating func write(level: Int?, indent: String) {
    for node in graph.children(of: level) {
      if graph.nodes[node].isCluster {
        write(cluster: node, indent: indent)
      } else {
        write(node, indent: indent)
      }
    }
  }

  private mutating func write(cluster: Int, indent: String) {
    let node = graph.nodes[cluster]
    lines.append("\(indent)subgraph cluster_\(cluster) {")
    let line = node.status.map { Palette.day.status($0).line } ?? Palette.day.clusterLine
    lines.append(
      "\(indent)  graph [style=\"rounded,filled\", fillcolor=\"\(Palette.day.cluster)\", color=\"\(line)\","
        + " fontsize=11, label=\(label(node)), tooltip=\"\(tooltip(node))\"]")
    write(level: cluster, indent: indent + "  ")
    lines.append("\(indent)}")
  }

  private mutating func write(_ index: Int, indent: String) {
    let node = graph.nodes[index]
    var attributes: [String]
    switch node.kind {
    case .cluster: return
    case .start:
      attributes = ["shape=circle, width=0.14, label=\"\", fillcolor=\"\(Palette.day.line)\""]
    case .junction:
      attributes = ["width=0.7, height=0.06, label=\"\", fillcolor=\"\(Palette.day.line)\""]
    case .outcome: attributes = ["style=\"rounded,filled,dashed\", fontsize=10, label=\(label(node))"]
    case .state, .collapsed: attributes = ["label=\(label(node))"]
    case .final: attributes = ["label=\(label(node)), peripheries=2"]
    }
    if let status = node.status {
      let (fill, line) = Palette.day.status(status)
      attributes.append("fillcolor=\"\(fill)\", color=\"\(line)\"")
    }
    attributes.append("tooltip=\"\(tooltip(node))\"")
    lines.append("\(indent)\(id(index)) [\(attributes.joined(separator: ", "))]")
  }

  private func id(_ node: Int) -> String { "n\(node)" }

  private func label(_ node: Node) -> String {
    var small = node.lines
    switch node.kind {
    case .cluster(let flow), .collapsed(let flow): small.insert("flow \(flow)", at: 0)
    case .start, .state, .final, .outcome, .junction: break
    }
    let title = CleanText.xml(node.title)
    let head = node.kind == .outcome || title.isEmpty ? title : "<b>\(title)</b>"
    let rest = small.filter { !$0.isEmpty }
      .map { "<br/><font point-size=\"9\">\(CleanText.xml($0))</font>" }.joined()
    return "<\(head)\(rest)>"
  }

  private func tooltip(_ node: Node) -> String {
    let parts = [node.kind == .junction ? node.title : node.path] + (node.place.map { [$0] } ?? [])
    return parts.map(CleanText.dot).joined(separator: "\\n")
  }

  private mutating func writeNotes() {
    guard !graph.notes.isEmpty else { return }
    let rows = graph.notes.map { CleanText.xml($0.text) + "<br align=\"left\"/>" }.joined()
    lines.append(
      "  always [shape=note, style=dashed, fontsize=9, label=<<b>In every state</b><br align=\"left\"/>\(rows)>]"
    )
  }

  // MARK: Arrows

  private mutating func write(_ edge: Edge) {
    var attributes: [String] = []
    if graph.nodes[edge.source].isCluster { attributes.append("ltail=cluster_\(edge.source)") }
    if graph.nodes[edge.target].isCluster { attributes.append("lhead=cluster_\(edge.target)") }
    if edge.isTimed { attributes.append("style=dashed") }
    if !edge.texts.isEmpty {
      // The spaces keep the words off the line that Graphviz puts them beside.
      let rows = edge.texts.map { " " + CleanText.dot($0) + " " }
      attributes.append("label=\"\(rows.joined(separator: "\\n"))\"")
    }
    let places = edge.phrases.flatMap(\.places).map(CleanText.dot)
    if !places.isEmpty { attributes.append("tooltip=\"\(places.joined(separator: "\\n"))\"") }
    let list = attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"
    lines.append("  \(anchor(edge.source)) -> \(anchor(edge.target))\(list)")
  }

  /// The node an arrow is tied to; Graphviz ties none to a cluster but cuts them at its border.
  private func anchor(_ node: Int) -> String {
    var anchor = node
    while graph.nodes[anchor].isCluster {
      let inside = graph.children(of: anchor)
      guard let first = inside.first(where: { graph.nodes[$0].kind == .start }) ?? inside.first else { break }
      anchor = first
    }
    return id(anchor)
  }
}

extension Diagram {
  /// The drawing in Graphviz's language, for `dot -Tsvg` and its relatives.
  public func dot() -> String { DOTWriter(graph).text() }
}
