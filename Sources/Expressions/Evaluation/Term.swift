/// A part of a checked expression: every name resolved, every macro a loop, ready to evaluate.
///
/// Terms are shared and never change.
final class Term: Sendable {
  let kind: Kind
  /// What it evaluates to, as far as known when its expression was checked.
  let type: CELType
  /// The bytes of the source it stands for.
  let range: Range<Int>

  enum Kind: Sendable {
    case constant(CELValue)
    case variable(slot: Int)
    /// A record's field, with what it reads as while absent.
    case field(slot: Int, zero: CELValue)
    /// Whether a record's field is present.
    case presence(slot: Int)
    /// A macro's variable, by its place among those in scope.
    case local(Int, name: String)
    case select(Term, String, isOptional: Bool)
    case has(Term, String)
    case index(Term, Term, isOptional: Bool)
    case unary(Function, Term)
    case binary(Function, Term, Term)
    case call(Function, [Term])
    /// `matches` with a pattern known when the expression was checked.
    case matches(Term, Regex)
    /// `in` over constants.
    case member(Term, ConstantSet)
    case list([Element])
    case map([Entry])
    case not(Term)
    case and([Term])
    case or([Term])
    case conditional(Term, Term, Term)
    indirect case comprehension(Comprehension)
    indirect case bind(Local, Term, Term)
    indirect case optionalMap(Term, Local, Term, isFlat: Bool)
    /// What evaluates to an error whatever the inputs, such as a name unknown to an unchecked expression.
    indirect case failure(CELError)
  }

  struct Element: Sendable {
    let value: Term
    let isOptional: Bool
  }

  struct Entry: Sendable {
    let key: Term
    let value: Term
    let isOptional: Bool
  }

  /// A macro's variable: its place among those in scope, and its name for people.
  struct Local: Sendable {
    let place: Int
    let name: String
  }

  struct Comprehension: Sendable {
    let kind: SyntaxNode.Comprehension.Kind
    let operand: Term
    let first: Local
    let second: Local?
    let condition: Term?
    let result: Term?
  }

  /// Whether its value depends on a slot, or is an error by design.
  let readsInput: Bool
  /// The outermost macro variable it uses without being in that macro itself; `Int.max` for none.
  let outermostLocal: Int
  /// The terms it is made of, itself included; a term that stands in two places counts twice.
  let size: Int
  /// The terms from it down to the lowest, itself included.
  let depth: Int

  init(_ kind: Kind, _ type: CELType, _ range: Range<Int>) {
    self.kind = kind
    self.type = type
    self.range = range
    var (size, depth, outermost, readsInput) = (1, 0, Int.max, false)
    Self.forEachChild(of: kind) { child in
      size += child.size
      depth = max(depth, child.depth)
      outermost = min(outermost, child.outermostLocal)
      if child.readsInput { readsInput = true }
    }
    self.size = size
    self.depth = depth + 1
    switch kind {
    case .variable, .field, .presence, .failure: readsInput = true
    case .local(let place, _): outermost = place
    case .bind(let local, let value, let body), .optionalMap(let value, let local, let body, _):
      outermost = min(value.outermostLocal, body.outermostLocal < local.place ? body.outermostLocal : Int.max)
    case .comprehension(let loop):
      let inner = [loop.condition, loop.result].compactMap(\.?.outermostLocal).filter {
        $0 < loop.first.place
      }
      outermost = inner.reduce(loop.operand.outermostLocal) { min($0, $1) }
    case .constant, .select, .has, .index, .unary, .binary, .call, .matches, .member, .list, .map, .not, .and,
      .or,
      .conditional:
      break
    }
    self.readsInput = readsInput
    outermostLocal = outermost
  }

  /// Whether it has the same value whatever the inputs.
  var isFixed: Bool { !readsInput && outermostLocal == .max }

  var constant: CELValue? {
    guard case .constant(let value) = kind else { return nil }
    return value
  }

  /// The terms directly below, in order of evaluation.
  var children: [Term] {
    var children: [Term] = []
    Self.forEachChild(of: kind) { children.append($0) }
    return children
  }

  /// Visits this term and all below it, in order of writing.
  func forEach(_ visit: (Term) -> Void) {
    visit(self)
    Self.forEachChild(of: kind) { $0.forEach(visit) }
  }

  /// Visits the terms directly below, in order of evaluation, without a list of them: it is done for every term.
  private static func forEachChild(of kind: Kind, _ visit: (Term) -> Void) {
    switch kind {
    case .constant, .variable, .field, .presence, .local, .failure: break
    case .select(let operand, _, _), .has(let operand, _), .unary(_, let operand), .not(let operand),
      .matches(let operand, _), .member(let operand, _):
      visit(operand)
    case .index(let first, let second, _), .binary(_, let first, let second), .bind(_, let first, let second),
      .optionalMap(let first, _, let second, _):
      visit(first)
      visit(second)
    case .call(_, let operands), .and(let operands), .or(let operands):
      for operand in operands { visit(operand) }
    case .list(let elements):
      for element in elements { visit(element.value) }
    case .map(let entries):
      for entry in entries {
        visit(entry.key)
        visit(entry.value)
      }
    case .conditional(let condition, let first, let second):
      visit(condition)
      visit(first)
      visit(second)
    case .comprehension(let loop):
      visit(loop.operand)
      if let condition = loop.condition { visit(condition) }
      if let result = loop.result { visit(result) }
    }
  }
}

/// The constants of a list, found in one step however many there are.
struct ConstantSet: Sendable {
  /// In the order written, for explanations.
  let values: [CELValue]
  private let keys: CELMap?

  /// - Parameter values: A list's elements, repeated ones allowed.
  init(_ values: [CELValue]) {
    self.values = values
    var seen: Set<CELValue> = []
    let unique = values.filter { Self.isHashed($0) && seen.insert($0).inserted }
    // Numbers equal across types would be one key twice; they are then searched one by one.
    keys = CELMap(unique.map { CELMap.Entry($0, .null) })
  }

  private static func isHashed(_ value: CELValue) -> Bool { CELMap.isKey(value) }

  func contains(_ value: CELValue, _ meter: inout Meter) throws(CELError) -> Bool {
    let isHashed = Self.isHashed(value) && keys != nil
    if isHashed, let keys, keys[value] != nil { return true }
    for element in values where !isHashed || !Self.isHashed(element) {
      try meter.charge()
      if try value.equals(element, &meter) { return true }
    }
    return false
  }
}
