/// The names an expression may use, and what stands behind them.
///
/// Names that have a value for each evaluation get slots, numbered from 0 in order of declaration; a
/// `SlotReader` gives their values. Names may be dotted: `reply.intent` is one name.
public struct ExpressionEnvironment: Sendable {
  enum Declaration: Sendable {
    case variable(slot: Int, CELType)
    case record(Record)
    case constant(CELValue)
    case alias(Term)
  }

  /// A closed set of fields that read as zero while absent, as those of a protocol buffer message do.
  struct Record: Sendable {
    let name: String
    let fields: [(name: String, type: CELType, slot: Int)]
    let places: [String: Int]
  }

  private(set) var declarations: [String: Declaration] = [:]
  /// What reading a slot's zero gives; `nil` for a variable, which must be bound.
  private(set) var slots: [(name: String, type: CELType, isField: Bool)] = []
  /// The most terms that a definition may have, and that definitions may bring into one expression; the largest
  /// that people write has a few hundred.
  public static let aliasLimit = 4_096
  /// The names behind which declarations are looked for first: with `a.b`, `x` means `a.b.x`, `a.x` or `x`.
  public var container = ""

  public init() {}

  /// The number of slots declared so far.
  public var slotCount: Int { slots.count }

  /// The number of names declared so far.
  public var nameCount: Int { declarations.count }

  /// Declares a variable; a name declared again means the later declaration.
  ///
  /// - Returns: Its slot.
  @discardableResult
  public mutating func declare(_ name: String, _ type: CELType) -> Int {
    slots.append((name, type, false))
    declarations[name] = .variable(slot: slots.count - 1, type)
    return slots.count - 1
  }

  /// Declares a record of which only these fields can be named.
  ///
  /// - Returns: The slots of its fields, in order.
  @discardableResult
  public mutating func declareRecord(_ name: String, fields: [(name: String, type: CELType)]) -> Range<Int> {
    let start = slots.count
    var places: [String: Int] = [:]
    var entries: [(name: String, type: CELType, slot: Int)] = []
    for field in fields {
      places[field.name] = entries.count
      entries.append((field.name, field.type, slots.count))
      slots.append(("\(name).\(field.name)", field.type, true))
    }
    declarations[name] = .record(Record(name: name, fields: entries, places: places))
    return start..<slots.count
  }

  /// Declares a value that is known now; naming a key that a constant map lacks is an error of the compiler.
  public mutating func declareConstant(_ name: String, _ value: CELValue) {
    declarations[name] = .constant(value)
  }

  /// Why an expression cannot have a name.
  public enum AliasRefusal: Hashable, Sendable {
    /// The variables of a macro such as `exists` would meet those of the expression that uses the name.
    case hasMacro
    /// It has more than `aliasLimit` terms.
    case tooLarge
  }

  /// Declares a name for an expression; wherever the name stands, the expression is meant.
  ///
  /// One that uses a wrong name is as wrong, and nothing is reported about it.
  ///
  /// - Returns: Why it could not be; the name is then declared as by `declareInvalid`.
  public mutating func declareAlias(_ name: String, _ expression: CompiledExpression) -> AliasRefusal? {
    declareInvalid(name)
    guard expression.type != .invalid else { return nil }
    guard expression.term.size <= Self.aliasLimit else { return .tooLarge }
    var hasVariables = false
    expression.term.forEach { term in
      switch term.kind {
      case .local, .comprehension, .bind, .optionalMap: hasVariables = true
      case _: break
      }
    }
    guard !hasVariables else { return .hasMacro }
    declarations[name] = .alias(expression.term)
    return nil
  }

  /// Declares a name for an expression that is wrong: nothing is reported about what uses it.
  public mutating func declareInvalid(_ name: String) {
    let failure = CELError(.noSuchOverload, "the definition '\(name)' is not valid")
    declarations[name] = .alias(Term(.failure(failure), .invalid, 0..<0))
  }

  /// What a name means, from the innermost container outward.
  func lookup(_ name: String, isGlobal: Bool) -> Declaration? {
    if isGlobal || container.isEmpty { return declarations[name] }
    return scopedNames(name).lazy.compactMap { declarations[$0] }.first
  }

  /// The names a name may stand for, from the innermost container outward.
  func scopedNames(_ name: String) -> [String] {
    var names: [String] = []
    var scope = container[...]
    while !scope.isEmpty {
      names.append("\(scope).\(name)")
      scope = scope.lastIndex(of: ".").map { scope[..<$0] } ?? ""
    }
    return names + [name]
  }

  /// Types by the name that denotes them.
  static let typeNames: [String: CELType] = [
    "bool": .bool, "bytes": .bytes, "double": .double, "int": .int, "uint": .uint, "string": .string,
    "list": .list(.dyn), "map": .map(.dyn, .dyn), "null_type": .null, "type": .type(.dyn),
    "google.protobuf.Timestamp": .timestamp, "google.protobuf.Duration": .duration,
    "optional_type": .optional(.dyn),
  ]
}
