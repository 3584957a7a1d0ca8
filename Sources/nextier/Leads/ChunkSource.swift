import Glibc

/// A file read piece by piece, so that its length does not matter; `-` is standard input.
struct ChunkSource: ~Copyable {
  let path: String
  private let descriptor: Int32
  private let buffer: UnsafeMutableRawBufferPointer

  /// - Throws: `FileError` for a missing file, a directory, or one that may not be read.
  init(_ path: String, chunk: Int = 1 << 20) throws(FileError) {
    self.path = path
    descriptor = try Self.open(path)
    buffer = .allocate(byteCount: chunk, alignment: 64)
  }

  /// What a person calls it.
  static func title(of path: String) -> String { path == "-" ? "standard input" : path }

  private static func open(_ path: String) throws(FileError) -> Int32 {
    guard path != "-" else { return STDIN_FILENO }
    var status = stat()
    guard stat(path, &status) == 0 else { throw FileError(path: path) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, reason: "it is a directory") }
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard 0 <= descriptor else { throw FileError(path: path) }
    return descriptor
  }

  /// The next bytes, valid until the next call; `nil` at the end.
  mutating func next() throws(FileError) -> UnsafeRawBufferPointer? {
    let count = read(descriptor, buffer.baseAddress, buffer.count)
    guard 0 <= count else { throw FileError(path: path) }
    return count == 0 ? nil : UnsafeRawBufferPointer(rebasing: buffer[..<count])
  }

  deinit {
    buffer.deallocate()
    if descriptor != STDIN_FILENO { close(descriptor) }
  }
}
