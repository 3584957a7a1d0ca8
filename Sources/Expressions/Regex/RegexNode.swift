/// A pattern as read, before it is laid out as a program.
indirect enum RegexNode: Sendable {
  /// Takes nothing; the only node that is laid out as no instruction at all.
  case empty
  case scalars(ScalarSet)
  case assertion(Assertion)
  case sequence([RegexNode])
  case alternatives([RegexNode])
  /// `most` is `nil` without an upper bound.
  case repeated(RegexNode, least: Int, most: Int?)

  /// A node some number of times; what takes nothing and asks nothing is no more for being repeated.
  static func repetition(of node: RegexNode, least: Int, most: Int?) -> RegexNode {
    if most == 0 { return .empty }
    if case .empty = node { return .empty }
    return .repeated(node, least: least, most: most)
  }

  enum Assertion: Sendable { case textStart, textEnd, lineStart, lineEnd, wordBoundary, noWordBoundary }
}

/// Why a text is not a pattern.
struct RegexError: Error, Hashable, Sendable {
  let message: String
}
