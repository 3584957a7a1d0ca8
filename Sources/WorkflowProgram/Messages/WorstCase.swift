public import LeadModel

extension Wording {
  /// The longest text this wording can become for any lead.
  ///
  /// Constants are the speaker's; a value of the lead has as many characters as a message carries of it, all of
  /// one septet: a name outside the GSM alphabet is the lead's doing and is seen in the preview.
  public func worstCase(for speaker: Speaker) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .text(let literal): text += literal
      case .slot: break
      case .variable(let variable, let fallback):
        let fallback = fallback ?? ""
        if let constant = variable.constant {
          let value = speaker[constant]
          text += value.isEmpty ? fallback : value
        } else {
          let isLonger =
            fallback.unicodeScalars.count > variable.longest || SMSCount(fallback).encoding == .ucs2
          text += isLonger ? fallback : String(repeating: "n", count: variable.longest)
        }
      }
    }
    return text
  }

  /// What sending this wording costs at most.
  public func worstCount(for speaker: Speaker) -> SMSCount { SMSCount(worstCase(for: speaker)) }
}
