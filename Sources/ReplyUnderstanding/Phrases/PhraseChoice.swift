extension PhraseNode {
  /// A choice, with its single words gathered into one set.
  static func choice(of alternatives: [PhraseNode]) -> PhraseNode {
    if alternatives.count == 1 { return alternatives[0] }
    var words: [Int32] = []
    var others: [PhraseNode] = []
    for node in alternatives {
      switch node {
      case .word(let word): words.append(word)
      case .oneOf(let several): words += several
      case .choice(let inner):
        for node in inner {
          if case .oneOf(let several) = node { words += several } else { others.append(node) }
        }
      case .thing, .anyWord, .sequence, .optional, .oneOrMore, .gap, .sentenceEnd: others.append(node)
      }
    }
    if let word = anyWord(of: words) { others.insert(word, at: 0) }
    return others.count == 1 ? others[0] : .choice(others)
  }

  /// A choice that many phrases will use: its rows of words become few parts.
  static func wordClass(of entries: [PhraseNode]) -> PhraseNode {
    var rows: [[Int32]] = []
    var others: [PhraseNode] = []
    for entry in entries {
      if case .sequence(let parts) = entry, let row = row(of: parts) {
        rows.append(row)
      } else {
        others.append(entry)
      }
    }
    return choice(of: others + parts(ofRows: rows))
  }

  /// The words of parts that are nothing but words, at least two.
  private static func row(of parts: [PhraseNode]) -> [Int32]? {
    var row: [Int32] = []
    for part in parts {
      guard case .word(let word) = part else { return nil }
      row.append(word)
    }
    return row.count > 1 ? row : nil
  }

  /// Rows of words as few parts: "call list" and "mailing list" are one, of two words and one behind them.
  ///
  /// Every part is a place that has to be looked at where the choice may begin, so fewer read faster.
  private static func parts(ofRows rows: [[Int32]]) -> [PhraseNode] {
    guard rows.count > 1 else { return rows.map { .sequence($0.map { .word($0) }) } }
    var tails: [Int32: Set<[Int32]>] = [:]
    for row in rows { tails[row[0], default: []].insert(Array(row.dropFirst())) }
    var heads: [Set<[Int32]>: [Int32]] = [:]
    for (head, tails) in tails { heads[tails, default: []].append(head) }
    return heads.map { tails, heads in (heads.min() ?? 0, sequence(heads, then: tails)) }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// Any of some words, and behind it any of some rows; one that is empty makes the others optional.
  private static func sequence(_ heads: [Int32], then tails: Set<[Int32]>) -> PhraseNode {
    guard let head = anyWord(of: heads) else { return .choice([]) }
    let words = tails.compactMap { $0.count == 1 ? $0[0] : nil }
    var next = parts(ofRows: tails.filter { $0.count > 1 }.sorted { $0.lexicographicallyPrecedes($1) })
    if let word = anyWord(of: words) { next.insert(word, at: 0) }
    guard !next.isEmpty else { return head }
    let tail = next.count == 1 ? next[0] : PhraseNode.choice(next)
    return .sequence([head, tails.contains([]) ? .optional(tail) : tail])
  }

  /// A word, or a set of several; `nil` for none.
  private static func anyWord(of words: [Int32]) -> PhraseNode? {
    let words = words.sortedWithoutRepeats()
    return words.count > 1 ? .oneOf(words) : words.first.map { .word($0) }
  }
}

extension [Int32] {
  /// In ascending order, each once.
  fileprivate func sortedWithoutRepeats() -> [Int32] {
    var result: [Int32] = []
    result.reserveCapacity(count)
    for number in sorted() where result.last != number { result.append(number) }
    return result
  }
}
