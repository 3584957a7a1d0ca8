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
    guard let path = path(of: name) else { return nil }
    do throws(FileError) {
      return DocumentFile(path: path, bytes: try readFile(path))
    } catch {
      throw DocumentError(path: path, reason: error.reason)
    }
  }

  func has(_ name: DocumentName) -> Bool { path(of: name) != nil }

  /// The file of that name that is there; `nil` for none.
  private func path(of name: DocumentName) -> String? {
    for relative in name.paths {
      let yaml = Self.join(root, relative)
      for path in [yaml, yaml.dropLast(4) + "yml"] where access(path, F_OK) == 0 { return path }
    }
    return nil
  }

  func names(of kind: DocumentKind) -> [String] {
    var names: Set<String> = []
    for folder in kind.folders {
      for entry in Self.entries(of: Self.join(root, folder)) where Self.isDocument(entry) {
        names.insert(String(entry.dropLast(entry.hasSuffix(".yaml") ? 5 : 4)))
      }
    }
    return names.sorted()
  }

  /// All documents at some paths: each file itself, or every `.yaml` and `.yml` in and below a folder, sorted.
  ///
  /// What is reached more than once is there once.
  static func documents(at paths: [String]) -> [String] {
    var found: [String] = []
    var folders: Set<FileIdentity> = []
    for path in paths { addDocuments(at: path, to: &found, folders: &folders) }
    var seen: Set<String> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// - Parameter folders: Those looked through so far: links can lead back into them.
  private static func addDocuments(
    at path: String, to found: inout [String], folders: inout Set<FileIdentity>
  ) {
    guard isFolder(path) else { return found.append(path) }
    guard let identity = FileIdentity(path.isEmpty ? "." : path), folders.insert(identity).inserted else {
      return
    }
    for entry in entries(of: path).sorted() {
      let full = join(path, entry)
      if isFolder(full) || isDocument(entry) { addDocuments(at: full, to: &found, folders: &folders) }
    }
  }

  private static func isDocument(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

  /// Files in the order given, by the project that each belongs to.
  static func byProject(_ files: [String]) -> [(project: ProjectFolder, files: [String])] {
    var projects: [(project: ProjectFolder, files: [String])] = []
    var places: [String: Int] = [:]
    var folders: [String: Int] = [:]
    for file in files {
      let folder = parent(of: file)
      if let place = folders[folder] {
        projects[place].files.append(file)
        continue
      }
      let project = ProjectFolder(containing: file)
      let place = places[project.root] ?? projects.count
      if place == projects.count { projects.append((project, [])) }
      places[project.root] = place
      folders[folder] = place
      projects[place].files.append(file)
    }
    return projects
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
