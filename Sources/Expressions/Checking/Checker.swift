import Diagnostics

/// Resolves the names of an expression, works out its types, and makes the terms that are evaluated.
///
/// After a finding it goes on with a term of type `invalid`, about which nothing further is reported.
struct Checker {
  let environment: ExpressionEnvironment
  let source: SourceText
  /// Without checking, all types are `dyn` and what is unknown fails when it is evaluated.
  let isChecked: Bool
  var inference = TypeInference()
  private(set) var diagnostics: [Diagnostic] = []
  /// Constants that cannot be converted and patterns that are none: void where they are never evaluated.
  private var failures: [Diagnostic] = []

  /// All there is to tell.
  var findings: [Diagnostic] { diagnostics + failures }
  /// The macros' variables in scope, innermost last.
  var scope: [(name: String, type: CELType)] = []
  /// The terms that definitions have brought in so far.
  private var inlined = 0
  /// Whether it uses a definition that is wrong, and so has no type of its own.
  private(set) var usesInvalid = false

  init(_ environment: ExpressionEnvironment, _ source: SourceText, isChecked: Bool) {
    self.environment = environment
    self.source = source
    self.isChecked = isChecked
  }

  // MARK: Findings

  func place(_ range: Range<Int>) -> SourceRange { source.range(range.lowerBound, range.upperBound) }

  func written(_ range: Range<Int>) -> String {
    let bytes = source.text.utf8
    let text = String(decoding: bytes.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
    return text.count <= 60 ? text : text.prefix(57) + "…"
  }

  mutating func report(
    _ id: DiagnosticID, _ message: String, at range: Range<Int>, notes: [String] = [],
    fix: (replacement: String, range: Range<Int>)? = nil
  ) {
    diagnostics.append(diagnostic(id, message, at: range, notes: notes, fix: fix))
  }

  /// Reports what fails whenever it is evaluated.
  mutating func reportFailure(
    _ id: DiagnosticID, _ message: String, at range: Range<Int>,
    fix: (replacement: String, range: Range<Int>)? = nil
  ) {
    failures.append(diagnostic(id, message, at: range, notes: [], fix: fix))
  }

  private func diagnostic(
    _ id: DiagnosticID, _ message: String, at range: Range<Int>, notes: [String],
    fix: (replacement: String, range: Range<Int>)?
  ) -> Diagnostic {
    let fixIts = fix.map {
      [Diagnostic.FixIt("replace with '\($0.replacement)'", replace: place($0.range), with: $0.replacement)]
    }
    return Diagnostic(
      id, .error, message, at: place(range), notes: notes.map { Diagnostic.Note($0) }, fixIts: fixIts ?? [])
  }

  /// What stands in for a part that is wrong.
  func invalid(_ range: Range<Int>, _ error: CELError? = nil) -> Term {
    Term(
      .failure((error ?? CELError(.noSuchOverload, "the expression is not valid")).placed(at: range)),
      isChecked ? .invalid : .dyn, range)
  }

  // MARK: Definitions

  /// The term a definition stands for, unless the definitions used so far make the expression too large.
  ///
  /// Definitions may use definitions: thirty that each name the one before twice mean a thousand million terms.
  mutating func inline(_ term: Term, at range: Range<Int>) -> Term {
    let limit = ExpressionEnvironment.aliasLimit
    let isFirst = inlined <= limit
    inlined += term.size
    if term.type == .invalid { usesInvalid = true }
    guard limit < inlined else { return Term(term.kind, isChecked ? term.type : .dyn, range) }
    if isFirst {
      report(
        .tooLarge, "the definitions used here are more than \(limit) parts long when written out", at: range)
    }
    return invalid(range)
  }

  /// Checks that definitions within definitions do not nest deeper than an expression may.
  mutating func limitDepth(of term: Term) {
    guard 0 < inlined, Parser.depthLimit < term.depth else { return }
    report(
      .tooLarge,
      "with the definitions it uses, the expression is nested more than \(Parser.depthLimit) levels deep",
      at: term.range)
  }

  // MARK: Nodes

  mutating func check(_ node: SyntaxNode) -> Term {
    let range = node.range
    switch node.kind {
    case .literal(let value): return Term(.constant(value), isChecked ? value.literalType : .dyn, range)
    case .name, .select: return name(node)
    case .has(let operand, let field): return presence(operand, field, range)
    case .index(let operand, let index, let isOptional):
      return element(check(operand), check(index), isOptional: isOptional, range)
    case .call(let name, let target, let arguments): return call(name, target, arguments, range)
    case .list(let elements): return list(elements, range)
    case .map(let entries): return map(entries, range)
    case .message(let name, let fields): return message(name, fields, range)
    case .not(let operand):
      let operand = condition(operand, of: "'!'")
      return folded(Term(.not(operand), .bool, range))
    case .and(let parts): return joined(parts, "'&&'", decisive: false, range)
    case .or(let parts): return joined(parts, "'||'", decisive: true, range)
    case .conditional(let condition, let first, let second):
      return conditional(condition, first, second, range)
    case .comprehension(let macro): return comprehension(macro, range)
    case .bind(let name, let value, let body):
      let value = check(value)
      let local = Term.Local(place: scope.count, name: name.text)
      scope.append((name.text, value.type))
      let body = check(body)
      scope.removeLast()
      return folded(Term(.bind(local, value, body), body.type, range))
    case .optionalMap(let operand, let name, let body, let isFlat):
      return optionalMap(operand, name, body, isFlat: isFlat, range)
    }
  }

  /// Checks that the whole expression has the type its place wants.
  mutating func expect(_ type: CELType, of term: Term) {
    guard isChecked, !inference.fits(term.type, type) else { return }
    let found = inference.resolved(term.type)
    var notes: [String] = []
    if type == .bool, found == .string || found.isNumeric {
      notes = ["a condition compares, as \(written(term.range)) \(found == .string ? "!= \"\"" : "> 0")"]
    }
    report(
      .expressionType, "'\(written(term.range))' must be \(type.article), not \(found.article)",
      at: term.range,
      notes: notes)
  }

  /// An operand that must be a condition.
  mutating func condition(_ node: SyntaxNode, of user: String) -> Term {
    let term = check(node)
    guard isChecked, !inference.fits(term.type, .bool) else { return term }
    let type = inference.resolved(term.type)
    var notes: [String] = []
    switch term.kind {
    case .field: notes = ["whether it is there at all is told by has(\(written(term.range)))"]
    default: break
    }
    if type == .string { notes.append("a text that is not empty is written \(written(term.range)) != \"\"") }
    if type.isNumeric { notes.append("a number is compared, as \(written(term.range)) > 0") }
    report(
      .expressionType, "\(user) needs a condition, but '\(written(term.range))' is \(type.article)",
      at: term.range,
      notes: notes)
    return invalid(term.range)
  }

  private mutating func joined(
    _ nodes: [SyntaxNode], _ user: String, decisive: Bool, _ range: Range<Int>
  ) -> Term {
    var parts: [Term] = []
    var isDecided = false
    let told = failures.count
    for node in nodes {
      let part = condition(node, of: user)
      switch part.kind {
      case .and(let inner) where !decisive: parts += inner
      case .or(let inner) where decisive: parts += inner
      case .constant(.bool(let value)):
        // A decisive operand settles the result whatever the others are, errors included.
        if value == decisive { isDecided = true }
      default: parts.append(part)
      }
    }
    if isDecided {
      failures.removeSubrange(told...)
      return Term(.constant(.bool(decisive)), .bool, range)
    }
    if parts.isEmpty { return Term(.constant(.bool(!decisive)), .bool, range) }
    if parts.count == 1, inference.known(parts[0].type) == .bool { return parts[0] }
    return folded(Term(decisive ? .or(parts) : .and(parts), .bool, range))
  }

  private mutating func conditional(
    _ node: SyntaxNode, _ first: SyntaxNode, _ second: SyntaxNode, _ range: Range<Int>
  ) -> Term {
    let choice = condition(node, of: "'?:'")
    let toldBefore = failures.count
    let first = check(first)
    let toldOfFirst = failures.count
    let second = check(second)
    var type = CELType.dyn
    if isChecked {
      if let joined = inference.join(first.type, second.type) {
        type = joined
      } else {
        let (a, b) = (inference.resolved(first.type), inference.resolved(second.type))
        report(
          .expressionType, "both values of '?:' must have one type, not \(a.words) and \(b.words)", at: range,
          notes: ["dyn(…) around one of them leaves the type open"])
        type = .invalid
      }
    }
    if case .bool(let isTrue)? = choice.constant {
      let taken = isTrue ? first : second
      failures.removeSubrange(isTrue ? toldOfFirst..<failures.count : toldBefore..<toldOfFirst)
      return Term(taken.kind, type, range)
    }
    return folded(Term(.conditional(choice, first, second), type, range))
  }

  // MARK: Constants

  /// The cost at which a constant part is left to be evaluated with the rest.
  private static let foldingLimit = 10_000

  /// The term, or the constant it is when nothing in it depends on inputs.
  func folded(_ term: Term) -> Term {
    guard term.isFixed, term.constant == nil, diagnostics.isEmpty else { return term }
    var evaluator = Evaluator(SlotValues(), costLimit: Self.foldingLimit)
    do throws(CELError) {
      let value = try evaluator.value(term)
      try value.weigh(&evaluator.meter)
      return Term(.constant(value), term.type, term.range)
    } catch {
      // An error is kept: it only counts where the part decides.
      return term
    }
  }
}

extension CELType {
  /// With its article, and what it is for people where its name does not say: `a bool (true or false)`.
  var article: String {
    switch self {
    case .bool: "a condition (bool)"
    case .int, .abstract, .optional, .record, .invalid: "an \(words)"
    case .dyn: "of any type"
    case .null: "null"
    case .uint, .double, .string, .bytes, .timestamp, .duration, .list, .map, .type, .variable: "a \(words)"
    }
  }
}
