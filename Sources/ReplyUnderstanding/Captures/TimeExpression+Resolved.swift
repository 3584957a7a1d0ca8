extension TimeExpression {
  /// When to act on it: the earliest moment after `now` that it can mean.
  ///
  /// A bare hour from 1 to 7 is in the afternoon, as people mean it in business. "Before 5" and a bare day
  /// start the working day at 9:00. Never in the past.
  ///
  /// - Parameter now: When the reply came, by the sender's own calendar and clock.
  public func resolved(from now: CivilMoment) -> CivilMoment {
    if let minutesAhead {
      let total = now.minute + minutesAhead
      return CivilMoment(day: CivilDay(number: now.day.number + total / 1_440), minute: total % 1_440)
    }
    let minute =
      switch (self.minute, relation, partOfDay) {
      case (let minute?, .after, _), (let minute?, .at, _), (let minute?, .around, _): minute
      case (let minute?, .before, let part): min(part?.startMinute ?? 9 * 60, max(0, minute - 30))
      case (nil, _, let part?): part.startMinute
      case (nil, _, nil): 9 * 60
      }
    guard let day else {
      let today = CivilMoment(day: now.day, minute: minute)
      if now < today { return today }
      if relation == .after, minute <= now.minute, partOfDay == nil { return now }
      return CivilMoment(day: CivilDay(number: now.day.number + 1), minute: minute)
    }
    let result = CivilMoment(day: start(of: day, from: now.day), minute: minute)
    return max(now, result)
  }

  /// The last moment that it can mean, where a stretch was named: a window's end, a quarter's last minute.
  ///
  /// - Parameter now: When the reply came, by the sender's own calendar and clock.
  /// - Returns: nil where only a point was named, and behind "after", which has no end.
  public func resolvedEnd(from now: CivilMoment) -> CivilMoment? {
    guard minutesAhead == nil else { return nil }
    let start = resolved(from: now)
    if let untilMinute { return CivilMoment(day: start.day, minute: max(untilMinute, start.minute)) }
    guard minute == nil, relation != .after, let day else { return nil }
    let last = untilDay.map { self.start(of: $0, from: now.day) } ?? last(of: day, from: now.day)
    return last.map { max(CivilMoment(day: $0, minute: 1_439), start) }
  }

  /// The last day of a named stretch.
  private func last(of day: Day, from today: CivilDay) -> CivilDay? {
    let first = start(of: day, from: today)
    let (year, month, _) = first.components
    func before(_ year: Int, _ month: Int, _ day: Int = 1) -> CivilDay {
      CivilDay(number: CivilDay(year: year, month: month, day: day).number - 1)
    }
    switch day {
    case .quarter: return before(year, (month - 1) / 3 * 3 + 4)
    case .month, .monthsAhead(1), .endOfMonth: return before(year, month + 1)
    case .endOfQuarter: return before(year, month + 1)
    case .year, .yearsAhead(1), .endOfYear: return before(year + 1, 1)
    case .season(let season):
      let next = Season(rawValue: (season.rawValue + 1) % 4) ?? .spring
      // Winter, and the day it was asked in winter's second half, end in the spring behind it.
      let begins = CivilDay(year: year, month: next.start.month, day: next.start.day)
      let isLater = begins <= first
      return before(isLater ? year + 1 : year, next.start.month, next.start.day)
    case .weekend: return CivilDay(number: first.number + (6 - first.weekday))
    case .weeksAhead(1): return CivilDay(number: first.number + 4)
    case .today, .tomorrow, .daysAhead, .weekday, .weeksAhead, .monthsAhead, .yearsAhead, .date, .dayOfMonth,
      .feast, .endOfWeek:
      return nil
    }
  }

  private func start(of day: Day, from today: CivilDay) -> CivilDay {
    let (year, month, date) = today.components
    func ahead(_ days: Int) -> CivilDay { CivilDay(number: today.number + days) }
    /// This year's day, or next year's when it is over; of the named year where there is one.
    func coming(_ month: Int, _ day: Int) -> CivilDay {
      switch self.year {
      case .named(let named)?: return CivilDay(year: named, month: month, day: day)
      case .ahead(let years)?: return CivilDay(year: year + years, month: month, day: day)
      case nil: break
      }
      let this = CivilDay(year: year, month: month, day: day)
      return this < today ? CivilDay(year: year + 1, month: month, day: day) : this
    }
    switch day {
    case .today: return today
    case .tomorrow: return ahead(1)
    case .daysAhead(let days): return ahead(days)
    case .weekday(let weekday, let isNext):
      let days = (weekday - today.weekday + 7) % 7
      return isNext ? ahead(7 - today.weekday + weekday) : ahead(days == 0 ? 7 : days)
    case .weekend: return ahead(today.weekday >= 5 ? 0 : 5 - today.weekday)
    case .weeksAhead(1): return ahead(7 - today.weekday)
    case .weeksAhead(let weeks): return ahead(weeks * 7)
    case .monthsAhead(1): return CivilDay(year: year, month: month + 1, day: 1)
    case .monthsAhead(let months):
      let (targetYear, targetMonth, _) = CivilDay(year: year, month: month + months, day: 1).components
      // "In a month" from the 31st is the month's last day, not the one after.
      let last = CivilDay(year: targetYear, month: targetMonth + 1, day: 1).number - 1
      return min(CivilDay(year: targetYear, month: targetMonth, day: date), CivilDay(number: last))
    case .yearsAhead(1): return CivilDay(year: year + 1, month: 1, day: 2)
    case .yearsAhead(let years): return CivilDay(year: year + years, month: month, day: min(date, 28))
    case .month(let month): return coming(month, 1)
    case .date(let month, let day): return coming(month, day)
    case .dayOfMonth(let day):
      let this = CivilDay(year: year, month: month, day: day)
      return this <= today ? CivilDay(year: year, month: month + 1, day: day) : this
    case .quarter(let quarter): return coming(quarter * 3 - 2, 1)
    case .endOfQuarter(let quarter): return coming(quarter * 3, 25)
    case .season(let season): return coming(season.start.month, season.start.day)
    case .feast(let feast):
      let this = feast.day(in: self.year.map { $0.number(from: year) } ?? year)
      let coming = self.year == nil && this < today ? feast.day(in: year + 1) : this
      return relation == .after ? CivilDay(number: coming.number + 1) : coming
    case .year(let target): return CivilDay(year: max(target, year), month: 1, day: 2)
    case .endOfWeek: return ahead(max(0, 4 - today.weekday))
    case .endOfMonth: return CivilDay(number: CivilDay(year: year, month: month + 1, day: 1).number - 3)
    case .endOfYear: return coming(12, 1)
    }
  }
}

extension TimeExpression.Season {
  /// Its first day, at the equinox or the solstice.
  var start: (month: Int, day: Int) {
    switch self {
    case .spring: (3, 20)
    case .summer: (6, 21)
    case .fall: (9, 22)
    case .winter: (12, 21)
    }
  }
}

extension TimeExpression.Year {
  fileprivate func number(from year: Int) -> Int {
    switch self {
    case .named(let number): number
    case .ahead(let years): year + years
    }
  }
}

extension TimeExpression.Feast {
  fileprivate func day(in year: Int) -> CivilDay {
    switch self {
    case .memorialDay:
      let last = CivilDay(year: year, month: 5, day: 31)
      return CivilDay(number: last.number - last.weekday)
    case .laborDay:
      let first = CivilDay(year: year, month: 9, day: 1)
      return CivilDay(number: first.number + (7 - first.weekday) % 7)
    }
  }
}
