/// Reads one reply: keywords, then phrases, then the classifier, and what follows from all three.
struct Reading {
  private let core: ReplyModel.Core
  private let reply: ReplyText
  private var confidences: [Double]
  private var evidence: [Evidence] = []
  private var keyword: CarrierKeyword?
  private var isDoubtfulOptOut = false
  /// Intents whose exception was met: the classifier may not claim them.
  private var isVetoed: [Bool]
  /// Intents one of whose cues was met.
  private var isCued: [Bool]

  /// How sure each kind of finding is.
  private enum Sureness {
    static let keyword = 1.0
    static let phrase = 0.97
    /// A slip was undone to find it.
    static let corrected = 0.88
  }
  /// What the classifier needs to add to what phrases have found.
  private static let additional = 0.85
  /// The least suspicion of an opt-out that goes to a person.
  private static let doubt = 0.35

  init(_ core: ReplyModel.Core, _ reply: ReplyText) {
    self.core = core
    self.reply = reply
    confidences = [Double](repeating: 0, count: core.intents.count)
    isVetoed = [Bool](repeating: false, count: core.intents.count)
    isCued = [Bool](repeating: false, count: core.intents.count)
  }

  mutating func run() {
    guard !reply.tokens.isEmpty else { return }
    if readWhole() { return }
    readPhrases()
    classify()
    settleMachines()
  }

  // MARK: Keywords

  private mutating func readWhole() -> Bool {
    guard let (whole, isExact) = wholeMessage else { return false }
    let isCorrected = reply.tokens.contains { $0.flags.contains(.isCorrected) }
    confidences[whole.intent] = isCorrected ? Sureness.corrected : Sureness.keyword
    evidence.append(
      Evidence(
        range: range(0...(reply.tokens.count - 1)), intent: core.intents[whole.intent],
        source: .keyword(whole.text)))
    if isExact, !isCorrected, let family = ReplyModelBuilder.keyword(of: core.intents[whole.intent]),
      family.words.contains(whole.text)
    {
      keyword = family
    }
    // "ok 👍" and "no 🛑" say more than their words.
    if reply.tokens.contains(where: { $0.kind == .symbol }),
      reply.tokens.contains(where: { $0.kind == .word })
    {
      readPhrases()
    }
    return true
  }

  /// The keyword that the whole message is, and whether it is nothing but that.
  private var wholeMessage: (ReplyModel.WholeMessage, isExact: Bool)? {
    func found(_ ignored: ReplyText.Disregard) -> ReplyModel.WholeMessage? {
      reply.wholeHash(disregarding: ignored).flatMap { core.wholes[$0] }
    }
    if let exact = found([]) { return (exact, true) }
    // Carriers look at letters alone: "STOP?" is STOP. Of other words, "yes?" is no "yes".
    if let asked = found(.questionMarks), core.hasKeyword[asked.intent] { return (asked, true) }
    guard let framed = found(.fillers) ?? found([.fillers, .questionMarks]) else { return nil }
    if framed.intent == core.roles.optOut { return (framed, false) }
    // "No stop" is "stop", but "no spam" is not "spam", nor "yes, now?" "now".
    guard !core.words.names.deniesFirst(reply.tokens), found(.fillers) != nil else { return nil }
    return (framed, false)
  }

  // MARK: Phrases

  private mutating func readPhrases() {
    let matches = core.automaton.matches(in: reply)
    for match in matches {
      let origin = core.phrases[match.phrase]
      switch origin.role {
      case .exception: isVetoed[origin.intent] = true
      case .cue: isCued[origin.intent] = true
      case .phrase:
        if let exception = matches.first(where: { overrules($0, match, origin.intent) }) {
          note(exception, .exception(core.phrases[exception.phrase].text))
        } else {
          let isCorrected = reply.tokens[match.first...match.last].contains {
            $0.flags.contains(.isCorrected)
          }
          let sureness = isCorrected ? Sureness.corrected : Sureness.phrase
          confidences[origin.intent] = max(confidences[origin.intent], sureness)
          note(match, .phrase(origin.text))
        }
      }
    }
  }

  /// Whether a match is an exception to another of the same intent: they share a word.
  private func overrules(
    _ exception: PhraseAutomaton.Match, _ match: PhraseAutomaton.Match, _ intent: Int
  ) -> Bool {
    exception.first <= match.last && match.first <= exception.last
      && core.phrases[exception.phrase].role == .exception && core.phrases[exception.phrase].intent == intent
  }

  private mutating func note(_ match: PhraseAutomaton.Match, _ source: Evidence.Source) {
    let found = Evidence(
      range: range(match.first...match.last), intent: core.intents[core.phrases[match.phrase].intent],
      source: source)
    // Of one phrase's findings that overlap, the longest says it all.
    if let last = evidence.lastIndex(where: { $0.source == source && $0.range.overlaps(found.range) }) {
      let range = evidence[last].range
      evidence[last].range =
        min(range.lowerBound, found.range.lowerBound)..<max(range.upperBound, found.range.upperBound)
    } else {
      evidence.append(found)
    }
  }

  private func range(_ tokens: ClosedRange<Int>) -> Range<Int> {
    Int(reply.tokens[tokens.lowerBound].start)..<Int(reply.tokens[tokens.upperBound].end)
  }

  // MARK: Classifier

  private mutating func classify() {
    guard !core.classifier.rows.isEmpty else { return }
    var features = ReplyFeatures()
    features.read(reply, core.words.table.vocabulary)
    let probabilities = core.classifier.probabilities(ofSlots: features.slots)
    guard let top = probabilities.indices.max(by: { probabilities[$0] < probabilities[$1] }) else { return }
    if confidences[top] == 0, isClaimable(top, probabilities[top]) {
      confidences[top] = probabilities[top]
      evidence.append(
        Evidence(
          range: range(0...(reply.tokens.count - 1)), intent: core.intents[top],
          source: .classifier(share: probabilities[top])))
    }
    let optOut = core.roles.optOut
    isDoubtfulOptOut =
      confidences[optOut] == 0 && probabilities[optOut] >= Reading.doubt && !isVetoed[optOut]
      && (isCued[optOut] || !core.hasCues[optOut])
  }

  /// Whether the classifier's word is enough for an intent that no phrase found.
  private func isClaimable(_ intent: Int, _ probability: Double) -> Bool {
    guard !isVetoed[intent], isCued[intent] || !core.hasCues[intent] else { return false }
    guard confidences.contains(where: { $0 > 0 }) else { return probability >= core.thresholds[intent] }
    // What phrases found is more than a guess; doubt and machines add nothing to it.
    return probability >= max(Reading.additional, core.thresholds[intent])
      && intent != core.roles.unclear && intent != core.roles.autoReply
  }

  /// What a machine wrote is nobody's wish and nobody's interest.
  private mutating func settleMachines() {
    let (machine, optOut) = (core.roles.autoReply, core.roles.optOut)
    guard machine >= 0, confidences[machine] > 0 else { return }
    if confidences[optOut] > 0 {
      confidences[machine] = 0
      return
    }
    for intent in confidences.indices where intent != machine { confidences[intent] = 0 }
    isDoubtfulOptOut = false
  }

  // MARK: Result

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

extension LinearModel {
  /// The probability of each class for a reply's features.
  func probabilities(ofSlots slots: [UInt32]) -> [Double] {
    var features: [Int32] = []
    features.reserveCapacity(slots.count)
    for slot in slots {
      let row = rows[Int(slot)]
      if row != 0 { features.append(row) }
    }
    var result = [Block](repeating: .zero, count: blocks)
    probabilities(of: features[...], into: &result)
    return (0..<classes).map { Double(result[$0 >> 3][$0 & 7]) }
  }
}
