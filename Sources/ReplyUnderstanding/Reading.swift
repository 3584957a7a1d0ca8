/// Reads one reply: keywords, then phrases, then the classifier, and what follows from all three.
struct Reading {
  private let core: ReplyModel.Core
  private let reply: ReplyText
  private var confidences: [Double]
  private var evidence: [Evidence] = []
  private var keyword: CarrierKeyword?
  private var isDoubtfulOptOut = false
  /// Where phrases were found, by intent.
  private var findings: [(intent: Int, tokens: ClosedRange<Int>)] = []
  /// Intents whose exception was met: the classifier may not claim them.
  private var isVetoed = IntentSet()
  /// What the classifier makes of the whole reply, by intent; empty where it learnt nothing.
  private var shares: [Double] = []
  /// The part of its word pairs that the examples have, too.
  private var familiarity = 1.0
  /// Intents one of whose cues was met.
  private var isCued = IntentSet()

  /// How sure each kind of finding is.
  private enum Sureness {
    static let keyword = 1.0
    static let phrase = 0.97
    /// A slip was undone to find it.
    static let corrected = 0.88
  }
  /// What the classifier needs to add to what phrases have found.
  private static let additional = 0.85
  /// What the classifier must leave to an intent that a phrase found, unless it reads nothing else either.
  private static let least = 0.03
  private static let leastOptOut = 0.05
  /// What it must make of such an intent of all that it leaves to others than the one it is surest of.
  private static let shareOfRest = 0.2
  /// What the classifier must make of a clause for a phrase in it to count, whatever the rest of the reply says.
  private static let clause = 0.3
  /// What the classifier must make of a clause to be believed without a phrase.
  private static let saidInClause = 0.8
  private static let leastBesideNothing = 0.2
  private static let other = 0.6
  private static let chatter = 0.95
  /// What it must leave of a whole reply of more than so many tokens for one of its sentences to count.
  private static let leastOfRamble = 0.01
  private static let longestReply = 40
  /// What the classifier must make of something else that phrases found in a machine's answer for it to be a person's.
  private static let person = 0.6
  /// What the classifier needs without a cue, or against an exception.
  private static let againstSigns = 0.8
  private static let leastOfOneWord = 0.9
  /// Below this no sign makes a wish for silence of it.
  private static let leastWish = 0.3
  /// How much likelier a cue makes a wish for silence, and how much unlikelier an exception.
  private static let weightOfCue = 9.0
  private static let weightOfException = 10.0
  /// How much unlikelier phrases of other intents make one.
  private static let weightOfOther = 2.0
  /// The least suspicion of an opt-out that goes to a person.
  private static let doubt = 0.35

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

  // MARK: Keywords

  /// Finds what carriers act on; they look at letters alone, so "STOP?" is STOP, and a slip of it is not.
  private mutating func readKeyword() {
    guard !reply.tokens.contains(where: { $0.flags.contains(.isCorrected) }) else { return }
    keyword = reply.wholeHash(disregarding: .questionMarks).flatMap { core.keywords[$0] }
  }

  private mutating func readWhole() -> Bool {
    guard let whole = wholeMessage else { return false }
    // Phones answer in whole sentences: "Can't talk right now." is one's, "cant talk rn" is not.
    if whole.intent == core.roles.autoReply, !reply.tokens[0].flags.contains(.isCapitalised) { return false }
    let isCorrected = reply.tokens.contains { $0.flags.contains(.isCorrected) }
    confidences[whole.intent] = isCorrected ? Sureness.corrected : Sureness.keyword
    evidence.append(
      Evidence(
        range: range(0...(reply.tokens.count - 1)), intent: core.intents[whole.intent],
        source: .keyword(whole.text)))
    // "ok 👍" and "no 🛑" say more than their words.
    if reply.tokens.contains(where: { $0.kind == .symbol }),
      reply.tokens.contains(where: { $0.kind == .word })
    {
      readPhrases()
    }
    return true
  }

  /// What the whole message is to an intent.
  private var wholeMessage: ReplyModel.WholeMessage? {
    func found(_ ignored: ReplyText.Disregard) -> ReplyModel.WholeMessage? {
      reply.wholeHash(disregarding: ignored).flatMap { core.wholes[$0] }
    }
    if let exact = found([]) { return exact }
    // "STOP?" is STOP, but "yes?" is no "yes".
    if let asked = found(.questionMarks), core.hasKeyword[asked.intent] { return asked }
    guard let framed = found(.fillers) ?? found([.fillers, .questionMarks]) else { return nil }
    if framed.intent == core.roles.optOut { return framed }
    // "No stop" is "stop", but "no spam" is not "spam", nor "yes, now?" "now".
    guard !core.words.names.deniesFirst(reply.tokens), found(.fillers) != nil else { return nil }
    return framed
  }

  // MARK: Phrases

  private mutating func readPhrases() {
    let matches = core.phrases.automaton.matches(in: reply)
    var exceptions: [PhraseAutomaton.Match] = []
    for match in matches {
      let owner = core.phrases.owners[match.phrase]
      switch owner.role {
      case .exception:
        isVetoed.insert(owner.intent)
        exceptions.append(match)
      case .cue: isCued.insert(owner.intent)
      case .phrase: continue
      }
    }
    readOpeningKeyword()
    for match in matches {
      let owner = core.phrases.owners[match.phrase]
      guard owner.role == .phrase else { continue }
      // An exception takes back what it shares a word with.
      let exception = exceptions.first {
        $0.first <= match.last && match.first <= $0.last
          && core.phrases.owners[$0.phrase].intent == owner.intent
      }
      if let exception {
        note(exception, .exception(core.phrases.texts[exception.phrase]))
        continue
      }
      let isCorrected = reply.tokens[match.first...match.last].contains { $0.flags.contains(.isCorrected) }
      let sureness = isCorrected ? Sureness.corrected : Sureness.phrase
      confidences[owner.intent] = max(confidences[owner.intent], sureness)
      findings.append((owner.intent, match.first...match.last))
      note(match, .phrase(core.phrases.texts[match.phrase]))
    }
  }

  /// "Stop, thanks and good luck": a carriers' keyword before the first comma is one as before a full stop.
  private mutating func readOpeningKeyword() {
    let optOut = core.roles.optOut
    guard optOut >= 0, reply.tokens.count > 1, reply.tokens[1].flags.contains(.followsComma),
      core.words.table.isKeyword(reply.tokens[0].word),
      let whole = reply.wholeHash(of: 0..<1).flatMap({ core.wholes[$0] }), whole.intent == optOut,
      !isVetoed[optOut]
    else { return }
    confidences[optOut] = max(confidences[optOut], Sureness.phrase)
    findings.append((optOut, 0...0))
    evidence.append(
      Evidence(range: range(0...0), intent: core.intents[optOut], source: .keyword(whole.text)))
  }

  private mutating func note(_ match: PhraseAutomaton.Match, _ source: Evidence.Source) {
    let found = Evidence(
      range: range(match.first...match.last), intent: core.intents[core.phrases.owners[match.phrase].intent],
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
    (shares, familiarity) = probabilities(of: 0..<reply.tokens.count)
    weigh(shares)
    let optOut = core.roles.optOut
    if optOut >= 0 { claim(optOut) }
    if let top = shares.indices.max(by: { shares[$0] < shares[$1] }) { claim(top) }
    readClauses()
    guard optOut >= 0, confidences[optOut] == 0, !isVetoed[optOut], shares[optOut] >= Reading.doubt else {
      return
    }
    isDoubtfulOptOut = isDoubtfulOptOut || isCued[optOut] || !core.hasCues[optOut]
  }

  /// Takes the classifier's word for what a clause says that no phrase found anything in.
  private mutating func readClauses() {
    let clauses = core.words.clauses.ranges(of: reply.tokens)
    guard clauses.count > 1 else { return }
    for clause in clauses where !findings.contains(where: { clause.overlaps(Range($0.tokens)) }) {
      let (there, familiarity) = probabilities(of: clause)
      guard let top = there.indices.max(by: { there[$0] < there[$1] }), confidences[top] == 0,
        isSaid(top, there[top], familiarity)
      else { continue }
      confidences[top] = there[top]
      evidence.append(
        Evidence(
          range: range(clause.lowerBound...(clause.upperBound - 1)), intent: core.intents[top],
          source: .classifier(share: there[top])))
    }
  }

  /// Whether the classifier's word on a clause is enough.
  ///
  /// Doubt and machines speak in whole replies only. So does the wish for silence: "Boooo you always work. Just quit." has
  /// a clause that reads like one, as many ordinary messages have.
  private func isSaid(_ intent: Int, _ probability: Double, _ familiarity: Double) -> Bool {
    let wholly = [core.roles.optOut, core.roles.unclear, core.roles.autoReply]
    guard !wholly.contains(intent), !isVetoed[intent] else { return false }
    guard !core.hasCues[intent] || isCued[intent] else { return false }
    // Beside nothing else, the whole reply must speak for it, too.
    guard shares[intent] >= Reading.leastBesideNothing || confidences.contains(where: { $0 > 0 }) else {
      return false
    }
    let strangeness = 2 - familiarity
    return odds(probability) >= odds(Reading.saidInClause) * strangeness * strangeness
  }

  /// Takes the classifier's word for an intent that no phrase found, where it is enough.
  private mutating func claim(_ intent: Int) {
    guard confidences[intent] == 0, isClaimable(intent, shares[intent]) else { return }
    confidences[intent] = shares[intent]
    evidence.append(
      Evidence(
        range: range(0...(reply.tokens.count - 1)), intent: core.intents[intent],
        source: .classifier(share: shares[intent])))
  }

  private func probabilities(of places: Range<Int>) -> (probabilities: [Double], familiarity: Double) {
    var features = ReplyFeatures()
    features.read(reply, core.words, places: places)
    return (core.classifier.probabilities(of: features), core.knownPairs.share(of: features.pairs))
  }

  /// Takes back what phrases found where the classifier reads something else altogether.
  ///
  /// A phrase sees a few words; "I couldn't find your company, are you for real" has some that insult. An
  /// opt-out is never taken back but made doubtful, which goes to a person.
  private mutating func weigh(_ whole: [Double]) {
    let optOut = core.roles.optOut
    for intent in confidences.indices where confidences[intent] > 0 {
      let least = intent == optOut ? Reading.leastOptOut : Reading.least
      guard whole[intent] < least, intent != core.roles.unclear, !standsBeside(intent, whole) else {
        continue
      }
      let isMeant = findings.contains {
        $0.intent == intent && isBacked(intent, at: $0.tokens, whole, least)
      }
      guard !isMeant else { continue }
      confidences[intent] = 0
      evidence.removeAll { $0.intent == core.intents[intent] }
      if intent == optOut { isDoubtfulOptOut = true }
    }
  }

  /// Whether a phrase's intent is the likeliest beside the one that outshines it.
  ///
  /// "Not interested, take me off your list": so surely an opt-out that nothing is left for the refusal, which is most
  /// of what is left, and whose words are no part of the wish for silence.
  private func standsBeside(_ intent: Int, _ whole: [Double]) -> Bool {
    guard let top = whole.indices.max(by: { whole[$0] < whole[$1] }), top != intent,
      whole[intent] >= Reading.shareOfRest * (1 - whole[top])
    else { return false }
    return findings.contains { mine in
      mine.intent == intent
        && findings.contains { $0.intent == top && !$0.tokens.overlaps(mine.tokens) }
    }
  }

  /// Whether the sentence with a phrase says what the phrase does, whatever the others do; "who is this, and how did
  /// you get my number" asks two things in one sentence, so that the clause may say it, too.
  private func isBacked(
    _ intent: Int, at tokens: ClosedRange<Int>, _ whole: [Double], _ least: Double
  ) -> Bool {
    guard !isRamble(whole[intent]) else { return false }
    let sentence = sentence(around: tokens)
    let there = sentence.count == reply.tokens.count ? whole : probabilities(of: sentence).probabilities
    if there[intent] >= least || !denies(there, intent) { return true }
    let clauses = core.words.clauses.ranges(of: reply.tokens)
    return clauses.count > 1
      && clauses.contains {
        $0.overlaps(Range(tokens)) && probabilities(of: $0).probabilities[intent] >= Reading.clause
      }
  }

  /// Whether a reply is long and as a whole so far from an intent that no sentence of it counts.
  private func isRamble(_ share: Double) -> Bool {
    share < Reading.leastOfRamble && Reading.longestReply < reply.tokens.count
  }

  /// Whether the classifier is sure enough of another intent to take back what a phrase found.
  ///
  /// Of an opt-out, only chatter is another: "drop it, not selling" refuses and asks for silence in one breath.
  private func denies(_ probabilities: [Double], _ intent: Int) -> Bool {
    guard intent == core.roles.optOut else { return probabilities.contains { $0 >= Reading.other } }
    let chatter = [core.roles.unclear, core.roles.autoReply]
    return chatter.contains { $0 >= 0 && probabilities[$0] >= Reading.chatter }
  }

  private func sentence(around tokens: ClosedRange<Int>) -> Range<Int> {
    var (first, last) = (tokens.lowerBound, tokens.upperBound)
    while first > 0, !reply.tokens[first].flags.contains(.opensSentence) { first -= 1 }
    while last + 1 < reply.tokens.count, !reply.tokens[last].flags.contains(.closesSentence) { last += 1 }
    return first..<(last + 1)
  }

  /// Whether the classifier's word is enough for an intent that no phrase found.
  private func isClaimable(_ intent: Int, _ probability: Double) -> Bool {
    // A word alone is one of the whole messages, or says too little.
    guard reply.tokens.count > 1 || probability >= Reading.leastOfOneWord else { return false }
    // A wish for silence beside something else is a wish for silence; machines only quote one.
    if intent == core.roles.optOut {
      let machine = core.roles.autoReply
      return isWish(probability) && (machine < 0 || confidences[machine] == 0)
    }
    guard probability >= leastWithSigns(for: intent) else { return false }
    guard confidences.contains(where: { $0 > 0 }) else {
      return odds(probability) >= odds(core.thresholds[intent]) * (2 - familiarity)
    }
    // What phrases found is more than a guess; doubt and machines add nothing to it.
    return probability >= max(Reading.additional, core.thresholds[intent])
      && intent != core.roles.unclear && intent != core.roles.autoReply
  }

  /// What missing cues and exceptions ask of the classifier.
  private func leastWithSigns(for intent: Int) -> Double {
    isVetoed[intent] || core.hasCues[intent] && !isCued[intent] ? Reading.againstSigns : 0
  }

  /// Whether the classifier's word is enough for a wish for silence.
  ///
  /// Words of a cue make it likely, exceptions unlikely, and who writes about something else altogether puts words
  /// together as no example does. How much each counts was fitted to replies that no model had learnt, against
  /// ordinary text messages.
  private func isWish(_ probability: Double) -> Bool {
    let optOut = core.roles.optOut
    guard probability >= Reading.leastWish else { return false }
    var least = leastOddsOfWish(familiarity)
    if isCued[optOut] { least /= Reading.weightOfCue }
    if isVetoed[optOut] { least *= Reading.weightOfException }
    if !findings.isEmpty { least *= Reading.weightOfOther }
    return odds(probability) >= least
  }

  /// The odds that a wish for silence needs where nothing else speaks for or against it.
  private func leastOddsOfWish(_ familiarity: Double) -> Double {
    odds(core.thresholds[core.roles.optOut]) * (2 - familiarity) * (2 - familiarity)
  }

  private func odds(_ probability: Double) -> Double { probability / max(1 - probability, .ulpOfOne) }

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
  func probabilities(of reply: borrowing ReplyFeatures) -> [Double] {
    var known: [Int32] = []
    known.reserveCapacity(reply.slots.count)
    for (index, slot) in reply.slots.enumerated() {
      let row = rows[Int(slot)]
      if row != 0 {
        known.append(row)
      } else if index < reply.words {
        known.append(LinearModel.newWord)
      }
    }
    var result = [Block](repeating: .zero, count: blocks)
    probabilities(of: known[...], into: &result)
    return (0..<classes).map { Double(result[$0 >> 4][$0 & 15]) }
  }
}
