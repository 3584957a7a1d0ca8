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
