/// Counts what an evaluation costs and stops it at a limit.
///
/// One unit is about one small step: a call, an element looked at, or 32 bytes of text touched.
struct Meter {
  private(set) var remaining: Int

  init(limit: Int) { remaining = limit }

  mutating func charge(_ units: Int = 1) throws(CELError) {
    remaining -= units
    if remaining < 0 {
      remaining = 0
      throw CELError(.tooCostly, "the expression takes more than \(CompiledExpression.costLimit) steps")
    }
  }

  /// Charges for going through so many bytes once.
  mutating func charge(bytes: Int) throws(CELError) { try charge(1 + bytes / 32) }
}
