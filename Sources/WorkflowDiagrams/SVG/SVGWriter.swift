/// Writes XML elements, indented, with everything escaped that a caller hands in.
struct SVGWriter {
  private(set) var text = ""
  private var open: [String] = []

  /// An attribute's name and value.
  typealias Attribute = (name: String, value: String)

  /// An element with elements inside.
  mutating func element(_ name: String, _ attributes: [Attribute] = [], _ body: (inout SVGWriter) -> Void) {
    line("<\(name)\(written(attributes))>")
    open.append(name)
    body(&self)
    open.removeLast()
    line("</\(name)>")
  }

  /// An element that holds text, or nothing.
  mutating func element(_ name: String, _ attributes: [Attribute] = [], text: String? = nil) {
    guard let text else { return line("<\(name)\(written(attributes))/>") }
    line("<\(name)\(written(attributes))>\(CleanText.xml(text))</\(name)>")
  }

  /// A style sheet of ours, which holds nothing to escape.
  mutating func style(_ sheet: [String]) {
    line("<style>")
    open.append("style")
    for rule in sheet { line(rule) }
    open.removeLast()
    line("</style>")
  }

  /// Text that a viewer shows while the pointer rests on the element around it, in several lines.
  mutating func title(_ lines: [String]) {
    line("<title>\(lines.map(CleanText.xml).joined(separator: "&#10;"))</title>")
  }

  private mutating func line(_ line: String) {
    text += String(repeating: " ", count: open.count) + line + "\n"
  }

  private func written(_ attributes: [Attribute]) -> String {
    attributes.map { " \($0.name)=\"\(CleanText.xml($0.value))\"" }.joined()
  }
}

extension SVGWriter {
  /// Pixels, to a tenth, without a needless `.0`; the same text on any machine.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
    return (tenths < 0 ? "-" : "") + "\(whole)" + (rest == 0 ? "" : ".\(rest)")
  }

  mutating func rectangle(_ frame: Rectangle, radius: Double, _ attributes: [Attribute] = []) {
    let place: [Attribute] = [
      ("x", Self.number(frame.left)), ("y", Self.number(frame.top)),
      ("width", Self.number(frame.size.width)), ("height", Self.number(frame.size.height)),
      ("rx", Self.number(radius)),
    ]
    element("rect", place + attributes)
  }

  /// The lines of a block, one below the other.
  ///
  /// - Parameter top: Where the first line's space begins; its letters stand a little lower.
  mutating func text(_ block: TextBlock, x: Double, top: Double, anchor: String, kind: String) {
    for (index, line) in block.lines.enumerated() {
      let baseline = top + Double(index) * block.lineHeight + block.lineHeight / 2 + block.font.size * 0.36
      element(
        "text",
        [
          ("class", kind), ("x", Self.number(x)), ("y", Self.number(baseline)), ("text-anchor", anchor),
        ], text: line)
    }
  }

  /// A path along corners, which it rounds.
  static func path(_ corners: [Point], radius: Double) -> String {
    guard let first = corners.first else { return "" }
    var path = "M\(number(first.x)) \(number(first.y))"
    for index in corners.indices.dropFirst() {
      let corner = corners[index]
      guard index + 1 < corners.count else {
        path += " L\(number(corner.x)) \(number(corner.y))"
        break
      }
      let (before, after) = (corners[index - 1], corners[index + 1])
      let reach = min(radius, distance(before, corner) / 2, distance(corner, after) / 2)
      let (start, end) = (step(from: corner, to: before, by: reach), step(from: corner, to: after, by: reach))
      path += " L\(number(start.x)) \(number(start.y))"
      path += " Q\(number(corner.x)) \(number(corner.y)) \(number(end.x)) \(number(end.y))"
    }
    return path
  }

  private static func distance(_ a: Point, _ b: Point) -> Double { abs(a.x - b.x) + abs(a.y - b.y) }

  /// Both points lie on one upright or level line.
  private static func step(from start: Point, to end: Point, by length: Double) -> Point {
    let whole = distance(start, end)
    guard 0 < whole else { return start }
    let part = length / whole
    return Point(x: start.x + (end.x - start.x) * part, y: start.y + (end.y - start.y) * part)
  }
}
