/// Asks whether a draft talks to the lead, and not about itself or its task.
struct DraftAddressee {
  let check: DraftCheck

  /// A stretch of the instructions this long, in words, is no coincidence.
  private static let longestEcho = 6

  func refusal(of draft: DraftText, _ written: DraftText) -> DraftRefusal? {
    if draft.isEmpty { return .empty }
    if let words = draft.firstPhrase(of: Self.phrases, notIn: written) { return .aboutItself(words) }
    return echoes(draft, written) ? .leaksInstructions : nil
  }

  private func echoes(_ draft: DraftText, _ written: DraftText) -> Bool {
    let length = Self.longestEcho
    guard length <= draft.words.count else { return false }
    let told = DraftText(check.instructions)
    guard length <= told.words.count else { return false }
    var stretches: Set<[String]> = []
    for start in 0...(told.words.count - length) {
      stretches.insert(told.words[start..<start + length].map(\.text))
    }
    return (0...(draft.words.count - length)).contains { start in
      let stretch = draft.words[start..<start + length].map(\.text)
      return stretches.contains(stretch) && !written.contains(stretch)
    }
  }

  private static let phrases = [
    "as an ai", "language model", "ai model", "ai language", "i cannot assist", "i can't assist",
    "i cannot help with", "i can't help with", "i'm unable to", "i am unable to", "i'm not able to",
    "i am not able to", "i cannot comply", "i can't comply", "i won't be able", "my instructions",
    "my programming", "my prompt", "system prompt", "the prompt", "the instructions", "instructed",
    "previous instructions", "ignore", "openai", "chatgpt", "reference text", "the reply above", "the lead",
    "this lead", "the template", "reword", "rewording", "rephrase", "rephrased", "rewritten", "segments",
    "here is a", "here's a draft", "here's the", "here's your", "here is the", "here is your",
    "certainly here",
    "the sender", "let me know if you'd like", "would you like me to", "hope this helps", "my rules",
    "i was told", "i'm told", "told to ask", "told to say",
    "new rules", "developer mode", "jailbreak",
  ]
}
