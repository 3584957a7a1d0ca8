/// A date and time of day as a calendar on the wall shows them.
struct CivilTime: Hashable, Sendable {
  var year: Int
  /// 1 to 12.
  var month: Int
  /// 1 to 31.
  var day: Int
  var hour = 0
  var minute = 0
  var second = 0

  /// The calendar's reading so many seconds after 1970-01-01T00:00:00, in the zone the seconds are counted in.
  init(secondsSinceEpoch seconds: Int64) {
    let days = seconds.floorDivided(by: 86_400)
    let time = Int(seconds - days * 86_400)
    // Days to year, month and day by shifting the year's start to March (H. Hinnant, "chrono-Compatible
    // Low-Level Date Algorithms").
    let shifted = days + 719_468
    let era = shifted.floorDivided(by: 146_097)
    let dayOfEra = Int(shifted - era * 146_097)
    let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + Int(era) * 400 + (month <= 2 ? 1 : 0)
    hour = time / 3_600
    minute = time % 3_600 / 60
    second = time % 60
  }

  init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    self.year = year
    self.month = month
    self.day = day
    self.hour = hour
    self.minute = minute
    self.second = second
  }

  /// Days from 1970-01-01 to this date.
  var daysSinceEpoch: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  var secondsSinceEpoch: Int64 {
    Int64(daysSinceEpoch) * 86_400 + Int64(hour * 3_600 + minute * 60 + second)
  }

  /// 0 for Sunday to 6 for Saturday.
  var weekday: Int { ((daysSinceEpoch % 7) + 11) % 7 }

  /// 0 for the first of January.
  var dayOfYear: Int { daysSinceEpoch - CivilTime(year: year, month: 1, day: 1).daysSinceEpoch }

  static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
