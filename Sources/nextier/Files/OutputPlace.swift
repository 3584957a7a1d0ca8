import Glibc

/// Where an output goes, found out before any work is done for it.
struct OutputPlace {
  enum Kind: Hashable {
    case standardOutput
    /// A regular file behind all links, there or not yet; a whole new one takes its place.
    case file(String)
    /// A device or a pipe: written to where it is.
    case special
  }

  /// As people name it.
  let name: String
  let kind: Kind
  /// The permissions of the file that is there; those of a new file else.
  let mode: mode_t

  /// - Parameters:
  ///   - path: `nil` and `-` are standard output.
  ///   - inputs: The files that are read meanwhile, `-` among them, none of which may be written over.
  /// - Throws: `FileError` for a folder, one of the inputs, what may not be written, or a file whose folder is not
  ///   there or may not be written to.
  init(_ path: String?, besides inputs: [String] = []) throws(FileError) {
    guard let path, path != "-" else {
      (name, kind, mode) = ("standard output", .standardOutput, 0)
      try refuse(inputs, FileIdentity(descriptor: STDOUT_FILENO))
      return
    }
    guard !path.isEmpty else { throw FileError(target: path, "a file needs a name") }
    name = path
    var status = stat()
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFDIR: throw FileError(target: path, "it is a folder; name a file in it")
      case S_IFREG: kind = .file(try Self.behindLinks(path))
      case _: kind = .special
      }
      guard access(path, W_OK) == 0 else { throw FileError(target: path, FileError.systemReason) }
      mode = status.st_mode & 0o777
    } else {
      guard errno == ENOENT else { throw FileError(target: path, FileError.systemReason) }
      kind = .file(try Self.behindLinks(path))
      mode = 0o644
    }
    try refuse(inputs, FileIdentity(path))
    // A file takes its name in its folder when it is whole, also where one is there.
    if case .file(let path) = kind, access(Self.folder(of: path), W_OK) != 0 {
      throw FileError(target: name, errno == ENOENT ? "there is no such folder" : FileError.systemReason)
    }
  }

  private func refuse(_ inputs: [String], _ identity: FileIdentity?) throws(FileError) {
    guard let identity else { return }
    for input in inputs where FileIdentity(input) == identity {
      let source = input == "-" ? "standard input" : "'\(input)'"
      let words = input == name ? "it is read" : "it is \(source), which is read"
      throw FileError(target: name, "\(words), and would be lost; name another file")
    }
  }

  var isFile: Bool {
    if case .file = kind { return true }
    return false
  }

  /// Whether two outputs would be written over each other.
  func isSame(as other: OutputPlace) -> Bool {
    isFile && kind == other.kind
  }

  /// The file that the system would write to, named from the root on.
  private static func behindLinks(_ path: String) throws(FileError) -> String {
    var path = path
    for _ in 0..<40 {  // As many as Linux follows (path_resolution(7)).
      guard let target = link(path) else { return absolute(path) }
      path = target.hasPrefix("/") ? target : folder(of: path) + target
    }
    throw FileError(target: path, "its links lead in a circle")
  }

  /// What a symbolic link says; `nil` for anything else.
  private static func link(_ path: String) -> String? {
    let text = withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(PATH_MAX)) { buffer -> String? in
      guard let start = buffer.baseAddress else { return nil }
      let count = readlink(path, start, buffer.count)
      guard 0 < count else { return nil }
      return String(decoding: buffer[..<count].lazy.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    return text
  }

  private static func absolute(_ path: String) -> String {
    let folder = folder(of: path)
    guard let real = realpath(folder.isEmpty ? "." : folder, nil) else { return path }
    defer { free(real) }
    let root = String(cString: real)
    return (root == "/" ? "" : root) + "/" + path.dropFirst(folder.count)
  }

  /// With its slash; empty where the path names none.
  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }
}

extension OutputPlace {
  /// Removes the file that is there, when it begins with these words and so is one of ours.
  func removeFile(startingWith words: String) {
    guard case .file(let path) = kind else { return }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard 0 <= descriptor else { return }
    var start = [UInt8](repeating: 0, count: words.utf8.count)
    let count = read(descriptor, &start, start.count)
    close(descriptor)
    if count == start.count, start.elementsEqual(words.utf8) { unlink(path) }
  }
}
