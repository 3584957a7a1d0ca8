import Glibc
import WorkflowCompiler

/// A project on disk: the folder that holds `workflows`, `personas` and `templates`.
struct ProjectFolder: DocumentProvider {
  /// Path of the folder; empty is the current one.
  let root: String

  /// The project that a file belongs to: the nearest folder above it that holds `workflows`.
  init(containing path: String) {
    var folder = Self.parent(of: path)
    for _ in 0..<32 {
      if Self.isFolder(Self.join(folder, "workflows")) {
        root = folder
        return
      }
      let parent = Self.parent(of: folder)
      guard parent != folder, !folder.isEmpty else { break }
      folder = parent
    }
    // The command may run in a folder of the project.
    root = ["", "..", "../.."].first { Self.isFolder(Self.join($0, "workflows")) } ?? ""
  }

  init(root: String) { self.root = root }

  func file(for name: DocumentName) throws(DocumentError) -> DocumentFile? {
    for relative in name.paths {
      let path = Self.join(root, relative)
      guard access(path, F_OK) == 0 else { continue }
      do throws(FileError) {
        return DocumentFile(path: path, bytes: try readFile(path))
      } catch {
        throw DocumentError(path: path, reason: error.reason)
      }
    }
    return nil
  }

  func names(of kind: DocumentKind) -> [String] {
    var names: Set<String> = []
    for folder in kind.folders {
      for entry in Self.entries(of: Self.join(root, folder)) where entry.hasSuffix(".yaml") {
        names.insert(String(entry.dropLast(5)))
      }
    }
    return names.sorted()
  }

  /// All documents below a path: the file itself, or every `.yaml` in the folder and those below it, sorted.
  static func documents(at path: String) -> [String] {
    guard isFolder(path) else { return [path] }
    var found: [String] = []
    for entry in entries(of: path).sorted() {
      let full = join(path, entry)
      if isFolder(full) {
        found += documents(at: full)
      } else if entry.hasSuffix(".yaml") || entry.hasSuffix(".yml") {
        found.append(full)
      }
    }
    return found
  }

  // MARK: Paths

  /// The path of a file that is named from the project's folder on.
  func path(of relative: String) -> String { Self.join(root, relative) }

  private static func join(_ folder: String, _ name: String) -> String {
    if folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else {
      return path.isEmpty || path == "." || path == ".." ? path : ""
    }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path.isEmpty ? "." : path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func entries(of path: String) -> [String] {
    guard let folder = opendir(path.isEmpty ? "." : path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
