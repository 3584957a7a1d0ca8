/// Evaluates terms by going down them: the one definition of what an expression means.
struct Evaluator {
  let reader: any SlotReader
  var meter: Meter
  /// The values of the macros' variables in scope, by place.
  private var locals: [CELValue] = []
  /// Why those of them have no value whose value failed: it counts only where they are read.
  private var failedLocals: [Int: CELError] = [:]

  init(_ reader: any SlotReader, costLimit: Int = CompiledExpression.costLimit) {
    self.reader = reader
    meter = Meter(limit: costLimit)
  }

  mutating func value(_ term: Term) throws(CELError) -> CELValue {
    do throws(CELError) {
      return try unplacedValue(term)
    } catch {
      throw error.placed(at: term.range)
    }
  }

  private mutating func unplacedValue(_ term: Term) throws(CELError) -> CELValue {
    try meter.charge()
    switch term.kind {
    case .constant(let value): return value
    case .variable(let slot):
      guard reader.has(slot) else { throw CELError(.unbound, "the variable has no value") }
      return reader.value(slot)
    case .field(let slot, let zero): return reader.has(slot) ? reader.value(slot) : zero
    case .presence(let slot): return .bool(reader.has(slot))
    case .local(let place, _):
      if !failedLocals.isEmpty, let error = failedLocals[place] { throw error }
      return locals[place]
    case .select(let operand, let name, let isOptional):
      return try value(operand).selected(.string(name), isField: true, isOptional: isOptional)
    case .index(let operand, let index, let isOptional):
      let base = try value(operand)
      return try base.selected(try value(index), isField: false, isOptional: isOptional)
    case .has(let operand, let name): return .bool(try value(operand).hasField(name))
    case .unary(let function, let a): return try function.call(try value(a), &meter)
    case .binary(let function, let a, let b):
      let first = try value(a)
      return try function.call(first, try value(b), &meter)
    case .call(let function, let terms):
      var arguments: [CELValue] = []
      arguments.reserveCapacity(terms.count)
      for term in terms { arguments.append(try value(term)) }
      return try function.call(arguments, &meter)
    case .matches(let operand, let regex):
      let text = try value(operand)
      guard case .string(let text) = text else {
        throw Function.matches.noOverload([text, .string(regex.pattern)])
      }
      return .bool(try regex.matches(text, &meter))
    case .member(let operand, let set): return .bool(try set.contains(try value(operand), &meter))
    case .list(let elements): return try list(elements)
    case .map(let entries): return try map(entries)
    case .not(let operand):
      let value = try value(operand)
      guard case .bool(let flag) = value else {
        throw CELError(.noSuchOverload, "'!' does not work on \(CELType.words(value.type))")
      }
      return .bool(!flag)
    case .and(let parts): return .bool(try combine(parts, decisive: false))
    case .or(let parts): return .bool(try combine(parts, decisive: true))
    case .conditional(let condition, let first, let second):
      let choice = try value(condition)
      guard case .bool(let isTrue) = choice else {
        throw CELError(.noSuchOverload, "'?:' needs a condition, not \(CELType.words(choice.type))")
      }
      return try value(isTrue ? first : second)
    case .comprehension(let loop): return try comprehension(loop)
    case .bind(let local, let term, let body):
      do throws(CELError) {
        set(local, to: try value(term))
      } catch {
        if error.kind == .tooCostly { throw error }
        set(local, to: .null)
        failedLocals[local.place] = error
      }
      return try value(body)
    case .optionalMap(let operand, let local, let body, let isFlat):
      return try optionalMap(operand, local, body, isFlat: isFlat)
    case .failure(let error): throw error
    }
  }

  /// `&&` and `||`: one decisive operand settles the result, whatever errors the others have.
  private mutating func combine(_ parts: [Term], decisive: Bool) throws(CELError) -> Bool {
    var failure: CELError?
    for part in parts {
      do throws(CELError) {
        let value = try value(part)
        guard case .bool(let flag) = value else {
          throw CELError(
            .noSuchOverload, "'\(decisive ? "||" : "&&")' does not work on \(CELType.words(value.type))",
            at: part.range)
        }
        if flag == decisive { return decisive }
      } catch {
        if error.kind == .tooCostly { throw error }
        failure = failure ?? error
      }
    }
    if let failure { throw failure }
    return !decisive
  }

  private mutating func set(_ local: Term.Local, to value: CELValue) {
    while locals.count <= local.place { locals.append(.null) }
    locals[local.place] = value
    if !failedLocals.isEmpty { failedLocals[local.place] = nil }
  }

  private mutating func optionalMap(
    _ operand: Term, _ local: Term.Local, _ body: Term, isFlat: Bool
  ) throws(CELError) -> CELValue {
    let base = try value(operand)
    guard case .optional(let inner) = base else {
      throw CELError(.noSuchOverload, "'optMap()' needs an optional, not \(CELType.words(base.type))")
    }
    guard let inner else { return base }
    set(local, to: inner)
    let result = try value(body)
    guard isFlat else { return .optional(result) }
    guard case .optional = result else {
      throw CELError(
        .noSuchOverload, "'optFlatMap()' must give an optional, not \(CELType.words(result.type))")
    }
    return result
  }

  private mutating func list(_ elements: [Term.Element]) throws(CELError) -> CELValue {
    var values: [CELValue] = []
    values.reserveCapacity(elements.count)
    for element in elements {
      let value = try value(element.value)
      guard element.isOptional else {
        values.append(value)
        continue
      }
      if let present = try value.optionalContent() { values.append(present) }
    }
    return .list(values)
  }

  private mutating func map(_ entries: [Term.Entry]) throws(CELError) -> CELValue {
    var values: [CELMap.Entry] = []
    values.reserveCapacity(entries.count)
    for entry in entries {
      let key = try value(entry.key)
      guard CELMap.isKey(key) else {
        throw CELError(
          .noSuchOverload, "a map's key is a bool, int, uint or string, not \(CELType.words(key.type))",
          at: entry.key.range)
      }
      let value = try value(entry.value)
      if !entry.isOptional {
        values.append(CELMap.Entry(key, value))
      } else if let present = try value.optionalContent() {
        values.append(CELMap.Entry(key, present))
      }
    }
    guard let map = CELMap(values) else { throw CELError(.duplicateKey, "a key occurs twice in the map") }
    return .map(map)
  }

  // MARK: Macros over lists and maps

  private mutating func comprehension(_ loop: Term.Comprehension) throws(CELError) -> CELValue {
    let base = try value(loop.operand)
    var run = ComprehensionRun(loop.kind)
    switch base {
    case .list(let elements):
      for (place, element) in elements.enumerated() {
        try bind(loop, loop.second == nil ? element : .int(Int64(place)), element)
        if try step(loop, &run, element: element, key: .int(Int64(place))) { break }
      }
    case .map(let map):
      for entry in map.entries {
        try bind(loop, entry.key, entry.value)
        if try step(loop, &run, element: entry.key, key: entry.key) { break }
      }
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .optional:
      throw CELError(
        .noSuchOverload, "'\(loop.kind.name)()' needs a list or a map, not \(CELType.words(base.type))")
    }
    return try run.result()
  }

  private mutating func bind(_ loop: Term.Comprehension, _ first: CELValue, _ second: CELValue)
    throws(CELError)
  {
    try meter.charge()
    set(loop.first, to: first)
    if let local = loop.second { set(local, to: second) }
  }

  /// Runs the macro's body for one element.
  ///
  /// - Returns: Whether the result is settled.
  private mutating func step(
    _ loop: Term.Comprehension, _ run: inout ComprehensionRun, element: CELValue, key: CELValue
  ) throws(CELError) -> Bool {
    if let condition = loop.condition {
      let isTrue: Bool
      do throws(CELError) {
        let value = try value(condition)
        guard case .bool(let flag) = value else {
          throw CELError(
            .noSuchOverload,
            "the condition of '\(loop.kind.name)()' is a bool, not \(CELType.words(value.type))",
            at: condition.range)
        }
        isTrue = flag
      } catch {
        try run.fail(error)
        return false
      }
      if run.settles(isTrue) { return true }
      guard isTrue else { return false }
    }
    if let result = loop.result {
      run.append(try value(result), key: key)
    } else if loop.kind == .filter {
      run.append(element, key: key)
    }
    return false
  }
}
