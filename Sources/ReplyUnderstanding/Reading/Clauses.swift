/// Cuts a reply into its thoughts: sentences, cut again at commas and at "and", "please" and their like.
struct Clauses: Sendable {
  private let joining: [Int32]
  private static let words = "and but so also plus please pero y"
  /// One word is no thought of its own; it stays with what came before.
  private static let shortest = 2

  init(into table: inout WordTable) {
    joining = Clauses.words.split(separator: " ").map { table.internPlain(String($0)) }
  }

  /// Where the thoughts stand, in order; together they are the whole reply.
  func ranges(of tokens: [Token]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var start = 0
    for index in tokens.indices.dropFirst() {
      let opens =
        !tokens[index].flags.isDisjoint(with: [.opensSentence, .followsComma])
        || joining.contains(tokens[index].word)
      guard opens, index - start >= Clauses.shortest else { continue }
      ranges.append(start..<index)
      start = index
    }
    if tokens.count - start < Clauses.shortest, let last = ranges.popLast() { start = last.lowerBound }
    ranges.append(start..<tokens.count)
    return ranges
  }
}
