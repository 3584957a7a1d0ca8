/// The inner loops of batch instructions: no calls, no bounds, no counting of references.
enum BatchKernels {
  @inline(__always)
  static func map<Value, Result>(
    _ d: UnsafeMutablePointer<Result>, _ a: UnsafeMutablePointer<Value>, _ rows: Int,
    _ operation: (Value) -> Result
  ) {
    for row in 0..<rows { d[row] = operation(a[row]) }
  }

  @inline(__always)
  static func map<Value, Result>(
    _ d: UnsafeMutablePointer<Result>, _ a: UnsafeMutablePointer<Value>, _ b: UnsafeMutablePointer<Value>,
    _ rows: Int, _ operation: (Value, Value) -> Result
  ) {
    for row in 0..<rows { d[row] = operation(a[row], b[row]) }
  }

  /// Takes from one register or the other, as a third tells.
  @inline(__always)
  static func select<Value>(
    _ d: UnsafeMutablePointer<Value>, _ choice: UnsafeMutablePointer<UInt8>, _ a: UnsafeMutablePointer<Value>,
    _ b: UnsafeMutablePointer<Value>, _ rows: Int
  ) {
    for row in 0..<rows { d[row] = choice[row] != 0 ? a[row] : b[row] }
  }

  /// Reads a table at each row's number.
  @inline(__always)
  static func lookUp<Value>(
    _ d: UnsafeMutablePointer<Value>, _ table: UnsafeMutablePointer<Value>,
    _ numbers: UnsafeMutablePointer<UInt16>,
    _ rows: Int
  ) {
    for row in 0..<rows { d[row] = table[Int(numbers[row])] }
  }

  /// Compares with one value.
  @inline(__always)
  static func compare<Value: Comparable>(
    _ comparison: BatchInstruction.Comparison, _ d: UnsafeMutablePointer<UInt8>,
    _ a: UnsafeMutablePointer<Value>,
    _ k: Value, _ rows: Int
  ) {
    switch comparison {
    case .less: map(d, a, rows) { $0 < k ? 1 : 0 }
    case .lessOrEqual: map(d, a, rows) { $0 <= k ? 1 : 0 }
    case .greater: map(d, a, rows) { $0 > k ? 1 : 0 }
    case .greaterOrEqual: map(d, a, rows) { $0 >= k ? 1 : 0 }
    case .equal: map(d, a, rows) { $0 == k ? 1 : 0 }
    case .notEqual: map(d, a, rows) { $0 != k ? 1 : 0 }
    }
  }

  /// Compares two registers.
  @inline(__always)
  static func compare<Value: Comparable>(
    _ comparison: BatchInstruction.Comparison, _ d: UnsafeMutablePointer<UInt8>,
    _ a: UnsafeMutablePointer<Value>,
    _ b: UnsafeMutablePointer<Value>, _ rows: Int
  ) {
    switch comparison {
    case .less: map(d, a, b, rows) { $0 < $1 ? 1 : 0 }
    case .lessOrEqual: map(d, a, b, rows) { $0 <= $1 ? 1 : 0 }
    case .greater: map(d, a, b, rows) { $0 > $1 ? 1 : 0 }
    case .greaterOrEqual: map(d, a, b, rows) { $0 >= $1 ? 1 : 0 }
    case .equal: map(d, a, b, rows) { $0 == $1 ? 1 : 0 }
    case .notEqual: map(d, a, b, rows) { $0 != $1 ? 1 : 0 }
    }
  }

  /// Integer arithmetic that flags the rows where it fails; their results are zero.
  @inline(__always)
  static func checked(
    _ d: UnsafeMutablePointer<Int64>, _ flags: UnsafeMutablePointer<UInt8>, _ a: UnsafeMutablePointer<Int64>,
    _ b: UnsafeMutablePointer<Int64>, _ rows: Int,
    _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) {
    for row in 0..<rows {
      let (value, isOver) = operation(a[row], b[row])
      d[row] = isOver ? 0 : value
      flags[row] = isOver ? 1 : 0
    }
  }

  static func negate(
    _ d: UnsafeMutablePointer<Int64>, _ flags: UnsafeMutablePointer<UInt8>, _ a: UnsafeMutablePointer<Int64>,
    _ rows: Int
  ) {
    for row in 0..<rows {
      d[row] = 0 &- a[row]
      flags[row] = a[row] == .min ? 1 : 0
    }
  }

  /// Truncation toward zero; the ends of the range are left out, as `int()` has it.
  static func toInt(
    _ d: UnsafeMutablePointer<Int64>, _ flags: UnsafeMutablePointer<UInt8>, _ a: UnsafeMutablePointer<Double>,
    _ rows: Int
  ) {
    for row in 0..<rows {
      let value = a[row]
      let isInside = -0x1p63 < value && value < 0x1p63
      d[row] = isInside ? Int64(value) : 0
      flags[row] = isInside ? 0 : 1
    }
  }
}
