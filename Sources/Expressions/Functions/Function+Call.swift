extension Function {
  /// The function's value for these arguments; the receiver of a member call comes first.
  ///
  /// Which of the signatures applies is decided by the values, as the specification has it: the checker only
  /// finds out earlier that none will.
  func call(_ arguments: [CELValue], _ meter: inout Meter) throws(CELError) -> CELValue {
    try meter.charge()
    switch arguments.count {
    case 1: return try call(arguments[0], &meter)
    case 2: return try call(arguments[0], arguments[1], &meter)
    default: break
    }
    switch (self, arguments.first, arguments.dropFirst().first, arguments.dropFirst(2).first) {
    case (.optionalNone, nil, _, _): return .optional(nil)
    case (.greatest, .some, _, _), (.least, .some, _, _): return try extreme(arguments, &meter)
    case (.indexOf, .string(let text)?, .string(let part)?, .int(let start)?) where arguments.count == 3:
      return try text.indexOf(part, from: start, &meter)
    case (.lastIndexOf, .string(let text)?, .string(let part)?, .int(let start)?) where arguments.count == 3:
      return try text.lastIndexOf(part, upTo: start, &meter)
    case (.substring, .string(let text)?, .int(let start)?, .int(let end)?) where arguments.count == 3:
      return try text.substring(start, end, &meter)
    case (.split, .string(let text)?, .string(let separator)?, .int(let limit)?) where arguments.count == 3:
      return try text.split(separator, limit: limit, &meter)
    case (.replace, .string(let text)?, .string(let old)?, .string(let new)?):
      if arguments.count == 3 { return try text.replacing(old, with: new, limit: -1, &meter) }
      guard arguments.count == 4, case .int(let limit) = arguments[3] else { break }
      return try text.replacing(old, with: new, limit: limit, &meter)
    default: break
    }
    throw noOverload(arguments)
  }

  /// Calls the function with one argument.
  func call(_ a: CELValue, _ meter: inout Meter) throws(CELError) -> CELValue {
    switch self {
    case .negate: try Arithmetic.negate(a)
    case .dyn: a
    case .type: .type(a.type)
    case .size: try size(a, &meter)
    case .bool, .bytes, .double, .duration, .int, .string, .timestamp, .uint: try convert(a, &meter)
    case .lowerAscii, .upperAscii, .trim, .reverse, .quote, .join: try text(a, &meter)
    case .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear, .getFullYear, .getHours, .getMilliseconds,
      .getMinutes, .getMonth, .getSeconds:
      try timePart(a, zone: nil)
    case .abs, .bitNot, .ceil, .floor, .isFinite, .isInf, .isNaN, .round, .sign, .sqrt, .trunc: try math(a)
    case .greatest, .least: try extreme([a], &meter)
    case .base64Decode, .base64Encode: try base64(a, &meter)
    case .optionalOf: .optional(a)
    case .optionalOfNonZero: .optional(a.isZero ? nil : a)
    case .hasValue, .value: try optional(a)
    case .boolMessage, .bytesMessage, .doubleMessage, .floatMessage, .int32Message, .int64Message,
      .listMessage,
      .stringMessage, .structMessage, .uint32Message, .uint64Message, .valueMessage:
      try message(a)
    case .add, .subtract, .multiply, .divide, .remainder, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual, .isIn, .index, .contains, .endsWith, .matches, .startsWith, .charAt, .format, .indexOf,
      .lastIndexOf, .replace, .split, .substring, .bitAnd, .bitOr, .bitShiftLeft, .bitShiftRight, .bitXor,
      .optionalNone, .or, .orValue:
      throw noOverload([a])
    }
  }

  /// Calls the function with two arguments.
  func call(_ a: CELValue, _ b: CELValue, _ meter: inout Meter) throws(CELError) -> CELValue {
    switch self {
    case .add: try Arithmetic.add(a, b, &meter)
    case .subtract: try Arithmetic.subtract(a, b)
    case .multiply: try Arithmetic.multiply(a, b)
    case .divide: try Arithmetic.divide(a, b)
    case .remainder: try Arithmetic.remainder(a, b)
    case .equal: .bool(try a.equals(b, &meter))
    case .notEqual: .bool(try !a.equals(b, &meter))
    case .less, .lessOrEqual, .greater, .greaterOrEqual: .bool(try compare(a, b, &meter))
    case .isIn: .bool(try isIn(a, b, &meter))
    case .index: try a.element(b)
    case .contains, .endsWith, .startsWith, .matches: .bool(try textTest(a, b, &meter))
    case .charAt, .format, .indexOf, .join, .lastIndexOf, .split, .substring: try text(a, b, &meter)
    case .getDate, .getDayOfMonth, .getDayOfWeek, .getDayOfYear, .getFullYear, .getHours, .getMilliseconds,
      .getMinutes, .getMonth, .getSeconds:
      if case .string(let zone) = b { try timePart(a, zone: zone) } else { throw noOverload([a, b]) }
    case .bitAnd, .bitOr, .bitXor, .bitShiftLeft, .bitShiftRight: try bits(a, b)
    case .greatest, .least: try extreme([a, b], &meter)
    case .or, .orValue: try optional(a, b)
    case .negate, .bool, .bytes, .double, .duration, .dyn, .int, .string, .timestamp, .type, .uint, .size,
      .lowerAscii, .replace, .reverse, .trim, .upperAscii, .quote, .abs, .bitNot, .ceil, .floor, .isFinite,
      .isInf,
      .isNaN, .round, .sign, .sqrt, .trunc, .base64Decode, .base64Encode, .optionalNone, .optionalOf,
      .optionalOfNonZero, .hasValue, .value, .boolMessage, .bytesMessage, .doubleMessage, .floatMessage,
      .int32Message, .int64Message, .listMessage, .stringMessage, .structMessage, .uint32Message,
      .uint64Message,
      .valueMessage:
      throw noOverload([a, b])
    }
  }

  /// Says that the function does not work on values of these types.
  func noOverload(_ arguments: [CELValue]) -> CELError {
    let types = arguments.map { CELType.words($0.type) }.joined(separator: isOperator ? " and " : ", ")
    return CELError(.noSuchOverload, "'\(words)' does not work on \(types.isEmpty ? "nothing" : types)")
  }

  // MARK: Comparison and membership

  private func compare(_ a: CELValue, _ b: CELValue, _ meter: inout Meter) throws(CELError) -> Bool {
    guard let order = try a.order(b, &meter) else { throw noOverload([a, b]) }
    switch self {
    case .less: return order == .less
    case .lessOrEqual: return order == .less || order == .equal
    case .greater: return order == .greater
    case .greaterOrEqual: return order == .greater || order == .equal
    default: throw noOverload([a, b])
    }
  }

  private func isIn(_ a: CELValue, _ b: CELValue, _ meter: inout Meter) throws(CELError) -> Bool {
    switch b {
    case .list(let elements):
      for element in elements {
        try meter.charge()
        if try a.equals(element, &meter) { return true }
      }
      return false
    case .map(let map): return map[a] != nil
    case .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .optional:
      throw noOverload([a, b])
    }
  }

  private func size(_ a: CELValue, _ meter: inout Meter) throws(CELError) -> CELValue {
    switch a {
    case .string(let text):
      try meter.charge(bytes: text.utf8.count)
      return .int(Int64(text.unicodeScalars.count))
    case .bytes(let bytes): return .int(Int64(bytes.count))
    case .list(let elements): return .int(Int64(elements.count))
    case .map(let map): return .int(Int64(map.count))
    case .null, .bool, .int, .uint, .double, .timestamp, .duration, .type, .optional: throw noOverload([a])
    }
  }

  // MARK: Optionals

  private func optional(_ a: CELValue) throws(CELError) -> CELValue {
    guard case .optional(let value) = a else { throw noOverload([a]) }
    if self == .hasValue { return .bool(value != nil) }
    guard let value else { throw CELError(.noSuchKey, "an optional without a value has no value()") }
    return value
  }

  private func optional(_ a: CELValue, _ b: CELValue) throws(CELError) -> CELValue {
    guard case .optional(let value) = a else { throw noOverload([a, b]) }
    if self == .orValue { return value ?? b }
    guard case .optional = b else { throw noOverload([a, b]) }
    return value == nil ? b : a
  }
}

extension CELType {
  /// A value's type for people; elements are not said where they are not known.
  static func words(_ type: CELType) -> String {
    switch type {
    case .list: "list"
    case .map: "map"
    case .optional: "optional"
    case .dyn, .null, .bool, .int, .uint, .double, .string, .bytes, .timestamp, .duration, .type, .record,
      .abstract, .variable, .invalid:
      type.words
    }
  }
}
