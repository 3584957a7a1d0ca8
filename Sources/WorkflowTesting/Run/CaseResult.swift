public import Diagnostics
public import WorkflowConversation

/// What became of one case.
public struct CaseResult: Sendable {
  public let name: String
  /// Of the name.
  public let range: SourceRange
  /// In the order of the expectations; empty when the case passed.
  public let failures: [CaseFailure]
  /// The import first, then the steps; empty when the case passed.
  public let steps: [StepRecord]
  /// How the lead was decided about, rule by rule; empty unless a failure is about that.
  public let decision: [StoryLine]

  public var hasPassed: Bool { failures.isEmpty }
}

/// One expectation that was not met.
public struct CaseFailure: Sendable {
  /// The key: `state`, `says`.
  public let subject: String
  /// Where the file expects it.
  public let range: SourceRange
  /// Number of the step after which it was expected; 0 is the import.
  public let step: Int
  public let expected: [String]
  public let got: [String]
  /// Both together, as a reader compares them.
  public let diff: [DiffLine]

  /// One phrase: `expected state 'nurture', got 'silent'`.
  public let message: String
}

/// One step as it happened.
public struct StepRecord: Sendable {
  /// As written: `event approved`.
  public let title: String
  public let lines: [StoryLine]
}
