import WorkflowProgram

/// Writes a graph as a Mermaid state diagram.
///
/// Mermaid knows no arrow from inside a composite state to its outside, so a flow's outcome is a state
/// inside, and the arrow that it causes leaves the whole composite with the outcome's name on it.
struct MermaidWriter {
  let graph: Graph
  private var lines: [String] = ["stateDiagram-v2"]

  /// Arrows inside each cluster, and at the top.
  private var arrows: [Int?: [Arrow]] = [:]

  private struct Arrow {
    var ends: Edge.Ends
    var texts: [String]
  }

  init(_ graph: Graph) { self.graph = graph }

  func text() -> String {
    var writer = self
    writer.collectArrows()
    writer.write(level: nil, indent: "  ")
    writer.writeNotes()
    writer.writeClasses()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func collectArrows() {
    for edge in graph.edges {
      var (ends, texts) = (edge.ends, edge.texts)
      let source = graph.nodes[edge.source]
      if source.kind == .outcome, let cluster = source.parent {
        ends.source = cluster
        texts = texts.isEmpty ? [source.title] : texts.map { "\(source.title) \($0)" }
      }
      let level = graph.nodes[ends.source].parent
      if let known = arrows[level]?.firstIndex(where: { $0.ends == ends }) {
        arrows[level]?[known].texts += texts
      } else {
        arrows[level, default: []].append(Arrow(ends: ends, texts: texts))
      }
    }
  }

  private mutating func write(level: Int?, indent: String) {
    for node in graph.children(of: level) { write(node: node, indent: indent) }
    for arrow in arrows[level, default: []] {
      let label = arrow.texts.map(CleanText.mermaid).joined(separator: "<br/>")
      let source = graph.nodes[arrow.ends.source].kind == .start ? "[*]" : id(arrow.ends.source)
      lines.append("\(indent)\(source) --> \(id(arrow.ends.target))" + (label.isEmpty ? "" : ": \(label)"))
    }
  }

  private mutating func write(node: Int, indent: String) {
    switch graph.nodes[node].kind {
    case .start: break
    case .junction: lines.append("\(indent)state \(id(node)) <<choice>>")
    case .state, .final, .outcome: lines.append("\(indent)state \"\(label(node))\" as \(id(node))")
    case .collapsed(let flow):
      lines.append("\(indent)state \"\(label(node, ["flow \(flow)"]))\" as \(id(node))")
    case .cluster(let flow):
      lines.append("\(indent)state \"\(label(node, ["flow \(flow)"]))\" as \(id(node)) {")
      write(level: node, indent: indent + "  ")
      lines.append("\(indent)}")
    }
  }

  private func id(_ node: Int) -> String { "s\(node)" }

  private func label(_ index: Int, _ more: [String] = []) -> String {
    let node = graph.nodes[index]
    return ([node.title] + more + node.lines).map(CleanText.mermaid).joined(separator: "<br/>")
  }

  private mutating func writeNotes() {
    guard !graph.notes.isEmpty else { return }
    let text = (["In every state"] + graph.notes.map(\.text)).map(CleanText.mermaid).joined(
      separator: "<br/>")
    lines.append("  state \"\(text)\" as always")
  }

  private mutating func writeClasses() {
    func nodes(_ isMember: (Node) -> Bool) -> String {
      graph.nodes.indices.filter { isMember(graph.nodes[$0]) }.map(id).joined(separator: ",")
    }
    for status in LeadStatus.allCases {
      let members = nodes { $0.status == status && !$0.isCluster }
      guard !members.isEmpty else { continue }
      let (fill, line) = Palette.day.status(status)
      lines.append("  classDef status_\(status.name) fill:\(fill),stroke:\(line),color:#1f2933")
      lines.append("  class \(members) status_\(status.name)")
    }
    let finals = nodes { $0.kind == .final }
    if !finals.isEmpty {
      lines.append("  classDef final stroke-width:4px")
      lines.append("  class \(finals) final")
    }
    let outcomes = nodes { $0.kind == .outcome }
    if !outcomes.isEmpty || !graph.notes.isEmpty {
      lines.append("  classDef dashed stroke-dasharray:4 3")
      let members = [outcomes, graph.notes.isEmpty ? "" : "always"].filter { !$0.isEmpty }
      lines.append("  class \(members.joined(separator: ",")) dashed")
    }
  }
}

extension Diagram {
  /// The drawing as Mermaid text (`stateDiagram-v2`), which code hosts show inside Markdown.
  public func mermaid() -> String { MermaidWriter(graph).text() }
}
