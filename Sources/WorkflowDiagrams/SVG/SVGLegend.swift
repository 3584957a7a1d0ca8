import WorkflowProgram

/// The head of a drawing: its title, what its colours and shapes mean, and what holds in every state.
struct SVGLegend {
  /// A narrower drawing still gets a head of this width.
  static let leastWidth = 360.0

  private enum Sample {
    case status(LeadStatus)
    case final, outcome, junction, timed
  }

  /// A sample and its meaning, at its place.
  private struct Entry {
    var sample: Sample
    var text: String
    var origin: Point
  }

  let frame: Rectangle
  private let title: TextBlock
  private var entries: [Entry] = []
  private var notes: [TextBlock] = []
  private let notesFrame: Rectangle

  private static let sampleWidth = 26.0
  private static let rowHeight = 20.0
  private static let small = FontMetrics(size: 11, isBold: false)

  init(_ graph: Graph, origin: Point, width: Double) {
    let font = FontMetrics(size: 18, isBold: true)
    title = TextBlock(font: font, lineHeight: 24, lines: font.lines(graph.title, limit: width, lineLimit: 2))
    var cursor = Point(x: origin.x, y: origin.y + title.size.height + 8)
    for (sample, text) in Self.samples(in: graph) {
      let advance = Self.sampleWidth + 6 + Self.small.width(text) + 18
      if origin.x + width < cursor.x + advance, origin.x < cursor.x {
        cursor = Point(x: origin.x, y: cursor.y + Self.rowHeight)
      }
      entries.append(Entry(sample: sample, text: text, origin: cursor))
      cursor.x += advance
    }
    if !entries.isEmpty { cursor.y += Self.rowHeight }

    var height = 0.0
    var widest = 0.0
    if !graph.notes.isEmpty {
      let heading = FontMetrics(size: 11, isBold: true)
      notes.append(TextBlock(font: heading, lineHeight: 17, lines: ["In every state"]))
      for note in graph.notes {
        let lines = Self.small.lines(note.text, limit: min(width, 560) - 24, lineLimit: 3)
        notes.append(TextBlock(font: Self.small, lineHeight: 15, lines: lines))
      }
      height = notes.reduce(14) { $0 + $1.size.height }
      widest = notes.reduce(0) { max($0, $1.size.width) } + 24
      cursor.y += 8
    }
    notesFrame = Rectangle(
      origin: Point(x: origin.x, y: cursor.y), size: Size(width: widest, height: height))
    frame = Rectangle(
      origin: origin, size: Size(width: width, height: notesFrame.bottom - origin.y))
  }

  /// Only what the drawing has.
  private static func samples(in graph: Graph) -> [(Sample, String)] {
    var samples: [(Sample, String)] = []
    for status in LeadStatus.allCases where graph.nodes.contains(where: { $0.status == status }) {
      samples.append((.status(status), status.name))
    }
    let has = { (kind: Node.Kind) in graph.nodes.contains { $0.kind == kind } }
    if has(.final) { samples.append((.final, "the end")) }
    if has(.outcome) { samples.append((.outcome, "a flow's outcome")) }
    if graph.edges.contains(where: \.isTimed) { samples.append((.timed, "after a time without an answer")) }
    if has(.junction) { samples.append((.junction, "shared by all states that lead to it")) }
    return samples
  }

  func write(to svg: inout SVGWriter) {
    svg.text(title, x: frame.left, top: frame.top, anchor: "start", kind: "heading")
    if !entries.isEmpty {
      svg.element("g", [("class", "legend")]) { group in
        for entry in entries { write(entry, to: &group) }
      }
    }
    guard !notes.isEmpty else { return }
    svg.element("g", [("class", "note")]) { group in
      group.rectangle(notesFrame, radius: 8)
      var top = notesFrame.top + 7
      for (index, note) in notes.enumerated() {
        let kind = index == 0 ? "caption" : "words"
        group.text(note, x: notesFrame.left + 12, top: top, anchor: "start", kind: kind)
        top += note.size.height
      }
    }
  }

  private func write(_ entry: Entry, to svg: inout SVGWriter) {
    let sample = Rectangle(
      origin: Point(x: entry.origin.x, y: entry.origin.y + 3), size: Size(width: Self.sampleWidth, height: 14)
    )
    switch entry.sample {
    case .status(let status):
      svg.element("g", [("class", "state \(status.name)")]) { $0.rectangle(sample, radius: 4) }
    case .final:
      svg.element("g", [("class", "state")]) { group in
        group.rectangle(sample, radius: 4)
        let inner = Rectangle(
          origin: Point(x: sample.left + 2.5, y: sample.top + 2.5),
          size: Size(width: sample.size.width - 5, height: sample.size.height - 5))
        group.rectangle(inner, radius: 2, [("class", "inner")])
      }
    case .outcome:
      svg.element("g", [("class", "outcome")]) { $0.rectangle(sample, radius: 7) }
    case .junction:
      let bar = Rectangle(
        origin: Point(x: sample.left, y: sample.center.y - 2.5),
        size: Size(width: sample.size.width, height: 5))
      svg.element("g", [("class", "junction")]) { $0.rectangle(bar, radius: 2.5) }
    case .timed:
      let ends = [Point(x: sample.left, y: sample.center.y), Point(x: sample.right, y: sample.center.y)]
      svg.element("g", [("class", "edge timed")]) { group in
        group.element("path", [("d", SVGWriter.path(ends, radius: 0))])
      }
    }
    let text = TextBlock(font: Self.small, lineHeight: 14, lines: [entry.text])
    svg.text(text, x: sample.right + 6, top: sample.top, anchor: "start", kind: "muted")
  }
}
