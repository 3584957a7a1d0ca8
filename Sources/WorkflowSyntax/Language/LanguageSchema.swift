/// The language, declared: one schema for each kind of file.
///
/// Everything about the language's form is said here once; checks, the editors' JSON Schema and the
/// reference page are made from it.
public enum LanguageSchema {
  /// The version this program reads.
  public static let version = 1

  /// Keys of a workflow that change documents of other kinds, each under its name.
  public static let changesOfOthers: Set<String> = ["templates", "personas"]

  /// In the order of the reference page.
  public static let documents: [DocumentSchema] = [workflow, persona, templates, legal, tests]
}
