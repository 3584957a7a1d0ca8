/// The kinds of file a project holds; the raw value is the first key of such a file.
public enum DocumentKind: String, Hashable, Sendable, CaseIterable {
  case workflow, persona, templates, legal, tests

  /// To stand behind "a" and "no" in messages.
  var noun: String {
    switch self {
    case .workflow, .persona: rawValue
    case .templates: "template library"
    case .legal: "law"
    case .tests: "file of tests"
    }
  }

  /// Folders of a project that are searched for a document of this kind, in order.
  public var folders: [String] {
    switch self {
    case .workflow: ["workflows", "workflows/base"]
    case .persona: ["personas"]
    case .templates: ["templates"]
    case .legal: ["workflows/legal"]
    case .tests: ["workflows/tests"]
    }
  }
}

/// A document by kind and name, as `extends: deal-origination` means one.
public struct DocumentName: Hashable, Sendable {
  public let kind: DocumentKind
  /// Letters, digits, `_` and `-` only, so that no name can lead out of the project's folders.
  public let name: String

  /// - Returns: `nil` when the name has any other character, is empty or longer than 100.
  public init?(_ kind: DocumentKind, _ name: String) {
    let isPlain = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
        || $0 == 0x5F || $0 == 0x2D
    }
    guard isPlain, (1...100).contains(name.utf8.count) else { return nil }
    self.kind = kind
    self.name = name
  }

  /// Paths to try, relative to the project, in order.
  public var paths: [String] { kind.folders.map { "\($0)/\(name).yaml" } }
}

/// Where a compiler gets documents from; the command line reads a folder, tests hold them in memory.
public protocol DocumentProvider {
  /// The file of a document, or `nil` when the project has none of that name.
  ///
  /// - Throws: `DocumentError` when there is one that cannot be read.
  mutating func file(for name: DocumentName) throws(DocumentError) -> DocumentFile?
  /// Whether the project has a document of that name, one that cannot be read among them.
  mutating func has(_ name: DocumentName) -> Bool
  /// The names of all documents of a kind, sorted; for suggestions.
  func names(of kind: DocumentKind) -> [String]
}

extension DocumentProvider {
  /// By reading it, for providers to which that costs nothing.
  public mutating func has(_ name: DocumentName) -> Bool {
    do throws(DocumentError) { return try file(for: name) != nil } catch { return true }
  }
}

/// A document's text as a provider found it.
public struct DocumentFile: Hashable, Sendable {
  /// As findings show it.
  public let path: String
  public let bytes: [UInt8]
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// Why a file that is there cannot be read.
public struct DocumentError: Error, Hashable, Sendable {
  public let path: String
  /// In the reader's words: `it is a directory`.
  public let reason: String
  public init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }
}
