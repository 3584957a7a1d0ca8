public import LeadModel
public import WorkflowProgram

/// Tells when a person may be texted: inside every window of the law and of the client, by every clock that may be theirs,
/// and within every cap.
///
/// Leads fall into few places (the same clocks and equally strict states), so a place is registered once and its
/// lawful hours are laid out for the days around a run; a query is then two look-ups. Outside those days, and
/// for places beyond the first `maxTables`, the same answer is worked out each time.
///
/// Places are registered by one thread; afterwards it is only read, which makes it safe to share.
public final class LawfulWindow: @unchecked Sendable {
  let compiled: CompiledLaw
  private let firstDay: Int32
  private let dayCount: Int
  private var places: [Place: Int32] = [:]
  private var keys: [Place] = []
  let clientCap: FrequencyCap?
  /// The different caps of places.
  private var caps: [TextCaps] = []
  private var capNumbers: [TextCaps: Int32] = [:]
  private let hours: LawfulHours
  /// For each calendar of `compiled`, which days from `firstDay` on are its holidays.
  private let holidays: [[Bool]]

  /// A registered place; only its own window can say what it means.
  public struct PlaceID: Hashable, Sendable {
    public let index: Int32
  }

  struct Place: Hashable, Sendable {
    var clocks: ZoneSet
    var rules: UInt64
    /// Row of `caps`.
    var caps: Int32
  }

  /// Places whose hours are laid out: about 12 bytes a day each.
  public static let maxTables = 4_096
  /// Days that are searched for a lawful minute before the answer is never.
  public static let searchDays = 400
  static let searchMilliseconds = Int64(searchDays) * 86_400_000

  /// - Parameters:
  ///   - clientHours: The client's own, which narrow the law's.
  ///   - clientCap: The client's own, beside the law's.
  ///   - marginMinutes: Stop this long before a legal window closes; the law's own margin unless given.
  ///   - start: The first day for which hours are laid out.
  ///   - dayCount: How many days, 0...3,660.
  public init(
    law: LegalRules, hours clientHours: SendingHours = .standard, cap clientCap: FrequencyCap? = nil,
    marginMinutes: Int? = nil, from start: CivilDate, dayCount: Int = 120
  ) {
    self.clientCap = clientCap
    let compiled = CompiledLaw(
      law: law, hours: clientHours, marginMinutes: max(0, marginMinutes ?? law.marginMinutes))
    self.compiled = compiled
    // A day of slack, because local days start before and after those of UTC.
    firstDay = start.daysSince1970 - 2
    let laidOut = min(max(0, dayCount), 3_660) + 4
    self.dayCount = laidOut
    hours = LawfulHours(
      firstDay: start.daysSince1970 - 1, dayCount: laidOut - 2, capacity: LawfulWindow.maxTables)
    let days = (0..<laidOut).map { start.advanced(byDays: $0 - 2) }
    holidays = compiled.calendars.map { calendar in days.map { calendar.holiday(on: $0) != nil } }
  }

  /// Registers where a lead may be.
  public func place(of whereabouts: Whereabouts) -> PlaceID {
    let caps = caps(in: whereabouts)
    let place = key(of: whereabouts, caps: number(of: caps))
    if let index = places[place] { return PlaceID(index: index) }
    let index = Int32(clamping: keys.count)
    places[place] = index
    keys.append(place)
    if Int(index) < hours.capacity { layOut(place, at: Int(index)) }
    return PlaceID(index: index)
  }

  /// The first instant of lawful hours at or after `instant`, to the millisecond.
  ///
  /// - Returns: `nil` when there is none within `searchDays`, as for zones whose days never meet, or a paused state.
  public func earliest(atOrAfter instant: Timestamp, in place: PlaceID) -> Timestamp? {
    switch hours.earliest(atOrAfter: instant, at: Int(place.index)) {
    case .at(let found): found
    case .never: nil
    case .notLaidOut: solve(instant, keys[Int(place.index)])
    }
  }

  /// The first lawful instant at or after `instant` for a text to someone who has had others.
  ///
  /// What law and carriers want said goes at once, an answer within lawful hours, and what we begin within caps, too.
  ///
  /// - Returns: `nil` when there is none within `searchDays`, or from when the caps allow it.
  public func earliest(
    atOrAfter instant: Timestamp, in place: PlaceID, for purpose: OutboundMessage.Purpose,
    following texts: RecentTexts
  ) -> Timestamp? {
    if purpose == .required { return instant }
    var candidate = instant
    while let open = earliest(atOrAfter: candidate, in: place) {
      let free = purpose.isCapped ? caps(of: place).earliest(atOrAfter: open, following: texts) : open
      if free == open { return open }
      candidate = free
    }
    return nil
  }

  /// The caps of a registered place.
  public func caps(of place: PlaceID) -> TextCaps { caps[Int(keys[Int(place.index)].caps)] }

  /// The caps of any place.
  public func caps(in whereabouts: Whereabouts) -> TextCaps {
    TextCaps(law: compiled.law, client: clientCap, in: whereabouts)
  }

  /// The first instant of lawful hours for a lead whose place is not registered; any date.
  public func earliest(atOrAfter instant: Timestamp, in whereabouts: Whereabouts) -> Timestamp? {
    solve(instant, key(of: whereabouts, caps: -1))
  }

  /// The first lawful instant for a text to a lead whose place is not registered; as for one that is.
  public func earliest(
    atOrAfter instant: Timestamp, in whereabouts: Whereabouts, for purpose: OutboundMessage.Purpose,
    following texts: RecentTexts
  ) -> Timestamp? {
    if purpose == .required { return instant }
    let caps = caps(in: whereabouts)
    var candidate = instant
    while let open = earliest(atOrAfter: candidate, in: whereabouts) {
      let free = purpose.isCapped ? caps.earliest(atOrAfter: open, following: texts) : open
      if free == open { return open }
      candidate = free
    }
    return nil
  }

  /// Whether an instant is within lawful hours.
  public func isLawful(_ instant: Timestamp, in whereabouts: Whereabouts) -> Bool {
    earliest(atOrAfter: instant, in: whereabouts) == instant
  }

  private func key(of whereabouts: Whereabouts, caps: Int32) -> Place {
    Place(
      clocks: whereabouts.knownZones.clocks, rules: compiled.mask(of: whereabouts.states), caps: caps)
  }

  private func number(of caps: TextCaps) -> Int32 {
    if let number = capNumbers[caps] { return number }
    let number = Int32(clamping: self.caps.count)
    capNumbers[caps] = number
    self.caps.append(caps)
    return number
  }

  /// The minutes a local day allows in a place.
  private func window(of place: Place, on date: CivilDate) -> DayWindow {
    let day = Int(date.daysSince1970) - Int(firstDay)
    return compiled.window(of: place.rules, on: date) { calendar in
      0 <= day && day < dayCount
        ? holidays[calendar][day] : compiled.calendars[calendar].holiday(on: date) != nil
    }
  }

  /// Moves forward from clock to clock until all of them agree.
  private func solve(_ instant: Timestamp, _ place: Place) -> Timestamp? {
    let clocks = place.clocks.zones.map(\.rules)
    let limit = instant.advanced(byMilliseconds: LawfulWindow.searchMilliseconds)
    var candidate = instant
    var agreeing = 0
    var next = 0
    while agreeing < clocks.count {
      guard candidate <= limit else { return nil }
      let clock = clocks[next]
      let date = LocalTime(at: candidate, in: clock).date
      let window = window(of: place, on: date)
      let open = clock.instant(date, secondOfDay: window.openMinute * 60)
      let close = clock.instant(date, secondOfDay: window.closeMinute * 60)
      if !window.isClosed, open <= candidate, candidate < close {
        agreeing += 1
        next = next + 1 == clocks.count ? 0 : next + 1
        continue
      }
      agreeing = 0
      if !window.isClosed, candidate < open {
        candidate = open
      } else {
        candidate = clock.instant(date.advanced(byDays: 1), secondOfDay: 0)
      }
    }
    return candidate
  }

  /// Lays out a place's lawful hours.
  private func layOut(_ place: Place, at index: Int) {
    var common: [LawfulHours.Interval]?
    for zone in place.clocks.zones {
      let clock = zone.rules
      var intervals: [LawfulHours.Interval] = []
      for offset in 0..<dayCount {
        let date = CivilDate(daysSince1970: firstDay + Int32(offset))
        let window = window(of: place, on: date)
        if window.isClosed { continue }
        intervals.append(
          LawfulHours.Interval(
            start: clock.instant(date, secondOfDay: window.openMinute * 60),
            end: clock.instant(date, secondOfDay: window.closeMinute * 60)))
      }
      common = common.map { LawfulHours.intersection($0, intervals) } ?? intervals
    }
    let end = CivilDate(daysSince1970: hours.firstDay + Int32(hours.dayCount)).midnightUTC
    hours.layOut(common ?? [], next: solve(end, place), at: index)
  }
}
