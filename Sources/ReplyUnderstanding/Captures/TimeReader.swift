/// Finds an expression of time among the tokens.
struct TimeReader {
  /// Longer ones tell how long somebody has been in business.
  private static let mostYears = 15
  /// Years before are told of the past.
  static let years = 2_026...2_100
  let words: CaptureWords
  let tokens: [Token]
  var index: Int
  var result = TimeExpression()
  /// Whether the hour said itself which half of the day it is of.
  var isHourExact = false
  /// Behind the last part that told something; nil while only prepositions were read.
  var end: Int?
  var isFound: Bool { end != nil }

  /// The expression that starts at a token, and the token behind it.
  static func expression(
    at index: Int, in tokens: [Token], words: CaptureWords
  ) -> (TimeExpression, end: Int)? {
    var reader = TimeReader(words: words, tokens: tokens, index: index)
    while reader.index < tokens.count, reader.readPart() {
      if reader.index < tokens.count, tokens[reader.index].flags.contains(.opensSentence) { break }
    }
    reader.readZone()
    guard let end = reader.end, !reader.isOver(from: index, to: end), !reader.isExcluded(index) else {
      return nil
    }
    reader.settleHour()
    return (reader.result, end)
  }

  private init(words: CaptureWords, tokens: [Token], index: Int) {
    self.words = words
    self.tokens = tokens
    self.index = index
  }

  func meaning(_ offset: Int) -> CaptureWords.Meaning? {
    let place = index + offset
    return place < tokens.count ? words[tokens[place]] : nil
  }

  func token(_ offset: Int) -> Token? {
    index + offset < tokens.count ? tokens[index + offset] : nil
  }

  /// Reads one part of the expression; false where it ends.
  mutating func readPart() -> Bool {
    guard let token = token(0) else { return false }
    if readWindow() { return true }
    switch token.kind {
    case .clock: return readClock(minute: Int(token.value), length: 1)
    case .date:
      return found(.date(month: Int(token.value / 100), day: Int(token.value % 100)), length: 1)
    case .number: return readNumber(token)
    case .word: return self.meaning(0).map { readWord($0) } ?? false
    case .email, .phone, .url, .symbol, .question: return false
    }
  }

  private mutating func readWord(_ word: CaptureWords.Meaning) -> Bool {
    switch word {
    case .today: found(.today, length: 1)
    case .tonight: foundPart(.night, day: .today)
    case .tomorrow: readTomorrow()
    case .weekend: found(.weekend, length: 1)
    case .weekday(let day, let needsCompany):
      (!needsCompany || hasCompany || opensShortAnswer)
        && found(.weekday(day, isNext: false), length: 1) && readOtherWeekday()
    case .month(let month, let needsCompany): readMonth(month, needsCompany: needsCompany)
    case .part(.noon) where isWhereTheyAre: false
    case .part(let part): isFound || hasCompany || part == .noon ? foundPart(part, day: nil) : false
    case .season(let season): readSeason(season)
    case .feast(let month, let day):
      hasCompany && !isBehindBareArticle && found(.date(month: month, day: day), length: 1)
    case .feastDay(let feast): meaning(1) == .days && found(.feast(feast), length: 2)
    case .next: readNext()
    case .this: readThis()
    case .end: readEnd()
    case .fin: meaning(1) == .of && meaning(2) == .weeks ? found(.weekend, length: 3) : readEnd()
    case .inside: readInside()
    case .relation(let relation): readRelation(relation)
    case .on, .the: readPreposition()
    case .number(let value): readCount(value, length: 1) || readSpelledHour(value)
    case .am: readMorning()
    case .pm: result.day != nil && result.minute == nil && foundPart(.afternoon, day: nil)
    case .quarter: readQuarter()
    case .ordinal(let quarter): readQuarter(named: quarter)
    case .weeks, .months, .years: readComing(word)
    case .gone: meaning(1) == .tomorrow && found(.daysAhead(2), length: 2)
    case .days: isDayAfterTomorrow && found(.daysAhead(2), length: 3)
    case .of: readOf()
    case .half: readHalf()
    case .endOfDay: readClock(minute: 17 * 60, length: 1, isExact: true)
    case .work: hasCompany && result.relation == .after && readClock(minute: 17 * 60 + 30, length: 1)
    case .minutes, .hours, .and, .to, .thousand, .million, .billion, .mil, .dollars, .hundred, .goesOn,
      .between, .from, .was, .which, .comes, .arranges, .or, .zone, .not, .why:
      false
    }
  }

  // MARK: Days

  /// Words that are also something else count in company: behind a preposition, or alone in the reply.
  var hasCompany: Bool {
    if isFound || tokens.count <= 2 { return true }
    guard index > 0 else { return meaning(1).map(isTimely) ?? false }
    return words[tokens[index - 1]].map(isTimely) ?? false
  }

  private func isTimely(_ meaning: CaptureWords.Meaning) -> Bool {
    switch meaning {
    case .next, .this, .inside, .relation, .on, .part, .the, .end, .fin: true
    default: false
    }
  }

  private mutating func readMonth(_ month: Int, needsCompany: Bool) -> Bool {
    if let number = token(1), number.kind == .number, let day = small(number), 1...31 ~= day {
      return found(.date(month: month, day: day), length: isOrdinal(2) ? 3 : 2)
    }
    let year = yearBehind(1)
    guard !needsCompany || hasCompany || year != nil else { return false }
    return found(.month(month), length: 1, year: year)
  }

  mutating func readNext() -> Bool {
    switch meaning(1) {
    case .weekday(let day, _)?: found(.weekday(day, isNext: true), length: 2)
    case .weeks?: found(.weeksAhead(1), length: 2)
    case .months?: found(.monthsAhead(1), length: 2)
    case .years?: found(.yearsAhead(1), length: 2)
    case .quarter?: found(.monthsAhead(3), length: 2)
    case .weekend?: found(.weekend, length: 2)
    case .month?, .season?, .feast?: skip(1)
    default: readNextCount()
    }
  }

  /// "next few weeks", "next 2 weeks".
  private mutating func readNextCount() -> Bool {
    if case .number(let count)? = meaning(1) {
      index += 1
      return readCount(count, length: 1)
    }
    if let number = token(1), number.kind == .number, let count = small(number) {
      index += 1
      return readCount(count, length: 1)
    }
    return false
  }

  private mutating func readThis() -> Bool {
    switch meaning(1) {
    case .weekday(let day, _)?: found(.weekday(day, isNext: false), length: 2)
    case .part(let part)?:
      if part == .morning || part == .afternoon || part == .evening || part == .night {
        foundPart(part, day: .today, length: 2)
      } else {
        false
      }
    case .weekend?: found(.weekend, length: 2)
    case .weeks?: found(.endOfWeek, length: 2)
    case .months?: found(.endOfMonth, length: 2)
    case .years?: found(.endOfYear, length: 2)
    case .today?: skip(1)
    case .month?, .season?, .feast?: skip(1)
    default: false
    }
  }

  private mutating func readEnd() -> Bool {
    var length = 1
    if meaning(length) == .of { length += 1 }
    if meaning(length) == .the || meaning(length) == .this { length += 1 }
    switch meaning(length) {
    case .weeks?: return found(.endOfWeek, length: length + 1)
    case .months?: return found(.endOfMonth, length: length + 1)
    case .years?: return found(.endOfYear, length: length + 1)
    case .days? where length > 1: return readClock(minute: 17 * 60, length: length + 1)
    case .month(let month, _)?: return found(.date(month: month, day: 25), length: length + 1)
    case .quarter?, .ordinal?:
      guard let (quarter, quarterEnd) = quarter(at: length) else { return false }
      return found(.endOfQuarter(quarter), length: quarterEnd, year: yearBehind(quarterEnd))
    default: return false
    }
  }

  /// "Tues am"; in Spanish "a las 3".
  private mutating func readMorning() -> Bool {
    if isRelation(meaning(1)) { return skip(1) }
    return result.day != nil && foundPart(.morning, day: nil)
  }

  // MARK: Counts

  /// "in 20 min", "in a few weeks", "another month".
  private mutating func readInside() -> Bool {
    var length = 1
    if meaning(1) == .the { return skip(2) }
    if meaning(length) == .this || meaning(length) == .of { length += 1 }
    if let number = token(length), number.kind == .number, let value = small(number) {
      if TimeReader.years ~= value { return found(.year(value), length: length + 1) }
      if let range = readCountRange(value, at: length) { return range }
      index += length
      if readCount(value, length: 1) { return true }
      index -= length
      return false
    }
    if meaning(length) == .am || meaning(length) == .number(1) {
      // "in a few weeks", "in a week"
      if case .number(let count)? = meaning(length + 1) {
        index += length + 1
        return readCount(count, length: 1)
      }
      index += length
      return readCount(1, length: 1)
    }
    switch meaning(length) {
    case .number(let count)?:
      index += length
      return readCount(count, length: 1)
    case .weeks?, .months?, .years?, .days?, .hours?:
      index += length
      return readCount(1, length: 0)
    case .month?, .season?, .feast?, .quarter?: return skip(length)
    default: return false
    }
  }

  mutating func readCount(_ count: Int, length: Int) -> Bool {
    var length = length
    if case .number? = meaning(length) { length += 1 }
    if meaning(length) == .of { length += 1 }
    if meaning(length) == .this { length += 1 }
    guard 0...1_000 ~= count else { return false }
    switch meaning(length) {
    case .minutes?: return foundMinutes(count, length: length + 1)
    case .hours?: return foundMinutes(count * 60, length: length + 1)
    case .days?: return found(.daysAhead(count), length: length + 1)
    case .weeks?: return found(count == 1 ? .daysAhead(7) : .weeksAhead(count), length: length + 1)
    case .months?: return found(.monthsAhead(count), length: length + 1)
    case .years?: return count <= TimeReader.mostYears && found(.yearsAhead(count), length: length + 1)
    default: return false
    }
  }

  /// "half an hour", "half past two".
  private mutating func readHalf() -> Bool {
    if meaning(1) == .relation(.after), let hour = spokenHour(2) {
      return readClock(minute: hour * 60 + 30, length: 3)
    }
    if meaning(1) == .hours { return foundMinutes(30, length: 2) }
    guard meaning(1) == .number(1), meaning(2) == .hours else { return false }
    return foundMinutes(30, length: 3)
  }

  private mutating func foundMinutes(_ minutes: Int, length: Int) -> Bool {
    guard result.day == nil else { return false }
    result.minutesAhead = minutes
    index += length
    end = index
    return false
  }

  // MARK: Clock

  private mutating func readRelation(_ relation: TimeExpression.Relation) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let (relationBefore, indexBefore) = (result.relation, index)
    // "después de las 5": what "las" says is no more than "at".
    if relation != .at { result.relation = relation }
    index += 1
    if meaning(0) == .the || meaning(0) == .of { index += 1 }
    if readPart() { return true }
    (result.relation, index) = (relationBefore, indexBefore)
    return false
  }

  private mutating func readPreposition() -> Bool {
    // "on Monday", "the 15th", "on the 1st".
    var length = 1
    if meaning(length) == .the { length += 1 }
    if let number = token(length), number.kind == .number, let day = small(number), 1...31 ~= day,
      isOrdinal(length + 1)
    {
      return found(.dayOfMonth(day), length: length + 2)
    }
    switch meaning(length) {
    case .weekday?, .month?, .weekend?, .end?, .fin?, .next?, .season?, .feast?, .part?, .feastDay?:
      return skip(length)
    // "por la mañana"
    case .tomorrow? where meaning(length - 1) == .the: return skip(length)
    case .ordinal(let quarter)? where meaning(length + 1) == .quarter:
      index += length
      return readQuarter(named: quarter)
    // "la semana que viene"
    case .weeks?, .months?, .years?:
      index += length
      if let unit = meaning(0), readComing(unit) { return true }
      index -= length
      return false
    default: return false
    }
  }

  func isOrdinal(_ offset: Int) -> Bool {
    guard let token = token(offset), token.kind == .word, token.flags.contains(.isGlued) else { return false }
    return token.textEnd - token.textStart == 2 && meaning(offset) != .am && meaning(offset) != .pm
  }

  private mutating func readNumber(_ token: Token) -> Bool {
    guard let value = small(token), !token.flags.contains([.hasCurrency]), !token.flags.contains(.isMoney)
    else {
      return false
    }
    if TimeReader.years ~= value, result.relation != .at || tokens.count <= 2 {
      return found(.year(value), length: 1)
    }
    if isOrdinal(1), 1...4 ~= value, meaning(2) == .quarter {
      return readQuarter(named: value, length: 2)
    }
    if 1...31 ~= value, let date = monthBehind(isOrdinal(1) ? 2 : 1) {
      return found(.date(month: date.month, day: value), length: date.end)
    }
    if isOrdinal(1), 1...31 ~= value {
      return isBehindTimeWord || isFound || tokens.count == 2 ? found(.dayOfMonth(value), length: 2) : false
    }
    switch meaning(1) {
    case .am? where 1...12 ~= value && isHalfOfDay(1):
      return readClock(minute: value % 12 * 60, length: 2, isExact: true)
    case .pm? where 1...12 ~= value:
      return readClock(minute: value % 12 * 60 + 12 * 60, length: 2, isExact: true)
    case .minutes?, .hours?, .days?, .weeks?, .months?, .years?: return readCount(value, length: 1)
    default: break
    }
    if let range = readCountRange(value, at: 0) { return range }
    guard 1...12 ~= value, isBehindTimeWord || result.day != nil, !isQuantity(1), !countsThings(1) else {
      return false
    }
    return readClock(minute: value * 60, length: 1)
  }

  /// "tomorrow at ten"; "at one" alone may be a place in a list.
  private mutating func readSpelledHour(_ value: Int) -> Bool {
    guard 1...12 ~= value, isFound, index > 0, isRelation(words[tokens[index - 1]]), !isQuantity(1) else {
      return false
    }
    return readClock(minute: value * 60, length: 1)
  }

  func isRelation(_ meaning: CaptureWords.Meaning?) -> Bool {
    if case .relation? = meaning { return true }
    return false
  }

  /// Whether the word before is one that puts a clock time behind it.
  private var isBehindTimeWord: Bool {
    guard index > 0 else { return false }
    switch words[tokens[index - 1]] {
    case .relation?, .the?, .on?, .today?, .tomorrow?, .weekday?, .part?: return true
    default: return false
    }
  }

  /// "about 12 people" counts people; "around 3 if you can" is a time.
  private func countsThings(_ offset: Int) -> Bool {
    guard result.day == nil, index > 0, words[tokens[index - 1]] == .relation(.around),
      let token = token(offset)
    else { return false }
    return token.kind == .word && !token.flags.contains(.opensSentence) && meaning(offset) == nil
  }

  private func isQuantity(_ offset: Int) -> Bool {
    guard let token = token(offset) else { return false }
    return token.kind == .number || token.flags.contains(.isGlued) && meaning(offset) != .goesOn
      || [.thousand, .million, .mil, .billion, .dollars, .hundred].contains(meaning(offset))
  }

  mutating func readClock(minute: Int, length: Int, isExact: Bool = false) -> Bool {
    var (minute, length, isExact) = (minute, length, isExact)
    if !isExact, meaning(length) == .pm {
      if minute < 720 { minute += 720 }
      (length, isExact) = (length + 1, true)
    } else if !isExact, meaning(length) == .am, isHalfOfDay(length) {
      (length, isExact) = (length + 1, true)
    } else if meaning(length) == .and, meaning(length + 1) == .half {
      // "a las 3 y media"
      (minute, length) = (minute + 30, length + 2)
    }
    isHourExact = isExact
    let isAfternoon =
      result.partOfDay == .afternoon || result.partOfDay == .evening || result.partOfDay == .night
    // People in business who write "at 3" mean the afternoon.
    if !isExact, minute < 8 * 60 || isAfternoon && minute < 720 { minute += 720 }
    result.minute = min(minute, 1_439)
    index += length
    end = index
    return true
  }

  // MARK: Results

  func small(_ token: Token) -> Int? {
    guard token.value % 1_000 == 0, 0...3_000_000 ~= token.value else { return nil }
    return Int(token.value / 1_000)
  }

  mutating func skip(_ count: Int) -> Bool {
    index += count
    return true
  }

  mutating func found(
    _ day: TimeExpression.Day, length: Int, year: (year: TimeExpression.Year, length: Int)? = nil
  ) -> Bool {
    guard result.day == nil else { return false }
    result.day = day
    result.year = year?.year
    index += length + (year?.length ?? 0)
    end = index
    return true
  }

  mutating func foundPart(
    _ part: TimeExpression.PartOfDay, day: TimeExpression.Day?, length: Int = 1
  ) -> Bool {
    guard result.partOfDay == nil else { return false }
    if let day, result.day == nil { result.day = day }
    result.partOfDay = part
    index += length
    end = index
    return true
  }
}
