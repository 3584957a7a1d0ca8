public import LeadModel

/// When the latest texts left to one person: as many as a cap counts, as far back as a cap looks.
///
/// Exact to the millisecond and 24 bytes long: the latest instant, and how long before each text the one before it
/// left. The gaps of the latest three are in place, because that is what caps count; more go to a list that hardly
/// any lead has.
public struct RecentTexts: Hashable, Sendable {
  /// `.never` before the first text.
  public private(set) var latest = Timestamp.never
  /// In milliseconds; `tooLong` when there is no text before, or none that matters.
  private var firstGap = RecentTexts.tooLong
  private var secondGap = RecentTexts.tooLong
  private var furtherGaps: [UInt32] = []

  /// Longer than the longest cap, 1,000 hours: what lies behind such a gap counts for nothing.
  private static let tooLong = UInt32.max
  private static let gapsInPlace = 2

  public init() {}

  /// Counts a text.
  ///
  /// - Parameter instant: Not before the last one; an earlier one counts as then, which only tightens caps.
  /// - Parameter count: How many texts are remembered, the latest ones.
  public mutating func record(at instant: Timestamp, keeping count: Int) {
    let isFirst = latest == .never
    let gap = isFirst ? Self.tooLong : UInt32(clamping: max(0, instant.milliseconds - latest.milliseconds))
    if secondGap == Self.tooLong {
      if !furtherGaps.isEmpty { furtherGaps.removeAll() }
    } else if Self.gapsInPlace + 1 < count {
      furtherGaps.insert(secondGap, at: 0)
      if count - 1 - Self.gapsInPlace < furtherGaps.count { furtherGaps.removeLast() }
    }
    (firstGap, secondGap) = (gap, firstGap)
    latest = isFirst ? instant : max(latest, instant)
  }

  /// When the text left that was followed by `number - 1` others; `nil` when none did, or too long ago for any cap.
  ///
  /// - Parameter number: At least 1.
  public func instant(ofLatest number: Int) -> Timestamp? {
    guard latest != .never else { return nil }
    var milliseconds = latest.milliseconds
    for index in 0..<(number - 1) {
      let gap: UInt32
      switch index {
      case 0: gap = firstGap
      case 1: gap = secondGap
      case _:
        guard index - Self.gapsInPlace < furtherGaps.count else { return nil }
        gap = furtherGaps[index - Self.gapsInPlace]
      }
      guard gap != Self.tooLong else { return nil }
      milliseconds -= Int64(gap)
    }
    return Timestamp(milliseconds: milliseconds)
  }
}
