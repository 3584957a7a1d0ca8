/// What phrases find.
extension Reading {
  /// Notes the phrases of a reply, less what exceptions take back, and the cues.
  mutating func readPhrases() {
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
    readOpeningKeyword(except: exceptions)
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
}
