import ReplyUnderstanding
import Testing

@Suite struct CaptureTests {
  @Test(arguments: [
    "about 12 people", "we have about 12 trucks", "31 years in business", "12 employees", "it has 4 chairs",
    "2-4 employees", "we have 2-4 employees", "between 2 and 4 million", "between 2 and 4 people",
    "from 2 to 4 locations", "we grew from 9 to 11", "we have between 2 and 4", "2 to 4 a year", "2-4",
    "first quarter was slow", "sold it last friday", "we opened two weeks ago", "in the spring of 2019",
    "our fourth quarter numbers were great", "labor is expensive", "de 2 a 4 empleados",
    "vendí hace dos semanas",
  ])
  func `a count is no time`(_ text: String) {
    #expect(smallModel.understand(text).captures.time == nil)
  }

  @Test(arguments: [
    ("call me around 3 if you can", 15 * 60), ("tomorrow at ten", 600), ("mañana a las 3", 15 * 60),
    ("Friday at 2:30", 14 * 60 + 30), ("Yep 10am works", 600), ("after 6", 18 * 60),
  ])
  func `a clock time is read`(_ text: String, _ minute: Int) {
    #expect(smallModel.understand(text).captures.time?.value.minute == minute)
  }

  @Test(arguments: [
    ("tmr 3ish", "1 900"), ("3rd of March at 10", "105 600"), ("EOD tomorrow", "1 1020"),
    ("tomorrow 9 am pst", "1 540"), ("half past two", "- 870"), ("tomorrow at quarter to 5", "1 1005"),
    ("quarter past 10", "- 615"), ("15:30", "- 930"), ("tomorrow at 15:30", "1 930"), ("3/15", "117 -"),
    ("this evening", "0 -"), ("sat", "3 -"), ("sat is good", "3 -"), ("on sat", "3 -"),
    ("why not monday?", "5 -"),
    ("not before 3", "- 900"), ("not monday, tuesday", "6 -"),
  ])
  func `a time is read in short and in long`(_ text: String, _ wanted: String) throws {
    let now = CivilMoment(day: CivilDay(year: 2026, month: 11, day: 18), minute: 540)
    let time = try #require(smallModel.understand(text).captures.time?.value)
    let days = time.day.map { _ in "\(time.resolved(from: now).day.number - now.day.number)" } ?? "-"
    #expect("\(days) \(time.minute.map(String.init) ?? "-")" == wanted)
  }

  @Test(arguments: [
    "I'm at lunch", "the taxes", "what about the taxes", "not monday", "I sat down", "he sat there",
  ])
  func `what arranges nothing is no time`(_ text: String) {
    #expect(smallModel.understand(text).captures.time == nil)
  }

  @Test func `of two days both are read, and the zone with its hour`() throws {
    let days = try #require(smallModel.understand("monday or tuesday").captures.time)
    #expect(days.value.day == .weekday(0, isNext: false) && days.value.untilDay == .weekday(1, isNext: false))
    #expect(smallModel.understand("9 am pst works").captures.time?.range == 0..<8)
  }

  @Test(arguments: [
    ("absolutely not", Captures.Answer.no), ("yeah no", .no), ("definitely not", .no), ("yes", .yes),
    ("absolutely", .yes), ("no", .no), ("no problem", nil), ("no worries", nil), ("yes, not a problem", .yes),
  ])
  func `an answer is the whole of its words`(_ text: String, _ answer: Captures.Answer?) {
    #expect(smallModel.understand(text).captures.answer?.value == answer)
  }

  @Test(arguments: [
    ("a million five", 150_000_000 as Int64?), ("two million five hundred thousand", 250_000_000),
    ("a million five years ago", 100_000_000), ("EIN 12-3456789", nil), ("1-2 million", 100_000_000),
  ])
  func `an amount is the whole of its words`(_ text: String, _ cents: Int64?) {
    #expect(smallModel.understand(text).captures.money?.value.cents == cents)
  }

  @Test func `an address spelt out is put together`() {
    #expect(smallModel.understand("it's b o b at acme dot com").captures.email?.value == "bob@acme.com")
    #expect(smallModel.understand("bob at acme dot com").captures.email?.value == "bob@acme.com")
  }

  @Test(arguments: [
    "Liked a message", "Ha ha'd at “See you Tuesday”", "Gefällt „See you Tuesday“", "Laughed at a message",
  ])
  func `a reaction of another phone is one`(_ text: String) {
    #expect(smallModel.understand(text).isReaction)
  }

  @Test(arguments: [
    ("between 2 and 4", 840, 960), ("call me between 2 and 4 tomorrow", 840, 960), ("2-4pm", 840, 960),
    ("2-4pm works", 840, 960), ("from 9 to 11 tomorrow", 540, 660), ("tomorrow 2-4", 840, 960),
    ("9 to 11 am", 540, 660), ("10-2pm", 600, 840), ("any time between 9:30 and 11", 570, 660),
    ("mon 9-5", 540, 1_020), ("tomorrow 7 to 9 in the morning", 420, 540), ("entre las 2 y las 4", 840, 960),
    ("mañana de 2 a 4", 840, 960), ("Call me between two and four", 840, 960),
  ])
  func `a window has a beginning and an end`(_ text: String, _ from: Int, _ until: Int) {
    let time = smallModel.understand(text).captures.time?.value
    #expect(time?.minute == from)
    #expect(time?.untilMinute == until)
  }

  @Test(arguments: [
    // A Wednesday noon.
    ("between 2 and 4", "2026-11-18 840 2026-11-18 960"), ("2-4pm tomorrow", "2026-11-19 840 2026-11-19 960"),
    ("Q1 2027", "2027-1-1 540 2027-3-31 1439"), ("first quarter", "2027-1-1 540 2027-3-31 1439"),
    ("in the first quarter of 2028", "2028-1-1 540 2028-3-31 1439"),
    ("by end of Q1", "2027-3-25 540 2027-3-31 1439"),
    ("maybe in the spring of 2027", "2027-3-20 540 2027-6-20 1439"),
    ("next winter", "2026-12-21 540 2027-3-19 1439"), ("march 2028", "2028-3-1 540 2028-3-31 1439"),
    ("not until after labor day", "2027-9-7 540"), ("after memorial day", "2027-6-1 540"),
    ("in 3-6 months", "2027-2-18 540 2027-5-18 1439"), ("Q2 next year", "2027-4-1 540 2027-6-30 1439"),
    ("the day after tomorrow", "2026-11-20 540"), ("a fin de mes", "2026-11-28 540 2026-11-30 1439"),
    ("el fin de semana", "2026-11-21 540 2026-11-22 1439"),
    ("la semana que viene", "2026-11-23 540 2026-11-27 1439"),
    ("pasado mañana", "2026-11-20 540"), ("mañana a las 3", "2026-11-19 900"),
    ("el martes por la tarde", "2026-11-24 780"), ("mañana por la mañana", "2026-11-19 540"),
    ("el lunes a las 10 de la noche", "2026-11-23 1320"), ("mañana a las 3 y media", "2026-11-19 930"),
    ("después de las 5", "2026-11-18 1020"), ("el próximo año", "2027-1-2 540 2027-12-31 1439"),
    ("en dos semanas", "2026-12-2 540"),
  ])
  func `a time is a moment or a stretch of the calendar`(_ text: String, _ wanted: String) throws {
    let now = CivilMoment(day: CivilDay(year: 2026, month: 11, day: 18), minute: 720)
    let time = try #require(smallModel.understand(text).captures.time?.value)
    let moments = [time.resolved(from: now)] + [time.resolvedEnd(from: now)].compactMap { $0 }
    let found = moments.map { moment in
      let (year, month, day) = moment.day.components
      return "\(year)-\(month)-\(day) \(moment.minute)"
    }
    #expect(found.joined(separator: " ") == wanted)
  }

  @Test(arguments: [
    ("soy Carlos", "Carlos"), ("Hola, me llamo Ana María López", "Ana María López"),
    ("habla con Pedro", "Pedro"),
    ("Mi nombre es Luis Ortega", "Luis Ortega"), ("this is Dana Whitfield", "Dana Whitfield"),
    ("it's Bob O'Neil", "Bob O'Neil"), ("It's Bob O’Neil here", "Bob O’Neil"),
    ("I'm Mary-Jane Watson", "Mary-Jane Watson"),
    ("this is Jose de la Cruz", "Jose de la Cruz"), ("soy Ángel", "Ángel"), ("This is Will.", "Will"),
    ("This is Will Turner", "Will Turner"), ("Bob here", "Bob"), ("this is Dana, Whitfield sold it", "Dana"),
    ("I'm Sal D'Angelo", "Sal D'Angelo"),
  ])
  func `a name is read with its surname`(_ text: String, _ name: String) {
    #expect(smallModel.understand(text).captures.name?.value == name)
  }

  @Test(arguments: [
    "Will call", "this is great", "This is Great", "It's Monday", "soy el dueño", "Soy Dueño", "I'm Busy",
    "I'm Not interested", "This is Mike's phone", "This is Will call me", "this is SPAM", "I am Out of town",
    "No habla Español", "Soy Gerente",
  ])
  func `what is no name is not read as one`(_ text: String) {
    #expect(smallModel.understand(text).captures.name?.value == nil)
  }

  @Test func `an amount between two is a range of money`() {
    let amount = smallModel.understand("somewhere between 2 and 4 million").captures.money?.value
    #expect(amount?.cents == 200_000_000)
    #expect(amount?.upToCents == 400_000_000)
  }

  @Test(arguments: [("half an hour", 30), ("in 20 min", 20), ("in an hour", 60)])
  func `a short wait is read in minutes`(_ text: String, _ minutes: Int) {
    #expect(smallModel.understand(text).captures.time?.value.minutesAhead == minutes)
  }

  @Test func `a part of the day stands beside its day`() {
    #expect(smallModel.understand("call me Tues am").captures.time?.value.partOfDay == .morning)
    #expect(smallModel.understand("15th").captures.time?.value.day == .dayOfMonth(15))
  }

  @Test(arguments: [
    ("joe at example dot com", "joe@example.com"), ("mike@example,com", "mike@example.com"),
    ("nina(at)example.com", "nina@example.com"), ("Send it to RON@Example.com.", "ron@example.com"),
  ])
  func `an address is read as people type it`(_ text: String, _ address: String) {
    #expect(smallModel.understand(text).captures.email?.value == address)
  }

  @Test(arguments: [
    ("about 2 mil", 2_000_000), ("850k", 850_000), ("half a million", 500_000), ("$1.2M", 1_200_000),
    ("three hundred thousand", 300_000), ("a million bucks", 1_000_000),
  ])
  func `an amount is read in dollars`(_ text: String, _ dollars: Int) {
    #expect(smallModel.understand(text).captures.money?.value.cents == Int64(dollars) * 100)
  }
}
