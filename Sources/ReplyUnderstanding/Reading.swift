/// Reads one reply: keywords, then phrases, then the classifier, and what follows from all three.
struct Reading {
  let core: ReplyModel.Core
  let reply: ReplyText
  var confidences: [Double]
  var evidence: [Evidence] = []
  var keyword: CarrierKeyword?
  var isDoubtfulOptOut = false
  /// Where phrases were found, by intent.
  var findings: [(intent: Int, tokens: ClosedRange<Int>)] = []
  /// Intents whose exception was met: the classifier may not claim them.
  var isVetoed = IntentSet()
  /// What the classifier makes of the whole reply, by intent; empty where it learnt nothing.
  var shares: [Double] = []
  /// The part of its word pairs that the examples have, too.
  var familiarity = 1.0
  /// Intents one of whose cues was met.
  var isCued = IntentSet()

  /// How sure each kind of finding is.
  enum Sureness {
    static let keyword = 1.0
    static let phrase = 0.97
    /// A slip was undone to find it.
    static let corrected = 0.88
  }
  /// What the classifier must make of something else that phrases found in a machine's answer for it to be a person's.
  private static let person = 0.6

  init(_ core: ReplyModel.Core, _ reply: ReplyText) {
    self.core = core
    self.reply = reply
    confidences = [Double](repeating: 0, count: core.intents.count)
  }

  mutating func run() {
    guard !reply.tokens.isEmpty else { return }
    readKeyword()
    if readWhole() { return }
    readPhrases()
    classify()
    settleMachines()
  }

  /// Where tokens stand in the reply as received.
  func range(_ tokens: ClosedRange<Int>) -> Range<Int> {
    Int(reply.tokens[tokens.lowerBound].start)..<Int(reply.tokens[tokens.upperBound].end)
  }

  /// What the classifier makes of some of the reply, and how familiar it is.
  func probabilities(of places: Range<Int>) -> (probabilities: [Double], familiarity: Double) {
    var features = ReplyFeatures()
    features.read(reply, core.words, places: places)
    return (core.classifier.probabilities(of: features), core.knownPairs.share(of: features.pairs))
  }

  /// What a machine wrote is nobody's wish and nobody's interest.
  private mutating func settleMachines() {
    let (machine, optOut) = (core.roles.autoReply, core.roles.optOut)
    guard machine >= 0, confidences[machine] > 0 else { return }
    // People, too, begin with "thanks for your message"; what follows then is theirs.
    let isPerson = shares.indices.contains {
      $0 != machine && confidences[$0] > 0 && shares[$0] >= Reading.person
    }
    if optOut >= 0 && confidences[optOut] > 0 || isPerson {
      confidences[machine] = 0
      evidence.removeAll { $0.intent == core.intents[machine] }
      return
    }
    for intent in confidences.indices where intent != machine { confidences[intent] = 0 }
    isDoubtfulOptOut = false
  }

  consuming func result(captures: Captures, language: ReplyLanguage) -> Understanding {
    let unclear = core.roles.unclear
    var intents: [ReadIntent] = []
    for index in confidences.indices where confidences[index] > 0 && index != unclear {
      intents.append(ReadIntent(name: core.intents[index], index: index, confidence: confidences[index]))
    }
    if intents.isEmpty {
      intents = [ReadIntent(name: core.intents[unclear], index: unclear, confidence: confidences[unclear])]
    }
    let isAutomated = intents[0].index == core.roles.autoReply
    evidence.sort { ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound) }
    return Understanding(
      intents: intents, captures: captures, evidence: evidence, ignored: [], language: language,
      keyword: keyword, isAutomated: isAutomated, isDoubtfulOptOut: isDoubtfulOptOut, optsBackIn: false)
  }
}
