/// An instant of the proleptic Gregorian calendar, to the nanosecond, from year 1 to year 9999.
public struct CELTimestamp: Hashable, Sendable, Comparable {
  /// Whole seconds since 1970-01-01T00:00:00Z, rounded down; leap seconds are not counted.
  public let seconds: Int64
  /// 0 to 999,999,999, added to `seconds`.
  public let nanoseconds: Int32

  /// 0001-01-01T00:00:00Z.
  static let earliestSecond: Int64 = -62_135_596_800
  /// 9999-12-31T23:59:59Z.
  static let latestSecond: Int64 = 253_402_300_799

  /// - Returns: `nil` outside the years 1 to 9999.
  public init?(seconds: Int64, nanoseconds: Int32 = 0) {
    guard Self.earliestSecond <= seconds, seconds <= Self.latestSecond, 0 <= nanoseconds,
      nanoseconds < 1_000_000_000
    else { return nil }
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// An instant by the second; clamped to the years 1 to 9999.
  public init(secondsSinceEpoch seconds: Int64) {
    self.seconds = min(max(seconds, Self.earliestSecond), Self.latestSecond)
    nanoseconds = 0
  }

  /// An instant by the millisecond; clamped to the years 1 to 9999.
  public init(millisecondsSinceEpoch milliseconds: Int64) {
    let whole = milliseconds.floorDivided(by: 1_000)
    self.seconds = min(max(whole, Self.earliestSecond), Self.latestSecond)
    nanoseconds = Int32(truncatingIfNeeded: milliseconds - whole * 1_000) * 1_000_000
  }

  /// Milliseconds since 1970, rounded down.
  public var millisecondsSinceEpoch: Int64 { seconds * 1_000 + Int64(nanoseconds / 1_000_000) }

  public static func < (a: CELTimestamp, b: CELTimestamp) -> Bool {
    (a.seconds, a.nanoseconds) < (b.seconds, b.nanoseconds)
  }

  /// The next instant that can be told from it; itself at the end of year 9999.
  public var nextUp: CELTimestamp {
    if nanoseconds < 999_999_999 {
      return CELTimestamp(seconds: seconds, nanoseconds: nanoseconds + 1) ?? self
    }
    return CELTimestamp(seconds: seconds + 1) ?? self
  }

  /// The last instant that can be told from it; itself at the start of year 1.
  public var nextDown: CELTimestamp {
    if 0 < nanoseconds { return CELTimestamp(seconds: seconds, nanoseconds: nanoseconds - 1) ?? self }
    return CELTimestamp(seconds: seconds - 1, nanoseconds: 999_999_999) ?? self
  }

  /// The instant a duration later, or `nil` outside the years 1 to 9999.
  func advanced(by duration: CELDuration) -> CELTimestamp? {
    let total = Int64(nanoseconds) + duration.subsecondNanoseconds
    let carry = total.floorDivided(by: 1_000_000_000)
    return CELTimestamp(
      seconds: seconds + duration.nanoseconds.floorDivided(by: 1_000_000_000) + carry,
      nanoseconds: Int32(truncatingIfNeeded: total - carry * 1_000_000_000))
  }

  /// The time from `earlier` to this instant, or `nil` above about 292 years.
  func duration(since earlier: CELTimestamp) -> CELDuration? {
    let (whole, isOver) = (seconds - earlier.seconds).multipliedReportingOverflow(by: 1_000_000_000)
    let (total, isOverToo) = whole.addingReportingOverflow(Int64(nanoseconds) - Int64(earlier.nanoseconds))
    return isOver || isOverToo ? nil : CELDuration(nanoseconds: total)
  }
}

extension Int64 {
  /// Division that rounds toward minus infinity; `divisor` is positive.
  func floorDivided(by divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
