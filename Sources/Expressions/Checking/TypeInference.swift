/// Works out the types of an expression whose parts leave them open, such as the elements of `[]`.
///
/// The algorithm is that of the reference checker: variables are bound as uses are met, and widened to `dyn`
/// where uses differ.
struct TypeInference {
  private var bindings: [CELType?] = []
  /// What bindings were before a trial changed them, the latest last.
  private var trail: [(name: Int, before: CELType?)] = []

  /// A type not known yet.
  mutating func fresh() -> CELType {
    bindings.append(nil)
    return .variable(bindings.count - 1)
  }

  /// A signature's types with its own variables in place of the table's.
  mutating func instantiate(_ signature: Signature) -> Signature {
    var names: [Int: CELType] = [:]
    let parameters = signature.parameters.map { rename($0, &names) }
    return Signature(parameters, rename(signature.result, &names), isMember: signature.isMember)
  }

  private mutating func rename(_ type: CELType, _ names: inout [Int: CELType]) -> CELType {
    switch type {
    case .variable(let name):
      if let known = names[name] { return known }
      let new = fresh()
      names[name] = new
      return new
    case .list(let element): return .list(rename(element, &names))
    case .map(let key, let value): return .map(rename(key, &names), rename(value, &names))
    case .optional(let inner): return .optional(rename(inner, &names))
    case .type(let inner): return .type(rename(inner, &names))
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .record, .abstract,
      .invalid:
      return type
    }
  }

  /// The type as far as it is known, looking through variables at its top only.
  func known(_ type: CELType) -> CELType {
    var type = type
    while case .variable(let name) = type, name < bindings.count, let bound = bindings[name] { type = bound }
    return type
  }

  /// The type with all that is known in place; with `isFinal`, what is still open becomes `dyn`.
  func resolved(_ type: CELType, isFinal: Bool = true) -> CELType {
    switch known(type) {
    case .variable(let name): isFinal ? .dyn : .variable(name)
    case .list(let element): .list(resolved(element, isFinal: isFinal))
    case .map(let key, let value): .map(resolved(key, isFinal: isFinal), resolved(value, isFinal: isFinal))
    case .optional(let inner): .optional(resolved(inner, isFinal: isFinal))
    case .type(let inner): .type(resolved(inner, isFinal: isFinal))
    case .abstract(let name, let parameters):
      .abstract(name, parameters.map { resolved($0, isFinal: isFinal) })
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .record, .invalid:
      known(type)
    }
  }

  /// Whether values of each type fit the parameter beside it; binds variables only when all do.
  mutating func fits(_ types: [CELType], _ parameters: [CELType]) -> Bool {
    guard types.count == parameters.count else { return false }
    trail.removeAll(keepingCapacity: true)
    for (type, parameter) in zip(types, parameters) where !unify(type, parameter) {
      for (name, before) in trail.reversed() { bindings[name] = before }
      return false
    }
    return true
  }

  mutating func fits(_ type: CELType, _ parameter: CELType) -> Bool { fits([type], [parameter]) }

  /// The type of a collection that has elements of both types, or `nil` when only `dyn` holds both.
  mutating func join(_ first: CELType, _ second: CELType) -> CELType? {
    guard fits(first, second) else { return nil }
    return moreGeneral(first, second)
  }

  private mutating func unify(_ type: CELType, _ target: CELType) -> Bool {
    if known(type) == known(target) { return true }
    if case .variable(let name) = target, let bound = boundName(name) { return widen(bound, with: type) }
    if case .variable(let name) = type, let bound = boundName(name) { return widen(bound, with: target) }
    let type = known(type)
    let target = known(target)
    if case .variable(let name) = target { return bind(name, to: type) }
    if case .variable(let name) = type { return bind(name, to: target) }
    switch (type, target) {
    case (.dyn, _), (_, .dyn), (.invalid, _), (_, .invalid): return true
    case (.null, _): return target.holdsNull
    case (_, .null): return type.holdsNull
    case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)): return unify(a, b)
    case (.map(let keyA, let valueA), .map(let keyB, let valueB)):
      return unify(keyA, keyB) && unify(valueA, valueB)
    case (.type, .type): return true
    case (.abstract(let nameA, let a), .abstract(let nameB, let b)):
      guard nameA == nameB, a.count == b.count else { return false }
      for (a, b) in zip(a, b) where !unify(a, b) { return false }
      return true
    case (.bool, _), (.int, _), (.uint, _), (.double, _), (.string, _), (.bytes, _), (.timestamp, _),
      (.duration, _),
      (.list, _), (.map, _), (.type, _), (.optional, _), (.record, _), (.abstract, _), (.variable, _):
      return false
    }
  }

  /// The last variable of a chain of variables bound to each other, if it is bound to a type.
  private func boundName(_ name: Int) -> Int? {
    var name = name
    while name < bindings.count, let bound = bindings[name] {
      guard case .variable(let next) = bound else { return name }
      name = next
    }
    return nil
  }

  private mutating func widen(_ name: Int, with type: CELType) -> Bool {
    guard let bound = bindings[name], unify(type, bound) else { return false }
    let general = moreGeneral(type, bound)
    if !occurs(name, in: general) { set(name, to: general) }
    return true
  }

  private mutating func bind(_ name: Int, to type: CELType) -> Bool {
    guard name < bindings.count, !occurs(name, in: type) else { return false }
    set(name, to: type)
    return true
  }

  private mutating func set(_ name: Int, to type: CELType) {
    trail.append((name, bindings[name]))
    bindings[name] = type
  }

  private func occurs(_ name: Int, in type: CELType) -> Bool {
    switch known(type) {
    case .variable(let other): name == other
    case .list(let element): occurs(name, in: element)
    case .map(let key, let value): occurs(name, in: key) || occurs(name, in: value)
    case .optional(let inner), .type(let inner): occurs(name, in: inner)
    case .abstract(_, let parameters): parameters.contains { occurs(name, in: $0) }
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .record, .invalid:
      false
    }
  }

  private func moreGeneral(_ a: CELType, _ b: CELType) -> CELType { isAtLeastAsGeneral(a, b) ? a : b }

  private func isAtLeastAsGeneral(_ a: CELType, _ b: CELType) -> Bool {
    let (a, b) = (known(a), known(b))
    switch (a, b) {
    case (.dyn, _), (.variable, _), (.invalid, _): return true
    case (_, .dyn), (_, .variable): return false
    case (_, .null): return true
    case (.list(let a), .list(let b)), (.optional(let a), .optional(let b)): return isAtLeastAsGeneral(a, b)
    case (.map(let keyA, let valueA), .map(let keyB, let valueB)):
      return isAtLeastAsGeneral(keyA, keyB) && isAtLeastAsGeneral(valueA, valueB)
    case (.abstract(let nameA, let a), .abstract(let nameB, let b)):
      return nameA == nameB && zip(a, b).allSatisfy { isAtLeastAsGeneral($0, $1) }
    case (.type, .type): return true
    case (.null, _), (.bool, _), (.int, _), (.uint, _), (.double, _), (.string, _), (.bytes, _),
      (.timestamp, _),
      (.duration, _), (.list, _), (.map, _), (.type, _), (.optional, _), (.record, _), (.abstract, _):
      return a == b
    }
  }
}

extension CELType {
  /// Whether null may stand where a value of this type is expected, as for protocol buffer messages.
  var holdsNull: Bool {
    switch self {
    case .null, .dyn, .timestamp, .duration, .optional, .abstract, .variable, .invalid: true
    case .bool, .int, .uint, .double, .string, .bytes, .list, .map, .type, .record: false
    }
  }
}
