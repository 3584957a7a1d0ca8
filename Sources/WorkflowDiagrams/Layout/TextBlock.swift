/// Some lines of text in one font, and the space they take.
struct TextBlock: Sendable {
  var font: FontMetrics
  var lineHeight: Double
  var lines: [String]

  var size: Size {
    Size(width: lines.reduce(0) { max($0, font.width($1)) }, height: Double(lines.count) * lineHeight)
  }

  /// Pixels a line may be wide before it is broken.
  static let widthLimit = 190.0

  static func title(_ text: String) -> TextBlock {
    let font = FontMetrics(size: 13, isBold: true)
    return TextBlock(font: font, lineHeight: 17, lines: font.lines(text, limit: widthLimit, lineLimit: 2))
  }

  /// Small text: what a state does.
  static func body(_ texts: [String]) -> TextBlock {
    let font = FontMetrics(size: 11, isBold: false)
    var lines = texts.flatMap { font.lines($0, limit: widthLimit, lineLimit: 3) }
    if 8 < lines.count { lines = lines.prefix(7) + ["…"] }
    return TextBlock(font: font, lineHeight: 14, lines: lines)
  }

  /// The words on an arrow, each rule on a line of its own.
  static func label(_ texts: [String]) -> TextBlock {
    let font = FontMetrics(size: 11, isBold: false)
    var lines = texts.flatMap { font.lines($0, limit: 150, lineLimit: 4) }
    if 10 < lines.count { lines = lines.prefix(9) + ["…"] }
    return TextBlock(font: font, lineHeight: 14, lines: lines)
  }
}
