extension FontMetrics {
  /// The text in lines no wider than `limit` pixels, broken at spaces where it has any.
  ///
  /// - Returns: At most `lineLimit` lines, the last with an ellipsis if words were left out; none for an
  ///   empty text.
  func lines(_ text: String, limit: Double, lineLimit: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in CleanText.line(text).split(separator: " ") {
      let longer = line.isEmpty ? String(word) : line + " " + word
      if width(longer) <= limit {
        line = longer
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var pieces = pieces(of: word, limit: limit)
      line = pieces.popLast() ?? ""
      lines += pieces
    }
    if !line.isEmpty { lines.append(line) }
    guard lineLimit < lines.count else { return lines }
    return lines.prefix(lineLimit - 1) + [lines[lineLimit - 1] + "…"]
  }

  /// A word that is too wide, in parts that are not, broken after punctuation if that comes late enough.
  private func pieces(of word: Substring, limit: Double) -> [String] {
    var pieces: [String] = []
    var rest = word
    while limit < width(rest) {
      var end = rest.startIndex
      var breakable: Substring.Index?
      var taken = 0.0
      while end < rest.endIndex {
        taken += width(rest[end...end])
        let next = rest.index(after: end)
        guard taken <= limit || end == rest.startIndex else { break }
        if "_./,-&|=".contains(rest[end]), limit / 2 <= taken { breakable = next }
        end = next
      }
      let cut = breakable ?? end
      pieces.append(String(rest[..<cut]))
      rest = rest[cut...]
    }
    if !rest.isEmpty { pieces.append(String(rest)) }
    return pieces
  }
}
