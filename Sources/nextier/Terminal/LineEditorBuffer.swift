import Diagnostics

/// A line under the cursor: characters as people see them, and what editing keys do to them.
struct LineEditorBuffer {
  private(set) var characters: [Character] = []
  /// The character it stands before, 0 through the count.
  private(set) var cursor = 0
  /// What `ctrl-k`, `ctrl-u` and `ctrl-w` cut last.
  private var cut: [Character] = []

  /// More than anyone types; what would make it longer is left out.
  static let limit = 4_000

  var text: String { String(characters) }

  mutating func replace(with text: String) {
    characters = Array(text.prefix(Self.limit))
    cursor = characters.count
  }

  mutating func insert(_ text: String) {
    // A combining mark joins the character before it, so both are read as one text again.
    let head = String(characters[..<cursor]) + text
    let tail = Array(characters[cursor...])
    let joined = Array(head)
    guard joined.count + tail.count <= Self.limit else { return }
    characters = joined + tail
    cursor = joined.count
  }

  mutating func move(by step: Int) { cursor = min(max(0, cursor + step), characters.count) }
  mutating func moveToStart() { cursor = 0 }
  mutating func moveToEnd() { cursor = characters.count }
  mutating func moveWordLeft() { cursor = wordStart }
  mutating func moveWordRight() {
    while cursor < characters.count, characters[cursor].isWhitespace { cursor += 1 }
    while cursor < characters.count, !characters[cursor].isWhitespace { cursor += 1 }
  }

  mutating func deleteBefore() {
    guard 0 < cursor else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  mutating func deleteAfter() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  mutating func cutToEnd() { take(cursor..<characters.count) }
  mutating func cutToStart() { take(0..<cursor) }
  mutating func cutWord() { take(wordStart..<cursor) }
  mutating func paste() { insert(String(cut)) }

  private mutating func take(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    cut = Array(characters[range])
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }

  private var wordStart: Int {
    var index = cursor
    while 0 < index, characters[index - 1].isWhitespace { index -= 1 }
    while 0 < index, !characters[index - 1].isWhitespace { index -= 1 }
    return index
  }

  /// The part that fits a width, with the cursor in it.
  ///
  /// - Parameter width: In columns, at least 1.
  /// - Returns: The text, and the column of the cursor in it.
  func visible(width: Int) -> (text: String, column: Int) {
    var start = 0
    var column = characters[..<cursor].reduce(0) { $0 + displayWidth(of: String($1)) }
    while width <= column, start < cursor {
      column -= displayWidth(of: String(characters[start]))
      start += 1
    }
    var text = ""
    var used = 0
    for character in characters[start...] {
      used += displayWidth(of: String(character))
      guard used < max(width, 2) else { break }
      text.append(character)
    }
    return (text, column)
  }
}
