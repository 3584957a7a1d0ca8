/// A day of the Gregorian calendar, in no particular time zone.
public struct CivilDate: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01, negative before.
  public let daysSince1970: Int32

  public init(daysSince1970: Int32) { self.daysSince1970 = daysSince1970 }

  /// - Returns: `nil` for a day the calendar does not have, or a year outside 1...9999.
  public init?(year: Int, month: Int, day: Int) {
    guard 1 <= year, year <= 9_999, 1 <= month, month <= 12, 1 <= day else { return nil }
    guard day <= CivilDate.dayCount(year: year, month: month) else { return nil }
    daysSince1970 = CivilDate.days(year: year, month: month, day: day)
  }

  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.daysSince1970 < b.daysSince1970 }

  public func advanced(byDays days: Int) -> CivilDate {
    CivilDate(daysSince1970: daysSince1970 &+ Int32(truncatingIfNeeded: days))
  }

  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let fromMonday = (Int(daysSince1970) + 3) % 7
    switch fromMonday < 0 ? fromMonday + 7 : fromMonday {
    case 0: return .monday
    case 1: return .tuesday
    case 2: return .wednesday
    case 3: return .thursday
    case 4: return .friday
    case 5: return .saturday
    default: return .sunday
    }
  }

  public var year: Int { components.year }
  /// 1...12.
  public var month: Int { components.month }
  /// 1...31.
  public var day: Int { components.day }

  /// Year, month and day, from Howard Hinnant's `civil_from_days`: years start in March, so that the leap day is last.
  public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(daysSince1970) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Days in a month; `month` in 1...12.
  static func dayCount(year: Int, month: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The inverse of `components`, for fields already in range.
  static func days(year: Int, month: Int, day: Int) -> Int32 {
    let marchYear = month <= 2 ? year - 1 : year
    let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
    let yearOfEra = marchYear - era * 400
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(truncatingIfNeeded: era * 146_097 + dayOfEra - 719_468)
  }

  /// Midnight UTC: how a lead's date fields keep a day.
  public var midnightUTC: Timestamp { Timestamp(milliseconds: Int64(daysSince1970) * 86_400_000) }
}

extension CivilDate: CustomStringConvertible {
  /// `2025-03-31`.
  public var description: String {
    let (year, month, day) = components
    return "\(padded(year, to: 4))-\(padded(month, to: 2))-\(padded(day, to: 2))"
  }
}

/// A number of at least `width` digits, zeros in front.
func padded(_ number: Int, to width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
