/// How the clocks of a zone run: an offset from UTC, and daylight saving time by the United States' rule or none.
///
/// That is all the zones of the North American Numbering Plan need. The rule (from the second Sunday of March to the
/// first Sunday of November, at 02:00 by the clock) is the Energy Policy Act's of 2005. Instants are exact from
/// 2007 in the United States and from 2020 everywhere; earlier ones follow the same rule and may be off.
public struct TimeZoneRules: Hashable, Sendable {
  /// Seconds to add to UTC outside daylight saving time.
  public let standardOffset: Int
  /// Whether clocks go an hour ahead in summer.
  public let hasDaylightSaving: Bool

  public static let daylightSaving = 3_600

  /// - Parameter standardOffset: Seconds, within a day of 0.
  public init(standardOffset: Int, hasDaylightSaving: Bool) {
    precondition(abs(standardOffset) <= 86_400, "an offset is less than a day")
    self.standardOffset = standardOffset
    self.hasDaylightSaving = hasDaylightSaving
  }

  /// Seconds to add to UTC at an instant.
  public func offset(at instant: Timestamp) -> Int {
    guard hasDaylightSaving else { return standardOffset }
    let localStandard = instant.seconds &+ Int64(standardOffset)
    return standardOffset + (TimeZoneRules.isSummer(localStandard) ? TimeZoneRules.daylightSaving : 0)
  }

  /// Whether seconds since 1970, counted on a clock that stays on standard time, lie in daylight saving time.
  private static func isSummer(_ localStandard: Int64) -> Bool {
    let day = CivilDate(localSeconds: localStandard)
    let (year, month, dayOfMonth) = day.components
    switch month {
    case 4...10: return true
    case 3:
      if dayOfMonth < 8 { return false }
      return changes(year: year).start <= localStandard
    case 11:
      if 7 < dayOfMonth { return false }
      return localStandard < changes(year: year).end
    default: return false
    }
  }

  /// When clocks change in a year, in seconds since 1970 on a clock that stays on standard time.
  private static func changes(year: Int) -> (start: Int64, end: Int64) {
    let march = CivilDate(daysSince1970: CivilDate.days(year: year, month: 3, day: 8)).onOrAfter(.sunday)
    let november = CivilDate(daysSince1970: CivilDate.days(year: year, month: 11, day: 1)).onOrAfter(.sunday)
    // 02:00 daylight time is 01:00 standard time.
    return (Int64(march.daysSince1970) * 86_400 + 7_200, Int64(november.daysSince1970) * 86_400 + 3_600)
  }

  /// The first instant at which the zone's clock shows `secondOfDay` on `date` or later.
  ///
  /// A time that the spring change leaves out resolves to the moment of the change; a time that the autumn change
  /// repeats, to its first occurrence.
  ///
  /// - Parameter secondOfDay: Seconds after midnight as the clock shows them, 0...86,400; 86,400 is the next midnight.
  public func instant(_ date: CivilDate, secondOfDay: Int) -> Timestamp {
    let local = Int64(date.daysSince1970) * 86_400 + Int64(secondOfDay)
    guard hasDaylightSaving else { return Timestamp(seconds: local - Int64(standardOffset)) }
    let (start, end) = TimeZoneRules.changes(year: date.year)
    let summer = Int64(TimeZoneRules.daylightSaving)
    // The clock jumps from `start` to `start + summer`, and from `end + summer` back to `end`.
    let standard: Int64 =
      if local < start {
        local
      } else if local < start + summer {
        start
      } else if local < end + summer {
        local - summer
      } else {
        local
      }
    return Timestamp(seconds: standard - Int64(standardOffset))
  }
}

extension TimeZoneID {
  /// How the zone's clocks run.
  public var rules: TimeZoneRules {
    switch self {
    case .utc: TimeZoneRules(standardOffset: 0, hasDaylightSaving: false)
    case .stJohns: TimeZoneRules(standardOffset: -12_600, hasDaylightSaving: true)
    case .halifax, .bermuda: .hours(-4, hasDaylightSaving: true)
    case .puertoRico, .stThomas, .anguilla, .antigua, .barbados, .dominica, .grenada, .lowerPrinces,
      .montserrat,
      .portOfSpain, .santoDomingo, .stKitts, .stLucia, .stVincent, .tortola:
      .hours(-4, hasDaylightSaving: false)
    case .newYork, .detroit, .indianapolis, .toronto, .nassau, .grandTurk: .hours(-5, hasDaylightSaving: true)
    case .cayman, .jamaica: .hours(-5, hasDaylightSaving: false)
    case .chicago, .menominee, .winnipeg: .hours(-6, hasDaylightSaving: true)
    case .regina: .hours(-6, hasDaylightSaving: false)
    case .denver, .boise, .edmonton: .hours(-7, hasDaylightSaving: true)
    case .phoenix, .fortNelson: .hours(-7, hasDaylightSaving: false)
    case .losAngeles, .vancouver: .hours(-8, hasDaylightSaving: true)
    case .anchorage, .juneau: .hours(-9, hasDaylightSaving: true)
    case .adak: .hours(-10, hasDaylightSaving: true)
    case .honolulu: .hours(-10, hasDaylightSaving: false)
    case .pagoPago: .hours(-11, hasDaylightSaving: false)
    case .guam, .saipan: .hours(10, hasDaylightSaving: false)
    }
  }
}

extension TimeZoneRules {
  fileprivate static func hours(_ hours: Int, hasDaylightSaving: Bool) -> TimeZoneRules {
    TimeZoneRules(standardOffset: hours * 3_600, hasDaylightSaving: hasDaylightSaving)
  }
}
