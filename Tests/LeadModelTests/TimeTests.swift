import LeadModel
import TestSupport
import Testing

private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CivilDate {
  try #require(CivilDate(year: year, month: month, day: day))
}

@Suite struct CivilDateTests {
  @Test(arguments: [Int64.min, .min + 1, -1, 0, .max]) func `any instant can be written`(
    _ milliseconds: Int64
  ) {
    #expect(!Timestamp(milliseconds: milliseconds).iso8601.isEmpty)
  }

  @Test(
    arguments: [
      (1970, 1, 1, 0, Weekday.thursday), (2000, 2, 29, 11_016, .tuesday), (2026, 3, 8, 20_520, .sunday),
      (1969, 12, 31, -1, .wednesday), (1, 1, 1, -719_162, .monday), (9_999, 12, 31, 2_932_896, .friday),
    ] as [(Int, Int, Int, Int32, Weekday)])
  func `a date counts days from 1970`(
    _ year: Int, _ month: Int, _ dayOfMonth: Int, days: Int32, weekday: Weekday
  )
    throws
  {
    let date = try day(year, month, dayOfMonth)
    #expect(date.daysSince1970 == days)
    #expect(date.weekday == weekday)
    #expect(date.components == (year, month, dayOfMonth))
  }

  @Test func `every day of four centuries reads back and follows the one before`() throws {
    var date = try day(1900, 1, 1)
    let end = try day(2300, 1, 1)
    var wrong = 0
    while date < end {
      let (year, month, dayOfMonth) = date.components
      if CivilDate(year: year, month: month, day: dayOfMonth) != date { wrong += 1 }
      date = date.advanced(byDays: 1)
    }
    #expect(wrong == 0)
  }

  @Test(arguments: [
    (2023, 2, 29), (1900, 2, 29), (2024, 4, 31), (2024, 13, 1), (2024, 0, 1), (2024, 1, 0), (0, 1, 1),
  ])
  func `days the calendar lacks are refused`(_ year: Int, month: Int, dayOfMonth: Int) {
    #expect(CivilDate(year: year, month: month, day: dayOfMonth) == nil)
  }
}

@Suite struct TimeZoneRulesTests {
  @Test(arguments: [
    // Either side of the changes, to the second.
    ("2026-03-08T06:59:59Z", TimeZoneID.newYork, "2026-03-08T01:59:59-05:00"),
    ("2026-03-08T07:00:00Z", .newYork, "2026-03-08T03:00:00-04:00"),
    ("2026-11-01T05:59:59Z", .newYork, "2026-11-01T01:59:59-04:00"),
    ("2026-11-01T06:00:00Z", .newYork, "2026-11-01T01:00:00-05:00"),
    ("2027-03-14T09:59:59Z", .losAngeles, "2027-03-14T01:59:59-08:00"),
    ("2027-03-14T10:00:00Z", .losAngeles, "2027-03-14T03:00:00-07:00"),
    ("2027-11-07T09:00:00Z", .losAngeles, "2027-11-07T01:00:00-08:00"),
    ("2007-03-11T08:00:00Z", .chicago, "2007-03-11T03:00:00-05:00"),
    ("2026-07-01T12:00:00Z", .phoenix, "2026-07-01T05:00:00-07:00"),
    ("2026-07-01T12:00:00Z", .stJohns, "2026-07-01T09:30:00-02:30"),
    ("2026-07-01T20:00:00.250Z", .guam, "2026-07-02T06:00:00.250+10:00"),
    ("2026-01-01T00:00:00Z", .utc, "2026-01-01T00:00:00Z"),
    ("1969-12-31T23:59:59.999Z", .honolulu, "1969-12-31T13:59:59.999-10:00"),
  ])
  func `an instant reads as the zone's clock shows it`(_ instant: String, zone: TimeZoneID, local: String)
    throws
  {
    let timestamp = try #require(Timestamp(iso8601: instant))
    #expect(timestamp.iso8601(in: zone.rules) == local)
    #expect(Timestamp(iso8601: local) == timestamp)
    #expect(timestamp.iso8601 == instant)
  }

  @Test(arguments: [
    ("2026-03-08", 150, "2026-03-08T03:00:00-04:00"),  // 02:30 does not exist: the moment of the change.
    ("2026-03-08", 180, "2026-03-08T03:00:00-04:00"), ("2026-03-08", 119, "2026-03-08T01:59:00-05:00"),
    ("2026-11-01", 90, "2026-11-01T01:30:00-04:00"),  // 01:30 comes twice: its first occurrence.
    ("2026-11-01", 120, "2026-11-01T02:00:00-05:00"), ("2026-11-01", 1_440, "2026-11-02T00:00:00-05:00"),
    ("2026-12-31", 600, "2026-12-31T10:00:00-05:00"),
  ])
  func `a wall time resolves to one instant`(_ date: String, minute: Int, instant: String) throws {
    let date = try #require(DateText.read(date).value)
    let resolved = TimeZoneID.newYork.rules.instant(date, secondOfDay: minute * 60)
    #expect(resolved.iso8601(in: TimeZoneID.newYork.rules) == instant)
  }

  @Test(arguments: UInt64(0)..<100)
  func `the resolved instant is the first to show the wall time`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    for _ in 0..<200 {
      let zone = try #require(TimeZoneID.allCases.randomElement(using: &random))
      // Half of the days are near a change.
      let march = try day(
        2007 + Int.random(in: 0..<60, using: &random), Bool.random(using: &random) ? 3 : 11, 1)
      let date = march.advanced(byDays: Int.random(in: 0..<20, using: &random))
      let second = Int.random(in: 0..<86_400, using: &random)
      let instant = zone.rules.instant(date, secondOfDay: second)
      let wall = { (timestamp: Timestamp) -> Int64 in
        let local = LocalTime(at: timestamp, in: zone.rules)
        return Int64(local.date.daysSince1970) * 86_400 + Int64(local.secondOfDay)
      }
      let wanted = Int64(date.daysSince1970) * 86_400 + Int64(second)
      #expect(wanted <= wall(instant))
      #expect(wall(instant.advanced(byMilliseconds: -1_000)) < wanted)
    }
  }

  @Test func `zones are known by their IANA names and older ones`() {
    for zone in TimeZoneID.allCases { #expect(TimeZoneID(name: zone.name) == zone) }
    #expect(TimeZoneID(name: "US/Eastern") == .newYork)
    #expect(TimeZoneID(name: "America/Indiana/Knox") == .chicago)
    #expect(TimeZoneID(name: "Europe/London") == nil)
    #expect(TimeZoneID(name: "") == nil)
  }
}

@Suite struct TimestampISO8601Tests {
  @Test(arguments: [
    ("2026-03-08 10:00:00Z", "2026-03-08T10:00:00Z"), ("2026-03-08T10:00Z", "2026-03-08T10:00:00Z"),
    ("2026-03-08T10:00:00.1234567+0530", "2026-03-08T04:30:00.123Z"),
    ("2026-03-08T10:00:00.5Z", "2026-03-08T10:00:00.500Z"),
    ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("9999-12-31T23:59:60Z", "9999-12-31T23:59:59Z"),
  ])
  func `forms of an instant`(_ text: String, canonical: String) {
    #expect(Timestamp(iso8601: text)?.iso8601 == canonical)
  }

  @Test(arguments: [
    "", "2026-03-08", "2026-03-08T10:00:00", "2026-13-08T10:00:00Z", "2026-03-08T24:00:00Z",
    "2026-03-08T10:00:00.Z", "2026-03-08T10:00:00Zx",
  ])
  func `anything else is no instant`(_ text: String) {
    #expect(Timestamp(iso8601: text) == nil)
  }
}

@Suite struct HolidayTests {
  @Test(arguments: [
    ("2026-01-01", "New Year's Day"), ("2026-01-19", "Martin Luther King Jr. Day"),
    ("2026-02-16", "Presidents' Day"),
    ("2026-05-25", "Memorial Day"), ("2026-06-19", "Juneteenth"), ("2026-07-04", "Independence Day"),
    ("2026-07-03", "Independence Day"), ("2026-09-07", "Labor Day"), ("2026-10-12", "Columbus Day"),
    ("2026-11-11", "Veterans Day"), ("2026-11-26", "Thanksgiving Day"), ("2026-12-25", "Christmas Day"),
    ("2027-12-24", "Christmas Day"), ("2027-12-31", "New Year's Day"), ("2022-06-20", "Juneteenth"),
    ("2026-11-27", nil), ("2026-07-06", nil), ("2026-12-24", nil),
  ])
  func `federal holidays and their observed days`(_ date: String, name: String?) throws {
    let date = try #require(DateText.read(date).value)
    #expect(HolidayCalendar.federal.holiday(on: date)?.name == name)
  }

  @Test(arguments: [
    ("Easter", 2026, "2026-04-05"), ("2 days before Easter", 2027, "2027-03-26"),
    ("47 days before easter", 2026, "2026-02-17"),
    ("day after fourth Thursday of November", 2026, "2026-11-27"), ("last Monday of May", 2027, "2027-05-31"),
    ("February 29", 2024, "2024-02-29"), ("1 day before January 1", 2027, "2026-12-31"),
  ])
  func `a rule gives its day`(_ text: String, year: Int, date: String) {
    #expect(HolidayRule(text)?.date(in: year)?.description == date)
  }

  @Test(arguments: [
    "", "Mondays", "fifth Monday of May", "February 30", "day after", "0 days after Easter",
    "two days after Easter", "day after day after Easter", "after Easter", "99 days after Easter",
    "5 foo day after Easter", "5 day foo after Easter", "foo day after Easter", "days after Easter",
  ])
  func `other wordings are refused`(_ text: String) {
    #expect(HolidayRule(text) == nil)
  }

  @Test func `there is no leap day in a common year`() {
    #expect(HolidayRule("February 29")?.date(in: 2023) == nil)
  }
}

@Suite struct WhereaboutsTests {
  private func names(_ whereabouts: Whereabouts) -> Set<String> {
    Set(whereabouts.zones.zones.map { String($0.name.split(separator: "/").last ?? "") })
      .union(whereabouts.states.states.map(\.code))
  }

  @Test(
    arguments: [
      (USState.florida, nil, "305-555-0142", ["New_York", "Chicago", "FL"]),
      (.illinois, nil, "217-555-0142", ["Chicago", "IL"]),
      (.illinois, nil, "800-555-0142", ["Chicago", "IL"]),
      // Address and area code disagree: both are kept.
      (.newYork, nil, "415-555-0142", ["New_York", "Los_Angeles", "NY", "CA"]),
      (nil, "79901", nil, ["Chicago", "Denver", "TX"]),
      (.texas, "10001", nil, ["Chicago", "Denver", "New_York", "TX", "NY"]),
      (nil, nil, "416-555-0142", ["Toronto"]),
    ] as [(USState?, String?, String?, Set<String>)])
  func `candidates are all that address and number allow`(
    _ state: USState?, zip: String?, phone: String?, expected: Set<String>
  ) {
    let whereabouts = Whereabouts(
      state: state, zip: zip.flatMap { ZIPText.read($0).value },
      phone: phone.flatMap { PhoneText.read($0).number })
    #expect(names(whereabouts) == expected)
  }

  @Test func `a lead that could be anywhere is taken to be everywhere`() {
    #expect(Whereabouts(phone: PhoneText.read("888-555-0142").number) == .anywhere)
    #expect(Whereabouts.anywhere.states.count == 51)
  }
}
