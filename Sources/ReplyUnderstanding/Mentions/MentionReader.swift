/// Finds what a reply speaks of.
///
/// Reads by words of its own, apart from those of the intents: what a client asks about must not change what a reply
/// means. Slips are not undone here; "bother" is no "brother".
struct MentionReader: Sendable {
  private let words: ReplyWords
  private let automaton: PhraseAutomaton
  private let origins: [Origin]
  private let names: [String]

  private struct Origin {
    var mention: Int
    var isWhole: Bool
  }

  init?(_ definition: UnderstandingDefinition) {
    guard !definition.mentions.isEmpty else { return nil }
    let parts = MentionReader.parse(definition)
    let compiler = parts.compiler
    let fillers = definition.words.filter { $0.name == FillerWords.className }.flatMap(\.entries)
    words = ReplyWords(parts.table, fillers: fillers, ordinary: [], examples: [])
    automaton = compiler.finish(words: words.table.vocabulary.count)
    origins = parts.origins
    names = definition.mentions.map(\.name)
  }

  /// What cannot be used of a definition's mentions, in its order.
  static func problems(of definition: UnderstandingDefinition) -> [DefinitionProblem] {
    definition.mentions.isEmpty ? [] : parse(definition).problems
  }

  private struct Parts {
    var table: WordTable
    var compiler: PhraseCompiler
    var origins: [Origin]
    var problems: [DefinitionProblem]
  }

  private static func parse(_ definition: UnderstandingDefinition) -> Parts {
    var parser = PhraseParser(table: WordTable())
    var compiler = PhraseCompiler()
    var origins: [Origin] = []
    var problems: [DefinitionProblem] = []
    for wordClass in definition.words {
      // What is wrong with a class is told where the intents are read.
      parser.define(wordClass.name, as: wordClass.entries.compactMap { try? parser.parse($0) })
    }
    for (mention, defined) in definition.mentions.enumerated() {
      for (list, texts) in [(DefinitionProblem.List.phrases, defined.phrases), (.whole, defined.whole)] {
        for (number, text) in texts.enumerated() {
          func report(_ message: String, _ offset: Int) {
            problems.append(
              DefinitionProblem(
                place: .mention(defined.name, list: list, number: number, offset: offset), message: message))
          }
          do throws(PhraseProblem) {
            if compiler.add(try parser.parse(text)) {
              origins.append(Origin(mention: mention, isWhole: list == .whole))
            } else {
              report("there are too many phrases", 0)
            }
          } catch {
            report(error.message, error.offset)
          }
        }
      }
    }
    return Parts(table: parser.table, compiler: compiler, origins: origins, problems: problems)
  }

  /// What a reply speaks of, in the definition's order, each once.
  func read(_ scanned: consuming ReplyText) -> [Mention] {
    let (reply, _, _) = words.read(scanned)
    guard !reply.tokens.isEmpty else { return [] }
    var found = [Range<Int>?](repeating: nil, count: names.count)
    var covered: [Int: [Bool]] = [:]
    for match in automaton.matches(in: reply) {
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
