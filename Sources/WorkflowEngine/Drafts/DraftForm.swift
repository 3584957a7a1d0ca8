/// Asks whether a draft is one plain message and nothing else.
struct DraftForm {
  let check: DraftCheck

  /// - Parameters:
  ///   - draft: In its cheapest form, as it would be sent.
  ///   - raw: As it came: what does not show has not been taken out yet.
  func refusal(of draft: String, raw: String) -> DraftRefusal? {
    if raw.unicodeScalars.contains(where: Self.isControl) { return .controlCharacter }
    if draft.isEmpty { return .empty }
    if draft.filter(\.isLetter).uppercased() == Self.pass { return .passed }
    if raw.contains(check.mark) { return .leaksInstructions }
    if let mark = Self.marks.first(where: { raw.contains($0) && !check.reference.contains($0) }) {
      return .markup(mark)
    }
    if let placeholder = placeholder(in: draft) { return .placeholder(placeholder) }
    if let label = label(of: draft) { return .label(label) }
    // A text on one line is reworded on one line: what follows a break is another message, or a list.
    if draft.contains(where: \.isNewline), !check.reference.contains(where: \.isNewline) {
      return .severalMessages
    }
    return nil
  }

  /// What moves a reader's cursor or turns a line round; line ends and what merely takes no room are none.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0x202A...0x202E, 0x2066...0x2069, 0xE0000...0xE007F: true
    case _:
      scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .privateUse
    }
  }

  /// What a model answers that cannot do its task.
  static let pass = "PASS"

  private static let marks = [
    "**", "__", "```", "`", "~~", "](", "<", ">", "##", "# ", "---", "|", "\\", "&nbsp;", "&amp;", "<<<",
  ]

  /// The first hole that nobody filled: `{name}`, `[name]`, `<name>`, `___`, `XX`.
  private func placeholder(in draft: String) -> String? {
    for (opening, closing) in [("{", "}"), ("[", "]"), ("}", "}"), ("]", "]")] {
      guard let start = draft.firstRange(of: opening), !check.reference.contains(opening) else { continue }
      let rest = draft[start.lowerBound...]
      let end = rest.dropFirst().firstRange(of: closing)?.upperBound ?? rest.endIndex
      return String(rest[..<end].prefix(30))
    }
    let words = DraftText(draft)
    return words.firstPhrase(
      of: ["xx", "xxx", "xxxx", "first name", "your name", "insert name", "company name", "tbd"],
      notIn: DraftText(check.reference))
  }

  /// What a model puts before a message: "Reply:", "Option 1:", "Gianna:", "Here's a draft:".
  private func label(of draft: String) -> String? {
    guard let colon = draft.firstIndex(of: ":") else { return nil }
    let before = draft[..<colon]
    // A greeting or a clock time may have a colon; the reference says whether this one does.
    guard before.count <= 60, !check.reference.hasPrefix(draft[...colon]) else { return nil }
    let words = DraftText(String(before)).words.map(\.text)
    let isLabel =
      words.contains(where: Self.labels.contains)
      || words == DraftText(check.speakerName).words.map(\.text)
      || words == DraftText(check.brandName).words.map(\.text)
    return isLabel ? String(before) : nil
  }

  private static let labels: Set<String> = [
    "draft", "reply", "response", "message", "text", "sms", "option", "version", "rewrite", "reworded",
    "answer", "subject", "output", "assistant", "user", "system", "sure", "certainly", "rewritten",
    "here's", "translation",
  ]
}
