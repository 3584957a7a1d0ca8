/// Quarters, seasons and years, and what Spanish says otherwise.
extension TimeReader {
  // MARK: Quarters and seasons

  /// "Q1", "quarter 1", "first quarter", "1st quarter": which one, and the offset behind it.
  func quarter(at offset: Int) -> (quarter: Int, end: Int)? {
    switch meaning(offset) {
    case .quarter?:
      guard let number = token(offset + 1), number.kind == .number, let quarter = small(number),
        1...4 ~= quarter
      else { return nil }
      return (quarter, offset + 2)
    case .ordinal(let quarter)?: return meaning(offset + 1) == .quarter ? (quarter, offset + 2) : nil
    default: return nil
    }
  }

  mutating func readQuarter() -> Bool {
    if readQuarterHour() { return true }
    guard let (quarter, end) = quarter(at: 0), meaning(end) != .was else { return false }
    return found(.quarter(quarter), length: end, year: yearBehind(end))
  }

  /// "first quarter" tells of the last one as often: it counts behind a preposition, with a year, or alone.
  ///
  /// - Parameter length: The tokens of the ordinal.
  mutating func readQuarter(named quarter: Int, length: Int = 1) -> Bool {
    guard meaning(length) == .quarter, meaning(length + 1) != .was else { return false }
    let year = yearBehind(length + 1)
    guard year != nil || isBehindPreposition || tokens.count <= length + 1 else { return false }
    return found(.quarter(quarter), length: length + 1, year: year)
  }

  /// "in the first", "by first".
  private var isBehindPreposition: Bool {
    var before = index - 1
    if before >= 0, words[tokens[before]] == .the { before -= 1 }
    guard before >= 0 else { return false }
    return switch words[tokens[before]] {
    case .inside?, .relation?, .end?, .fin?, .on?: true
    default: false
    }
  }

  mutating func readSeason(_ season: TimeExpression.Season) -> Bool {
    let year = yearBehind(1)
    return (hasCompany || year != nil) && found(.season(season), length: 1, year: year)
  }

  /// "2027", "of 2027", "next year".
  func yearBehind(_ offset: Int) -> (year: TimeExpression.Year, length: Int)? {
    let length = meaning(offset) == .of ? 1 : 0
    let start = offset + length
    if let number = token(start), number.kind == .number, let year = small(number), TimeReader.years ~= year {
      return (.named(year), length + 1)
    }
    switch (meaning(start), meaning(start + 1)) {
    case (.next?, .years?): return (.ahead(1), length + 2)
    case (.this?, .years?): return (.ahead(0), length + 2)
    default: return nil
    }
  }

  // MARK: What is over

  /// "last Friday", "two weeks ago", "el lunes pasado", "in the spring of 2019".
  func isOver(from start: Int, to end: Int) -> Bool {
    if start > 0, words[tokens[start - 1]] == .gone, !tokens[start].flags.contains(.opensSentence) {
      return true
    }
    guard end < tokens.count, !tokens[end].flags.contains(.opensSentence) else { return false }
    if words[tokens[end]] == .gone {
      // "Monday at last" tells no past; "tomorrow, last time" neither.
      return !tokens[end].flags.contains(.followsComma)
    }
    let year = words[tokens[end]] == .of && end + 1 < tokens.count ? end + 1 : end
    guard tokens[year].kind == .number, let value = small(tokens[year]) else { return false }
    return 1_900..<TimeReader.years.lowerBound ~= value
  }

  // MARK: Spanish

  /// "mañana"; behind an article it is the morning: "por la mañana".
  mutating func readTomorrow() -> Bool {
    guard index > 0, words[tokens[index - 1]] == .the else { return found(.tomorrow, length: 1) }
    return foundPart(.morning, day: nil)
  }

  /// "a las 3 de la tarde".
  mutating func readOf() -> Bool {
    guard isFound, meaning(1) == .the else { return false }
    switch meaning(2) {
    case .part?, .tomorrow?: return skip(2)
    default: return false
    }
  }

  /// "la semana que viene", "semana próxima".
  mutating func readComing(_ unit: CaptureWords.Meaning) -> Bool {
    let length: Int
    if meaning(1) == .which, meaning(2) == .comes {
      length = 3
    } else {
      guard meaning(1) == .next, index > 0, words[tokens[index - 1]] == .the else { return false }
      length = 2
    }
    switch unit {
    case .weeks: return found(.weeksAhead(1), length: length)
    case .months: return found(.monthsAhead(1), length: length)
    case .years: return found(.yearsAhead(1), length: length)
    default: return false
    }
  }

  var isDayAfterTomorrow: Bool { meaning(1) == .relation(.after) && meaning(2) == .tomorrow }

  // MARK: What is no time to call

  /// "Not monday"; "why not monday" names one, and "not before 3" does.
  func isExcluded(_ start: Int) -> Bool {
    guard start > 0, !isRelation(words[tokens[start]]) else { return false }
    var before = start - 1
    if words[tokens[before]] == .on || words[tokens[before]] == .relation(.at), before > 0 { before -= 1 }
    guard words[tokens[before]] == .not, !tokens[start].flags.contains(.opensSentence) else { return false }
    return before == 0 || words[tokens[before - 1]] != .why
  }

  /// "I'm at lunch" tells where somebody is.
  var isWhereTheyAre: Bool {
    guard index > 1, words[tokens[index - 1]] == .relation(.at) else { return false }
    return words[tokens[index - 2]] == .am
  }

  /// "The taxes", "the holidays": things, unless "after" or "before" makes them a time.
  var isBehindBareArticle: Bool {
    guard index > 0, words[tokens[index - 1]] == .the else { return false }
    guard index > 1 else { return true }
    return switch words[tokens[index - 2]] {
    case .relation(.after)?, .relation(.before)?, .inside?, .end?, .fin?, .on?: false
    default: true
    }
  }

  // MARK: Several days

  /// "Sat is good", "wed works for me": the whole reply is about the day.
  var opensShortAnswer: Bool {
    index == 0 && tokens.count <= 5 && (meaning(1) == .goesOn || meaning(1) == .or)
  }

  /// "Monday or Tuesday": a stretch of two days; always true, since the first was found.
  mutating func readOtherWeekday() -> Bool {
    guard meaning(0) == .or, case .weekday(let day, _)? = meaning(1) else { return true }
    result.untilDay = .weekday(day, isNext: false)
    index += 2
    end = index
    return true
  }

  /// "March", "of March" behind a day's number; months that are other words, too, want the "of".
  func monthBehind(_ offset: Int) -> (month: Int, end: Int)? {
    let hasOf = meaning(offset) == .of
    let place = hasOf ? offset + 1 : offset
    guard case .month(let month, let needsCompany)? = meaning(place), hasOf || !needsCompany else {
      return nil
    }
    return (month, place + 1)
  }

  // MARK: Hours

  /// "9 am pst": whose clock it is belongs to the time.
  mutating func readZone() {
    guard result.minute != nil, end == index, meaning(0) == .zone,
      token(0)?.flags.contains(.opensSentence) == false
    else { return }
    index += 1
    end = index
  }

  /// An hour in digits or words.
  func spokenHour(_ offset: Int) -> Int? {
    guard let token = token(offset) else { return nil }
    if token.kind == .number, let hour = small(token), 1...12 ~= hour { return hour }
    if case .number(let hour)? = meaning(offset), 1...12 ~= hour { return hour }
    return nil
  }

  /// "Quarter to 5", "a quarter past five".
  private mutating func readQuarterHour() -> Bool {
    guard let hour = spokenHour(2) else { return false }
    let minutes: Int
    switch meaning(1) {
    case .to?, .relation(.before)?: minutes = hour * 60 - 15
    case .relation(.after)?: minutes = hour * 60 + 15
    default: return false
    }
    return readClock(minute: minutes, length: 3)
  }

  /// "7 in the morning", "10 de la noche": the part of the day came behind the hour.
  mutating func settleHour() {
    guard !isHourExact, let minute = result.minute, let part = result.partOfDay else { return }
    switch part {
    case .morning where minute >= 780:
      result.minute = minute - 720
      result.untilMinute = result.untilMinute.map { $0 >= 780 ? $0 - 720 : $0 }
    case .afternoon where minute < 720, .evening where minute < 720, .night where minute < 720:
      result.minute = minute + 720
      result.untilMinute = result.untilMinute.map { $0 < 720 ? $0 + 720 : $0 }
    case .morning, .noon, .afternoon, .evening, .night: break
    }
  }
}
