import Diagnostics

/// A template as rules name it: `LIBRARY.NAME`.
struct TemplateReference {
  /// Empty where nothing stands before the last dot, and all of a text that has none.
  let library: String

  init(_ text: String) {
    // Names of templates have no dot, so that whatever else has one is part of the library's.
    library = text.utf8.lastIndex(of: UInt8(ascii: ".")).map { String(text[..<$0]) } ?? text
  }
}

/// A name that could lead out of the project's folders, or is none at all; of a file that the project knows, with its
/// name.
func noName(_ kind: DocumentKind, _ name: String, at range: SourceRange, known: [String] = []) -> Diagnostic {
  let file = name.split(separator: "/").last ?? ""
  let meant = known.first { file == $0 || file == "\($0).yaml" || file == "\($0).yml" }
  return Diagnostic(
    .fileOutsideProject,
    "'\(name)' is no name; a \(kind.noun) is named by letters, digits, '-' and '_', and found in \(kind.folders[0])/",
    at: range,
    fixIts: meant.map { [Diagnostic.FixIt("replace with '\($0)'", replace: range, with: $0)] } ?? [])
}
