/// Writes findings for people: place, message, the line with an underline, notes and fixes.
///
/// ```
/// flow.yaml:3:23: error: step 'folow_up' is not defined [unknown-reference]
///  3 |   ask_budget: { next: folow_up }
///    |                       ^^^^^^^^
///    = fix: replace with 'follow_up'
/// ```
public struct TextRenderer: Sendable {
  private let files: SourceFiles
  private let style: TextStyle

  /// - Parameter usesColor: Whether to add ANSI colours; the caller knows whether a terminal reads this.
  public init(files: SourceFiles, usesColor: Bool = false) {
    self.files = files
    style = TextStyle(usesColor: usesColor)
  }

  /// The findings by place, at most 100 and then a count; empty when there are none.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    let report = DiagnosticReport(diagnostics)
    var text = report.shown.map(render).joined()
    if 0 < report.omitted {
      text += "and \(report.omitted) more \(report.omitted == 1 ? "finding" : "findings")\n"
    }
    return text
  }

  private func render(_ diagnostic: Diagnostic) -> String {
    let color: TextStyle.Color = diagnostic.severity == .error ? .red : .yellow
    let gutter = gutterWidth(of: diagnostic)
    var text = heading(
      diagnostic.range, diagnostic.severity.rawValue, color,
      "\(diagnostic.message) [\(diagnostic.id.rawValue)]")
    text += excerpt(diagnostic.range, gutter: gutter, color)
    for note in diagnostic.notes where note.range == nil {
      text += remark("note", .cyan, note.message, gutter: gutter)
    }
    // Fixes that belong together are told once.
    var counts = diagnostic.fixIts.reduce(into: [:]) { $0[$1.message, default: 0] += 1 }
    for fixIt in diagnostic.fixIts {
      guard let alike = counts.removeValue(forKey: fixIt.message) else { continue }
      let words = alike == 1 ? fixIt.sentence : "\(fixIt.message) in \(alike) places"
      text += remark("fix", .green, words, gutter: gutter)
    }
    for note in diagnostic.notes {
      guard let range = note.range else { continue }
      text += heading(range, "note", .cyan, note.message) + excerpt(range, gutter: gutter, .cyan)
    }
    return text
  }

  private func heading(
    _ range: SourceRange?, _ kind: String, _ color: TextStyle.Color, _ message: String
  ) -> String {
    let place = range.map { style.strong(printable(files.place($0)) + ":") + " " } ?? ""
    return "\(place)\(style.strong(kind + ":", color)) \(style.strong(printable(message)))\n"
  }

  private func remark(_ kind: String, _ color: TextStyle.Color, _ message: String, gutter: Int) -> String {
    "\(blank(gutter)) \(style.dim("=")) \(style.strong(kind + ":", color)) \(printable(message))\n"
  }

  private func excerpt(_ range: SourceRange?, gutter: Int, _ color: TextStyle.Color) -> String {
    guard let range else { return "" }
    let excerpt = SourceExcerpt(of: range, in: files[range.file])
    let number = String(excerpt.lineNumber)
    let numbered = blank(gutter - number.utf8.count) + number
    let underline = style.strong(String(repeating: "^", count: excerpt.width), color)
    return
      "\(style.dim(numbered + " |")) \(excerpt.line)\n\(style.dim(blank(gutter) + " |")) \(excerpt.margin)\(underline)\n"
  }

  /// Columns before the bar: a space and the longest line number of the finding and its notes.
  private func gutterWidth(of diagnostic: Diagnostic) -> Int {
    let ranges = [diagnostic.range] + diagnostic.notes.map(\.range)
    let numbers = ranges.compactMap { $0 }.map { files[$0.file].position(ofByte: Int($0.start)).line }
    return 1 + String(numbers.max() ?? 1).utf8.count
  }

  private func blank(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
}

extension Diagnostic.FixIt {
  /// What to do, with the new text where the words do not hold it yet and it is short enough to show.
  var sentence: String {
    var text = replacement[...]
    while text.last == " " { text.removeLast() }
    while text.first == " " { text.removeFirst() }
    let isShown = 2 < text.utf8.count && text.utf8.count <= 100 && text.utf8.allSatisfy { 0x20 <= $0 }
    return isShown && !message.contains(text) ? "\(message): \(text)" : message
  }
}

/// ANSI escapes, or nothing.
struct TextStyle: Sendable {
  enum Color: Int, Sendable { case red = 31, green = 32, yellow = 33, cyan = 36 }
  let usesColor: Bool

  func strong(_ text: String) -> String { usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  func strong(_ text: String, _ color: Color) -> String {
    usesColor ? "\u{1B}[1;\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
  func dim(_ text: String) -> String { usesColor ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
