import Glibc

/// Why a file cannot be read or written, in the reader's words.
struct FileError: Error, CustomStringConvertible {
  private enum Doing: String { case read, write }

  let path: String
  let reason: String
  private let doing: Doing
  /// What a command that meets it ends with: 2 where another file should have been named, 1 where the world failed.
  let exitCode: Int32
  var description: String { "cannot \(doing.rawValue) \(path.isEmpty ? "''" : path): \(reason)" }

  private init(_ doing: Doing, _ path: String, _ reason: String, exitCode: Int32) {
    self.path = path
    self.reason = reason
    self.doing = doing
    self.exitCode = exitCode
  }

  /// For a file that cannot be read.
  init(path: String, reason: String) { self.init(.read, path, reason, exitCode: 2) }

  /// For a file that cannot be read, for the reason that the system just gave.
  init(path: String) { self.init(path: path, reason: Self.systemReason) }

  /// For a place where nothing may be written.
  init(target path: String, _ reason: String) { self.init(.write, path, reason, exitCode: 2) }

  /// For what went wrong while it was written, for the reason that the system just gave.
  init(writing path: String) {
    // Whoever pipes into `head` has what they wanted; the shell's code for a broken pipe says enough.
    self.init(.write, path, Self.systemReason, exitCode: errno == EPIPE ? 128 + SIGPIPE : 1)
  }

  /// Whether the reader of a pipe went away, of which nobody needs to be told.
  var isReaderGone: Bool { exitCode == 128 + SIGPIPE }

  /// Why the last call of the system failed.
  static var systemReason: String {
    switch errno {
    case ENOENT: "there is no such file"
    case EACCES: "permission denied"
    case ENOSPC: "the disk is full"
    case EPIPE: "nobody reads it any more"
    case let code: String(cString: strerror(code))
    }
  }
}
