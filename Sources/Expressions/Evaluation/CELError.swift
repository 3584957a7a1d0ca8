/// Why an expression that compiled has no value for these inputs.
public struct CELError: Error, Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case divisionByZero = "division-by-zero"
    /// A number, timestamp or duration left its range.
    case overflow
    case noSuchKey = "no-such-key"
    /// A position outside a list or text.
    case outOfRange = "out-of-range"
    /// A function or operator met types it does not work on; without `dyn`, the checker finds these first.
    case noSuchOverload = "no-such-overload"
    case noSuchFunction = "no-such-function"
    /// A name that nothing was bound to.
    case unbound
    case duplicateKey = "duplicate-key"
    /// A text that is not the number, date, pattern or format it should be.
    case invalidArgument = "invalid-argument"
    /// The evaluation took more steps than `CompiledExpression.costLimit`.
    case tooCostly = "too-costly"
  }

  public let kind: Kind
  /// Worded as a diagnostic: lower case, one phrase, no full stop.
  public let message: String
  /// The UTF-8 bytes of the expression that failed, as offsets into its source; empty at 0 when unknown.
  public internal(set) var range: Range<Int>

  public init(_ kind: Kind, _ message: String, at range: Range<Int> = 0..<0) {
    self.kind = kind
    self.message = message
    self.range = range
  }

  /// The same error, placed at `range` unless it already has a place.
  func placed(at range: Range<Int>) -> CELError {
    guard self.range.isEmpty else { return self }
    var error = self
    error.range = range
    return error
  }
}

extension CELError: CustomStringConvertible {
  public var description: String { message }
}
