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

/// Reads a whole file of text, without the byte order mark that some editors put first.
///
/// - Throws: `FileError` for what `readFile` refuses, and for what is not UTF-8: read as if it were, it would say
///   something else than its author wrote.
func readText(_ path: String) throws(FileError) -> String {
  let bytes = try readFile(path)
  let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
  let content = bytes.starts(with: mark) ? bytes[mark.count...] : bytes[...]
  if let text = String(validating: content, as: UTF8.self), !text.utf8.contains(0) { return text }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    || 2 <= bytes.count && (bytes[0] == 0) != (bytes[1] == 0)
  {
    throw FileError(path: path, reason: "it is in UTF-16; save it as UTF-8")
  }
  let lines = content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  let line = lines.firstIndex { String(validating: $0, as: UTF8.self) == nil || $0.contains(0) } ?? 0
  throw FileError(path: path, reason: "line \(line + 1) is not text in UTF-8; save it as UTF-8")
}
