/// A pattern as read, before it is laid out as a program.
indirect enum RegexNode: Sendable {
  case empty
  case scalars(ScalarSet)
  case assertion(Assertion)
  case sequence([RegexNode])
  case alternatives([RegexNode])
  /// `most` is `nil` without an upper bound.
  case repeated(RegexNode, least: Int, most: Int?)

  enum Assertion: Sendable { case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary }
}

/// Why a text is not a pattern.
struct RegexError: Error, Hashable, Sendable {
  let message: String
}
