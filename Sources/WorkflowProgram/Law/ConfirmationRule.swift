/// What may be sent to someone who has just opted out.
public struct ConfirmationRule: Hashable, Sendable {
  /// Texts that confirm an opt-out; later silence is the law.
  public let atMost: Int
  /// How long after the opt-out the text may go.
  public let withinMilliseconds: Int64

  public init(atMost: Int, withinMilliseconds: Int64) {
    self.atMost = atMost
    self.withinMilliseconds = withinMilliseconds
  }

  /// One text within five minutes (47 CFR 64.1200(a)(12)).
  public static let federal = ConfirmationRule(atMost: 1, withinMilliseconds: 300_000)
}
