import Glibc

/// A file written piece by piece; it takes its name only when it is whole.
///
/// Without a path it is standard output.
struct OutputFile: ~Copyable {
  private let path: String?
  private let temporary: String
  private let descriptor: Int32
  private var isOpen = true

  /// - Throws: `FileError` when the file cannot be created.
  init(_ path: String?) throws(FileError) {
    self.path = path
    temporary = path.map { "\($0).\(getpid()).part" } ?? ""
    descriptor = try Self.create(path, temporary)
  }

  private static func create(_ path: String?, _ temporary: String) throws(FileError) -> Int32 {
    guard let path else { return STDOUT_FILENO }
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard 0 <= descriptor else { throw FileError(writing: path) }
    return descriptor
  }

  /// - Throws: `FileError` when the disk is full or the reader of a pipe is gone.
  mutating func write(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      guard 0 < count else { throw FileError(writing: path ?? "standard output") }
      written += count
    }
  }

  /// Gives the file its name.
  mutating func close() throws(FileError) {
    guard isOpen, let path else { return }
    isOpen = false
    guard Glibc.close(descriptor) == 0, rename(temporary, path) == 0 else {
      throw FileError(writing: path)
    }
  }

  deinit {
    // What was not closed was not finished: nothing of it stays.
    if isOpen, path != nil {
      _ = Glibc.close(descriptor)
      unlink(temporary)
    }
  }
}
