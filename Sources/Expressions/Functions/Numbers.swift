extension Function {
  /// The functions of `math` that take one number.
  func math(_ a: CELValue) throws(CELError) -> CELValue {
    switch (self, a) {
    case (.abs, .int(let value)):
      guard value != .min else { throw CELError(.overflow, "the result of 'math.abs()' is out of range") }
      return .int(Swift.abs(value))
    case (.abs, .uint), (.abs, .double):
      if case .double(let value) = a { return .double(value.magnitude) }
      return a
    case (.sign, .int(let value)): return .int(value.signum())
    case (.sign, .uint(let value)): return .uint(value == 0 ? 0 : 1)
    case (.sign, .double(let value)): return .double(value > 0 ? 1 : value < 0 ? -1 : value)
    case (.ceil, .double(let value)): return .double(value.rounded(.up))
    case (.floor, .double(let value)): return .double(value.rounded(.down))
    case (.round, .double(let value)): return .double(value.rounded(.toNearestOrAwayFromZero))
    case (.trunc, .double(let value)): return .double(value.rounded(.towardZero))
    case (.isFinite, .double(let value)): return .bool(value.isFinite)
    case (.isInf, .double(let value)): return .bool(value.isInfinite)
    case (.isNaN, .double(let value)): return .bool(value.isNaN)
    case (.sqrt, .double(let value)): return .double(value.squareRoot())
    case (.sqrt, .int(let value)): return .double(Double(value).squareRoot())
    case (.sqrt, .uint(let value)): return .double(Double(value).squareRoot())
    case (.bitNot, .int(let value)): return .int(~value)
    case (.bitNot, .uint(let value)): return .uint(~value)
    default: throw noOverload([a])
    }
  }

  /// The functions of `math` on the bits of two numbers.
  func bits(_ a: CELValue, _ b: CELValue) throws(CELError) -> CELValue {
    switch (self, a, b) {
    case (.bitAnd, .int(let a), .int(let b)): return .int(a & b)
    case (.bitAnd, .uint(let a), .uint(let b)): return .uint(a & b)
    case (.bitOr, .int(let a), .int(let b)): return .int(a | b)
    case (.bitOr, .uint(let a), .uint(let b)): return .uint(a | b)
    case (.bitXor, .int(let a), .int(let b)): return .int(a ^ b)
    case (.bitXor, .uint(let a), .uint(let b)): return .uint(a ^ b)
    case (.bitShiftLeft, .int(let value), .int(let count)):
      return .int(Int64(bitPattern: try shifted(UInt64(bitPattern: value), count)))
    case (.bitShiftRight, .int(let value), .int(let count)):
      return .int(Int64(bitPattern: try shifted(UInt64(bitPattern: value), count)))
    case (.bitShiftLeft, .uint(let value), .int(let count)),
      (.bitShiftRight, .uint(let value), .int(let count)):
      return .uint(try shifted(value, count))
    default: throw noOverload([a, b])
    }
  }

  /// Shifts fill with zeros, and everything goes from 64 places on.
  private func shifted(_ value: UInt64, _ count: Int64) throws(CELError) -> UInt64 {
    guard 0 <= count else { throw CELError(.invalidArgument, "bits cannot be shifted by \(count) places") }
    return self == .bitShiftLeft ? value << count : value >> count
  }

  /// `math.greatest` and `math.least`: the first of equal numbers; a single list stands for its elements.
  func extreme(_ arguments: [CELValue], _ meter: inout Meter) throws(CELError) -> CELValue {
    var numbers = arguments
    if numbers.count == 1, case .list(let elements) = numbers[0] { numbers = elements }
    guard var best = numbers.first, best.type.isNumeric else { throw noOverload(arguments) }
    for number in numbers.dropFirst() {
      try meter.charge()
      guard let order = number.numericOrder(best) else { throw noOverload(arguments) }
      if order == (self == .greatest ? .greater : .less) { best = number }
    }
    return best
  }
}
