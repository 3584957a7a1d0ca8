/// Windows of time and stretches of days: "between 2 and 4", "2-4pm", "in 3-6 months".
extension TimeReader {
  private struct Hour {
    /// As written; 12 hours are added where the afternoon is meant.
    var minute: Int
    /// What am and pm said, or a clock that runs to 24.
    var isExact = false
    /// Written with a colon or with am or pm: no count looks like that.
    var isClock = false
    var end: Int
  }

  /// Reads two clock times and what stands between them, where nothing makes them a count.
  mutating func readWindow() -> Bool {
    guard result.minute == nil, result.minutesAhead == nil, let token = token(0) else { return false }
    let opener = meaning(0)
    let isOpened = opener == .between || opener == .from || opener == .of && meaning(2) == .am
    guard isOpened || token.kind == .number || token.kind == .clock,
      let first = hour(at: isOpened ? 1 : 0), let second = hour(at: behindLink(first.end, opener)),
      let (from, until) = window(first, second)
    else { return false }
    guard first.isClock || second.isClock || isTimely(from: index, isOpened: isOpened, to: second.end),
      !isCounting(second.end)
    else { return false }
    (result.minute, result.untilMinute) = (from, until)
    isHourExact = first.isExact || second.isExact
    index += second.end
    end = index
    return true
  }

  /// Where the second time stands; the first again where nothing that joins two times is between.
  private func behindLink(_ offset: Int, _ opener: CaptureWords.Meaning?) -> Int {
    switch meaning(offset) {
    case .to?, .relation(.before)?: offset + 1
    case .and? where opener == .between: offset + 1
    // "de 2 a 4"
    case .am? where opener == .of || opener == .from: offset + 1
    // "2-4": one character between them.
    default: token(offset).map { isJoined($0, to: offset - 1) } == true ? offset : tokens.count
    }
  }

  private func isJoined(_ second: Token, to offset: Int) -> Bool {
    guard let first = token(offset), second.kind == .number || second.kind == .clock else { return false }
    return 1...3 ~= second.start - first.end && !second.flags.contains(.followsComma)
  }

  private func hour(at offset: Int) -> Hour? {
    var offset = offset
    // "entre las 2 y las 4"
    if isRelation(meaning(offset)) || meaning(offset) == .the { offset += 1 }
    guard let token = token(offset), token.flags.isDisjoint(with: [.isMoney, .hasCurrency]) else {
      return nil
    }
    var hour: Hour
    switch token.kind {
    case .clock:
      let minute = Int(token.value)
      hour = Hour(minute: minute, isExact: 780 <= minute, isClock: true, end: offset + 1)
    case .number:
      guard let value = small(token), 1...12 ~= value else { return nil }
      hour = Hour(minute: value * 60, end: offset + 1)
    case .word:
      guard case .number(let value)? = meaning(offset), 1...12 ~= value else { return nil }
      hour = Hour(minute: value * 60, end: offset + 1)
    case .date, .email, .phone, .url, .symbol, .question: return nil
    }
    guard isHalfOfDay(hour.end), hour.minute < 780 else { return hour }
    let isAfternoon = meaning(hour.end) == .pm
    return Hour(
      minute: hour.minute % 720 + (isAfternoon ? 720 : 0), isExact: true, isClock: true, end: hour.end + 1)
  }

  /// Puts both times into the half of the day in which business would have them; nil where they do not ascend.
  private func window(_ first: Hour, _ second: Hour) -> (from: Int, until: Int)? {
    var (from, until) = (first.minute, second.minute)
    if !second.isExact, until < 8 * 60 { until += 720 }
    if !first.isExact {
      if second.isExact {
        if from % 720 + 720 < until { from = from % 720 + 720 }
      } else if from < 8 * 60, result.partOfDay != .morning {
        from += 720
      }
    }
    if !second.isExact, until <= from, until < 720 { until += 720 }
    return from < until && until <= 1_439 ? (from, until) : nil
  }

  /// Whether a day beside it, or the word before it, says that two plain numbers are times.
  private func isTimely(from start: Int, isOpened: Bool, to length: Int) -> Bool {
    if result.day != nil || result.partOfDay != nil { return true }
    switch meaning(length) {
    case .today?, .tomorrow?, .tonight?, .weekday?, .weekend?, .next?, .this?, .on?, .part?: return true
    case .inside? where meaning(length + 1) == .the: return true
    default: break
    }
    guard isOpened else { return false }
    guard start > 0, !tokens[start].flags.contains(.opensSentence) else { return true }
    return switch words[tokens[start - 1]] {
    case .arranges?, .relation?, .today?, .tomorrow?, .weekday?, .part?, .this?: true
    default: false
    }
  }

  /// "between 2 and 4 people", "2 to 4 a year": a word follows that no time has behind it.
  private func isCounting(_ offset: Int) -> Bool {
    guard let next = token(offset), !next.flags.contains(.opensSentence) else { return false }
    switch next.kind {
    case .number: return true
    case .clock, .date, .email, .phone, .url, .symbol, .question: return false
    case .word: break
    }
    if next.flags.contains(.followsComma) { return false }
    switch meaning(offset) {
    case .today?, .tomorrow?, .tonight?, .weekday?, .weekend?, .next?, .this?, .on?, .part?, .goesOn?,
      .or?, .zone?, .inside?,
      .and?, .the?, .of?, .relation?, .arranges?, .month?:
      return false
    default: return true
    }
  }

  /// Whether "a", "am", "p" or "pm" stands there as a half of the day: "2pm", "2 pm", "10a", not "10 a week".
  func isHalfOfDay(_ offset: Int) -> Bool {
    guard let token = token(offset), meaning(offset) == .am || meaning(offset) == .pm else { return false }
    return token.textEnd - token.textStart == 2 || token.flags.contains(.isGlued)
  }

  /// "3-6 months", "2 to 3 weeks".
  ///
  /// - Returns: nil where no second number follows.
  mutating func readCountRange(_ count: Int, at offset: Int) -> Bool? {
    let place = meaning(offset + 1) == .to ? offset + 2 : offset + 1
    guard let second = token(place), second.kind == .number, let upper = small(second), count < upper,
      place > offset + 1 || isJoined(second, to: offset)
    else { return nil }
    let start = index
    index += place
    guard readCount(upper, length: 1) else {
      index = start
      return nil
    }
    result.untilDay = result.day
    switch result.day {
    case .daysAhead?: result.day = .daysAhead(count)
    case .weeksAhead?: result.day = count == 1 ? .daysAhead(7) : .weeksAhead(count)
    case .monthsAhead?: result.day = .monthsAhead(count)
    case .yearsAhead?: result.day = .yearsAhead(count)
    default: result.untilDay = nil
    }
    return true
  }
}
