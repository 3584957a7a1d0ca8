/// The phrases of a definition's mentions, parsed and not yet made into a machine.
struct MentionPhrases {
  let names: [String]
  private(set) var compiler: PhraseCompiler
  private(set) var origins: [Origin] = []
  private(set) var problems: [DefinitionProblem] = []

  /// Where a phrase comes from.
  struct Origin {
    var mention: Int
    /// Whether it must cover the whole reply.
    var isWhole: Bool
  }

  init() {
    names = []
    compiler = PhraseCompiler()
  }

  /// Parses them.
  ///
  /// Their words are honest words, which no slip leads away from nor to: what a client asks about should not change
  /// what a reply means.
  ///
  /// - Parameters:
  ///   - parser: Knows the definition's word classes.
  ///   - isMeasuring: Whether only the problems are asked for.
  init(
    of definition: UnderstandingDefinition, with parser: inout PhraseParser, isMeasuring: Bool = false
  ) {
    compiler = PhraseCompiler(isMeasuring: isMeasuring)
    names = definition.mentions.map(\.name)
    let wereTargets = parser.wordsAreTargets
    parser.wordsAreTargets = false
    defer { parser.wordsAreTargets = wereTargets }
    for (mention, defined) in definition.mentions.enumerated() {
      for (list, texts) in [(DefinitionProblem.List.phrases, defined.phrases), (.whole, defined.whole)] {
        for (number, text) in texts.enumerated() {
          func report(_ message: String, _ offset: Int, isTooLarge: Bool) {
            problems.append(
              DefinitionProblem(
                place: .mention(defined.name, list: list, number: number, offset: offset), message: message,
                isTooLarge: isTooLarge))
          }
          do throws(PhraseProblem) {
            if compiler.add(try parser.parse(text)) {
              origins.append(Origin(mention: mention, isWhole: list == .whole))
            } else {
              report("there are too many phrases", 0, isTooLarge: true)
            }
          } catch {
            report(error.message, error.offset, isTooLarge: error.isTooLarge)
          }
        }
      }
    }
  }

  /// What cannot be used of a definition's mentions, in its order.
  static func problems(of definition: UnderstandingDefinition) -> [DefinitionProblem] {
    guard !definition.mentions.isEmpty else { return [] }
    var parser = PhraseParser(table: WordTable())
    for wordClass in definition.words {
      // What is wrong with a class is told where the intents are read.
      try? parser.define(wordClass.name, as: wordClass.entries.compactMap { try? parser.parse($0) })
    }
    return MentionPhrases(of: definition, with: &parser, isMeasuring: true).problems
  }
}
