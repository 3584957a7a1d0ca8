import Expressions

/// The names that expressions at one place may use; later places see more.
struct RuleEnvironment {
  var expressions: ExpressionEnvironment
  /// How many slots are visible; tells environments of one workflow apart.
  var visibleSlots: Int
}
