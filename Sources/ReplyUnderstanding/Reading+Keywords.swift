/// What the whole message is, and what it begins with.
extension Reading {
  /// Finds what carriers act on; they look at letters alone, so "STOP?" is STOP, and a slip of it is not.
  mutating func readKeyword() {
    guard !reply.tokens.contains(where: { $0.flags.contains(.isCorrected) }) else { return }
    keyword = reply.wholeHash(disregarding: .questionMarks).flatMap { core.keywords[$0] }
  }

  /// Takes a reply that is one of the whole messages for what it means; `true` when it is one.
  mutating func readWhole() -> Bool {
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

  /// "Stop, thanks and good luck": a carriers' keyword before the first comma is one as before a full stop.
  ///
  /// - Parameter exceptions: As of a phrase, only one that has the word itself takes it back.
  mutating func readOpeningKeyword(except exceptions: [PhraseAutomaton.Match]) {
    let optOut = core.roles.optOut
    guard optOut >= 0, reply.tokens.count > 1, reply.tokens[1].flags.contains(.followsComma),
      core.words.table.isKeyword(reply.tokens[0].word),
      let whole = reply.wholeHash(of: 0..<1).flatMap({ core.wholes[$0] }), whole.intent == optOut,
      !exceptions.contains(where: { $0.first == 0 && core.phrases.owners[$0.phrase].intent == optOut })
    else { return }
    confidences[optOut] = max(confidences[optOut], Sureness.phrase)
    findings.append((optOut, 0...0))
    evidence.append(
      Evidence(range: range(0...0), intent: core.intents[optOut], source: .keyword(whole.text)))
  }
}
