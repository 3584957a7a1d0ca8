/// A place on the page, in pixels from the top left.
struct Point: Hashable, Sendable {
  var x: Double
  var y: Double

  static func + (a: Point, b: Point) -> Point { Point(x: a.x + b.x, y: a.y + b.y) }
}

/// In pixels.
struct Size: Hashable, Sendable {
  var width: Double
  var height: Double
}

/// An upright rectangle.
struct Rectangle: Hashable, Sendable {
  var origin: Point
  var size: Size

  var left: Double { origin.x }
  var top: Double { origin.y }
  var right: Double { origin.x + size.width }
  var bottom: Double { origin.y + size.height }
  var center: Point { Point(x: origin.x + size.width / 2, y: origin.y + size.height / 2) }
}
