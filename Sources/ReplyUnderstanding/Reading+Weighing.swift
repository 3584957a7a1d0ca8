/// What phrases found against what the classifier reads.
extension Reading {
  /// What the classifier must leave to an intent that a phrase found, unless it reads nothing else either.
  private static let least = 0.03
  /// The same of an opt-out.
  private static let leastOptOut = 0.05
  /// What it must make of such an intent of all that it leaves to others than the one it is surest of.
  private static let shareOfRest = 0.2
  /// What the classifier must make of a clause for a phrase in it to count, whatever the rest of the reply says.
  private static let clause = 0.3
  /// How sure it must be of another intent to take a finding back, and how sure of chatter to take back an opt-out.
  private static let other = 0.6
  private static let chatter = 0.95
  /// What it must leave of a whole reply of more than so many tokens for one of its sentences to count.
  private static let leastOfRamble = 0.01
  /// In tokens.
  private static let longestReply = 40

  /// Takes back what phrases found where the classifier reads something else altogether.
  ///
  /// A phrase sees a few words; "I couldn't find your company, are you for real" has some that insult. An
  /// opt-out is never taken back but made doubtful, which goes to a person.
  mutating func weigh(_ whole: [Double]) {
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
    let parts = clauses.filter { $0.overlaps(Range(tokens)) } + [stretch(around: tokens, of: intent)]
    // What is the whole reply or its sentence was asked above.
    return parts.contains {
      $0 != sentence && $0.count < reply.tokens.count
        && probabilities(of: $0).probabilities[intent] >= Reading.clause
    }
  }

  /// The tokens around a finding up to what phrases of other intents found: in "not interested take me off your list",
  /// no sign parts the two thoughts.
  private func stretch(around tokens: ClosedRange<Int>, of intent: Int) -> Range<Int> {
    var (first, end) = (0, reply.tokens.count)
    for other in findings where other.intent != intent && !other.tokens.overlaps(tokens) {
      if other.tokens.upperBound < tokens.lowerBound {
        first = max(first, other.tokens.upperBound + 1)
      } else {
        end = min(end, other.tokens.lowerBound)
      }
    }
    return first..<end
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
}
