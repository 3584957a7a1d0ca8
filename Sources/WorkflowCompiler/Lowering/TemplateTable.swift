import Diagnostics
import WorkflowProgram
import WorkflowSyntax

/// The templates that rules may name, by reference, and those that they do name, in the order of first use.
///
/// A project ships hundreds of templates and a workflow uses a few: only these become part of its program.
struct TemplateTable {
  private(set) var entries: [Entry] = []
  private var indices: [String: Int] = [:]
  private(set) var libraries: [String] = []
  /// Entries in use; a template's index in the program is its place here.
  private(set) var used: [Entry] = []
  private var usedIndices: [Int: Int] = [:]

  /// A template as written, and who answers for what it claims.
  struct Entry: Sendable {
    let syntax: TemplateSyntax
    let origin: TemplateContext.Origin
  }

  /// - Parameter libraries: Merged `templates` documents.
  init(_ libraries: [YAMLNode]) {
    for document in libraries {
      let library = TemplateLibrarySyntax(document)
      self.libraries.append(library.name)
      let home = document["templates"]?.range.file
      for syntax in library.templates {
        indices[syntax.reference] = entries.count
        entries.append(Entry(syntax: syntax, origin: syntax.nameRange.file == home ? .shipped : .client))
      }
    }
  }

  var references: [String] { entries.map(\.syntax.reference) }

  /// The client's own templates that nothing has put in use.
  var unusedOwn: [Entry] {
    entries.indices.filter { entries[$0].origin == .client && usedIndices[$0] == nil }.map { entries[$0] }
  }

  /// The program's index of a template, which is in use from now on; `nil` when there is none.
  mutating func use(_ reference: String) -> Int? { indices[reference].map { use($0) } }

  private mutating func use(_ entry: Int) -> Int {
    if let index = usedIndices[entry] { return index }
    usedIndices[entry] = used.count
    used.append(entries[entry])
    return used.count - 1
  }

  /// The themes of a library's openers, in file order.
  func themes(in library: String) -> [String] {
    var themes: [String] = []
    for entry in entries where entry.isOpener(of: library) {
      if let theme = entry.syntax.theme, !themes.contains(theme) { themes.append(theme) }
    }
    return themes
  }

  /// The program's indices of a library's openers, of one theme or of all.
  mutating func openers(in library: String, theme: String? = nil) -> [Int] {
    entries.indices
      .filter { entries[$0].isOpener(of: library) && (theme == nil || entries[$0].syntax.theme == theme) }
      .map { use($0) }
  }
}

extension TemplateTable.Entry {
  fileprivate func isOpener(of library: String) -> Bool {
    syntax.library == library && syntax.use == TemplateUse.opener.rawValue
  }
}
