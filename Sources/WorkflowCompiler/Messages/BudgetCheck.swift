import Diagnostics
import LeadModel
import WorkflowProgram

/// Asks what a text costs at worst, and which characters make it so dear.
struct BudgetCheck {
  /// SMS segments.
  let budget: Int
  let speaker: Speaker
  let lengths: SpeakerLengths
  let origin: TemplateContext.Origin

  func findings(in located: LocatedWording) -> [Diagnostic] {
    if located.isSentAsWritten,
      located.bound.fits(budget, growth: located.bound.growth(in: .asWritten), for: lengths)
    {
      return []
    }
    let wording = located.wording.worded(by: .asWritten, choice: 0)
    let count = wording.worstCount(for: speaker)
    let whole = located.range(0..<located.source.text.utf8.count)
    if count.segments > budget {
      return [over(count, by: wording, in: located, at: whole, because: "")]
    }
    guard !located.isSentAsWritten else { return [] }
    let written = located.asWritten.worded(by: .asWritten, choice: 0).worstCount(for: speaker)
    guard count.segments < written.segments else { return [] }
    return costly(located, written, count)
  }

  /// The finding for a voice that makes a text too long.
  func findings(in located: LocatedWording, spoken: Wording, by persona: String) -> [Diagnostic] {
    let plain = located.wording.worded(by: .asWritten, choice: 0).worstCount(for: speaker)
    let count = spoken.worstCount(for: speaker)
    guard plain.segments <= budget, budget < count.segments else { return [] }
    let whole = located.range(0..<located.source.text.utf8.count)
    return [over(count, by: spoken, in: located, at: whole, because: " as \(persona) says it")]
  }

  // MARK: Too long

  private func over(
    _ count: SMSCount, by wording: Wording, in located: LocatedWording, at range: SourceRange, because: String
  ) -> Diagnostic {
    var message =
      "text needs up to \(segments(count.segments))\(because), \(count.units) "
      + "\(count.encoding == .gsm7 ? "characters" : "units") at worst; its budget is \(segments(budget))"
    var notes: [Diagnostic.Note] = []
    var fixIts: [Diagnostic.FixIt] = []
    if count.encoding == .ucs2 {
      let dear = CostlyCharacter.all(in: located).filter { $0.replacement == nil }
      if !dear.isEmpty {
        message +=
          "; \(list(dear)) \(dear.count == 1 ? "leaves" : "leave") 70 characters a segment instead of 160"
        notes += dear.prefix(8).map {
          Diagnostic.Note("'\($0.character)' is outside the SMS alphabet", at: $0.range)
        }
        fixIts += dear.compactMap { $0.plainLetterFix(located.style) }
      }
    }
    // A shipped text fits; what makes it too long is a client's long name, which is theirs to have.
    let severity: Severity = origin == .shipped ? .warning : .error
    if let longest = longest(wording) { notes.append(Diagnostic.Note(longest)) }
    return Diagnostic(.templateOverBudget, severity, message, at: range, notes: notes, fixIts: fixIts)
  }

  /// Which holes take the room: the three longest.
  private func longest(_ wording: Wording) -> String? {
    var sizes: [(name: String, count: Int)] = []
    for case .variable(let variable, let fallback) in wording.parts {
      let one = Wording([.variable(variable, fallback: fallback)])
      sizes.append((variable.name, one.worstCase(for: speaker).unicodeScalars.count))
    }
    let longest = sizes.sorted { ($1.count, $0.name) < ($0.count, $1.name) }.prefix(3).filter { $0.count > 0 }
    guard !longest.isEmpty else { return nil }
    return "at worst " + longest.map { "'{\($0.name)}' has \($0.count) characters" }.joined(separator: ", ")
  }

  // MARK: Dear characters

  private func costly(_ located: LocatedWording, _ written: SMSCount, _ sent: SMSCount) -> [Diagnostic] {
    let dear = CostlyCharacter.all(in: located).filter { $0.replacement != nil }
    guard let first = dear.first else { return [] }
    let subject = list(dear)
    return [
      Diagnostic(
        .templateOverBudget, .warning,
        "\(subject) would make this text cost \(segments(written.segments)) instead of "
          + "\(sent.segments); it is sent with plain characters",
        at: first.range,
        notes: dear.dropFirst().prefix(8).map {
          Diagnostic.Note("'\($0.character)' stands here too", at: $0.range)
        },
        fixIts: dear.compactMap { $0.fix(located.style) })
    ]
  }

  private func list(_ characters: [CostlyCharacter]) -> String {
    var names: [String] = []
    for character in characters where !names.contains("'\(character.character)'") {
      names.append("'\(character.character)'")
    }
    let shown = names.prefix(4).joined(separator: ", ")
    return names.count > 4 ? "\(shown) and others" : shown
  }

  private func segments(_ count: Int) -> String { count == 1 ? "1 segment" : "\(count) segments" }
}
