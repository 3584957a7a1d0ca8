extension ScalarText {
  /// The longest duration read, in milliseconds: ten years; our choice, as nothing outlasts a client's contract.
  public static let longestDuration: Int64 = 10 * 366 * 86_400_000

  /// Milliseconds of `3d`, `1h30m`, `90s`, `2w`, `250ms`: at least one number with its unit, largest unit first.
  public var durationMilliseconds: Int64? {
    var total: Int64 = 0
    var lastUnit = Int64.max
    var rest = text.utf8[...]
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix(while: ScalarText.isDigit)
      rest = rest.dropFirst(digits.count)
      let letters = rest.prefix { !ScalarText.isDigit($0) }
      rest = rest.dropFirst(letters.count)
      guard let count = Int64(Substring(digits)), let unit = ScalarText.unit(Substring(letters)),
        unit < lastUnit
      else { return nil }
      let (product, isTooLarge) = count.multipliedReportingOverflow(by: unit)
      guard !isTooLarge, product <= ScalarText.longestDuration else { return nil }
      total += product
      lastUnit = unit
    }
    return total <= ScalarText.longestDuration ? total : nil
  }

  /// Milliseconds of a unit's short name.
  private static func unit(_ name: Substring) -> Int64? {
    switch name {
    case "w": 604_800_000
    case "d": 86_400_000
    case "h": 3_600_000
    case "m": 60_000
    case "s": 1_000
    case "ms": 1
    case _: nil
    }
  }

  /// What was meant by `3 days` or `1 hour 30 min`, as `3d` or `1h30m`; `nil` where that is no guess.
  var durationMeant: String? {
    var result = ""
    var rest = text.lowercased()[...]
    while !rest.isEmpty {
      rest = rest.drop { $0 == " " || $0 == "," }
      let digits = rest.prefix { $0.isNumber && $0.isASCII }
      rest = rest.dropFirst(digits.count).drop { $0 == " " }
      let word = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(word.count)
      guard !digits.isEmpty else { return nil }
      switch word {
      case "w", "wk", "wks", "week", "weeks": result += "\(digits)w"
      case "d", "day", "days": result += "\(digits)d"
      case "h", "hr", "hrs", "hour", "hours": result += "\(digits)h"
      case "m", "min", "mins", "minute", "minutes": result += "\(digits)m"
      case "s", "sec", "secs", "second", "seconds": result += "\(digits)s"
      case _: return nil
      }
    }
    return ScalarText(result).durationMilliseconds == nil ? nil : result
  }

  /// Minutes after midnight of `9:00`, `09:30`, `21:00`, `9am`, `9:30 pm`; 1,440 for `24:00`, the day's end.
  public var timeOfDay: Int? {
    var rest = text.lowercased()[...]
    var isAfternoon: Bool?
    if rest.hasSuffix("am") || rest.hasSuffix("pm") {
      isAfternoon = rest.hasSuffix("pm")
      rest = rest.dropLast(2)
      while rest.hasSuffix(" ") { rest.removeLast() }
    }
    let parts = rest.split(separator: ":", omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= 2, (1...2).contains(first.utf8.count),
      parts.allSatisfy({ $0.utf8.allSatisfy(ScalarText.isDigit) }), let hour = Int(first)
    else { return nil }
    guard parts.count == 2 || isAfternoon != nil else { return nil }
    var minute = 0
    if parts.count == 2 {
      guard parts[1].utf8.count == 2, let value = Int(parts[1]), value < 60 else { return nil }
      minute = value
    }
    if let isAfternoon {
      guard (1...12).contains(hour) else { return nil }
      return (hour % 12 + (isAfternoon ? 12 : 0)) * 60 + minute
    }
    let minutes = hour * 60 + minute
    return minutes <= 1_440 ? minutes : nil
  }

  /// Days since 1970-01-01 of a date as `2026-11-22`, by the Gregorian calendar, from the year 1 to 9999.
  public var daysSince1970: Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy(ScalarText.isDigit) }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      1 <= year, (1...12).contains(month), 1 <= day, day <= ScalarText.days(inMonth: month, of: year)
    else { return nil }
    // Count from March, so that the leap day is the year's last (Hinnant, "chrono-compatible date algorithms").
    let shifted = month <= 2 ? year - 1 : year
    let (era, yearOfEra) = shifted.quotientAndRemainder(dividingBy: 400)
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    case _: 31
    }
  }
}
