import Glibc

/// A file written piece by piece; it takes its name only when it is whole.
///
/// Devices and pipes are written to where they are, and links are followed to what they name.
struct OutputFile: ~Copyable {
  private let place: OutputPlace
  /// What is written before it takes its name; empty where nothing does.
  private let temporary: String
  private let descriptor: Int32
  private var isOpen = true

  /// - Parameters:
  ///   - path: `nil` and `-` are standard output.
  ///   - inputs: The files that are read meanwhile, none of which may be written over.
  /// - Throws: `FileError` when the file cannot be created.
  init(_ path: String?, besides inputs: [String] = []) throws(FileError) {
    try self.init(at: OutputPlace(path, besides: inputs))
  }

  /// - Throws: `FileError` when the file cannot be created.
  init(at place: OutputPlace) throws(FileError) {
    self.place = place
    (descriptor, temporary) = try Self.open(place)
  }

  private static func open(_ place: OutputPlace) throws(FileError) -> (Int32, temporary: String) {
    let (descriptor, temporary): (Int32, String)
    switch place.kind {
    case .standardOutput: return (STDOUT_FILENO, "")
    case .special: (descriptor, temporary) = (Glibc.open(place.name, O_WRONLY | O_CLOEXEC), "")
    case .file(let path):
      temporary = "\(path).\(getpid()).part"
      descriptor = Glibc.open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, place.mode)
    }
    guard 0 <= descriptor else {
      throw FileError(
        target: place.name, errno == ENOENT ? "there is no such folder" : FileError.systemReason)
    }
    return (descriptor, temporary)
  }

  /// - Throws: `FileError` when the disk is full or the reader of a pipe is gone.
  mutating func write(_ bytes: [UInt8]) throws(FileError) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard 0 < count else { throw FileError(writing: place.name) }
      written += count
    }
  }

  /// Gives the file its name.
  mutating func close() throws(FileError) {
    guard isOpen, place.kind != .standardOutput else { return }
    isOpen = false
    guard Glibc.close(descriptor) == 0 else { throw fail() }
    if case .file(let path) = place.kind, rename(temporary, path) != 0 { throw fail() }
  }

  /// What the system just said, and nothing of the file stays.
  private func fail() -> FileError {
    let error = FileError(writing: place.name)
    discard()
    return error
  }

  private func discard() {
    if !temporary.isEmpty { unlink(temporary) }
  }

  deinit {
    // What was not closed was not finished: nothing of it stays.
    if isOpen, place.kind != .standardOutput {
      _ = Glibc.close(descriptor)
      discard()
    }
  }
}

/// Writes a whole file, replacing what was there only when all is written.
///
/// - Parameter inputs: The files that are read, none of which may be written over.
/// - Throws: `FileError` when the folder cannot be written to or the disk is full.
func writeFile(_ bytes: [UInt8], to path: String, besides inputs: [String] = []) throws(FileError) {
  var file = try OutputFile(path, besides: inputs)
  try file.write(bytes)
  try file.close()
}
