/// Answers whether a day is a holiday, observed days included.
///
/// A holiday that falls on a Saturday also claims the Friday before it, one on a Sunday the Monday after (5 U.S.C. 6103
/// and Executive Order 11582). The day itself stays a holiday: where either reading may be meant, both are kept.
public struct HolidayCalendar: Hashable, Sendable {
  /// In the order they were given; the first that claims a day names it.
  public let holidays: [Holiday]

  public init(_ holidays: [Holiday]) { self.holidays = holidays }

  /// The holiday that claims a day, or `nil`.
  public func holiday(on date: CivilDate) -> Holiday? {
    let (year, month, dayOfMonth) = date.components
    // New Year's Day on a Saturday is observed in the year before.
    let isNearNewYear = (month == 12 && 30 <= dayOfMonth) || (month == 1 && dayOfMonth <= 3)
    for holiday in holidays {
      // A shift may carry a holiday into another year too.
      let years = isNearNewYear || holiday.rule.shift != 0 ? (year - 1)...(year + 1) : year...year
      for candidate in years {
        guard let day = holiday.rule.date(in: candidate) else { continue }
        if day == date || HolidayCalendar.observed(day) == date { return holiday }
      }
    }
    return nil
  }

  private static func observed(_ date: CivilDate) -> CivilDate {
    switch date.weekday {
    case .saturday: date.advanced(byDays: -1)
    case .sunday: date.advanced(byDays: 1)
    case .monday, .tuesday, .wednesday, .thursday, .friday: date
    }
  }

  /// The eleven holidays of the federal government.
  public static let federal = HolidayCalendar(
    [
      ("New Year's Day", "January 1"), ("Martin Luther King Jr. Day", "third Monday of January"),
      ("Presidents' Day", "third Monday of February"), ("Memorial Day", "last Monday of May"),
      ("Juneteenth", "June 19"), ("Independence Day", "July 4"), ("Labor Day", "first Monday of September"),
      ("Columbus Day", "second Monday of October"), ("Veterans Day", "November 11"),
      ("Thanksgiving Day", "fourth Thursday of November"), ("Christmas Day", "December 25"),
    ].compactMap { name, day in HolidayRule(day).map { Holiday(name: name, rule: $0) } })
}
