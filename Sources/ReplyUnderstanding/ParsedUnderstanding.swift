/// A definition whose phrases are read: what is wrong with it is known, and nothing is learnt yet.
///
/// Reading takes about as long as learning, so whoever wants both reads once.
public struct ParsedUnderstanding: Sendable {
  /// As given.
  public let definition: UnderstandingDefinition
  /// What cannot be used of it, in its order; the phrases named here are left out.
  public private(set) var problems: [DefinitionProblem] = []

  /// The intents that are understood, in order of consequence.
  private(set) var intents: [IntentDefinition]
  private(set) var parser = PhraseParser(table: WordTable())
  private(set) var compiler = PhraseCompiler()
  private(set) var mentions: MentionPhrases
  /// Per phrase: what it is to which intent, and its text.
  private(set) var owners: [PhraseOwner] = []
  private(set) var texts: [String] = []

  /// More intents than a person can keep apart.
  private static let maximumIntents = 256

  /// Parses a definition's word classes, phrases and mentions.
  public init(_ definition: UnderstandingDefinition) {
    self.definition = definition
    intents = ParsedUnderstanding.completed(definition.intents)
    mentions = MentionPhrases()
    if definition.intents.count > ParsedUnderstanding.maximumIntents {
      problems.append(
        DefinitionProblem(
          place: .intents,
          message: "at most \(ParsedUnderstanding.maximumIntents) intents are understood", isTooLarge: true))
    }
    defineClasses()
    for (number, intent) in intents.enumerated() { addPhrases(intent, number) }
    // A keyword without an intent is no target of slips, and no slip of another word either.
    for keyword in CarrierKeyword.allCases {
      for text in definition.carrierWords[keyword] { parser.protect(text) }
    }
    mentions = MentionPhrases(of: definition, with: &parser)
    problems += mentions.problems
  }

  /// Silence and doubt are always understood, whatever a definition leaves out.
  private static func completed(_ intents: [IntentDefinition]) -> [IntentDefinition] {
    var intents = Array(intents.prefix(maximumIntents))
    if !intents.contains(where: { $0.name == IntentDefinition.Reserved.optOut }) {
      intents.insert(IntentDefinition(name: IntentDefinition.Reserved.optOut), at: 0)
    }
    if !intents.contains(where: { $0.name == IntentDefinition.Reserved.unclear }) {
      intents.append(IntentDefinition(name: IntentDefinition.Reserved.unclear))
    }
    return intents
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
      var isTooLarge = false
      for (number, entry) in wordClass.entries.enumerated() {
        do throws(PhraseProblem) {
          entries.append(try parser.parse(entry))
        } catch {
          isTooLarge = isTooLarge || error.isTooLarge
          problems.append(
            DefinitionProblem(
              place: .wordClass(wordClass.name, entry: number, offset: error.offset), message: error.message,
              isTooLarge: error.isTooLarge))
        }
      }
      guard !isTooLarge else {
        parser.refuse(wordClass.name)
        continue
      }
      do throws(PhraseProblem) {
        try parser.define(wordClass.name, as: entries)
      } catch {
        problems.append(
          DefinitionProblem(
            place: .wordClass(wordClass.name, entry: 0, offset: error.offset), message: error.message,
            isTooLarge: error.isTooLarge))
      }
    }
  }

  private mutating func addPhrases(_ intent: IntentDefinition, _ index: Int) {
    addPhrases(intent.phrases, of: intent, index, .phrase, .phrases)
    addPhrases(intent.except, of: intent, index, .exception, .except)
    addPhrases(intent.cues, of: intent, index, .cue, .cues)
    // A keyword's words are targets of slips like any phrase's.
    for text in intent.whole + definition.carrierWords.words(of: intent.name) { parser.enter(text) }
    for (number, text) in intent.whole.enumerated() where ReplyText.scanning(text).tokens.isEmpty {
      problems.append(
        DefinitionProblem(
          place: .entry(intent: intent.name, list: .whole, number: number, offset: 0),
          message: "'\(text)' has no word and no sign"))
    }
  }

  private mutating func addPhrases(
    _ phrases: [String], of intent: IntentDefinition, _ index: Int, _ role: PhraseOwner.Role,
    _ list: DefinitionProblem.List
  ) {
    for (number, text) in phrases.enumerated() {
      func report(_ message: String, _ offset: Int, isTooLarge: Bool) {
        problems.append(
          DefinitionProblem(
            place: .entry(intent: intent.name, list: list, number: number, offset: offset), message: message,
            isTooLarge: isTooLarge))
      }
      do throws(PhraseProblem) {
        if compiler.add(try parser.parse(text)) {
          owners.append(PhraseOwner(intent: index, role: role))
          texts.append(text)
        } else {
          report("there are too many phrases", 0, isTooLarge: true)
        }
      } catch {
        report(error.message, error.offset, isTooLarge: error.isTooLarge)
      }
    }
  }
}
