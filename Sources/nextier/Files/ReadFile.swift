import Glibc

/// Why a file cannot be read, in the reader's words.
struct FileError: Error, CustomStringConvertible {
  let path: String
  let reason: String
  var description: String { "cannot \(isWriting ? "write" : "read") \(path): \(reason)" }

  init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  /// For the reason that the system just gave.
  init(path: String) { self.init(path: path, reason: errorText()) }

  /// For a file that cannot be written, for the reason that the system just gave.
  init(writing path: String) {
    self.init(path: path, reason: errorText())
    isWriting = true
  }

  private var isWriting = false
}

/// Reads a whole file, but refuses one that is larger than anyone would write by hand.
///
/// - Parameter limit: The most bytes; a longer file is refused before its rest is read.
/// - Throws: `FileError` for a missing file, a directory, or one that is too large.
func readFile(_ path: String, limit: Int = 16 << 20) throws(FileError) -> [UInt8] {
  var status = stat()
  guard stat(path, &status) == 0 else { throw FileError(path: path, reason: errorText()) }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, reason: "it is a directory") }
  guard status.st_size <= limit else {
    throw FileError(path: path, reason: "it has \(status.st_size) bytes, and \(limit) is the most")
  }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard 0 <= descriptor else { throw FileError(path: path, reason: errorText()) }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  let chunk = 1 << 16
  while true {
    let start = bytes.count
    guard start <= limit else {
      throw FileError(path: path, reason: "it is longer than \(limit) bytes")
    }
    bytes.append(contentsOf: repeatElement(0, count: chunk))
    let count = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress?.advanced(by: start), chunk)
    }
    guard 0 <= count else { throw FileError(path: path, reason: errorText()) }
    bytes.removeLast(chunk - count)
    if count == 0 { return bytes }
  }
}

/// Writes a whole file, replacing what was there only when all is written.
///
/// - Throws: `FileError` when the folder cannot be written to or the disk is full.
func writeFile(_ bytes: [UInt8], to path: String) throws(FileError) {
  let temporary = "\(path).\(getpid()).part"
  let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
  guard 0 <= descriptor else { throw FileError(path: path, reason: errorText()) }
  var written = 0
  while written < bytes.count {
    let count = bytes.withUnsafeBytes { buffer in
      write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
    }
    guard 0 < count else {
      let reason = errorText()
      close(descriptor)
      unlink(temporary)
      throw FileError(path: path, reason: reason)
    }
    written += count
  }
  close(descriptor)
  guard rename(temporary, path) == 0 else { throw FileError(path: path, reason: errorText()) }
}

private func errorText() -> String {
  switch errno {
  case ENOENT: "there is no such file"
  case EACCES: "permission denied"
  case ENOSPC: "the disk is full"
  case let code: String(cString: strerror(code))
  }
}
