/// Finds what a reply speaks of.
///
/// Mentions weigh nothing in what a reply means. A word that slips were undone to read is none of theirs: "bother" is no
/// "brother".
struct MentionReader: ~Copyable, Sendable {
  private let automaton: PhraseAutomaton
  private let origins: [MentionPhrases.Origin]
  private let names: [String]

  /// - Parameter words: How many words the model knows.
  init?(_ phrases: consuming MentionPhrases, words: Int) {
    guard !phrases.names.isEmpty else { return nil }
    automaton = phrases.compiler.finish(words: words)
    origins = phrases.origins
    names = phrases.names
  }

  /// What a reply speaks of, in the definition's order, each once.
  func read(_ reply: ReplyText) -> [Mention] {
    guard !reply.tokens.isEmpty else { return [] }
    let matches = automaton.matches(in: reply)
    guard !matches.isEmpty else { return [] }
    var found = [Range<Int>?](repeating: nil, count: names.count)
    var covered: [Int: [Bool]] = [:]
    for match in matches {
      let tokens = reply.tokens[match.first...match.last]
      guard !tokens.contains(where: { $0.flags.contains(.isCorrected) }) else { continue }
      let origin = origins[match.phrase]
      guard !origin.isWhole else {
        var cover = covered[origin.mention] ?? [Bool](repeating: false, count: reply.tokens.count)
        for index in match.first...match.last { cover[index] = true }
        covered[origin.mention] = cover
        continue
      }
      let range = Int(reply.tokens[match.first].start)..<Int(reply.tokens[match.last].end)
      if found[origin.mention].map({ $0.count < range.count }) ?? true { found[origin.mention] = range }
    }
    for (mention, cover) in covered where isWhole(cover, reply) {
      found[mention] = Int(reply.tokens[0].start)..<Int(reply.tokens[reply.tokens.count - 1].end)
    }
    return names.indices.compactMap { index in
      found[index].map { Mention(name: names[index], range: $0) }
    }
  }

  /// Whether nothing but signs and fillers at the edges is left uncovered.
  private func isWhole(_ cover: [Bool], _ reply: ReplyText) -> Bool {
    reply.tokens.indices.allSatisfy { index in
      cover[index] || reply.tokens[index].isTransparent || reply.tokens[index].flags.contains(.isEdgeFiller)
    }
  }
}
