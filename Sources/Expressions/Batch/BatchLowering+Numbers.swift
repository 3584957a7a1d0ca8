extension BatchLowering {
  mutating func binary(
    _ function: Function, _ a: Term, _ b: Term, _ scalar: Scalar, _ needed: Need?
  ) -> Operand? {
    switch function {
    case .equal: return comparison(.equal, a, b, needed)
    case .notEqual: return comparison(.notEqual, a, b, needed)
    case .less: return comparison(.less, a, b, needed)
    case .lessOrEqual: return comparison(.lessOrEqual, a, b, needed)
    case .greater: return comparison(.greater, a, b, needed)
    case .greaterOrEqual: return comparison(.greaterOrEqual, a, b, needed)
    case .add, .subtract, .multiply, .divide, .remainder, .greatest, .least:
      return arithmetic(function, a, b, scalar, needed)
    default: return nil
    }
  }

  private mutating func arithmetic(
    _ function: Function, _ first: Term, _ second: Term, _ scalar: Scalar, _ needed: Need?
  ) -> Operand? {
    // Times are added and subtracted in nanoseconds; columns have milliseconds.
    guard scalar == .int || scalar == .double,
      let operation = Self.operation(function, isDouble: scalar == .double),
      Self.scalar(first.type) == scalar, Self.scalar(second.type) == scalar,
      let a = lower(first, needed: needed), let b = lower(second, needed: needed)
    else { return nil }
    let canFail: Bool =
      switch operation {
      case .addInt, .subtractInt, .multiplyInt, .divideInt, .remainderInt: true
      default: false
      }
    let step = emit(
      BatchInstruction(operation: operation, a: a.register, b: b.register), toBytes: false, canFail: canFail)
    let flag = either(a.flag, b.flag)
    return Operand(register: step.d, scalar: scalar, flag: canFail ? either(flag, step.c) : flag)
  }

  private static func operation(_ function: Function, isDouble: Bool) -> BatchInstruction.Operation? {
    switch function {
    case .add: isDouble ? .addDouble : .addInt
    case .subtract: isDouble ? .subtractDouble : .subtractInt
    case .multiply: isDouble ? .multiplyDouble : .multiplyInt
    case .divide: isDouble ? .divideDouble : .divideInt
    case .remainder: isDouble ? nil : .remainderInt
    case .greatest: isDouble ? .greatestDouble : .greatestInt
    case .least: isDouble ? .leastDouble : .leastInt
    default: nil
    }
  }

  mutating func unary(_ function: Function, _ term: Term, _ scalar: Scalar, _ needed: Need?) -> Operand? {
    guard let from = Self.scalar(term.type) else { return nil }
    let operation: BatchInstruction.Operation
    switch (function, from, scalar) {
    case (.negate, .int, .int): operation = .negateInt
    case (.negate, .double, .double): operation = .negateDouble
    case (.double, .int, .double): operation = .intToDouble
    case (.int, .double, .int): operation = .doubleToInt
    case (.double, .double, .double), (.int, .int, .int), (.bool, .bool, .bool):
      return lower(term, needed: needed)
    default: return nil
    }
    guard let operand = lower(term, needed: needed) else { return nil }
    let canFail = operation == .negateInt || operation == .doubleToInt
    let step = emit(
      BatchInstruction(operation: operation, a: operand.register), toBytes: false, canFail: canFail)
    return Operand(
      register: step.d, scalar: scalar, flag: canFail ? either(operand.flag, step.c) : operand.flag)
  }
}
