import Diagnostics
import Expressions
import Workers
import WorkflowProgram
import WorkflowSyntax

/// What all parts of one compilation share: the findings so far, and the tables that grow as rules are read.
///
/// Each part reads its section of the merged tree, reports what is wrong with it, and goes on with a neutral
/// value, so that all findings come together.
struct LoweringContext {
  let files: SourceFiles
  /// The texts that rules may name; naming one puts it in use.
  var templates: TemplateTable
  var diagnostics: [Diagnostic] = []
  private(set) var conditions: [Condition] = []
  /// Where each condition is written.
  private var conditionRanges: [SourceRange] = []
  /// The texts that conditions compare values with, and where.
  private(set) var comparisons: [(text: SourceText, comparison: TextComparison)] = []
  /// Conditions by where they stand and what they may see: a flow that is invoked twice compiles once.
  private var conditionIDs: [ConditionKey: ConditionID] = [:]

  private struct ConditionKey: Hashable {
    let range: SourceRange
    let visibleSlots: Int
  }

  /// What was found out for this and other clients.
  let shared: SharedWork
  let pool: WorkerPool
  /// What expressions see besides the client's own values, as a number of `shared`; `nil` until it is known, or
  /// where definitions speak of the client.
  var environment: Int?

  init(files: SourceFiles, templates: TemplateTable, shared: SharedWork, pool: WorkerPool) {
    self.pool = pool
    self.shared = shared
    self.files = files
    self.templates = templates
  }

  func place(_ range: SourceRange) -> Place {
    let position = files.position(of: range)
    return Place(file: Int(range.file.index), line: position.line, column: position.column)
  }

  /// Reports an error.
  mutating func report(
    _ id: DiagnosticID, _ message: String, at range: SourceRange?, notes: [Diagnostic.Note] = [],
    fixIts: [Diagnostic.FixIt] = []
  ) {
    report(id, .error, message, at: range, notes: notes, fixIts: fixIts)
  }

  mutating func report(
    _ id: DiagnosticID, _ severity: Severity, _ message: String, at range: SourceRange?,
    notes: [Diagnostic.Note] = [], fixIts: [Diagnostic.FixIt] = []
  ) {
    diagnostics.append(Diagnostic(id, severity, message, at: range, notes: notes, fixIts: fixIts))
  }

  /// Compiles the condition a scalar holds; `nil` when it is wrong, which has been reported then.
  mutating func condition(_ node: YAMLNode, in environment: RuleEnvironment) -> ConditionID? {
    let key = ConditionKey(range: node.range, visibleSlots: environment.visibleSlots)
    if let known = conditionIDs[key] { return known }
    guard let expression = expression(node, .bool, in: environment) else { return nil }
    let id = ConditionID(index: conditions.count)
    conditions.append(Condition(expression, at: place(node.range)))
    conditionRanges.append(node.range)
    if let text = node.scalar?.sourceText {
      comparisons += expression.textComparisons.map { (text, $0) }
    }
    conditionIDs[key] = id
    return id
  }

  /// Adds a condition that the compiler made of what an author wrote.
  mutating func add(_ expression: CompiledExpression, at range: SourceRange) -> ConditionID {
    conditions.append(Condition(expression, at: place(range)))
    conditionRanges.append(range)
    return ConditionID(index: conditions.count - 1)
  }

  func range(of condition: ConditionID) -> SourceRange { conditionRanges[condition.index] }

  /// Compiles the expression a scalar holds, of the given type or of any.
  mutating func expression(
    _ node: YAMLNode, _ type: CELType?, in environment: RuleEnvironment
  ) -> CompiledExpression? {
    guard let text = node.scalar?.sourceText else { return nil }
    let comment = CommentBehindExpression(behind: node, in: files)
    if comment?.mayGoOn != true, let number = self.environment,
      let known = shared.expression(text.text, type, in: environment, environment: number)
    {
      return known
    }
    let (expression, findings) = environment.expressions.compile(text, expecting: type)
    let told = comment?.telling(findings, expecting: type, in: environment.expressions) ?? findings
    diagnostics += told.map(\.tellingOrder)
    if let number = self.environment, let expression, findings.isEmpty {
      shared.keep(expression, type, in: environment, environment: number)
    }
    return expression
  }

  /// Reports a name that means nothing, with the nearest that does.
  mutating func reportUnknown(
    _ kind: String, _ name: String, at range: SourceRange, known: [String], note: String? = nil
  ) {
    var notes: [Diagnostic.Note] = []
    var fixIts: [Diagnostic.FixIt] = []
    if let near = nearestName(to: name, in: known) {
      fixIts.append(Diagnostic.FixIt("replace with '\(near)'", replace: range, with: near))
    } else if !known.isEmpty {
      let listed = known.prefix(12).joined(separator: ", ")
      notes.append(Diagnostic.Note("known here: \(listed)\(12 < known.count ? ", …" : "")"))
    }
    if let note { notes.append(Diagnostic.Note(note)) }
    report(
      .unknownReference, "\(kind) '\(name)' is not defined", at: range, notes: notes, fixIts: fixIts)
  }
}

extension Diagnostic {
  /// Says of a value of the engine that it is not there yet, where its name is not defined.
  fileprivate var tellingOrder: Diagnostic {
    let order = ["quality", "priority", "qualified", "queue", "agent", "campaign"]
    let later = order + ["theme", "reply", "captured", "history", "status", "now", "mentions"]
    guard id == .unknownField, let name = later.first(where: { message == "'\($0)' is not defined" }) else {
      return self
    }
    let note =
      order.contains(name)
      ? "decided in this order, each by those before it: \(order.joined(separator: ", "))"
      : "it is there for the arrows of states and flows"
    return Diagnostic(
      id, severity, "'\(name)' is not known here yet", at: range, notes: [Note(note)])
  }
}
