/// Builds a model from a definition, and gathers what is wrong with it on the way.
struct ReplyModelBuilder {
  private let definition: UnderstandingDefinition
  private var problems: [DefinitionProblem] = []
  private var parser = PhraseParser(table: WordTable())
  private var compiler = PhraseCompiler()
  private var owners: [ReplyModel.PhraseOwner] = []
  private var texts: [String] = []

  /// What the classifier needs to claim an intent alone, where the definition does not say.
  private static let threshold = 0.45
  private static let optOutThreshold = 0.6
  /// More intents than a person can keep apart.
  private static let maximumIntents = 256

  init(_ definition: UnderstandingDefinition) {
    self.definition = ReplyModelBuilder.completed(definition)
    if definition.intents.count > ReplyModelBuilder.maximumIntents {
      problems.append(
        DefinitionProblem(
          place: .intents, message: "at most \(ReplyModelBuilder.maximumIntents) intents are understood"))
    }
  }

  /// Silence and doubt are always understood, whatever a definition leaves out.
  private static func completed(_ definition: UnderstandingDefinition) -> UnderstandingDefinition {
    var definition = definition
    definition.intents = Array(definition.intents.prefix(maximumIntents))
    if !definition.intents.contains(where: { $0.name == IntentDefinition.Reserved.optOut }) {
      definition.intents.insert(IntentDefinition(name: IntentDefinition.Reserved.optOut), at: 0)
    }
    if !definition.intents.contains(where: { $0.name == IntentDefinition.Reserved.unclear }) {
      definition.intents.append(IntentDefinition(name: IntentDefinition.Reserved.unclear))
    }
    return definition
  }

  consuming func build() -> ReplyModel {
    readPhrases()
    let mentions = MentionPhrases(of: definition, with: &parser)
    var examples: [(text: ReplyText, label: Int)] = []
    for (index, intent) in definition.intents.enumerated() {
      examples += intent.examples.map { (ReplyText.scanning($0), index) }
    }
    let fillers = definition.words.filter { $0.name == FillerWords.className }.flatMap(\.entries)
    let words = ReplyWords(
      parser.table, fillers: fillers, ordinary: definition.ordinaryWords, examples: examples.map(\.text))
    let wholes = readWholes(words)
    let names = definition.intents.map(\.name)
    let core = ReplyModel.Core(
      words: words, automaton: compiler.finish(words: words.table.vocabulary.count), owners: owners,
      phrases: texts, wholes: wholes,
      classifier: ReplyModelBuilder.trained(on: examples, classes: names.count, words: words),
      intents: names,
      thresholds: definition.intents.map {
        $0.threshold ?? ($0.name == IntentDefinition.Reserved.optOut ? Self.optOutThreshold : Self.threshold)
      }, mentions: MentionReader(mentions, words: words.table.vocabulary.count))
    return ReplyModel(intents: names, problems: problems, core: core)
  }

  /// Parses everything and learns nothing.
  consuming func problemsAlone() -> [DefinitionProblem] {
    readPhrases()
    return problems
  }

  // MARK: Phrases

  private mutating func readPhrases() {
    defineClasses()
    for (number, intent) in definition.intents.enumerated() { addPhrases(intent, number) }
  }

  private mutating func defineClasses() {
    for wordClass in definition.words {
      if PhraseThing(name: wordClass.name) != nil {
        problems.append(
          DefinitionProblem(
            place: .wordClass(wordClass.name, entry: 0, offset: 0),
            message: "{\(wordClass.name)} is a thing phrases can ask for already; give the class another name"
          ))
        continue
      }
      var entries: [Phrase] = []
      for (number, entry) in wordClass.entries.enumerated() {
        do throws(PhraseProblem) {
          entries.append(try parser.parse(entry))
        } catch {
          problems.append(
            DefinitionProblem(
              place: .wordClass(wordClass.name, entry: number, offset: error.offset), message: error.message))
        }
      }
      parser.define(wordClass.name, as: entries)
    }
  }

  private mutating func addPhrases(_ intent: IntentDefinition, _ index: Int) {
    addPhrases(intent.phrases, of: intent, index, .phrase, .phrases)
    addPhrases(intent.except, of: intent, index, .exception, .except)
    addPhrases(intent.cues, of: intent, index, .cue, .cues)
    // A keyword's words are targets of slips like any phrase's.
    for text in intent.whole + ReplyModelBuilder.carrierWords(of: intent.name) { parser.enter(text) }
    for (number, text) in intent.whole.enumerated() where ReplyText.scanning(text).tokens.isEmpty {
      problems.append(
        DefinitionProblem(
          place: .entry(intent: intent.name, list: .whole, number: number, offset: 0),
          message: "'\(text)' has no word and no sign"))
    }
  }

  private mutating func addPhrases(
    _ phrases: [String], of intent: IntentDefinition, _ index: Int, _ role: ReplyModel.PhraseOwner.Role,
    _ list: DefinitionProblem.List
  ) {
    for (number, text) in phrases.enumerated() {
      func report(_ message: String, _ offset: Int) {
        problems.append(
          DefinitionProblem(
            place: .entry(intent: intent.name, list: list, number: number, offset: offset), message: message))
      }
      do throws(PhraseProblem) {
        if compiler.add(try parser.parse(text)) {
          owners.append(ReplyModel.PhraseOwner(intent: index, role: role))
          texts.append(text)
        } else {
          report("there are too many phrases", 0)
        }
      } catch {
        report(error.message, error.offset)
      }
    }
  }

  // MARK: Whole messages

  /// The carriers' keywords that belong to an intent, whatever its definition says.
  static func keyword(of intent: String) -> CarrierKeyword? {
    switch intent {
    case IntentDefinition.Reserved.optOut: .optOut
    case IntentDefinition.Reserved.help: .help
    default: nil
    }
  }

  private static func carrierWords(of intent: String) -> [String] { keyword(of: intent)?.words ?? [] }

  private func readWholes(_ words: ReplyWords) -> [UInt64: ReplyModel.WholeMessage] {
    var wholes: [UInt64: ReplyModel.WholeMessage] = [:]
    for (index, intent) in definition.intents.enumerated() {
      for text in ReplyModelBuilder.carrierWords(of: intent.name) + intent.whole {
        let read = ReplyReader.read(ReplyText.scanning(text), with: words)
        guard let hash = read.wholeHash(disregarding: []) else { continue }
        // The graver intent keeps a message that two claim.
        if wholes[hash] == nil { wholes[hash] = ReplyModel.WholeMessage(intent: index, text: text) }
      }
    }
    return wholes
  }

  // MARK: Examples

  private static func trained(
    on examples: [(text: ReplyText, label: Int)], classes: Int, words: ReplyWords
  ) -> LinearModel {
    var trainer = Trainer()
    var features = ReplyFeatures()
    for (scanned, label) in examples {
      let (reply, _, _) = words.read(scanned)
      features.read(reply, words)
      trainer.add(features.slots, words: features.words, label: label)
    }
    return trainer.train(classes: classes)
  }
}
