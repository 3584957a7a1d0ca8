import Diagnostics
import Expressions
import ReplyUnderstanding
import WorkflowProgram
import WorkflowSyntax

/// What one compiler has found out about documents that several workflows use, so that it is found out once.
///
/// A place in such a document stands for the value there, with all that the document itself extends merged in:
/// a document that is looked up by name is read once, and what it extends never changes. Whatever else a result
/// depends on is part of its key.
final class SharedWork {
  /// The documents that were looked up by name.
  var files: Set<SourceFileID> = [] { didSet { digests.files = files } }
  var digests = KnownDigests()
  let texts = SharedTexts()
  /// Workflows that others extend, merged with what they extend themselves.
  var bases: [DocumentName: MergedBase] = [:]
  /// The law of a document with its words, and what was found in it.
  var laws: [SourceRange: (law: (rules: LegalRules, words: CarrierWords), findings: [Diagnostic])] = [:]
  /// Mentions without classes of words that read without a finding.
  var soundMentions: Set<SourceRange> = []
  /// States whose arrows nothing is wrong with.
  var soundArrows: Set<SourceRange> = []
  private var namedLibraries: [SourceRange: [YAMLNode]] = [:]
  private var namedEvents: [SourceRange: (outcomes: [String], signals: [String])] = [:]
  private var tables: [[SourceRange]: TemplateTable] = [:]
  private var expressions: [ExpressionKey: CompiledExpression] = [:]
  private var environments: [String: Int] = [:]

  private struct ExpressionKey: Hashable {
    let source: String
    let type: CELType?
    let visibleSlots: Int
    /// A definition sees those before it alone.
    let visibleNames: Int
    let environment: Int

    init(_ source: String, _ type: CELType?, in rules: RuleEnvironment, environment: Int) {
      self.source = source
      self.type = type
      visibleSlots = rules.visibleSlots
      visibleNames = rules.expressions.nameCount
      self.environment = environment
    }
  }

  /// A workflow that others extend.
  struct MergedBase {
    let node: YAMLNode
    let findings: [Diagnostic]
    let changes: [YAMLMerge.Change]
    /// What the documents merged here say they extend.
    let extended: [String]
    /// How many documents were merged.
    let count: Int
  }

  func isShared(_ range: SourceRange) -> Bool { files.contains(range.file) }

  // MARK: Documents

  /// The template libraries that a value names; its document is shared.
  func libraries(namedIn node: YAMLNode) -> [YAMLNode] {
    if let known = namedLibraries[node.range] { return known }
    let references = libraryReferences(in: node, shared: self)
    namedLibraries[node.range] = references
    return references
  }

  /// The outcomes and signals that a value mentions; its document is shared.
  func events(namedIn node: YAMLNode) -> (outcomes: [String], signals: [String]) {
    if let known = namedEvents[node.range] { return known }
    let mentioned = mentionedEvents(in: node, shared: self)
    namedEvents[node.range] = mentioned
    return mentioned
  }

  /// The templates of libraries, none of them in use yet.
  func table(of libraries: [YAMLNode]) -> TemplateTable {
    let key = libraries.map(\.range)
    if let known = tables[key] { return known }
    let table = TemplateTable(libraries)
    if key.allSatisfy(isShared) { tables[key] = table }
    return table
  }

  // MARK: Expressions

  /// A number for what expressions see besides the client's own values.
  ///
  /// - Parameter description: Equal for environments in which an expression means the same.
  func environment(_ description: String) -> Int {
    if let known = environments[description] { return known }
    let number = environments.count
    environments[description] = number
    return number
  }

  /// An expression that was compiled without a finding before, wherever it stood.
  ///
  /// - Parameter environment: What it sees besides the client's own values, as a number of this object.
  func expression(
    _ source: String, _ type: CELType?, in rules: RuleEnvironment, environment: Int
  ) -> CompiledExpression? {
    expressions[ExpressionKey(source, type, in: rules, environment: environment)]
  }

  /// Keeps an expression that was compiled without a finding, if it says nothing of the client: `plain` alone stands
  /// in a hundred places.
  func keep(
    _ expression: CompiledExpression, _ type: CELType?, in rules: RuleEnvironment, environment: Int
  ) {
    guard !mentionsClient(expression.source) else { return }
    expressions[ExpressionKey(expression.source, type, in: rules, environment: environment)] = expression
  }
}

/// Whether an expression may read a value of the client's own; `true` for a few that do not.
func mentionsClient(_ expression: String) -> Bool {
  let name: StaticString = "client"
  // No letter of the name's start comes back in it, so that a mismatch starts it anew at most.
  var matched = 0
  for byte in expression.utf8 {
    if byte == name.utf8Start[matched] {
      matched += 1
      if matched == name.utf8CodeUnitCount { return true }
    } else {
      matched = byte == name.utf8Start[0] ? 1 : 0
    }
  }
  return false
}
