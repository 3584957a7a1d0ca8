/// The operators on numbers, times, texts and lists; results that leave their type's range are errors.
enum Arithmetic {
  static func add(_ a: CELValue, _ b: CELValue, _ meter: inout Meter) throws(CELError) -> CELValue {
    switch (a, b) {
    case (.int(let a), .int(let b)): return .int(try checked(a.addingReportingOverflow(b), .add))
    case (.uint(let a), .uint(let b)): return .uint(try checked(a.addingReportingOverflow(b), .add))
    case (.double(let a), .double(let b)): return .double(a + b)
    case (.string(let a), .string(let b)):
      try meter.charge(bytes: a.utf8.count + b.utf8.count)
      return .string(a + b)
    case (.bytes(let a), .bytes(let b)):
      try meter.charge(bytes: a.count + b.count)
      return .bytes(a + b)
    case (.list(let a), .list(let b)):
      try meter.charge(a.count + b.count)
      return .list(a + b)
    case (.timestamp(let time), .duration(let duration)), (.duration(let duration), .timestamp(let time)):
      return .timestamp(try inRange(time.advanced(by: duration)))
    case (.duration(let a), .duration(let b)):
      return .duration(
        CELDuration(nanoseconds: try checked(a.nanoseconds.addingReportingOverflow(b.nanoseconds), .add)))
    default: throw Function.add.noOverload([a, b])
    }
  }

  static func subtract(_ a: CELValue, _ b: CELValue) throws(CELError) -> CELValue {
    switch (a, b) {
    case (.int(let a), .int(let b)): return .int(try checked(a.subtractingReportingOverflow(b), .subtract))
    case (.uint(let a), .uint(let b)): return .uint(try checked(a.subtractingReportingOverflow(b), .subtract))
    case (.double(let a), .double(let b)): return .double(a - b)
    case (.timestamp(let a), .timestamp(let b)): return .duration(try inRange(a.duration(since: b)))
    case (.timestamp(let time), .duration(let duration)):
      let reversed = try checked(
        Int64(0).subtractingReportingOverflow(duration.nanoseconds), .subtract)
      return .timestamp(try inRange(time.advanced(by: CELDuration(nanoseconds: reversed))))
    case (.duration(let a), .duration(let b)):
      return .duration(
        CELDuration(
          nanoseconds: try checked(a.nanoseconds.subtractingReportingOverflow(b.nanoseconds), .subtract)))
    default: throw Function.subtract.noOverload([a, b])
    }
  }

  static func multiply(_ a: CELValue, _ b: CELValue) throws(CELError) -> CELValue {
    switch (a, b) {
    case (.int(let a), .int(let b)): return .int(try checked(a.multipliedReportingOverflow(by: b), .multiply))
    case (.uint(let a), .uint(let b)):
      return .uint(try checked(a.multipliedReportingOverflow(by: b), .multiply))
    case (.double(let a), .double(let b)): return .double(a * b)
    default: throw Function.multiply.noOverload([a, b])
    }
  }

  static func divide(_ a: CELValue, _ b: CELValue) throws(CELError) -> CELValue {
    switch (a, b) {
    case (.int, .int(0)), (.uint, .uint(0)): throw CELError(.divisionByZero, "division by zero")
    case (.int(let a), .int(let b)): return .int(try checked(a.dividedReportingOverflow(by: b), .divide))
    case (.uint(let a), .uint(let b)): return .uint(a / b)
    case (.double(let a), .double(let b)): return .double(a / b)
    default: throw Function.divide.noOverload([a, b])
    }
  }

  static func remainder(_ a: CELValue, _ b: CELValue) throws(CELError) -> CELValue {
    switch (a, b) {
    case (.int, .int(0)), (.uint, .uint(0)):
      throw CELError(.divisionByZero, "remainder of a division by zero")
    case (.int(let a), .int(let b)):
      return .int(try checked(a.remainderReportingOverflow(dividingBy: b), .remainder))
    case (.uint(let a), .uint(let b)): return .uint(a % b)
    default: throw Function.remainder.noOverload([a, b])
    }
  }

  static func negate(_ a: CELValue) throws(CELError) -> CELValue {
    switch a {
    case .int(let a): return .int(try checked(Int64(0).subtractingReportingOverflow(a), .negate))
    case .double(let a): return .double(-a)
    case .null, .bool, .uint, .string, .bytes, .timestamp, .duration, .list, .map, .type, .optional:
      throw Function.negate.noOverload([a])
    }
  }

  private static func checked<Number>(
    _ result: (partialValue: Number, overflow: Bool), _ function: Function
  ) throws(CELError) -> Number {
    guard !result.overflow else {
      throw CELError(.overflow, "the result of '\(function.words)' is out of range")
    }
    return result.partialValue
  }

  private static func inRange<Value>(_ value: Value?) throws(CELError) -> Value {
    guard let value else { throw CELError(.overflow, "the timestamp or duration is out of range") }
    return value
  }
}
