import ArgumentParser
import WorkflowCompiler
import WorkflowSyntax

/// Prints the language's schema: for editors, or as a page to read.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the language's schema for editors (JSON Schema), or as a reference page.",
    discussion: """
      Example:  nextier schema workflow > .vscode/workflow.schema.json
                nextier schema --reference > reference.md
                nextier schema --out schemas
      An editor that reads `# yaml-language-server: $schema=schemas/workflow.schema.json` completes and underlines.
      """)

  @Argument(help: "The kind of document: \(LanguageSchema.documents.map(\.kind).joined(separator: ", ")).")
  var kind: String?

  @Flag(help: "Print the reference page, for all kinds or the one named.")
  var reference = false

  @Option(help: "Write a file for each kind into this folder, which must exist.")
  var out: String?

  func validate() throws {
    let known = LanguageSchema.documents.map(\.kind).joined(separator: ", ")
    if let kind, Self.document(kind) == nil {
      throw ValidationError("there is no kind of document '\(kind)'; there are \(known)")
    }
    if out == "" { throw ValidationError("--out needs the name of a folder") }
    if kind == nil, !reference, out == nil {
      throw ValidationError("name a kind of document (\(known)), or say --reference or --out FOLDER")
    }
  }

  private static func document(_ kind: String) -> DocumentSchema? {
    LanguageSchema.documents.first { $0.kind == kind }
  }

  /// The page of one kind of document, or of the whole language, with what its expressions and texts may name.
  static func referencePage(of document: DocumentSchema?) -> String {
    switch document?.kind {
    case nil: LanguageSchema.referencePage + VocabularyPage.expressions + VocabularyPage.variables
    case "workflow"?: LanguageSchema.workflow.referencePage + VocabularyPage.expressions
    case "templates"?, "persona"?: (document?.referencePage ?? "") + VocabularyPage.variables
    case _?: document?.referencePage ?? ""
    }
  }

  func run() throws {
    let document = kind.flatMap(Self.document)
    if reference {
      print(Self.referencePage(of: document), terminator: "")
    } else if let out {
      for document in LanguageSchema.documents where kind == nil || kind == document.kind {
        try writeFile(Array(document.jsonSchema.utf8), to: "\(out)/\(document.kind).schema.json")
      }
    } else if let document {
      print(document.jsonSchema, terminator: "")
    }
  }
}
