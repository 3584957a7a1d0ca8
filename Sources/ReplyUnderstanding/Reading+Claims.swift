/// What the classifier says where phrases say nothing.
extension Reading {
  /// What the classifier needs to add to what phrases have found.
  private static let additional = 0.85
  /// What the classifier must make of a clause to be believed without a phrase.
  private static let saidInClause = 0.8
  /// What the whole reply must leave to such an intent where nothing else was read.
  private static let leastBesideNothing = 0.2
  /// What the classifier needs without a cue, or against an exception.
  private static let againstSigns = 0.8
  /// What it needs for a reply of one word.
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

  /// Weighs what phrases found, and adds what the classifier is sure of.
  mutating func classify() {
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
    var least = odds(core.thresholds[optOut]) * (2 - familiarity) * (2 - familiarity)
    if isCued[optOut] { least /= Reading.weightOfCue }
    if isVetoed[optOut] { least *= Reading.weightOfException }
    if !findings.isEmpty { least *= Reading.weightOfOther }
    return odds(probability) >= least
  }

  private func odds(_ probability: Double) -> Double { probability / max(1 - probability, .ulpOfOne) }
}
