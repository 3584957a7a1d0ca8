/// Why a text is not an expression; at most one for a text.
struct SyntaxError: Error {
  let message: String
  let range: Range<Int>
  var notes: [String] = []
  /// What to put in place of `range`, and the words that offer it.
  var fix: (words: String, replacement: String, range: Range<Int>)?

  init(_ message: String, at range: Range<Int>, notes: [String] = []) {
    self.message = message
    self.range = range
    self.notes = notes
  }

  /// The same error with the edit that removes it: `replacement` in place of `range`.
  func fixed(by replacement: String, at range: Range<Int>? = nil) -> SyntaxError {
    var error = self
    let words = replacement.isEmpty ? "leave it out" : "replace with '\(replacement)'"
    error.fix = (words, replacement, range ?? self.range)
    return error
  }
}
