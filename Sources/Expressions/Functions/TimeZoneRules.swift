/// How far a zone's clocks are from UTC, and when they change.
///
/// Each zone has the one rule it follows today, applied to all instants: the future needs no files, and equal
/// inputs give equal outputs on any machine. Instants before a zone's last change of rule (2007 in the United
/// States) may be an hour off around the dates of change.
struct TimeZoneRules: Hashable, Sendable {
  /// Minutes east of UTC.
  let standard: Int
  let summer: Summer?

  struct Summer: Hashable, Sendable {
    let offset: Int
    let start: Change
    let end: Change
  }

  /// When clocks change: a weekday of a month, and minutes of the local time that holds until then.
  struct Change: Hashable, Sendable {
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
    var zones: [String: TimeZoneRules] = [:]
    var rules: TimeZoneRules?
    for line in table.split(separator: "\n") {
      var words = line.split(separator: " ")[...]
      if !line.hasPrefix(" "), let first = words.popFirst() { rules = TimeZoneRules(parsing: first) }
      for name in words { zones[String(name)] = rules }
    }
    return zones
  }()

  /// Reads the first word of a line of the table.
  private init?(parsing text: Substring) {
    let parts = text.split(separator: ",")
    guard let first = parts.first, let standard = Int(first) else { return nil }
    self.standard = standard
    guard parts.count == 4 else {
      summer = nil
      return
    }
    guard let offset = Int(parts[1]), let start = Change(parsing: parts[2]),
      let end = Change(parsing: parts[3])
    else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }
}

extension TimeZoneRules.Change {
  fileprivate init?(parsing text: Substring) {
    let numbers = text.split { $0 == "." || $0 == "@" }.compactMap { Int($0) }
    guard numbers.count == 4 else { return nil }
    self.init(month: numbers[0], week: numbers[1], weekday: numbers[2], minute: numbers[3])
  }
}
