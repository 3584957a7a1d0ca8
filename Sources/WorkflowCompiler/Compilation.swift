public import Diagnostics
public import ReplyUnderstanding
public import WorkflowProgram
public import WorkflowSyntax

/// What became of one workflow: the program, when there were no errors, and everything found on the way.
public struct Compilation: Sendable {
  /// `nil` when there is an error.
  public let program: ClientProgram?
  /// Sorted by place, at most one per cause.
  public let diagnostics: [Diagnostic]
  /// The files that findings and nodes point into.
  public let files: SourceFiles
  /// The workflow with all it extends, merged; `nil` when it could not be read.
  public let resolved: YAMLNode?
  /// What the files changed in those they extend, for listings.
  public let changes: [YAMLMerge.Change]
  /// What replies are understood by; a model is trained from it when one is needed.
  public let understanding: UnderstandingDefinition

  public var hasErrors: Bool { diagnostics.hasErrors }

  /// The same with more findings, none of them an error.
  func adding(_ findings: [Diagnostic], files: SourceFiles) -> Compilation {
    guard !findings.isEmpty else { return self }
    return Compilation(
      program: program, diagnostics: (diagnostics + findings).sortedByPlace(), files: files,
      resolved: resolved,
      changes: changes, understanding: understanding)
  }
}
