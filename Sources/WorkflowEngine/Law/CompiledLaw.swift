import LeadModel
import WorkflowProgram

/// The law and a client's hours, arranged so that the minutes a local day allows are a few look-ups away.
///
/// States whose rules are alike share a bit of a mask: most of them follow the federal window.
struct CompiledLaw: Sendable {
  let law: LegalRules
  let hours: SendingHours
  let marginMinutes: Int
  /// Bit by bit what a mask names; bit 0 is what holds for everyone.
  private(set) var groups: [Group] = []
  /// The mask of each state, by raw value.
  private var masks: [UInt64] = []
  private(set) var calendars: [HolidayCalendar] = []

  /// No text goes out earlier by a local clock, whatever the rules say; clocks change before it.
  static let earliestMinute = 180

  /// Rules of one jurisdiction, or several that agree.
  struct Group: Hashable, Sendable {
    /// In the order of the day from which they hold.
    var versions: [Version]
  }

  struct Version: Hashable, Sendable {
    /// `Int32.min` for always.
    var fromDay: Int32
    /// By weekday, Monday first.
    var windows: [DayWindow]
    /// Index of the calendar on whose days it is closed, or -1.
    var closedCalendar: Int
  }

  init(law: LegalRules, hours: SendingHours, marginMinutes: Int) {
    self.law = law
    self.hours = hours
    self.marginMinutes = marginMinutes
    groups = []
    masks = [UInt64](repeating: 0, count: USState.allCases.count)
    addEveryone()
    for state in USState.allCases {
      let rules = law.states.filter { $0.state == state }
      guard !rules.isEmpty else { continue }
      masks[Int(state.rawValue)] = mask(of: Group(versions: rules.map { version($0) }))
    }
  }

  /// The bits of every group that protects a person in any of `states`; bit 0 always.
  func mask(of states: StateSet) -> UInt64 {
    var (result, rest) = (UInt64(1), states.bits)
    while rest != 0 {
      let state = rest.trailingZeroBitCount
      if state < masks.count { result |= masks[state] }
      rest &= rest - 1
    }
    return result
  }

  /// The minutes of a local day that every group of `mask` allows.
  ///
  /// - Parameter isHoliday: Whether the day is in the calendar of that index.
  func window(of mask: UInt64, on date: CivilDate, isHoliday: (Int) -> Bool) -> DayWindow {
    let weekday = date.weekday.rawValue - 1
    var (open, close) = (CompiledLaw.earliestMinute, 1_440)
    var rest = mask
    while rest != 0 {
      let group = groups[rest.trailingZeroBitCount]
      rest &= rest - 1
      guard let version = group.versions.last(where: { $0.fromDay <= date.daysSince1970 }) else { continue }
      if 0 <= version.closedCalendar, isHoliday(version.closedCalendar) { return .closed }
      open = max(open, version.windows[weekday].openMinute)
      close = min(close, version.windows[weekday].closeMinute)
      if close <= open { return .closed }
    }
    return DayWindow(openMinute: open, closeMinute: close)
  }

  /// The federal rule and the client's hours as one group, the first.
  private mutating func addEveryone() {
    let federal = version(law.federal)
    var windows: [DayWindow] = []
    for weekday in Weekday.allCases {
      windows.append(federal.windows[weekday.rawValue - 1].intersection(hours.window(on: weekday)))
    }
    // Both close on the legal holidays; only the federal rule closes on its own.
    var closed = law.federal.isOpenOnHolidays && hours.isOpenOnHolidays ? [] : law.holidays
    if !law.federal.isOpenOnHolidays { closed += law.federal.holidays }
    let calendar = closed.isEmpty ? -1 : calendar(HolidayCalendar(closed))
    _ = mask(of: Group(versions: [Version(fromDay: .min, windows: windows, closedCalendar: calendar)]))
  }

  private mutating func version(_ rule: JurisdictionRule) -> Version {
    Version(
      fromDay: rule.from?.daysSince1970 ?? .min,
      windows: Weekday.allCases.map { rule.window(on: $0).closing(earlierBy: marginMinutes) },
      closedCalendar: rule.isOpenOnHolidays ? -1 : calendar(HolidayCalendar(law.holidays + rule.holidays)))
  }

  /// The bit of an equal group, which is added if there is none; there are at most 58 of them.
  private mutating func mask(of group: Group) -> UInt64 {
    let index =
      groups.firstIndex(of: group)
      ?? {
        groups.append(group)
        return groups.count - 1
      }()
    return 1 << UInt64(index)
  }

  private mutating func calendar(_ calendar: HolidayCalendar) -> Int {
    if let index = calendars.firstIndex(of: calendar) { return index }
    calendars.append(calendar)
    return calendars.count - 1
  }
}
