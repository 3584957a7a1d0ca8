import FoundationEssentials
import LeadModel
import Testing
import WorkflowCompiler
import WorkflowEngine
import WorkflowProgram

/// The project's own files.
private struct ShippedFiles: DocumentProvider {
  let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(4).joined(
    separator: "/")

  func file(for name: DocumentName) throws(DocumentError) -> DocumentFile? {
    for path in name.paths {
      if let data = FileManager.default.contents(atPath: "\(root)/\(path)") {
        return DocumentFile(path: path, bytes: [UInt8](data))
      }
    }
    return nil
  }

  func names(of kind: DocumentKind) -> [String] { [] }
}

/// The law as the shipped files compile to it, once.
private let shipped: LegalRules? = {
  let files = ShippedFiles()
  guard let name = DocumentName(.workflow, "ecbb"), let file = try? files.file(for: name) else { return nil }
  var compiler = WorkflowCompiler(provider: files)
  return compiler.compile(file).program?.law
}()

private let someWednesday = CivilDate(year: 2026, month: 7, day: 8)

@Suite struct ShippedLawTests {
  @Test(arguments: [
    ("AL", "08:00-20:00", "08:00-20:00", "closed", "closed", nil),
    ("CA", "09:00-21:00", "09:00-21:00", "09:00-21:00", "open", nil),
    ("CT", "09:00-20:00", "09:00-20:00", "09:00-20:00", "open", nil),
    ("FL", "08:00-20:00", "08:00-20:00", "08:00-20:00", "open", "3 per 24h"),
    ("IL", "09:00-21:00", "09:00-21:00", "09:00-21:00", "open", nil),
    ("KY", "10:00-21:00", "10:00-21:00", "10:00-21:00", "open", nil),
    ("LA", "08:00-20:00", "08:00-20:00", "closed", "closed", nil),
    ("MA", "08:00-20:00", "08:00-20:00", "08:00-20:00", "open", nil),
    ("MD", "08:00-20:00", "08:00-20:00", "08:00-20:00", "open", "3 per 24h"),
    ("MI", "09:00-21:00", "09:00-21:00", "09:00-21:00", "open", nil),
    ("MN", "09:00-21:00", "09:00-21:00", "09:00-21:00", "open", nil),
    ("MS", "08:00-20:00", "08:00-20:00", "closed", "closed", nil),
    ("NM", "09:00-21:00", "09:00-21:00", "09:00-21:00", "open", nil),
    ("NV", "09:00-20:00", "09:00-20:00", "09:00-20:00", "open", nil),
    ("NY", "08:00-21:00", "08:00-21:00", "08:00-21:00", "closed", nil),
    ("OK", "08:00-20:00", "08:00-20:00", "08:00-20:00", "open", "3 per 24h"),
    ("PA", "08:00-21:00", "08:00-12:00", "closed", "closed", nil),
    ("RI", "09:00-18:00", "10:00-17:00", "closed", "closed", nil),
    ("SD", "09:00-21:00", "closed", "closed", "closed", nil),
    ("TX", "09:00-21:00", "09:00-21:00", "12:00-21:00", "open", nil),
    ("UT", "08:00-21:00", "08:00-21:00", "closed", "closed", nil),
    ("VA", "08:00-21:00", "08:00-21:00", "08:00-21:00", "open", nil),
    ("WA", "08:00-20:00", "08:00-20:00", "08:00-20:00", "open", nil),
    ("GA", "08:00-21:00", "08:00-21:00", "08:00-21:00", "open", nil),
  ])
  func `a state's rule is the one it is known for`(
    _ code: String, week: String, saturday: String, sunday: String, holidays: String, cap: String?
  ) throws {
    let state = try #require(USState(code: code))
    let wednesday = try #require(someWednesday)
    let rule = try #require(shipped?.rule(of: state, on: wednesday))
    #expect(rule.mondayToFriday.description == week)
    #expect(rule.saturday.description == saturday)
    #expect(rule.sunday.description == sunday)
    #expect(rule.isOpenOnHolidays == (holidays == "open"))
    #expect(rule.cap?.description == cap)
    #expect(!rule.source.isEmpty)
  }

  @Test func `every state of the fifty, the capital and Puerto Rico is spoken of`() throws {
    let law = try #require(shipped)
    let missing = USState.allCases.filter { state in !law.states.contains { $0.state == state } }
    #expect(missing == [.virginIslands, .guam, .americanSamoa, .northernMarianaIslands])
  }

  @Test func `the standard hours are lawful in every state on every day they are open`() throws {
    let law = try #require(shipped)
    let start = try #require(CivilDate(year: 2026, month: 1, day: 1))
    let window = LawfulWindow(law: law, hours: .always, from: start)
    for state in USState.allCases {
      let zone = try #require(state.zones.zones.first)
      let place = Whereabouts(zones: [zone], states: [state])
      for offset in 0..<14 {
        let date = try #require(CivilDate(year: 2026, month: 3, day: 2)).advanced(byDays: offset)
        if date.weekday == .saturday || date.weekday == .sunday { continue }
        let hours = SendingHours.standard.window
        // Rhode Island closes at 18:00 sharp, so there the margin takes the last minutes.
        let last = state == .rhodeIsland ? hours.closeMinute - law.marginMinutes : hours.closeMinute
        #expect(
          window.isLawful(zone.rules.instant(date, secondOfDay: hours.openMinute * 60), in: place), "\(state)"
        )
        #expect(window.isLawful(zone.rules.instant(date, secondOfDay: last * 60 - 1), in: place), "\(state)")
      }
    }
  }

  @Test func `its holidays are those of the federal government`() throws {
    let law = try #require(shipped)
    let days = { (holidays: [Holiday]) in holidays.compactMap { $0.rule.date(in: 2026) } }
    #expect(days(law.holidays) == days(HolidayCalendar.federal.holidays))
    #expect(law.holidays.map(\.name).contains("Independence Day"))
  }

  @Test func `a lead who could be anywhere has a window on weekdays alone`() throws {
    let law = try #require(shipped)
    let window = LawfulWindow(law: law, from: try #require(someWednesday))
    let tuesdayNight = try #require(Timestamp(iso8601: "2026-07-07T23:00:00-04:00"))
    let opening = window.earliest(atOrAfter: tuesdayNight, in: .anywhere)
    #expect(opening?.iso8601(in: TimeZoneID.newYork.rules) == "2026-07-08T16:00:00-04:00")
  }
}
