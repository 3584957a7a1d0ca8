/// What calendar and clock show somewhere at an instant.
public struct LocalTime: Hashable, Sendable {
  public let date: CivilDate
  /// Milliseconds after midnight as the clock shows them, 0..<86,400,000.
  public let millisecondOfDay: Int
  /// Seconds ahead of UTC at that instant.
  public let offset: Int

  public init(at instant: Timestamp, in rules: TimeZoneRules) {
    offset = rules.offset(at: instant)
    let local = instant.milliseconds &+ Int64(offset) * 1_000
    let day = local.flooringDivide(by: 86_400_000)
    date = CivilDate(daysSince1970: Int32(truncatingIfNeeded: day))
    // The day of the first instants begins before any instant there is.
    millisecondOfDay = Int(local &- day &* 86_400_000)
  }

  /// Seconds after midnight as the clock shows them, 0..<86,400.
  public var secondOfDay: Int { millisecondOfDay / 1_000 }
  /// Minutes after midnight as the clock shows them, 0..<1,440.
  public var minuteOfDay: Int { millisecondOfDay / 60_000 }
  /// 0...23.
  public var hour: Int { millisecondOfDay / 3_600_000 }
  /// 0...59.
  public var minute: Int { minuteOfDay % 60 }
  public var weekday: Weekday { date.weekday }

  /// `09:05`.
  public var clock: String { "\(padded(hour, to: 2)):\(padded(minute, to: 2))" }
}

extension LocalTime: CustomStringConvertible {
  /// `Mon 2026-03-09 09:05`.
  public var description: String { "\(weekday.name.prefix(3)) \(date) \(clock)" }
}

extension Timestamp {
  public init(seconds: Int64) { self.init(milliseconds: seconds &* 1_000) }

  /// Whole seconds since 1970, rounded down.
  public var seconds: Int64 { milliseconds.flooringDivide(by: 1_000) }

  /// What clocks in a zone show.
  public func local(in zone: TimeZoneID) -> LocalTime { LocalTime(at: self, in: zone.rules) }
}

extension CivilDate {
  /// The day of `seconds` since 1970 on a zone's own clock.
  init(localSeconds seconds: Int64) {
    self.init(daysSince1970: Int32(truncatingIfNeeded: seconds.flooringDivide(by: 86_400)))
  }

  /// This day if it is a `weekday`, else the next one.
  func onOrAfter(_ weekday: Weekday) -> CivilDate {
    advanced(byDays: (weekday.rawValue - self.weekday.rawValue + 7) % 7)
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity; `divisor` is positive.
  func flooringDivide(by divisor: Int64) -> Int64 {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
