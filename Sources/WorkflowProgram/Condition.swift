/// Index into `ClientProgram.conditions`; programs hold each condition once and name it by number.
public struct ConditionID: Hashable, Sendable {
  public let index: Int
  public init(index: Int) { self.index = index }
}
