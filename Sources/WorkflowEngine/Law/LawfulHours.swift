import LeadModel

/// The lawful hours of one place over a run of days, found by day.
struct LawfulHours: Sendable {
  /// In minutes since 1970, `end` exclusive; every rule and every clock change falls on a whole minute.
  struct Interval: Hashable, Sendable {
    var start: Int32
    var end: Int32

    init(start: Timestamp, end: Timestamp) {
      self.start = Int32(clamping: start.milliseconds / 60_000)
      self.end = Int32(clamping: end.milliseconds / 60_000)
    }

    init(start: Int32, end: Int32) {
      self.start = start
      self.end = end
    }
  }

  /// Disjoint and in order.
  private var intervals: [Interval]
  /// For each day of UTC the first interval that ends after its midnight.
  private var firstOfDay: [Int32] = []
  private var firstDay: Int64 = 0

  init(_ intervals: [Interval]) { self.intervals = intervals }

  /// The hours that are in both.
  func intersection(_ others: [Interval]) -> LawfulHours {
    var result: [Interval] = []
    var (a, b) = (0, 0)
    while a < intervals.count, b < others.count {
      let start = max(intervals[a].start, others[b].start)
      let end = min(intervals[a].end, others[b].end)
      if start < end { result.append(Interval(start: start, end: end)) }
      if intervals[a].end < others[b].end { a += 1 } else { b += 1 }
    }
    return LawfulHours(result)
  }

  /// The hours with their index, for instants on the `dayCount` days of UTC from `firstDay` on.
  func indexed(firstDay: Int32, dayCount: Int) -> LawfulHours {
    var result = self
    result.firstDay = Int64(firstDay)
    result.firstOfDay.reserveCapacity(max(0, dayCount))
    var next = 0
    for day in 0..<max(0, dayCount) {
      let midnight = (firstDay + Int32(day)) &* 1_440
      while next < intervals.count, intervals[next].end <= midnight { next += 1 }
      result.firstOfDay.append(Int32(next))
    }
    return result
  }

  /// The first lawful instant at or after `instant`, or `nil` when the days that are laid out do not tell.
  func earliest(atOrAfter instant: Timestamp) -> Timestamp? {
    // Dividing by a constant of 27 bits less is cheap, and instants before 1970 are before every table.
    let milliseconds = instant.milliseconds
    guard 0 <= milliseconds else { return nil }
    let day = milliseconds / 86_400_000 - firstDay
    guard 0 <= day, day < Int64(firstOfDay.count) else { return nil }
    var index = Int(firstOfDay[Int(day)])
    while index < intervals.count {
      let interval = intervals[index]
      if milliseconds < Int64(interval.end) * 60_000 {
        return Timestamp(milliseconds: max(milliseconds, Int64(interval.start) * 60_000))
      }
      index += 1
    }
    return nil
  }
}
