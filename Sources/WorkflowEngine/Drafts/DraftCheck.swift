import LeadModel
public import WorkflowProgram

/// Decides whether a draft may be said in place of a text.
///
/// A pure function of draft and text, both in English; `DraftLanguage` keeps other languages from it. It would rather
/// refuse a good draft than let a bad one pass: what is said instead is the text itself, which has been checked when the
/// workflow was compiled.
public struct DraftCheck: Hashable, Sendable {
  /// The text as the lead would get it, which the draft is to reword.
  public let reference: String
  /// Texts besides the reference whose numbers and names a draft may use: the client's facts, visible fields.
  public let facts: [String]
  /// Who speaks, as people read it.
  public let speakerName: String
  public let brandName: String
  public let voice: PersonaVoice
  /// SMS segments.
  public let segmentBudget: Int
  /// What no draft may repeat: the task, without the reference and the facts.
  public let instructions: String
  /// Stands around the lead's reply in the prompt.
  public let mark: String

  /// The most bytes of a draft that are looked at; no text of a few segments comes near.
  public static let longestDraft = 4_096

  public init(
    reference: String, facts: [String], speakerName: String, brandName: String, voice: PersonaVoice,
    segmentBudget: Int, instructions: String, mark: String
  ) {
    self.reference = reference
    self.facts = facts
    self.speakerName = speakerName
    self.brandName = brandName
    self.voice = voice
    self.segmentBudget = segmentBudget
    self.instructions = instructions
    self.mark = mark
  }

  /// Whether an answer may be said, and in which words.
  public func verdict(on answer: DraftAnswer) -> DraftVerdict {
    switch answer {
    case .failed(let failure): .refused(.notDrafted(failure))
    case .text(let text): verdict(on: text)
    }
  }

  private func verdict(on draft: String) -> DraftVerdict {
    guard draft.utf8.count <= Self.longestDraft else {
      return .refused(.tooLong(segments: SMSCount(draft).segments, budget: segmentBudget))
    }
    let plain = Self.unwrapped(Wording.cheapest(draft))
    if let refusal = DraftForm(check: self).refusal(of: plain, raw: draft) { return .refused(refusal) }
    // From here on it is judged as it would be said.
    let spoken = Self.unwrapped(Wording.cheapest(voice.speak(plain)))
    let text = DraftText(spoken)
    let written = DraftText(reference)
    let allowed = DraftText(([reference] + facts).joined(separator: "\n"))
    let refusal =
      DraftLength(check: self).refusal(of: spoken)
      ?? DraftAddressee(check: self).refusal(of: text, written)
      ?? DraftHonesty(check: self).refusal(of: text, written)
      ?? DraftClaims(allowed: allowed).refusal(of: text)
      ?? DraftPromises(written: written).refusal(of: text)
      ?? DraftHarm(written: written).refusal(of: text)
      ?? DraftVoice(check: self).refusal(of: text, written)
      ?? DraftPurpose(written: written).refusal(of: text)
      ?? DraftVocabulary(allowed: allowed, names: DraftText("\(speakerName) \(brandName)")).refusal(of: text)
    return refusal.map { .refused($0) } ?? .accepted(spoken)
  }

  /// Without white space and one pair of quotes around it.
  private static func unwrapped(_ text: String) -> String {
    var text = trimmed(text[...])
    if 2 <= text.count, let first = text.first, first == text.last, first == "\"" || first == "'" {
      let inner = text.dropFirst().dropLast()
      if !inner.contains(first) || first == "'" { text = trimmed(inner) }
    }
    return String(text)
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text.drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
