public import Diagnostics

/// What became of all suites that were run.
public struct TestReport: Sendable {
  /// In the order they were run.
  public internal(set) var suites: [SuiteResult] = []
  /// What was wrong with the tests' files and the workflows they test.
  public internal(set) var findings: [Diagnostic] = []
  /// The files that places point into.
  public internal(set) var files = SourceFiles()
  /// One for each workflow, in the order they were first tested.
  public internal(set) var coverage: [Coverage] = []

  public init() {}

  /// Whether every file could be run and every case passed.
  public var hasPassed: Bool { !findings.hasErrors && failedCount == 0 }
  public var caseCount: Int { suites.reduce(0) { $0 + $1.cases.count } }
  public var failedCount: Int { suites.reduce(0) { $0 + $1.cases.count { !$0.hasPassed } } }
}

/// What became of the cases of one file.
public struct SuiteResult: Sendable {
  public let name: String
  /// As the user named the file.
  public let path: String
  public let workflow: String
  /// In file order.
  public let cases: [CaseResult]

  public var failedCount: Int { cases.count { !$0.hasPassed } }
}
