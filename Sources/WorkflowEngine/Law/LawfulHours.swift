import LeadModel

/// The lawful hours of places over a run of days, found by place and day.
///
/// Blocks of memory that are written once and freed with it: a query touches no reference count, so that threads
/// which ask at the same time do not wait for each other's cache lines.
final class LawfulHours {
  /// In minutes since 1970, `end` exclusive; every rule and every clock change falls on a whole minute.
  struct Interval: Hashable {
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

  /// What the hours tell of an instant.
  enum Answer {
    case at(Timestamp)
    case never
    /// The place or the day has not been laid out.
    case notLaidOut
  }

  /// The first day of UTC that is laid out.
  let firstDay: Int32
  /// Fewer than were asked for where they go beyond what minutes count to.
  let dayCount: Int
  let capacity: Int
  /// For each place the number of its first interval that ends after a day's midnight, day by day.
  private let firstOfDay: UnsafeMutablePointer<UnsafeMutablePointer<Int32>?>
  /// For each place its intervals, disjoint and in order, and one at the end of time to stop at.
  private let intervals: UnsafeMutablePointer<UnsafeMutablePointer<Interval>?>
  /// For each place the first lawful instant after the days laid out, in milliseconds; `Int64.max` for none.
  private let following: UnsafeMutablePointer<Int64>

  init(firstDay: Int32, dayCount: Int, capacity: Int) {
    self.firstDay = firstDay
    // Minutes since 1970 end in the year 6053; what is later is not laid out.
    self.dayCount = max(0, min(dayCount, Int(Int32.max) / 1_440 - 1 - Int(firstDay)))
    self.capacity = capacity
    firstOfDay = .allocate(capacity: capacity)
    firstOfDay.initialize(repeating: nil, count: capacity)
    intervals = .allocate(capacity: capacity)
    intervals.initialize(repeating: nil, count: capacity)
    following = .allocate(capacity: capacity)
    following.initialize(repeating: .max, count: capacity)
  }

  deinit {
    for place in 0..<capacity {
      firstOfDay[place]?.deallocate()
      intervals[place]?.deallocate()
    }
    firstOfDay.deallocate()
    intervals.deallocate()
    following.deallocate()
  }

  /// Keeps a place's intervals.
  ///
  /// - Parameter next: The first lawful instant after the days laid out, if there is one.
  /// - Precondition: `place` is below `capacity` and not laid out yet.
  func layOut(_ hours: [Interval], next: Timestamp?, at place: Int) {
    precondition(place < capacity && intervals[place] == nil, "a place is laid out once")
    let block = UnsafeMutablePointer<Interval>.allocate(capacity: hours.count + 1)
    for (index, interval) in hours.enumerated() { (block + index).initialize(to: interval) }
    (block + hours.count).initialize(to: Interval(start: .max, end: .max))
    let firsts = UnsafeMutablePointer<Int32>.allocate(capacity: max(1, dayCount))
    var index = 0
    for day in 0..<dayCount {
      let midnight = (firstDay + Int32(day)) &* 1_440
      while index < hours.count, hours[index].end <= midnight { index += 1 }
      (firsts + day).initialize(to: Int32(index))
    }
    following[place] = next?.milliseconds ?? .max
    firstOfDay[place] = firsts
    intervals[place] = block
  }

  /// The first lawful instant at or after `instant`.
  func earliest(atOrAfter instant: Timestamp, at place: Int) -> Answer {
    let milliseconds = instant.milliseconds
    // Instants before 1970 are before every day laid out.
    guard 0 <= milliseconds, 0 <= place, place < capacity else { return .notLaidOut }
    let day = milliseconds / 86_400_000 - Int64(firstDay)
    guard 0 <= day, day < Int64(dayCount), let firsts = firstOfDay[place], let block = intervals[place] else {
      return .notLaidOut
    }
    var interval = block + Int(firsts[Int(day)])
    while Int64(interval.pointee.end) * 60_000 <= milliseconds { interval += 1 }
    if interval.pointee.start != .max {
      return .at(Timestamp(milliseconds: max(milliseconds, Int64(interval.pointee.start) * 60_000)))
    }
    let next = following[place]
    guard next - milliseconds <= LawfulWindow.searchMilliseconds else { return .never }
    return .at(Timestamp(milliseconds: next))
  }

  /// The hours that are in both.
  static func intersection(_ a: [Interval], _ b: [Interval]) -> [Interval] {
    var result: [Interval] = []
    var (left, right) = (0, 0)
    while left < a.count, right < b.count {
      let start = max(a[left].start, b[right].start)
      let end = min(a[left].end, b[right].end)
      if start < end { result.append(Interval(start: start, end: end)) }
      if a[left].end < b[right].end { left += 1 } else { right += 1 }
    }
    return result
  }
}
