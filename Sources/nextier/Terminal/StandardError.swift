import Diagnostics
import Glibc

/// Standard error as text goes there: what went wrong and what to do next.
struct StandardError: TextOutputStream {
  mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let count = Glibc.write(STDERR_FILENO, bytes.baseAddress?.advanced(by: start), bytes.count - start)
        guard 0 < count else { return }  // Nobody listens; there is nobody left to tell.
        start += count
      }
    }
  }
}

/// Prints to standard error, line by line what cannot steer the terminal: a file may be called anything.
func printError(_ text: String) {
  var stream = StandardError()
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  print(lines.map { printable(String($0)) }.joined(separator: "\n"), to: &stream)
}

/// Whether people look at a stream, and whether they like colour.
enum Terminal {
  /// Colour only on a terminal, and never with `NO_COLOR` (no-color.org).
  static var showsColor: Bool { isatty(STDOUT_FILENO) == 1 && getenv("NO_COLOR") == nil }
  static var errorShowsColor: Bool { isatty(STDERR_FILENO) == 1 && getenv("NO_COLOR") == nil }
}
