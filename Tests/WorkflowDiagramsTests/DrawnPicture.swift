import Testing

/// What a reader of an SVG sees: boxes and arrows, read back from the text.
struct DrawnPicture {
  struct Box {
    var path: String
    var kind: String
    var left, top, right, bottom: Double

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
    func holds(_ other: Box) -> Bool {
      left < other.left && other.right < right && top < other.top && other.bottom < bottom
    }
    /// Whether a point is on the border, give or take half a pixel.
    func borders(_ x: Double, _ y: Double) -> Bool {
      let onX = left - 0.5 <= x && x <= right + 0.5
      let onY = top - 0.5 <= y && y <= bottom + 0.5
      let atX = min(abs(x - left), abs(x - right)) <= 0.5
      let atY = min(abs(y - top), abs(y - bottom)) <= 0.5
      return (onX && atY) || (onY && atX)
    }
  }

  struct Arrow {
    var from: String
    var to: String
    /// What the pointer shows.
    var text: String
    /// What stands on it, line by line.
    var words: [String]
    /// Corners; roundings are cut to their middle points.
    var points: [(x: Double, y: Double)]
    var label: Box?
    var isCut: Bool
  }

  var root: XMLElement
  var boxes: [Box]
  var arrows: [Arrow]

  init(_ svg: String) throws {
    root = try XMLElement(parsing: svg)
    boxes = []
    arrows = []
    for group in root.children where group.name == "g" {
      if let path = group.attributes["data-node"] { boxes.append(try Self.box(group, path)) }
      if let from = group.attributes["data-from"], let to = group.attributes["data-to"] {
        arrows.append(try Self.arrow(group, from: from, to: to))
      }
    }
  }

  private static func rectangle(_ element: XMLElement, _ path: String, _ kind: String) throws -> Box {
    let left = try #require(element.number("x"))
    let top = try #require(element.number("y"))
    return Box(
      path: path, kind: kind, left: left, top: top,
      right: left + (try #require(element.number("width"))),
      bottom: top + (try #require(element.number("height"))))
  }

  private static func box(_ group: XMLElement, _ path: String) throws -> Box {
    let kind = group.attributes["class", default: ""]
    if let circle = group.first("circle") {
      let (x, y) = (try #require(circle.number("cx")), try #require(circle.number("cy")))
      let radius = try #require(circle.number("r"))
      return Box(
        path: path, kind: kind, left: x - radius, top: y - radius, right: x + radius, bottom: y + radius)
    }
    return try rectangle(try #require(group.first("rect")), path, kind)
  }

  private static func arrow(_ group: XMLElement, from: String, to: String) throws -> Arrow {
    let path = try #require(group.first("path")?.attributes["d"])
    var points: [(x: Double, y: Double)] = []
    var numbers: [Double] = []
    for word in path.split(separator: " ") {
      numbers.append(try #require(Double(word.drop { $0.isLetter })))
    }
    for index in stride(from: 0, to: numbers.count - 1, by: 2) {
      points.append((numbers[index], numbers[index + 1]))
    }
    let texts = group.children.filter { $0.name == "text" }
    return Arrow(
      from: from, to: to, text: group.first("title")?.text ?? "",
      words: texts.filter { $0.has(kind: "words") }.map(\.text), points: points,
      label: try group.first("rect").map { try rectangle($0, "", "label") },
      isCut: texts.contains { $0.has(kind: "stub") })
  }

  func box(_ path: String) -> Box? { boxes.first { $0.path == path } }

  /// Whether a box stands somewhere inside a cluster.
  func isInside(_ box: Box, _ cluster: Box) -> Bool {
    cluster.kind.hasPrefix("cluster") && cluster.holds(box)
  }
}
