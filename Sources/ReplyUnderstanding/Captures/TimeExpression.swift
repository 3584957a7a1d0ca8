/// A time somebody named, as far as they named it: "tomorrow after 3", "Tues am", "in a few weeks".
///
/// Free of any clock; `resolved(from:)` gives it a place in a calendar.
public struct TimeExpression: Hashable, Sendable {
  public var day: Day?
  public var partOfDay: PartOfDay?
  /// Minutes after midnight, 0 to 1,439.
  public var minute: Int?
  public var relation: Relation = .at
  /// "in 20 min": minutes from now; nothing else is set then.
  public var minutesAhead: Int?

  public init(
    day: Day? = nil, partOfDay: PartOfDay? = nil, minute: Int? = nil, relation: Relation = .at,
    minutesAhead: Int? = nil
  ) {
    self.day = day
    self.partOfDay = partOfDay
    self.minute = minute
    self.relation = relation
    self.minutesAhead = minutesAhead
  }

  /// How the clock time is meant.
  public enum Relation: String, Hashable, Sendable, CaseIterable { case at, after, before, around }

  public enum PartOfDay: String, Hashable, Sendable, CaseIterable {
    case morning, noon, afternoon, evening, night

    /// When it begins, in minutes after midnight, for arranging a call.
    public var startMinute: Int {
      switch self {
      case .morning: 9 * 60
      case .noon: 12 * 60
      case .afternoon: 13 * 60
      case .evening: 17 * 60 + 30
      case .night: 19 * 60
      }
    }
  }

  /// A day or a stretch of days, counted from when the reply came.
  public enum Day: Hashable, Sendable {
    case today, tomorrow
    /// Days from today.
    case daysAhead(Int)
    /// 0 is Monday. With `isNext`, the one of next week.
    case weekday(Int, isNext: Bool)
    /// The next Saturday.
    case weekend
    /// Weeks from now; the Monday when it is a named week ("next week").
    case weeksAhead(Int)
    /// Months from now; the first of the month when it is 1 ("next month").
    case monthsAhead(Int)
    case yearsAhead(Int)
    /// 1 to 12, the first of it.
    case month(Int)
    case date(month: Int, day: Int)
    /// "the 15th".
    case dayOfMonth(Int)
    /// 1 to 4, its first day.
    case quarter(Int)
    case year(Int)
    case endOfWeek, endOfMonth, endOfYear
  }
}

/// A point in somebody's local calendar.
public struct CivilMoment: Hashable, Sendable, Comparable {
  public var day: CivilDay
  /// Minutes after midnight, 0 to 1,439.
  public var minute: Int

  public init(day: CivilDay, minute: Int) {
    self.day = day
    self.minute = minute
  }

  public static func < (a: CivilMoment, b: CivilMoment) -> Bool {
    (a.day, a.minute) < (b.day, b.minute)
  }
}

/// A day of the Gregorian calendar.
public struct CivilDay: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01.
  public var number: Int

  public init(number: Int) { self.number = number }

  /// Days out of range run over into the next month, as in "31 June".
  public init(year: Int, month: Int, day: Int) {
    let (shifted, month) = (year + (month - 1).quotient(by: 12), (month - 1).remainder(by: 12) + 1)
    // Days from the civil calendar, counting years from March (Howard Hinnant's arithmetic).
    let adjusted = month <= 2 ? shifted - 1 : shifted
    let era = adjusted.quotient(by: 400)
    let yearOfEra = adjusted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  public var components: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.quotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    return (yearOfEra + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9, day)
  }

  /// 0 is Monday.
  public var weekday: Int { (number + 3).remainder(by: 7) }

  public static func < (a: CivilDay, b: CivilDay) -> Bool { a.number < b.number }
}

extension Int {
  fileprivate func quotient(by divisor: Int) -> Int {
    self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor)
  }
  fileprivate func remainder(by divisor: Int) -> Int { self - quotient(by: divisor) * divisor }
}
