/// The lines that a chat takes from a file, without its comments.
struct ChatScript {
  let path: String
  /// With their numbers in the file, from 1.
  let lines: [(number: Int, text: String)]

  /// - Throws: `FileError` when the file cannot be read, or is no text.
  init(path: String) throws {
    self.path = path
    lines = try readText(path).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated().map { ($0.offset + 1, String($0.element)) }.filter { !$0.1.hasPrefix("#") }
  }
}
