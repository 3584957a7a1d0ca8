extension BatchLowering {
  /// `&&` and `||`; parts left to the evaluator come last, for the rows still open.
  mutating func joined(_ parts: [Term], _ operation: BatchInstruction.Operation, _ needed: Need?) -> Operand?
  {
    var result: Operand?
    // Errors are absorbed by a decisive part, so the order of parts does not matter.
    let ordered = parts.filter { !isGeneral($0) } + parts.filter { isGeneral($0) }
    for part in ordered {
      let open = result.map { Need(register: $0.register, value: operation == .and ? 1 : 0) } ?? needed
      guard let operand = lower(part, needed: open), operand.scalar == .bool else { return nil }
      guard let before = result else {
        result = operand
        continue
      }
      let flag = either(before.flag, operand.flag)
      let (a, b) = (min(before.register, operand.register), max(before.register, operand.register))
      let both = range(before.register, operand.register, operation)
      let step = emit(both ?? BatchInstruction(operation: operation, a: a, b: b), toBytes: true)
      result = Operand(register: step.d, scalar: .bool, flag: flag)
    }
    return result
  }

  /// One step for `low <= x && x <= high`, which rules are full of; `nil` when the two are something else.
  private func range(
    _ first: Int32, _ second: Int32, _ operation: BatchInstruction.Operation
  ) -> BatchInstruction? {
    guard operation == .and, let a = producers[first], let b = producers[second], a.operation == b.operation,
      a.a == b.a
    else { return nil }
    let (low, high) = a.comparison == .greaterOrEqual ? (a, b) : (b, a)
    guard low.comparison == .greaterOrEqual, high.comparison == .lessOrEqual else { return nil }
    switch a.operation {
    case .compareIntConstant where Int64(bitPattern: low.constant) <= Int64(bitPattern: high.constant):
      return BatchInstruction(
        operation: .isInIntRange, a: a.a, constant: low.constant, secondConstant: high.constant)
    case .compareDoubleConstant:
      return BatchInstruction(
        operation: .isInDoubleRange, a: a.a, constant: low.constant, secondConstant: high.constant)
    default: return nil
    }
  }

  /// Whether some part of a term has no layout, so that the evaluator must be asked for it.
  private func isGeneral(_ term: Term) -> Bool {
    if Self.onlyTextSlot(of: term, kinds) != nil { return false }
    switch term.kind {
    case .constant, .presence: return false
    case .field, .variable: return Self.scalar(term.type) == nil
    case .not, .and, .or, .conditional, .member: return term.children.contains { isGeneral($0) }
    case .unary(let function, _):
      return ![.negate, .double, .int].contains(function) || term.children.contains { isGeneral($0) }
    case .binary(let function, _, _): return !function.isOperator || term.children.contains { isGeneral($0) }
    case .local, .select, .has, .index, .call, .matches, .list, .map, .comprehension, .bind, .optionalMap,
      .failure:
      return true
    }
  }

  mutating func choice(
    _ condition: Term, _ first: Term, _ second: Term, _ scalar: Scalar, _ needed: Need?
  ) -> Operand? {
    guard let choice = lower(condition, needed: needed), choice.scalar == .bool,
      let a = lower(first, needed: Need(register: choice.register, value: 1)), a.scalar == scalar,
      let b = lower(second, needed: Need(register: choice.register, value: 0)), b.scalar == scalar
    else { return nil }
    let step = emit(
      BatchInstruction(
        operation: scalar == .bool ? .selectByte : .selectWord, a: a.register, b: b.register,
        constant: UInt64(choice.register)),
      toBytes: scalar == .bool)
    return Operand(register: step.d, scalar: scalar, flag: either(choice.flag, either(a.flag, b.flag)))
  }

  /// `in` over few numbers; texts are looked up in tables instead.
  mutating func member(_ operand: Term, _ set: ConstantSet, _ needed: Need?) -> Operand? {
    guard set.values.count <= 8, let scalar = Self.scalar(operand.type), scalar == .int || scalar == .double
    else {
      return nil
    }
    var result: Operand?
    for value in set.values {
      guard let step = comparison(.equal, operand, Term(.constant(value), value.type, operand.range), needed)
      else {
        return nil
      }
      guard let before = result else {
        result = step
        continue
      }
      let (a, b) = (min(before.register, step.register), max(before.register, step.register))
      let either = emit(BatchInstruction(operation: .or, a: a, b: b), toBytes: true)
      result = Operand(register: either.d, scalar: .bool, flag: self.either(before.flag, step.flag))
    }
    return result
  }

  /// A comparison of numbers, times or truth values.
  mutating func comparison(
    _ comparison: BatchInstruction.Comparison, _ first: Term, _ second: Term, _ needed: Need?
  ) -> Operand? {
    if first.constant != nil, second.constant == nil {
      return self.comparison(comparison.mirrored, second, first, needed)
    }
    guard let a = lower(first, needed: needed) else { return nil }
    if let value = second.constant, a.scalar != .bool {
      guard let (bits, asDouble) = Self.comparand(value, for: a.scalar) else { return nil }
      let register = asDouble && a.scalar == .int ? toDouble(a.register) : a.register
      let step = emit(
        BatchInstruction(
          operation: asDouble ? .compareDoubleConstant : .compareIntConstant, comparison: comparison,
          a: register,
          constant: bits),
        toBytes: true)
      return Operand(register: step.d, scalar: .bool, flag: a.flag)
    }
    guard let b = lower(second, needed: needed) else { return nil }
    let flag = either(a.flag, b.flag)
    var step: BatchInstruction
    switch (a.scalar, b.scalar) {
    case (.bool, .bool):
      guard comparison == .equal || comparison == .notEqual else { return nil }
      step = BatchInstruction(
        operation: comparison == .equal ? .isSame : .isDifferent, a: a.register, b: b.register)
    case (.int, .int), (.timestamp, .timestamp), (.duration, .duration):
      step = BatchInstruction(operation: .compareInt, comparison: comparison, a: a.register, b: b.register)
    case (.double, .double):
      step = BatchInstruction(operation: .compareDouble, comparison: comparison, a: a.register, b: b.register)
    case (.int, .double):
      step = BatchInstruction(
        operation: .compareDouble, comparison: comparison, a: toDouble(a.register), b: b.register)
    case (.double, .int):
      step = BatchInstruction(
        operation: .compareDouble, comparison: comparison, a: a.register, b: toDouble(b.register))
    default: return nil
    }
    step = emit(step, toBytes: true)
    return Operand(register: step.d, scalar: .bool, flag: flag)
  }

  /// A constant's bits as the other side is compared with it, and whether both are compared as doubles.
  private static func comparand(_ value: CELValue, for scalar: Scalar) -> (UInt64, asDouble: Bool)? {
    switch (value, scalar) {
    case (.double(let number), .int), (.double(let number), .double): return (number.bitPattern, true)
    case (.int(let number), .double): return (Double(number).bitPattern, true)
    case (.uint(let number), .double): return (Double(number).bitPattern, true)
    case (.int, .int), (.timestamp, .timestamp), (.duration, .duration):
      return bits(value).map { ($0, false) }
    default: return nil
    }
  }

  mutating func toDouble(_ register: Int32) -> Int32 {
    emit(BatchInstruction(operation: .intToDouble, a: register), toBytes: false).d
  }
}
