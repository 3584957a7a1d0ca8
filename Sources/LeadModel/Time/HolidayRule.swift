/// On which day of each year a holiday falls.
///
/// Written as people say it: `January 1`, `third Monday of January`, `last Monday of May`, `day after fourth Thursday of
/// November`, `2 days before Easter`.
public struct HolidayRule: Hashable, Sendable {
  enum Base: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    /// `ordinal` 1...5, or -1 for the last.
    case weekday(Weekday, ordinal: Int, month: Int)
    /// Western Easter Sunday.
    case easter
  }
  let base: Base
  /// Days after the base day, negative before.
  let shift: Int

  /// - Returns: `nil` for any other wording, and for days that no year has.
  public init?(_ text: String) {
    var words = text.lowercased().split(whereSeparator: \.isWhitespace)[...]
    var shift = 0
    if let place = words.firstIndex(where: { $0 == "after" || $0 == "before" }) {
      let (number, unit) = (words[..<place].dropLast(), words[..<place].last)
      guard unit == "day" || unit == "days", number.count <= 1 else { return nil }
      let count = number.first.map { Int($0) } ?? (unit == "day" ? 1 : nil)
      guard let count, 1 <= count, count <= 60 else { return nil }
      shift = words[place] == "after" ? count : -count
      words = words[(place + 1)...]
    }
    guard let base = HolidayRule.base(Array(words)) else { return nil }
    self.base = base
    self.shift = shift
  }

  private static func base(_ words: [Substring]) -> Base? {
    if words == ["easter"] { return .easter }
    if words.count == 2, let month = months.firstIndex(of: String(words[0])), let day = Int(words[1]) {
      // 2024 is a leap year, so that February 29 is a day.
      return CivilDate(year: 2024, month: month + 1, day: day) == nil
        ? nil : .fixed(month: month + 1, day: day)
    }
    guard words.count == 4, words[2] == "of", let month = months.firstIndex(of: String(words[3])) else {
      return nil
    }
    guard let weekday = Weekday.allCases.first(where: { $0.name.lowercased() == words[1] }) else {
      return nil
    }
    if words[0] == "last" { return .weekday(weekday, ordinal: -1, month: month + 1) }
    let ordinals = ["first", "second", "third", "fourth"]
    guard let ordinal = ordinals.firstIndex(of: String(words[0])) else { return nil }
    return .weekday(weekday, ordinal: ordinal + 1, month: month + 1)
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november",
    "december",
  ]

  /// The day it falls on in a year; `nil` in years without that day.
  ///
  /// - Parameter year: 2...9998.
  public func date(in year: Int) -> CivilDate? {
    guard 2 <= year, year <= 9_998 else { return nil }
    let day: CivilDate? =
      switch base {
      case .fixed(let month, let day): CivilDate(year: year, month: month, day: day)
      case .weekday(let weekday, let ordinal, let month):
        if ordinal < 0 {
          // The last one falls in the month's last seven days.
          CivilDate(year: year, month: month, day: CivilDate.dayCount(year: year, month: month) - 6)?
            .onOrAfter(weekday)
        } else {
          CivilDate(year: year, month: month, day: 7 * ordinal - 6)?.onOrAfter(weekday)
        }
      case .easter: HolidayRule.easter(year)
      }
    return day?.advanced(byDays: shift)
  }

  /// Easter Sunday of the Gregorian calendar, by Oudin's algorithm of 1940.
  private static func easter(_ year: Int) -> CivilDate? {
    let golden = year % 19
    let century = year / 100
    let correction = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30
    let moon = correction - (correction / 28) * (1 - (29 / (correction + 1)) * ((21 - golden) / 11))
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7
    let offset = moon - weekday
    let month = 3 + (offset + 40) / 44
    return CivilDate(year: year, month: month, day: offset + 28 - 31 * (month / 4))
  }
}

/// A holiday by name.
public struct Holiday: Hashable, Sendable {
  /// As people read it: "Labor Day".
  public let name: String
  public let rule: HolidayRule

  public init(name: String, rule: HolidayRule) {
    self.name = name
    self.rule = rule
  }
}
