/// How a stretch of a transcript looks on a terminal that shows colour.
enum ChatStyle: String {
  case plain = ""
  case dim = "2"
  case heading = "1"
  case lead = "36"
  case spoken = "1;32"
  case moved = "34"
  case effect = "33"
  case warning = "31"

  /// A text in this style; as it is where there is no colour.
  func paint(_ text: String, _ usesColor: Bool) -> String {
    usesColor && self != .plain ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
