import LeadModel
import Testing
import WorkflowEngine
import WorkflowProgram

/// A few states as their law is, enough for the tests below.
private func law(paused: USState? = nil) -> LegalRules {
  func rule(
    _ state: USState, _ week: String, _ saturday: String, _ sunday: String, holidays: Bool = true,
    own: [Holiday] = [],
    cap: String? = nil, from: CivilDate? = nil
  ) -> JurisdictionRule {
    JurisdictionRule(
      state: state, mondayToFriday: DayWindow(week) ?? .closed, saturday: DayWindow(saturday) ?? .closed,
      sunday: DayWindow(sunday) ?? .closed, isOpenOnHolidays: holidays, holidays: own,
      cap: cap.flatMap { FrequencyCap($0) }, from: from, source: "\(state.code) law",
      confidence: .severalSources,
      isPaused: state == paused)
  }
  let mardiGras = HolidayRule("47 days before Easter").map { [Holiday(name: "Mardi Gras", rule: $0)] } ?? []
  return LegalRules(
    name: "test", confirmation: .federal, marginMinutes: 15, federal: LegalRules.floor.federal,
    states: [
      rule(
        .texas, "09:00-21:00", "09:00-21:00", "12:00-21:00", from: CivilDate(year: 2025, month: 9, day: 1)),
      rule(.texas, "08:00-21:00", "08:00-21:00", "08:00-21:00"),
      rule(.florida, "08:00-20:00", "08:00-20:00", "08:00-20:00", cap: "3 per 24h"),
      rule(.kentucky, "10:00-21:00", "10:00-21:00", "10:00-21:00"),
      rule(.rhodeIsland, "09:00-18:00", "10:00-17:00", "closed", holidays: false),
      rule(.louisiana, "08:00-20:00", "08:00-20:00", "closed", holidays: false, own: mardiGras),
      rule(.southDakota, "09:00-21:00", "closed", "closed", holidays: false),
    ], holidays: LegalRules.floor.holidays)
}

private func window(
  hours: SendingHours = .always, margin: Int = 0,
  from start: CivilDate? = CivilDate(year: 2026, month: 1, day: 1),
  days: Int = 400, law legal: LegalRules = law()
) throws -> LawfulWindow {
  try LawfulWindow(law: legal, hours: hours, marginMinutes: margin, from: #require(start), dayCount: days)
}

private let obstacleLines = """
  2026-07-03T20:50:00-05:00
    federal law: closes at 21:00, 15 minutes are kept clear; it is Fri 2026-07-03 20:50 in \
  America/Chicago, open again Sat 2026-07-04 08:00 (47 CFR 64.1200(c)(1))
    South Dakota: closed on Independence Day; it is Fri 2026-07-03 20:50 in America/Chicago, open again \
  Mon 2026-07-06 09:00 (SD law)
    the client's hours: closed on Independence Day; it is Fri 2026-07-03 20:50 in America/Chicago, open \
  again Mon 2026-07-06 10:00
    South Dakota: closed on Independence Day; it is Fri 2026-07-03 19:50 in America/Denver, open again \
  Mon 2026-07-06 09:00 (SD law)
    the client's hours: closed on Independence Day; it is Fri 2026-07-03 19:50 in America/Denver, open \
  again Mon 2026-07-06 10:00
    earliest: 2026-07-06T16:00:00Z
  2026-01-17T17:00:00-05:00
    Rhode Island: not after 17:00; it is Sat 2026-01-17 17:00 in America/New_York, open again Tue \
  2026-01-20 09:00 (RI law)
    the client's hours: closed on Saturday; it is Sat 2026-01-17 17:00 in America/New_York, open again \
  Tue 2026-01-20 10:00
    the client's hours: closed on Saturday; it is Sat 2026-01-17 14:00 in America/Los_Angeles, open \
  again Tue 2026-01-20 10:00
    earliest: 2026-01-20T18:00:00Z
  2026-03-08T02:30:00-05:00
    federal law: not before 08:00; it is Sun 2026-03-08 03:30 in America/New_York, open again Sun \
  2026-03-08 08:00 (47 CFR 64.1200(c)(1))
    the client's hours: closed on Sunday; it is Sun 2026-03-08 03:30 in America/New_York, open again \
  Mon 2026-03-09 10:00
    earliest: 2026-03-09T14:00:00Z
  2026-02-17T12:00:00-06:00
    Louisiana: closed on Mardi Gras; it is Tue 2026-02-17 12:00 in America/Chicago, open again Wed \
  2026-02-18 08:00 (LA law)
    earliest: 2026-02-18T16:00:00Z
  2026-07-08T12:00:00-04:00
    earliest: 2026-07-08T16:00:00Z
  """

/// Where a lead is, when it is asked, and the lawful instant as a zone's clock shows it.
struct LawRow: CustomTestStringConvertible, Sendable {
  let whereabouts: Whereabouts
  let asked: String
  let answer: String?
  var hours = SendingHours.always
  var margin = 0
  var testDescription: String { "\(asked) -> \(answer ?? "never")" }
}

@Suite struct LawfulWindowTests {
  @Test(arguments: [
    // Inside the window: at once, to the millisecond.
    LawRow(
      whereabouts: Whereabouts(state: .newYork), asked: "2026-07-08T13:00:00.123-04:00",
      answer: "2026-07-08T13:00:00.123-04:00"),
    // Before and after it.
    LawRow(
      whereabouts: Whereabouts(state: .newYork), asked: "2026-07-08T07:59:59-04:00",
      answer: "2026-07-08T08:00:00-04:00"),
    LawRow(
      whereabouts: Whereabouts(state: .newYork), asked: "2026-07-08T21:00:00-04:00",
      answer: "2026-07-09T08:00:00-04:00"),
    // Florida straddles two clocks: 09:00 to 20:00 in the east.
    LawRow(
      whereabouts: Whereabouts(state: .florida), asked: "2026-07-08T00:00:00-04:00",
      answer: "2026-07-08T09:00:00-04:00"),
    LawRow(
      whereabouts: Whereabouts(state: .florida), asked: "2026-07-08T20:00:00-04:00",
      answer: "2026-07-09T09:00:00-04:00"),
    // Idaho under the house rule: 13:00 to 20:00 in the east.
    LawRow(
      whereabouts: Whereabouts(state: .idaho), asked: "2026-07-08T00:00:00-04:00",
      answer: "2026-07-08T13:00:00-04:00",
      hours: .standard),
    // Toll-free in the lower 48: 13:00 to 18:00 in the east under the house rule.
    LawRow(
      whereabouts: Whereabouts(zones: .lower48, states: []), asked: "2026-07-08T00:00:00-04:00",
      answer: "2026-07-08T13:00:00-04:00", hours: .standard),
    LawRow(
      whereabouts: Whereabouts(zones: .lower48, states: []), asked: "2026-07-08T18:00:00-04:00",
      answer: "2026-07-09T13:00:00-04:00", hours: .standard),
    // Anywhere in the fifty states: 16:00 in summer and 15:00 in winter.
    LawRow(
      whereabouts: Whereabouts(zones: .fiftyStates, states: []), asked: "2026-07-08T00:00:00-04:00",
      answer: "2026-07-08T16:00:00-04:00", hours: .standard),
    LawRow(
      whereabouts: Whereabouts(zones: .fiftyStates, states: []), asked: "2026-01-07T00:00:00-05:00",
      answer: "2026-01-07T15:00:00-05:00", hours: .standard),
    // Rhode Island on a Saturday evening before a federal holiday: Tuesday.
    LawRow(
      whereabouts: Whereabouts(state: .rhodeIsland), asked: "2026-01-17T17:00:00-05:00",
      answer: "2026-01-20T09:00:00-05:00"),
    // Louisiana has holidays of its own.
    LawRow(
      whereabouts: Whereabouts(state: .louisiana), asked: "2026-02-17T09:00:00-06:00",
      answer: "2026-02-18T08:00:00-06:00"),
    // Address and area code disagree: the later opening of Kentucky's rule, by the later clock.
    LawRow(
      whereabouts: Whereabouts(zones: [.newYork, .losAngeles], states: [.kentucky, .california]),
      asked: "2026-07-08T00:00:00-04:00", answer: "2026-07-08T13:00:00-04:00"),
    // On a Sunday in Texas, by the stricter rule of 2025; its other clock is Mountain's.
    LawRow(
      whereabouts: Whereabouts(state: .texas), asked: "2026-07-12T00:00:00-05:00",
      answer: "2026-07-12T13:00:00-05:00"),
    LawRow(
      whereabouts: Whereabouts(state: .texas), asked: "2025-07-13T00:00:00-05:00",
      answer: "2025-07-13T09:00:00-05:00"),
    // The day clocks go forward and the day they go back.
    LawRow(
      whereabouts: Whereabouts(state: .newYork), asked: "2026-03-08T01:59:00-05:00",
      answer: "2026-03-08T08:00:00-04:00"),
    LawRow(
      whereabouts: Whereabouts(state: .newYork), asked: "2026-11-01T00:30:00-04:00",
      answer: "2026-11-01T08:00:00-05:00"),
    // The last minutes are kept clear; the client's own closing is not moved.
    LawRow(
      whereabouts: Whereabouts(state: .newYork), asked: "2026-07-08T20:45:00-04:00",
      answer: "2026-07-09T08:00:00-04:00",
      margin: 15),
    LawRow(
      whereabouts: Whereabouts(state: .newYork), asked: "2026-07-08T17:59:59-04:00",
      answer: "2026-07-08T17:59:59-04:00",
      hours: .standard, margin: 15),
    // Friday evening before the federal holiday of the third of July's observance.
    LawRow(
      whereabouts: Whereabouts(state: .newYork), asked: "2026-07-02T18:00:00-04:00",
      answer: "2026-07-06T10:00:00-04:00",
      hours: .standard),
    // Guam and New York never share business hours.
    LawRow(
      whereabouts: Whereabouts(zones: [.newYork, .guam], states: []), asked: "2026-07-08T00:00:00-04:00",
      answer: nil,
      hours: .standard),
    // Far outside the days laid out.
    LawRow(
      whereabouts: Whereabouts(state: .newYork), asked: "2049-07-08T07:00:00-04:00",
      answer: "2049-07-08T08:00:00-04:00"),
    LawRow(
      whereabouts: Whereabouts(state: .newYork), asked: "1969-07-08T07:00:00-04:00",
      answer: "1969-07-08T08:00:00-04:00"),
  ])
  func `the earliest lawful instant`(_ row: LawRow) throws {
    let window = try window(hours: row.hours, margin: row.margin)
    let asked = try #require(Timestamp(iso8601: row.asked))
    let answer = try row.answer.map { try #require(Timestamp(iso8601: $0)) }
    #expect(window.earliest(atOrAfter: asked, in: row.whereabouts) == answer)
    let place = window.place(of: row.whereabouts)
    #expect(window.earliest(atOrAfter: asked, in: place) == answer)
    if let answer {
      #expect(window.obstacles(at: answer, in: row.whereabouts).isEmpty)
      #expect(window.obstacles(at: asked, in: row.whereabouts).isEmpty == (answer == asked))
    }
  }

  @Test func `a paused state gets nothing, and says so`() throws {
    let window = try window(law: law(paused: .florida))
    let noon = try #require(Timestamp(iso8601: "2026-07-08T12:00:00-04:00"))
    let miami = Whereabouts(state: .florida)
    #expect(window.earliest(atOrAfter: noon, in: miami) == nil)
    #expect(window.obstacles(at: noon, in: miami).first?.reason == .paused)
    #expect(window.isLawful(noon, in: Whereabouts(state: .newYork)))
  }

  @Test(arguments: [1_900, 1_970, 2_200, 6_052, 6_053, 9_999])
  func `hours laid out in any year are those found without`(year: Int) throws {
    let start = try #require(CivilDate(year: year, month: 12, day: 1))
    let (near, far) = (try window(from: start, days: 40), try window())
    let place = Whereabouts(state: .rhodeIsland)
    for hour in stride(from: 0, to: 45 * 24, by: 7) {
      let asked = start.midnightUTC.advanced(byMilliseconds: Int64(hour) * 3_600_000)
      #expect(near.earliest(atOrAfter: asked, in: place) == far.earliest(atOrAfter: asked, in: place))
    }
  }

  @Test func `equal law is one place`() throws {
    let window = try window()
    let first = window.place(of: Whereabouts(state: .newYork))
    #expect(window.place(of: Whereabouts(state: .ohio)) == first)
    #expect(window.place(of: Whereabouts(phone: PhoneText.read("416-555-0142").number)) == first)
    #expect(window.place(of: Whereabouts(state: .rhodeIsland)) != first)
  }

  @Test func `a lead without any zone is not free of law`() throws {
    let window = try window()
    let night = try #require(Timestamp(iso8601: "2026-07-08T02:00:00-04:00"))
    #expect(window.isLawful(night, in: Whereabouts(zones: [], states: [])) == false)
  }

  @Test func `a client that closes on holidays opens none of federal law's own`() throws {
    let own = try #require(HolidayRule("July 8"))
    let federal = JurisdictionRule(
      state: nil, mondayToFriday: .wholeDay, saturday: .wholeDay, sunday: .wholeDay, isOpenOnHolidays: false,
      holidays: [Holiday(name: "own", rule: own)], source: "test", confidence: .primary)
    let rules = LegalRules(
      name: "test", confirmation: .federal, marginMinutes: 15, federal: federal, states: [],
      holidays: LegalRules.floor.holidays)
    for hours in [SendingHours.always, .standard] {
      let window = try window(hours: hours, law: rules)
      for closed in ["2026-07-08T12:00:00-04:00", "2026-07-03T12:00:00-04:00"] {
        let noon = try #require(Timestamp(iso8601: closed))
        #expect(!window.isLawful(noon, in: Whereabouts(state: .newYork)), "\(closed)")
      }
    }
  }

  @Test func `caps are those of every candidate state`() throws {
    let day = try #require(CivilDate(year: 2026, month: 7, day: 8))
    #expect(law().caps(in: [.florida, .newYork], on: day).map(\.description) == ["3 per 24h"])
    #expect(law().caps(in: [.newYork], on: day).isEmpty)
  }

  @Test func `obstacles read as lines`() throws {
    let window = try window(hours: .standard, margin: 15)
    var lines: [String] = []
    for (asked, whereabouts) in [
      ("2026-07-03T20:50:00-05:00", Whereabouts(state: .southDakota)),
      (
        "2026-01-17T17:00:00-05:00",
        Whereabouts(state: .rhodeIsland, phone: PhoneText.read("415-555-0142").number)
      ),
      ("2026-03-08T02:30:00-05:00", Whereabouts(state: .newYork)),
      ("2026-02-17T12:00:00-06:00", Whereabouts(state: .louisiana)),
      ("2026-07-08T12:00:00-04:00", Whereabouts(state: .newYork)),
    ] {
      let instant = try #require(Timestamp(iso8601: asked))
      lines.append(asked)
      lines += window.obstacles(at: instant, in: whereabouts).map { "  \($0)" }
      lines.append(
        "  earliest: \(window.earliest(atOrAfter: instant, in: whereabouts)?.description ?? "never")")
    }
    #expect(lines.joined(separator: "\n") == obstacleLines)
  }
}
