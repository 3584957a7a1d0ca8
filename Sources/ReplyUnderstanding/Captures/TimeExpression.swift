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
  /// The year that a month, a quarter or a season was named with; `nil` means the coming one.
  public var year: Year?
  /// Where a window that begins at `minute` closes: "between 2 and 4"; more than `minute`, at most 1,439.
  public var untilMinute: Int?
  /// Where a stretch that begins with `day` ends: "in 3 to 6 months".
  public var untilDay: Day?

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

  /// "2027", or counted from the year of the reply: "next year" is 1 ahead.
  public enum Year: Hashable, Sendable {
    case named(Int)
    case ahead(Int)
  }

  /// The seasons as calendars of the north give them.
  public enum Season: Int, Hashable, Sendable, CaseIterable { case spring, summer, fall, winter }

  /// Feasts of the United States that fall on another date each year; the dates are those of 5 USC 6103.
  public enum Feast: Hashable, Sendable {
    /// The last Monday of May.
    case memorialDay
    /// The first Monday of September.
    case laborDay
  }

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
    case season(Season)
    case feast(Feast)
    case endOfWeek, endOfMonth, endOfYear
    /// 1 to 4, its last days.
    case endOfQuarter(Int)
  }
}
