/// Builds a model from a definition whose phrases are read.
struct ReplyModelBuilder {
  private let parsed: ParsedUnderstanding

  /// What the classifier needs to claim an intent alone, where the definition does not say.
  private static let threshold = 0.45
  /// Of a wish for silence, where nothing speaks against it; see `Reading` for what does.
  private static let optOutThreshold = 0.93

  init(_ parsed: ParsedUnderstanding) { self.parsed = parsed }

  func build() -> ReplyModel {
    var examples: [(text: ReplyText, label: Int)] = []
    for (index, intent) in parsed.intents.enumerated() {
      examples += intent.examples.map { (ReplyText.scanning($0), index) }
    }
    let definition = parsed.definition
    let fillers = definition.words.filter { $0.name == FillerWords.className }.flatMap(\.entries)
    let words = ReplyWords(
      parsed.parser.table, fillers: fillers, ordinary: definition.ordinaryWords,
      keywords: definition.carrierWords, examples: examples.map(\.text))
    let names = parsed.intents.map(\.name)
    let (classifier, knownPairs) = ReplyModelBuilder.trained(on: examples, classes: names.count, words: words)
    let core = ReplyModel.Core(
      words: words, automaton: parsed.compiler.finish(words: words.table.vocabulary.count),
      owners: parsed.owners, phrases: parsed.texts, wholes: readWholes(words),
      keywords: readKeywords(words), classifier: classifier, knownPairs: knownPairs, intents: names,
      thresholds: parsed.intents.map {
        $0.threshold ?? ($0.name == IntentDefinition.Reserved.optOut ? Self.optOutThreshold : Self.threshold)
      }, mentions: MentionReader(parsed.mentions, words: words.table.vocabulary.count))
    return ReplyModel(intents: names, problems: parsed.problems, core: core)
  }

  // MARK: Whole messages

  private func readWholes(_ words: ReplyWords) -> [UInt64: ReplyModel.WholeMessage] {
    var wholes: [UInt64: ReplyModel.WholeMessage] = [:]
    func add(_ text: String, _ intent: Int) {
      guard let hash = hash(of: text, words), wholes[hash] == nil else { return }
      wholes[hash] = ReplyModel.WholeMessage(intent: intent, text: text)
    }
    // No intent's own words take a keyword away; then the graver intent keeps a message that two claim.
    for (index, intent) in parsed.intents.enumerated() {
      for text in parsed.definition.carrierWords.words(of: intent.name) { add(text, index) }
    }
    for (index, intent) in parsed.intents.enumerated() {
      for text in intent.whole { add(text, index) }
    }
    return wholes
  }

  private func readKeywords(_ words: ReplyWords) -> [UInt64: CarrierKeyword] {
    var keywords: [UInt64: CarrierKeyword] = [:]
    for keyword in CarrierKeyword.allCases {
      for text in parsed.definition.carrierWords[keyword] {
        if let hash = hash(of: text, words), keywords[hash] == nil { keywords[hash] = keyword }
      }
    }
    return keywords
  }

  private func hash(of text: String, _ words: ReplyWords) -> UInt64? {
    ReplyReader.read(ReplyText.scanning(text), with: words).wholeHash(disregarding: [])
  }

  // MARK: Examples

  private static func trained(
    on examples: [(text: ReplyText, label: Int)], classes: Int, words: ReplyWords
  ) -> (LinearModel, KnownPairs) {
    var trainer = Trainer(examples: examples.count)
    var knownPairs = KnownPairs()
    var features = ReplyFeatures()
    for (scanned, label) in examples {
      let (reply, _, _) = words.read(scanned)
      features.read(reply, words)
      trainer.add(features.slots, words: features.words, label: label)
      knownPairs.insert(features.pairs)
    }
    return (trainer.train(classes: classes), knownPairs)
  }
}
