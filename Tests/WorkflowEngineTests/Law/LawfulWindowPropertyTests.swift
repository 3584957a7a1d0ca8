import LeadModel
import TestSupport
import Testing
import WorkflowEngine
import WorkflowProgram

/// Judges an instant straight from the rules' words, the slow way.
private struct Oracle {
  let law: LegalRules
  let hours: SendingHours
  let margin: Int
  /// By state, the client's own under 0, and day.
  private var holidays: [Int: [CivilDate: Bool]] = [:]

  init(law: LegalRules, hours: SendingHours, margin: Int) {
    self.law = law
    self.hours = hours
    self.margin = margin
  }

  mutating func allows(_ instant: Timestamp, _ whereabouts: Whereabouts) -> Bool {
    whereabouts.zones.zones.allSatisfy { allows(instant.local(in: $0), whereabouts.states) }
  }

  private mutating func allows(_ local: LocalTime, _ states: StateSet) -> Bool {
    guard 180 <= local.minuteOfDay else { return false }
    let own = hours.window(on: local.weekday)
    guard own.contains(local.minuteOfDay) else { return false }
    if !hours.isOpenOnHolidays, isHoliday(local.date, law.holidays, key: 0) { return false }
    for rule in [law.federal] + states.states.compactMap({ law.rule(of: $0, on: local.date) }) {
      let window = rule.window(on: local.weekday)
      guard window.openMinute <= local.minuteOfDay, local.minuteOfDay < window.closeMinute - margin else {
        return false
      }
      let key = Int(rule.state?.rawValue ?? 99) + 1 + (rule.from == nil ? 0 : 100)
      if !rule.isOpenOnHolidays, isHoliday(local.date, law.holidays + rule.holidays, key: key) {
        return false
      }
    }
    return true
  }

  private mutating func isHoliday(_ date: CivilDate, _ list: [Holiday], key: Int) -> Bool {
    if let known = holidays[key]?[date] { return known }
    let answer = HolidayCalendar(list).holiday(on: date) != nil
    holidays[key, default: [:]][date] = answer
    return answer
  }
}

private func randomWindow(_ random: inout SplitMix64) -> DayWindow {
  if Int.random(in: 0..<6, using: &random) == 0 { return .closed }
  let open = Int.random(in: 0..<12 * 60, using: &random)
  return DayWindow(openMinute: open, closeMinute: Int.random(in: open + 1...1_440, using: &random))
}

private func randomLaw(_ random: inout SplitMix64, around start: CivilDate) -> LegalRules {
  var states: [JurisdictionRule] = []
  for state in USState.allCases where Int.random(in: 0..<3, using: &random) == 0 {
    for version in 0..<Int.random(in: 1...2, using: &random) {
      let own = HolidayRule("August \(Int.random(in: 1...28, using: &random))").map {
        [Holiday(name: "own", rule: $0)]
      }
      states.append(
        JurisdictionRule(
          state: state, mondayToFriday: randomWindow(&random), saturday: randomWindow(&random),
          sunday: randomWindow(&random), isOpenOnHolidays: Bool.random(using: &random),
          holidays: Bool.random(using: &random) ? own ?? [] : [],
          from: version == 0 ? nil : start.advanced(byDays: Int.random(in: -5...5, using: &random)),
          source: "random",
          confidence: .memory))
    }
  }
  return LegalRules(
    name: "random", confirmation: .federal, marginMinutes: 15,
    federal: LegalRules.floor.federal, states: states, holidays: LegalRules.floor.holidays)
}

/// Days on which clocks change, holidays are near, or nothing happens.
private let startDays = [
  (2026, 3, 6), (2026, 10, 30), (2027, 3, 12), (2027, 11, 5), (2026, 7, 1), (2026, 12, 23), (2027, 12, 30),
  (2026, 8, 4),
]

@Suite struct LawfulWindowPropertyTests {
  @Test(arguments: UInt64(0)..<40)
  func `the answer is the first minute that every rule by every clock allows`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let (year, month, day) = try #require(startDays.randomElement(using: &random))
    let start = try #require(CivilDate(year: year, month: month, day: day))
    let law = randomLaw(&random, around: start)
    let open = Int.random(in: 0..<700, using: &random)
    let hours = SendingHours(
      window: DayWindow(openMinute: open, closeMinute: Int.random(in: 800...1_440, using: &random)),
      days: UInt8.random(in: 1...127, using: &random), isOpenOnHolidays: Bool.random(using: &random))
    let margin = Int.random(in: 0...30, using: &random)
    // The days laid out end before the search does, so that both ways of answering are taken.
    let window = LawfulWindow(law: law, hours: hours, marginMinutes: margin, from: start, dayCount: 3)
    var oracle = Oracle(law: law, hours: hours, margin: margin)
    for _ in 0..<3 {
      let whereabouts = try randomWhereabouts(&random)
      let place = window.place(of: whereabouts)
      let asked = start.midnightUTC.advanced(
        byMilliseconds: Int64.random(in: -86_400_000..<3 * 86_400_000, using: &random))
      let answer = window.earliest(atOrAfter: asked, in: place)
      #expect(answer == window.earliest(atOrAfter: asked, in: whereabouts))
      #expect(answer == firstAllowed(from: asked, whereabouts, &oracle, giveUpAfter: answer))
      if let answer { #expect(window.earliest(atOrAfter: answer, in: place) == answer) }
      #expect(window.obstacles(at: asked, in: whereabouts).isEmpty == (answer == asked))
    }
  }

  private func randomWhereabouts(_ random: inout SplitMix64) throws -> Whereabouts {
    let states = [USState.florida, .texas, .newYork, .rhodeIsland, .arizona, .alaska, .hawaii, .guam, .idaho]
    var whereabouts = Whereabouts(state: states.randomElement(using: &random))
    if Bool.random(using: &random) {
      let zones: [ZoneSet] = [[.losAngeles], [.stJohns], [.newYork], [.phoenix], [.puertoRico], [.adak]]
      let state = try #require(USState.allCases.randomElement(using: &random))
      let zone = try #require(zones.randomElement(using: &random))
      whereabouts = Whereabouts(
        zones: whereabouts.zones.union(zone), states: whereabouts.states.union([state]))
    }
    return whereabouts
  }

  /// Walks minute by minute; an answer of never is believed after 6 days.
  private func firstAllowed(
    from asked: Timestamp, _ whereabouts: Whereabouts, _ oracle: inout Oracle, giveUpAfter answer: Timestamp?
  ) -> Timestamp? {
    let days: Int64 = 6
    if oracle.allows(asked, whereabouts) { return asked }
    var minute = asked.milliseconds / 60_000 + 1
    let end = minute + days * 1_440
    while minute < end {
      let instant = Timestamp(milliseconds: minute * 60_000)
      if oracle.allows(instant, whereabouts) { return instant }
      minute += 1
    }
    // Nothing within the walk: right if the answer is later still.
    guard let answer, end * 60_000 <= answer.milliseconds else { return nil }
    return answer
  }
}
