/// Keyed randomness: every draw is a pure function of the seed, the lead, what is drawn, and how often before.
///
/// So a change of the workflow leaves the draws of untouched leads alone, and neither order nor threads matter.
/// Whole-number arithmetic only: the same on any machine.
public struct Draw: Hashable, Sendable {
  private let key: UInt64

  /// - Parameter lead: The lead's stable key.
  public init(seed: UInt64, lead: UInt64) {
    key = Self.mix(seed &* 0x9E37_79B9_7F4A_7C15 ^ Self.mix(lead))
  }

  /// What is drawn; one stream each, by its number.
  public enum Decision: UInt64, Hashable, Sendable {
    case traceFound = 1
    case traceMobile, traceDelay, approved, approvalDelay, delivered, deliveryDelay
    case replied, replyDelay, intent, closed, closingDelay, name, invalidNumber
  }

  /// 64 even bits; `ordinal` counts the draws of the same decision for this lead.
  public func bits(_ decision: Decision, _ ordinal: Int) -> UInt64 {
    Self.mix(key &+ decision.rawValue &* 0xD1B5_4A32_D192_ED03 &+ UInt64(ordinal) &* 0x8CB9_2BA7_2F3D_8DD7)
  }

  /// A number below `bound`, evenly.
  ///
  /// - Precondition: `bound` is at least 1.
  public func number(_ decision: Decision, _ ordinal: Int, below bound: Int) -> Int {
    precondition(0 < bound, "nothing is below nothing")
    return Int(bits(decision, ordinal).multipliedFullWidth(by: UInt64(bound)).high)
  }

  private static func mix(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }
}
