internal import Workers

/// Builds a model from a definition whose phrases are read.
struct ReplyModelBuilder {
  private let parsed: ParsedUnderstanding

  /// What the classifier needs to claim an intent alone, where the definition does not say.
  private static let threshold = 0.45
  /// Of a wish for silence, where nothing speaks against it; see `Reading` for what does.
  private static let optOutThreshold = 0.82

  private let pool: WorkerPool

  init(_ parsed: ParsedUnderstanding, pool: WorkerPool) {
    self.parsed = parsed
    self.pool = pool
  }

  func build() -> ReplyModel {
    let examples = scannedExamples()
    let definition = parsed.definition
    let fillers = definition.words.filter { $0.name == UnderstandingDefinition.fillerClass }.flatMap(
      \.entries)
    let words = ReplyWords(
      parsed.parser.table, fillers: fillers, ordinary: definition.ordinaryWords,
      keywords: definition.carrierWords, examples: examples)
    let lesson = pool.map(examples.count) { _, index in ExampleFeatures(examples[index].texts, words) }
    let trainer = trainer(of: lesson)
    let count = words.table.vocabulary.count
    // Learning goes step by step; the other threads make the rest meanwhile.
    let (classifier, rest) = pool.both {
      trainer.train(classes: parsed.intents.count, pool: pool)
    } _: {
      (phrases: KnownPhrases(parsed, words: count), pairs: knownPairs(of: lesson))
    }
    let names = parsed.intents.map(\.name)
    let core = ReplyModel.Core(
      words: words, phrases: rest.phrases, wholes: readWholes(words), keywords: readKeywords(words),
      classifier: classifier, knownPairs: rest.pairs, intents: names,
      thresholds: parsed.intents.map {
        $0.threshold ?? ($0.name == IntentDefinition.Reserved.optOut ? Self.optOutThreshold : Self.threshold)
      })
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

  /// Threads take the examples so many at a time.
  private static let piece = 512

  /// All examples, the intents' one after the other, in pieces.
  private func scannedExamples() -> [ScannedExamples] {
    let texts = parsed.intents.flatMap(\.examples)
    let starts = Array(stride(from: 0, to: texts.count, by: Self.piece))
    return pool.map(starts.count) { _, index in
      ScannedExamples(
        texts[starts[index]..<min(starts[index] + Self.piece, texts.count)], known: parsed.parser.table)
    }
  }

  /// Per example, its intent.
  private var labels: [Int] {
    parsed.intents.enumerated().flatMap { index, intent in
      repeatElement(index, count: intent.examples.count)
    }
  }

  /// What the examples teach, ready to be learnt.
  private func trainer(of lesson: [ExampleFeatures]) -> Trainer {
    var counts = SlotCounts()
    for piece in lesson { counts.formUnion(piece.slotCounts) }
    let rows = FeatureRows(counts)
    let numbered = pool.map(lesson.count) { _, index in lesson[index].numbered(by: rows) }
    return Trainer(NumberedExamples(numbered), labels: labels, rows: rows)
  }

  /// How the examples put words together.
  private func knownPairs(of lesson: [ExampleFeatures]) -> KnownPairs {
    var known = KnownPairs()
    var labels = labels.makeIterator()
    for piece in lesson {
      for example in 0..<piece.count {
        // What is unclear is mostly said by people who write about something else.
        guard let label = labels.next(), parsed.intents[label].name != IntentDefinition.Reserved.unclear
        else { continue }
        known.insert(piece.pairs(of: example))
      }
    }
    return known
  }
}
