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
    guard 0 <= count else { throw FileError(path: path, reason: FileError.systemReason) }
    bytes.removeLast(chunk - count)
    if count == 0 { return bytes }
  }
}
