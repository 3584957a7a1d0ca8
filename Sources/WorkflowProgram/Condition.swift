public import Expressions

/// A compiled `when:` with the words and the place it was written in.
public struct Condition: Sendable {
  /// Always of type `bool`.
  public let expression: CompiledExpression
  public let place: Place

  public init(_ expression: CompiledExpression, at place: Place) {
    self.expression = expression
    self.place = place
  }
}

/// Index into `ClientProgram.conditions`; programs hold each condition once and name it by number.
public struct ConditionID: Hashable, Sendable {
  public let index: Int
  public init(index: Int) { self.index = index }
}
