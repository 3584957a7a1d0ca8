import ReplyUnderstanding
import Testing

@Suite struct CaptureTests {
  @Test(arguments: [
    "about 12 people", "we have about 12 trucks", "31 years in business", "12 employees", "it has 4 chairs",
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
