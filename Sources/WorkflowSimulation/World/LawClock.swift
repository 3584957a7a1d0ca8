import LeadModel
import WorkflowEngine
import WorkflowProgram

/// Lawful times in seconds since a run's start, and the client's own calendar days.
struct LawClock {
  private let start: Timestamp
  private let lastSecond: Int64
  private let window: LawfulWindow
  /// Some lead's whereabouts for each registered place.
  private var examples: [Whereabouts] = []
  private var places: [LawfulWindow.PlaceID] = []
  private let office: TimeZoneRules
  private let firstDay: Int32

  init(program: ClientProgram, start: Timestamp, days: Int) {
    self.start = start
    lastSecond = Int64(days) * 86_400 - 1
    let utc = TimeZoneRules(standardOffset: 0, hasDaylightSaving: false)
    window = LawfulWindow(
      law: program.law, hours: program.limits.hours, cap: program.limits.perPerson,
      from: LocalTime(at: start, in: utc).date, dayCount: days + 2)
    office = program.client.timezone.rules
    firstDay = LocalTime(at: start, in: office).date.daysSince1970
  }

  /// Registers where leads may be, and returns the number of the place.
  mutating func register(_ whereabouts: Whereabouts) -> UInt32 {
    let place = window.place(of: whereabouts)
    if examples.count <= Int(place.index) {
      examples.append(whereabouts)
      places.append(place)
    }
    return UInt32(place.index)
  }

  /// The first minute at or after one at which a place may be written to, or `nil` when there is none in the run.
  func openingMinute(ofPlace place: Int, from minute: Int) -> Int? {
    let instant = start.advanced(byMilliseconds: Int64(minute) * 60_000)
    guard let found = window.earliest(atOrAfter: instant, in: places[place]) else { return nil }
    let seconds = (found.milliseconds - start.milliseconds + 999) / 1_000
    return seconds <= lastSecond ? Int((seconds + 59) / 60) : nil
  }

  /// The first second at or after one at which the caps of a place allow one more text.
  func freeSecond(from second: UInt32, at place: Int, following texts: RecentTexts) -> UInt32 {
    let free = window.caps(of: places[place]).earliest(atOrAfter: instant(second), following: texts)
    return UInt32(clamping: (free.milliseconds - start.milliseconds + 999) / 1_000)
  }

  /// Where some lead of a place may be.
  func whereabouts(ofPlace place: Int) -> Whereabouts { examples[place] }

  /// A second look, by another road: works each clock out anew instead of looking the hours up.
  func isLawful(_ second: UInt32, at place: Int) -> Bool {
    window.isLawful(instant(second), in: examples[place])
  }

  /// The client's calendar day in which a second of the run lies; 0 is the one in which it starts.
  func clientDay(of second: UInt32) -> Int {
    Int(LocalTime(at: instant(second), in: office).date.daysSince1970 - firstDay)
  }

  /// How many of the client's calendar days the run touches.
  var clientDayCount: Int { clientDay(of: UInt32(lastSecond)) + 1 }

  private func instant(_ second: UInt32) -> Timestamp {
    start.advanced(byMilliseconds: Int64(second) * 1_000)
  }
}
