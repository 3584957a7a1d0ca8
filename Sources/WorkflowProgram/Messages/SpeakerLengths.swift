import LeadModel

/// How long each of a speaker's constants is when sent, and whether the GSM alphabet has all its characters.
///
/// What a text in some voice costs depends on its speaker by these alone.
public struct SpeakerLengths: Hashable, Sendable {
  /// By `SpeakerConstant.rawValue`: septets, or the negative number of 16-bit units outside the GSM alphabet.
  private let units: [Int]

  public init(_ speaker: Speaker) {
    units = speaker.stretches.map { stretch in
      let count = speaker.text[stretch.range].withUnsafeBufferPointer { SMSCount($0) }
      return count.encoding == .gsm7 ? count.units : -count.units
    }
  }

  /// Septets of a constant, 0 when there is none; `nil` outside the GSM alphabet.
  func septets(of constant: SpeakerConstant) -> Int? {
    let units = units[Int(constant.rawValue)]
    return units < 0 ? nil : units
  }
}
