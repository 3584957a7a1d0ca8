public import LeadModel

extension Wording {
  /// The longest text this wording can become for any lead.
  ///
  /// Constants are the speaker's; a value of the lead has as many septets as a message carries of it: what the
  /// SMS alphabet cannot say is said in plain letters or not at all.
  public func worstCase(for speaker: Speaker) -> String {
    String(decoding: worstBytes(for: speaker), as: UTF8.self)
  }

  /// What sending this wording costs at most.
  public func worstCount(for speaker: Speaker) -> SMSCount {
    worstBytes(for: speaker).withUnsafeBufferPointer { SMSCount($0) }
  }

  private func worstBytes(for speaker: Speaker) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    for part in parts {
      switch part {
      case .text(let literal): bytes += literal.utf8
      case .slot: break
      case .variable(let variable, let fallback):
        if let constant = variable.constant {
          let value = speaker.text[speaker.stretches[Int(constant.rawValue)].range]
          if value.isEmpty { bytes += (fallback ?? "").utf8 } else { bytes += value }
        } else if let fallback, Wording.isWorse(fallback, than: variable.longest) {
          bytes += fallback.utf8
        } else {
          bytes += repeatElement(UInt8(ascii: "n"), count: variable.longest)
        }
      }
    }
    return bytes
  }

  /// Whether a fallback takes more room than a value of so many plain characters.
  private static func isWorse(_ fallback: String, than longest: Int) -> Bool {
    let count = SMSCount(fallback)
    return count.encoding == .ucs2 || count.units > longest
  }
}
