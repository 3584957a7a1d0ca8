/// What reading one cell of a lead file gave.
public enum Reading<Value: Sendable>: Sendable {
  case value(Value)
  /// Nothing there, or a word for nothing: `N/A`, `null`, `-`.
  case empty
  case unreadable(ReadingProblem)

  /// The value, or `nil` when there is none.
  public var value: Value? {
    switch self {
    case .value(let value): value
    case .empty, .unreadable: nil
    }
  }

  /// Why there is a text and no value, or `nil`.
  public var problem: ReadingProblem? {
    switch self {
    case .unreadable(let problem): problem
    case .value, .empty: nil
    }
  }
}

extension Reading: Equatable where Value: Equatable {}
extension Reading: Hashable where Value: Hashable {}
