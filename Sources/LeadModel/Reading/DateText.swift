/// Reads calendar dates: `2025-03-31`, `3/31/2025`, `3/31/25 2:30 PM`, `20250331`, `Mar 31, 2025`, `31-Mar-2025`, and a
/// spreadsheet's count of days, `45747`.
///
/// A time and an offset after the date are checked for form and dropped: the day is the one written. Months come before
/// days, as Americans write them; a first number above 12 is refused as day-first, and `12.03.2025` as one that may be:
/// dates with points are Europeans'. Two-digit years are 1970-2069.
public enum DateText {
  public static func read(_ cell: CellBytes) -> Reading<CivilDate> {
    let text = CellText.unwrapped(cell)
    if CellText.meansNothing(text) { return .empty }
    var scanner = DateScanner(text)
    let reading = scanner.date()
    if reading.value != nil, !scanner.takeTime() { return .unreadable(.notADate) }
    return reading
  }

  public static func read(_ text: String) -> Reading<CivilDate> { text.withBytes { read($0) } }

  /// Whether a text is a month's name and a number on either side of a hyphen, as `10-May` and `May-10`.
  static func isDayOfMonth(_ text: CellBytes) -> Bool {
    var scanner = DateScanner(text)
    return scanner.takesDayOfMonth()
  }
}

/// Reads a date from the left, then perhaps a time.
private struct DateScanner {
  private let text: CellBytes
  private var index = 0

  init(_ text: CellBytes) { self.text = text }

  private var next: UInt8? { index < text.count ? text[index] : nil }

  mutating func date() -> Reading<CivilDate> {
    if let byte = next, byte.isLetter { return monthNameFirst() }
    guard let (first, width) = number() else { return .unreadable(.notADate) }
    if width == 8 {
      return day(year: first / 10_000, month: first / 100 % 100, day: first % 100)
    }
    if width == 5, let date = spreadsheetDay(first) { return .value(date) }
    guard let separator = next, "-/. ".utf8.contains(separator) else { return .unreadable(.notADate) }
    index += 1
    if let byte = next, byte.isLetter {  // 31-Mar-2025
      guard let month = monthName(), skipSeparators(), let (year, yearWidth) = number() else {
        return .unreadable(.notADate)
      }
      return day(year: DateScanner.fullYear(year, width: yearWidth), month: month, day: first)
    }
    guard separator != 0x20, let (second, _) = number(), next == separator else {
      return .unreadable(.notADate)
    }
    index += 1
    guard let (third, thirdWidth) = number() else { return .unreadable(.notADate) }
    if width == 4 { return day(year: first, month: second, day: third) }
    guard width <= 2 else { return .unreadable(.notADate) }
    if 12 < first, second <= 12 { return .unreadable(.dayFirst) }
    if separator == 0x2E, second <= 12, first != second { return .unreadable(.unclearDate) }
    return day(year: DateScanner.fullYear(third, width: thirdWidth), month: first, day: second)
  }

  /// A day as spreadsheets count it, perhaps with a fraction for the time; `nil` unless it is of 1927 to 2099.
  ///
  /// Day 1 is 1900-01-01, and 1900 counts as a leap year (Microsoft, "Date systems in Excel"): from 1900-03-01 on, the
  /// days since 1899-12-30.
  private mutating func spreadsheetDay(_ count: Int) -> CivilDate? {
    guard 10_000...73_050 ~= count else { return nil }
    if next == 0x2E {
      index += 1
      guard number() != nil || index == text.count else { return nil }
      while let byte = next, byte.isDigit { index += 1 }
    }
    guard index == text.count else { return nil }
    return CivilDate(daysSince1970: Int32(count - 25_569))
  }

  /// Reads `Mar 31, 2025` and its like.
  private mutating func monthNameFirst() -> Reading<CivilDate> {
    guard let month = monthName(), skipSeparators(), let (dayNumber, _) = number() else {
      return .unreadable(.notADate)
    }
    for ending: StaticString in ["st", "nd", "rd", "th"] where text.has(ending, at: index) {
      index += 2
      break
    }
    guard skipSeparators(), let (year, width) = number(), width == 4 else { return .unreadable(.notADate) }
    return day(year: year, month: month, day: dayNumber)
  }

  private func day(year: Int, month: Int, day: Int) -> Reading<CivilDate> {
    guard 1_000 <= year else { return .unreadable(.notADate) }
    guard let date = CivilDate(year: year, month: month, day: day) else { return .unreadable(.noSuchDay) }
    return .value(date)
  }

  private static func fullYear(_ year: Int, width: Int) -> Int {
    width == 2 ? (year < 70 ? 2_000 + year : 1_900 + year) : width == 4 ? year : 0
  }

  /// One to eight digits.
  private mutating func number() -> (value: Int, width: Int)? {
    let start = index
    var value = 0
    while let byte = next, byte.isDigit, index - start < 8 {
      value = value * 10 + Int(byte & 15)
      index += 1
    }
    return start < index ? (value, index - start) : nil
  }

  private mutating func monthName() -> Int? {
    let start = index
    while let byte = next, byte.isLetter { index += 1 }
    let word = text.slice(start, index)
    guard 3 <= word.count else { return nil }
    let names: [StaticString] = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
      "november", "december",
    ]
    for (month, name) in names.enumerated() where word.count <= name.utf8CodeUnitCount {
      var matches = true
      for place in 0..<word.count where word[place].asciiLowercased != name.utf8Start[place] {
        matches = false
      }
      if matches { return month + 1 }
    }
    return word.equals("sept") ? 9 : nil
  }

  mutating func takesDayOfMonth() -> Bool {
    if let byte = next, byte.isLetter {
      guard monthName() != nil, skipSeparators(), number() != nil else { return false }
    } else {
      guard number() != nil, skipSeparators(), monthName() != nil else { return false }
    }
    return index == text.count
  }

  /// Skips what stands between the parts of a date; false if nothing does.
  private mutating func skipSeparators() -> Bool {
    let start = index
    while let byte = next, " -/.,".utf8.contains(byte) { index += 1 }
    return start < index
  }

  /// Takes `T09:14:00.000Z`, ` 14:30`, ` 2:30 PM` and an offset; false if anything else follows the date.
  mutating func takeTime() -> Bool {
    guard next != nil else { return true }
    guard let separator = next, separator == 0x20 || separator | 0x20 == 0x74 || separator == 0x2C else {
      return false
    }
    index += 1
    while next == 0x20 { index += 1 }
    guard let (hour, _) = number(), hour <= 24, next == 0x3A else { return false }
    index += 1
    guard let (minute, width) = number(), width == 2, minute < 60 else { return false }
    if next == 0x3A {
      index += 1
      guard let (second, width) = number(), width == 2, second <= 60 else { return false }
      if next == 0x2E {
        index += 1
        while let byte = next, byte.isDigit { index += 1 }
      }
    }
    // What is left is AM, PM, a zone's letters or an offset.
    while let byte = next {
      guard byte.isDigit || byte.isLetter || " +-:".utf8.contains(byte) else { return false }
      index += 1
    }
    return true
  }
}
