import JSONText
import WorkflowProgram

extension Diagram {
  /// The boxes and arrows for programs, in drawing order; one object, ending in a line end.
  ///
  /// A box is named by its place in `nodes`, from 0.
  public func json() -> String {
    var writer = JSONWriter(indented: true)
    writer.object { object in
      object.member("title", graph.title)
      object.member("nodes", array: { array in for node in graph.nodes { write(node, to: &array) } })
      object.member("arrows", array: { array in for edge in graph.edges { write(edge, to: &array) } })
      object.member(
        "always",
        array: { array in
          for note in graph.notes {
            array.object {
              $0.member("text", note.text)
              write(note.places, to: &$0)
            }
          }
        })
    }
    writer.newline()
    return writer.text
  }

  private func write(_ node: Node, to writer: inout JSONWriter) {
    writer.object { object in
      object.member("kind", node.kind.word)
      object.member("path", node.path)
      object.member("title", node.title)
      if let flow = node.kind.flow { object.member("flow", flow) }
      if let parent = node.parent { object.member("in", parent) }
      if let status = node.status { object.member("status", status.name) }
      if !node.lines.isEmpty {
        object.member("does", array: { array in for line in node.lines { array.string(line) } })
      }
      if let place = node.place { object.member("at", place) }
    }
  }

  private func write(_ edge: Edge, to writer: inout JSONWriter) {
    writer.object { object in
      object.member("from", edge.source)
      object.member("to", edge.target)
      object.member(
        "rules",
        array: { array in
          for phrase in edge.phrases {
            array.object {
              $0.member("text", phrase.text)
              $0.member("trigger", phrase.trigger.word)
              write(phrase.places, to: &$0)
            }
          }
        })
    }
  }

  private func write(_ places: [String], to writer: inout JSONWriter) {
    writer.member("at", array: { array in for place in places { array.string(place) } })
  }
}

extension Node.Kind {
  fileprivate var word: String {
    switch self {
    case .start: "start"
    case .state: "state"
    case .final: "final"
    case .cluster: "running_flow"
    case .collapsed: "collapsed_flow"
    case .outcome: "outcome"
    case .junction: "junction"
    }
  }

  fileprivate var flow: String? {
    switch self {
    case .cluster(let flow), .collapsed(let flow): flow
    case .start, .state, .final, .outcome, .junction: nil
    }
  }
}

extension Edge.Trigger {
  fileprivate var word: String {
    switch self {
    case .event: "event"
    case .timer: "timer"
    case .eventless: "at_once"
    }
  }
}
