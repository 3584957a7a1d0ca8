import LeadModel
import WorkflowProgram

/// Asks whether a draft costs no more to send than the text may.
struct DraftLength {
  let check: DraftCheck

  func refusal(of draft: String) -> DraftRefusal? {
    let count = SMSCount(draft)
    if count.encoding == .ucs2 {
      let foreign = draft.first { character in
        let isPlain = character.unicodeScalars.allSatisfy { GSM7Alphabet.septets(of: $0.value) != 0 }
        let isWanted = character.isEmoji && check.voice.emoji != .never
        return !isPlain && !isWanted && !check.reference.contains(character)
      }
      if let foreign { return .alphabet(foreign) }
    }
    guard count.segments <= check.segmentBudget else {
      return .tooLong(segments: count.segments, budget: check.segmentBudget)
    }
    return nil
  }
}
