import Diagnostics
import ReplyUnderstanding
public import Workers
public import WorkflowCompiler
import WorkflowProgram
import WorkflowSyntax

/// Runs files of tests, each workflow compiled once and its replies learnt once, when a test needs them.
///
/// It is given no sender and no store, so that a test can neither send nor write.
public struct TestRunner<Provider: DocumentProvider> {
  private let provider: Provider
  private let pool: WorkerPool
  private var compiler: WorkflowCompiler<Provider>
  private var leadFiles: LeadFileLookup
  private var subjects: [String: Subject?] = [:]
  private var order: [Subject] = []
  private var suites: [SuiteResult] = []
  private var findings: [Diagnostic] = []

  /// A workflow under test.
  private final class Subject {
    let program: ClientProgram
    let tally: CoverageTally
    private let understanding: ParsedUnderstanding
    private let pool: WorkerPool
    lazy var model = ReplyModel(training: understanding, pool: pool)

    init(program: ClientProgram, understanding: ParsedUnderstanding, pool: WorkerPool) {
      self.program = program
      self.understanding = understanding
      self.pool = pool
      tally = CoverageTally(program: program)
    }
  }

  /// - Parameters:
  ///   - pool: What replies are learnt with; makes no difference to any result.
  ///   - leadFile: Reads a lead file by its path from the project's folder on; `nil` when there is none.
  public init(
    provider: Provider, pool: WorkerPool = .serial, leadFile: @escaping (String) -> [UInt8]?
  ) {
    self.provider = provider
    self.pool = pool
    compiler = WorkflowCompiler(provider: provider, pool: pool)
    leadFiles = LeadFileLookup(bytes: leadFile)
  }

  /// What became of everything that was run so far.
  public var report: TestReport {
    var report = TestReport()
    report.suites = suites
    report.findings = findings.sortedByPlace()
    report.files = compiler.files
    report.coverage = order.map { $0.tally.coverage() }
    return report
  }

  /// Runs the cases of one file; a file with errors runs none.
  public mutating func run(_ file: DocumentFile) {
    let document = compiler.check(file)
    findings += document.diagnostics
    guard !document.hasErrors, let root = document.resolved else { return }
    guard root["tests"] != nil, let name = root["workflow"] else {
      findings.append(
        Diagnostic(
          .missingKey, "expected 'tests: NAME' as the first key; this is no file of tests", at: root.range))
      return
    }
    guard let subject = subject(name) else { return }
    var reader = TestSuiteReader(program: subject.program, leadFiles: leadFiles)
    let suite = reader.suite(root, path: file.path)
    leadFiles = reader.leadFiles
    findings += reader.findings
    guard !reader.findings.hasErrors else { return }
    let results = suite.cases.map { testCase in
      subject.tally.beginCase()
      return testCase.run(subject.program, model: subject.model, coverage: subject.tally)
    }
    suites.append(
      SuiteResult(name: suite.name, path: suite.path, workflow: subject.program.name, cases: results))
  }

  /// The workflow that a file names; reported when there is none, or it does not compile.
  private mutating func subject(_ name: YAMLNode) -> Subject? {
    if let known = subjects[name.text] {
      if known == nil { reportBroken(name) }
      return known
    }
    var provider = provider
    guard let document = DocumentName(.workflow, name.text), let file = try? provider.file(for: document)
    else {
      let near = nearestName(to: name.text, in: provider.names(of: .workflow))
      findings.append(
        Diagnostic(
          .unknownReference, "there is no workflow '\(name.text)'", at: name.range,
          fixIts: near.map { [Diagnostic.FixIt("replace with '\($0)'", replace: name.range, with: $0)] } ?? []
        ))
      return nil
    }
    let compilation = compiler.compile(file)
    guard let program = compilation.program else {
      // Its warnings are for `validate`; here only what stops the tests matters.
      findings += compilation.diagnostics.filter { $0.severity == .error }
      subjects[name.text] = .some(nil)
      return nil
    }
    let (understanding, phraseFindings) = compiler.understanding(of: compilation)
    findings += phraseFindings.filter { $0.severity == .error }
    let subject = Subject(program: program, understanding: understanding, pool: pool)
    subjects[name.text] = subject
    order.append(subject)
    return subject
  }

  private mutating func reportBroken(_ name: YAMLNode) {
    findings.append(
      Diagnostic(.unknownReference, "the workflow '\(name.text)' does not compile", at: name.range))
  }
}
