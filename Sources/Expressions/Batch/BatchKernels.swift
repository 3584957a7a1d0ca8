/// The inner loops of batch instructions: no calls, no bounds, no counting of references.
enum BatchKernels {
  typealias Bytes = UnsafeMutablePointer<UInt8>
  typealias Words = UnsafeMutablePointer<UInt64>

  static func compare(
    _ comparison: BatchInstruction.Comparison, _ d: Bytes, _ a: UnsafePointer<Double>, _ k: Double,
    _ rows: Int
  ) {
    switch comparison {
    case .less: for row in 0..<rows { d[row] = a[row] < k ? 1 : 0 }
    case .lessOrEqual: for row in 0..<rows { d[row] = a[row] <= k ? 1 : 0 }
    case .greater: for row in 0..<rows { d[row] = a[row] > k ? 1 : 0 }
    case .greaterOrEqual: for row in 0..<rows { d[row] = a[row] >= k ? 1 : 0 }
    case .equal: for row in 0..<rows { d[row] = a[row] == k ? 1 : 0 }
    case .notEqual: for row in 0..<rows { d[row] = a[row] != k ? 1 : 0 }
    }
  }

  static func compare(
    _ comparison: BatchInstruction.Comparison, _ d: Bytes, _ a: UnsafePointer<Int64>, _ k: Int64, _ rows: Int
  ) {
    switch comparison {
    case .less: for row in 0..<rows { d[row] = a[row] < k ? 1 : 0 }
    case .lessOrEqual: for row in 0..<rows { d[row] = a[row] <= k ? 1 : 0 }
    case .greater: for row in 0..<rows { d[row] = a[row] > k ? 1 : 0 }
    case .greaterOrEqual: for row in 0..<rows { d[row] = a[row] >= k ? 1 : 0 }
    case .equal: for row in 0..<rows { d[row] = a[row] == k ? 1 : 0 }
    case .notEqual: for row in 0..<rows { d[row] = a[row] != k ? 1 : 0 }
    }
  }

  static func compare(
    _ comparison: BatchInstruction.Comparison, _ d: Bytes, _ a: UnsafePointer<Double>,
    _ b: UnsafePointer<Double>,
    _ rows: Int
  ) {
    switch comparison {
    case .less: for row in 0..<rows { d[row] = a[row] < b[row] ? 1 : 0 }
    case .lessOrEqual: for row in 0..<rows { d[row] = a[row] <= b[row] ? 1 : 0 }
    case .greater: for row in 0..<rows { d[row] = a[row] > b[row] ? 1 : 0 }
    case .greaterOrEqual: for row in 0..<rows { d[row] = a[row] >= b[row] ? 1 : 0 }
    case .equal: for row in 0..<rows { d[row] = a[row] == b[row] ? 1 : 0 }
    case .notEqual: for row in 0..<rows { d[row] = a[row] != b[row] ? 1 : 0 }
    }
  }

  static func compare(
    _ comparison: BatchInstruction.Comparison, _ d: Bytes, _ a: UnsafePointer<Int64>,
    _ b: UnsafePointer<Int64>,
    _ rows: Int
  ) {
    switch comparison {
    case .less: for row in 0..<rows { d[row] = a[row] < b[row] ? 1 : 0 }
    case .lessOrEqual: for row in 0..<rows { d[row] = a[row] <= b[row] ? 1 : 0 }
    case .greater: for row in 0..<rows { d[row] = a[row] > b[row] ? 1 : 0 }
    case .greaterOrEqual: for row in 0..<rows { d[row] = a[row] >= b[row] ? 1 : 0 }
    case .equal: for row in 0..<rows { d[row] = a[row] == b[row] ? 1 : 0 }
    case .notEqual: for row in 0..<rows { d[row] = a[row] != b[row] ? 1 : 0 }
    }
  }

  /// Integer arithmetic that flags the rows where it fails; their results are zero.
  @inline(__always)
  static func checked(
    _ d: UnsafeMutablePointer<Int64>, _ flags: Bytes, _ a: UnsafePointer<Int64>, _ b: UnsafePointer<Int64>,
    _ rows: Int, _ operation: (Int64, Int64) -> (partialValue: Int64, overflow: Bool)
  ) {
    for row in 0..<rows {
      let (value, isOver) = operation(a[row], b[row])
      d[row] = isOver ? 0 : value
      flags[row] = isOver ? 1 : 0
    }
  }

  /// Truncation toward zero; the ends of the range are left out, as `int()` has it.
  static func toInt(_ d: UnsafeMutablePointer<Int64>, _ flags: Bytes, _ a: UnsafePointer<Double>, _ rows: Int)
  {
    for row in 0..<rows {
      let value = a[row]
      let isInside = -0x1p63 < value && value < 0x1p63
      d[row] = isInside ? Int64(value) : 0
      flags[row] = isInside ? 0 : 1
    }
  }
}
