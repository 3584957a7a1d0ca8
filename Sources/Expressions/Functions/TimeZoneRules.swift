/// How far a zone's clocks are from UTC, and when they change.
///
/// From 1970 on as the IANA time zone database has it, whole minutes; before, as in 1970; after the database's last
/// word, as it says today. No file is read: equal inputs give equal outputs on any machine.
struct TimeZoneRules: Sendable {
  /// By instant, ascending; the first holds for all time before the second.
  private let spans: [(start: Int64, clock: Clock)]

  /// Seconds east of UTC at an instant.
  func offset(at seconds: Int64) -> Int {
    var (low, high) = (0, spans.count)
    while low + 1 < high {
      let middle = (low + high) / 2
      if spans[middle].start <= seconds { low = middle } else { high = middle }
    }
    return spans[low].clock.offset(at: seconds)
  }

  /// What a zone's clocks do for a while.
  struct Clock: Sendable {
    /// Minutes east of UTC.
    let standard: Int
    let summer: Summer?
  }

  struct Summer: Sendable {
    let offset: Int
    let start: Change
    let end: Change
  }

  /// When clocks change: a weekday of a month, and minutes of the local time that holds until then.
  struct Change: Sendable {
    let month: Int
    let week: Int
    let weekday: Int
    let minute: Int

    /// Seconds from 1970 to the change in a year, in local time.
    func localSeconds(in year: Int) -> Int64 {
      let first = CivilTime(year: year, month: month, day: 1)
      var day = 1 + (weekday - first.weekday + 7) % 7 + (week - 1) * 7
      while CivilTime.days(inMonth: month, of: year) < day { day -= 7 }
      return CivilTime(year: year, month: month, day: day).secondsSinceEpoch + Int64(minute * 60)
    }
  }

  /// Seconds east of UTC in a zone, by name or as `+hh:mm`, at an instant; `nil` for an unknown zone.
  static func offset(_ zone: String, at seconds: Int64) -> Int? {
    if let rules = zones[zone] { return rules.offset(at: seconds) }
    return fixedOffset(zone)
  }

  private static func fixedOffset(_ zone: String) -> Int? {
    var digits = zone.utf8[...]
    var isWest = false
    if let sign = digits.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      isWest = sign == UInt8(ascii: "-")
      digits = digits.dropFirst()
    }
    let bytes = Array(digits)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
    let numbers = [0, 1, 3, 4].map { Int(bytes[$0]) - 0x30 }
    guard numbers.allSatisfy({ 0...9 ~= $0 }) else { return nil }
    let (hours, minutes) = (numbers[0] * 10 + numbers[1], numbers[2] * 10 + numbers[3])
    guard hours < 24, minutes < 60 else { return nil }
    return (hours * 3_600 + minutes * 60) * (isWest ? -1 : 1)
  }

  private static let zones: [String: TimeZoneRules] = {
    var changes: [Substring: (Change, Change)] = [:]
    for word in TimeZoneRules.changes.split(whereSeparator: \.isWhitespace) {
      let halves = word.split(separator: "=")
      let pair = halves[halves.count - 1].split(separator: ",").compactMap { Change(parsing: $0) }
      if pair.count == 2 { changes[halves[0]] = (pair[0], pair[1]) }
    }
    var zones: [String: TimeZoneRules] = [:]
    var spans: [(start: Int64, clock: Clock)] = []
    for line in table.split(separator: "\n") {
      if !line.hasPrefix(" ") { spans = [] }
      for word in line.split(separator: " ") {
        if word.first?.isUppercase ?? false {
          zones[String(word)] = TimeZoneRules(spans: spans)
        } else if let span = span(word, changes) {
          spans.append(span)
        }
      }
    }
    return zones
  }()

  /// Reads `-300`, `/1987=-300AB` or `/2rx5i=-570`.
  private static func span(
    _ word: Substring, _ changes: [Substring: (Change, Change)]
  ) -> (start: Int64, clock: Clock)? {
    let parts = word.drop { $0 == "/" }.split(separator: "=")
    guard let text = parts.last else { return nil }
    var start = Int64.min
    if parts.count == 2 {
      if let year = parts[0].count == 4 ? Int(parts[0]) : nil {
        start = CivilTime(year: year, month: 1, day: 1).secondsSinceEpoch
      } else if let minutes = Int64(parts[0], radix: 36) {
        start = minutes * 60
      }
    }
    let letters = text.drop { $0 == "-" || $0.isNumber }
    guard let standard = Int(text[..<letters.startIndex]) else { return nil }
    guard let (forward, back) = changes[letters.prefix(2)] else {
      return (start, Clock(standard: standard, summer: nil))
    }
    let offset = standard + (Int(letters.dropFirst(2)) ?? 60)
    return (start, Clock(standard: standard, summer: Summer(offset: offset, start: forward, end: back)))
  }
}

extension TimeZoneRules.Clock {
  /// Seconds east of UTC at an instant.
  func offset(at seconds: Int64) -> Int {
    guard let summer else { return standard * 60 }
    let year = CivilTime(secondsSinceEpoch: seconds + Int64(standard * 60)).year
    let start = summer.start.localSeconds(in: year) - Int64(standard * 60)
    let end = summer.end.localSeconds(in: year) - Int64(summer.offset * 60)
    // South of the equator summer goes over the turn of the year.
    let isSummer = start < end ? start <= seconds && seconds < end : !(end <= seconds && seconds < start)
    return (isSummer ? summer.offset : standard) * 60
  }
}

extension TimeZoneRules.Change {
  fileprivate init?(parsing text: Substring) {
    let numbers = text.split { $0 == "." || $0 == "@" }.compactMap { Int($0) }
    guard numbers.count == 4 else { return nil }
    self.init(month: numbers[0], week: numbers[1], weekday: numbers[2], minute: numbers[3])
  }
}
