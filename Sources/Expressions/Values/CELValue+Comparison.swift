extension CELValue {
  /// CEL's `==`: numbers by value across types, NaN unlike itself, different types unequal.
  ///
  /// - Returns: `nil` for values too large to compare within the cost limit.
  public func equals(_ other: CELValue) -> Bool? {
    var meter = Meter(limit: CompiledExpression.costLimit)
    // The only error is the cost limit.
    return try? equals(other, &meter)
  }

  func equals(_ other: CELValue, _ meter: inout Meter) throws(CELError) -> Bool {
    switch (self, other) {
    case (.int(let a), .int(let b)): return a == b
    case (.string(let a), .string(let b)):
      try meter.charge(bytes: Swift.min(a.utf8.count, b.utf8.count))
      return a.hasSameBytes(as: b)
    case (.bytes(let a), .bytes(let b)):
      try meter.charge(bytes: Swift.min(a.count, b.count))
      return a == b
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      for place in a.indices {
        try meter.charge()
        if try !a[place].equals(b[place], &meter) { return false }
      }
      return true
    case (.map(let a), .map(let b)):
      guard a.count == b.count else { return false }
      for entry in a.entries {
        try meter.charge()
        guard let value = b[entry.key], try entry.value.equals(value, &meter) else { return false }
      }
      return true
    case (.type(let a), .type(let b)): return a.name == b.name
    case (.optional(let a), .optional(let b)):
      try meter.charge()
      guard let a, let b else { return a == nil && b == nil }
      return try a.equals(b, &meter)
    case (.bool, _), (.null, _), (.timestamp, _), (.duration, _):
      return self == other
    case (.int, _), (.uint, _), (.double, _):
      return numericOrder(other) == .equal
    case (.string, _), (.bytes, _), (.list, _), (.map, _), (.type, _), (.optional, _):
      return false
    }
  }

  enum Order { case less, equal, greater, unordered }

  /// The order of two values by `<`; `nil` where CEL has none.
  func order(_ other: CELValue, _ meter: inout Meter) throws(CELError) -> Order? {
    switch (self, other) {
    case (.int(let a), .int(let b)): return a < b ? .less : a == b ? .equal : .greater
    case (.double(let a), .double(let b)):
      return a < b ? .less : a == b ? .equal : a > b ? .greater : .unordered
    case (.string(let a), .string(let b)):
      try meter.charge(bytes: Swift.min(a.utf8.count, b.utf8.count))
      return a.hasSameBytes(as: b) ? .equal : a.precedesByBytes(b) ? .less : .greater
    case (.bytes(let a), .bytes(let b)):
      try meter.charge(bytes: Swift.min(a.count, b.count))
      return a == b ? .equal : a.lexicographicallyPrecedes(b) ? .less : .greater
    case (.bool(let a), .bool(let b)): return a == b ? .equal : b ? .less : .greater
    case (.timestamp(let a), .timestamp(let b)): return a < b ? .less : a == b ? .equal : .greater
    case (.duration(let a), .duration(let b)): return a < b ? .less : a == b ? .equal : .greater
    case (.int, _), (.uint, _), (.double, _): return numericOrder(other)
    case (.null, _), (.bool, _), (.string, _), (.bytes, _), (.timestamp, _), (.duration, _), (.list, _),
      (.map, _),
      (.type, _), (.optional, _):
      return nil
    }
  }

  /// The order of two numbers on the one number line they share; `nil` when either is none.
  func numericOrder(_ other: CELValue) -> Order? {
    switch (self, other) {
    case (.int(let a), .int(let b)): a < b ? .less : a == b ? .equal : .greater
    case (.uint(let a), .uint(let b)): a < b ? .less : a == b ? .equal : .greater
    case (.double(let a), .double(let b)): a < b ? .less : a == b ? .equal : a > b ? .greater : .unordered
    case (.int(let a), .uint(let b)):
      a < 0 ? .less : a.magnitude < b ? .less : a.magnitude == b ? .equal : .greater
    case (.uint, .int), (.uint, .double), (.int, .double):
      if case .double(let b) = other { order(asDouble: b) } else { other.numericOrder(self)?.reversed }
    case (.double, .int), (.double, .uint): other.numericOrder(self)?.reversed
    case (.null, _), (.bool, _), (.int, _), (.uint, _), (.double, _), (.string, _), (.bytes, _),
      (.timestamp, _),
      (.duration, _), (.list, _), (.map, _), (.type, _), (.optional, _):
      nil
    }
  }

  /// Compares an integer with a double as CEL does: through the integer's nearest double, after a check of range.
  private func order(asDouble b: Double) -> Order? {
    let a: Double
    switch self {
    case .int(let value): a = Double(value)
    case .uint(let value): a = Double(value)
    case .null, .bool, .double, .string, .bytes, .timestamp, .duration, .list, .map, .type, .optional:
      return nil
    }
    return a < b ? .less : a == b ? .equal : a > b ? .greater : .unordered
  }
}

extension CELValue.Order {
  var reversed: Self {
    switch self {
    case .less: .greater
    case .greater: .less
    case .equal: .equal
    case .unordered: .unordered
    }
  }
}
