import Glibc

/// Reads a whole file, but refuses one that is larger than anyone would write by hand.
///
/// - Parameter limit: The most bytes; a longer file is refused before its rest is read.
/// - Throws: `FileError` for a missing file, a directory, or one that is too large.
func readFile(_ path: String, limit: Int = 16 << 20) throws(FileError) -> [UInt8] {
  var status = stat()
  guard stat(path, &status) == 0 else { throw FileError(path: path, reason: FileError.systemReason) }
  guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, reason: "it is a directory") }
  guard status.st_size <= limit else {
    throw FileError(path: path, reason: "it has \(status.st_size) bytes, and \(limit) is the most")
  }
  let descriptor = open(path, O_RDONLY | O_CLOEXEC)
  guard 0 <= descriptor else { throw FileError(path: path, reason: FileError.systemReason) }
  defer { close(descriptor) }
  var bytes: [UInt8] = []
  // What the kernel makes up as it is read tells no size.
  let hasSize = status.st_mode & S_IFMT == S_IFREG && 0 < status.st_size
  // A byte more than there is, so that one look finds the end of a file as well.
  let chunk = hasSize ? Int(status.st_size) + 1 : 1 << 16
  while true {
    let start = bytes.count
    guard start <= limit else {
      throw FileError(path: path, reason: "it is longer than \(limit) bytes")
    }
    bytes.append(contentsOf: repeatElement(0, count: chunk))
    let count = bytes.withUnsafeMutableBytes { buffer in
      read(descriptor, buffer.baseAddress?.advanced(by: start), chunk)
    }
    guard 0 <= count else { throw FileError(path: path, reason: FileError.systemReason) }
    bytes.removeLast(chunk - count)
    if count == 0 || hasSize && count < chunk { return bytes }
  }
}
