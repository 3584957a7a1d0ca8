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

  init(program: ClientProgram, start: Timestamp, days: Int) {
    self.start = start
    lastSecond = Int64(days) * 86_400 - 1
    let utc = TimeZoneRules(standardOffset: 0, hasDaylightSaving: false)
    window = LawfulWindow(
      law: program.law, hours: program.limits.hours, from: LocalTime(at: start, in: utc).date,
      dayCount: days + 2)
    office = program.client.timezone.rules
  }

  /// Where a lead may be.
  static func whereabouts(of lead: LeadRow) -> Whereabouts {
    let batch = lead.batch
    let state = StateText.read(batch.textBytes(field: StandardField.state.rawValue, row: lead.row)).value
    let zip = ZIPText.read(batch.textBytes(field: StandardField.zipCode.rawValue, row: lead.row)).value
    let phone = PhoneNumber(e164: batch.textBytes(field: StandardField.mobilePhone.rawValue, row: lead.row))
    return Whereabouts(state: state?.usState, zip: zip, phone: phone)
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

  /// A second look, by another road: works each clock out anew instead of looking the hours up.
  func isLawful(_ second: UInt32, at place: Int) -> Bool {
    let instant = start.advanced(byMilliseconds: Int64(second) * 1_000)
    return window.isLawful(instant, in: examples[place])
  }

  /// The number of the client's calendar day in which a minute of the run lies.
  func clientDay(ofMinute minute: Int) -> Int {
    let instant = start.advanced(byMilliseconds: Int64(minute) * 60_000)
    return Int(LocalTime(at: instant, in: office).date.daysSince1970)
  }
}
