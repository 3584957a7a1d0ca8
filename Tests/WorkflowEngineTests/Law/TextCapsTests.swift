import LeadModel
import TestSupport
import Testing
import WorkflowEngine
import WorkflowProgram

private func rule(_ state: USState?, cap: FrequencyCap?, from: CivilDate? = nil) -> JurisdictionRule {
  JurisdictionRule(
    state: state, mondayToFriday: .wholeDay, saturday: .wholeDay, sunday: .wholeDay, isOpenOnHolidays: true,
    cap: cap, from: from, source: "test", confidence: .primary)
}

private func law(_ states: [JurisdictionRule], federal: FrequencyCap? = nil) -> LegalRules {
  LegalRules(
    name: "test", confirmation: .federal, marginMinutes: 0, federal: rule(nil, cap: federal),
    states: states, holidays: [])
}

/// Caps on the people of Florida and, where they may be there too, of Oklahoma and Maryland.
private func caps(_ caps: [FrequencyCap], client: FrequencyCap? = nil) -> TextCaps {
  let states: [USState] = [.florida, .oklahoma, .maryland]
  return TextCaps(
    law: law(zip(states, caps).map { rule($0, cap: $1) }), client: client,
    in: Whereabouts(zones: [.newYork], states: StateSet(arrayLiteral: .florida, .oklahoma, .maryland)))
}

@Suite struct TextCapsTests {
  @Test func `three in a day, and the fourth a day after the first`() {
    let caps = caps([FrequencyCap(messages: 3, hours: 24)])
    var texts = RecentTexts()
    for hours in [0, 5, 5] as [Int64] {
      let instant = Timestamp(milliseconds: hours * hour)
      #expect(caps.earliest(atOrAfter: instant, following: texts) == instant)
      texts.record(at: instant, keeping: 3)
    }
    let next = Timestamp(milliseconds: 24 * hour)
    #expect(caps.earliest(atOrAfter: Timestamp(milliseconds: 6 * hour), following: texts) == next)
    #expect(caps.earliest(atOrAfter: Timestamp(milliseconds: 24 * hour - 1), following: texts) == next)
    texts.record(at: next, keeping: 3)
    #expect(caps.earliest(atOrAfter: next, following: texts) == Timestamp(milliseconds: 29 * hour))
  }

  @Test(arguments: UInt64(0)..<300)
  func `no stretch ever holds more than a cap, and nothing allowed is delayed`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    func randomCap() -> FrequencyCap {
      FrequencyCap(
        messages: Int.random(in: 1...7, using: &random),
        hours: Bool.random(using: &random)
          ? Int.random(in: 1...60, using: &random) : Int.random(in: 900...1_000, using: &random))
    }
    let chosen = (0..<Int.random(in: 0...3, using: &random)).map { _ in randomCap() }
    let client = randomCap()
    let caps = caps(chosen, client: client)
    let all = chosen + [client]
    let remembered = all.map(\.messages).max() ?? 0
    var texts = RecentTexts()
    var sent: [Int64] = []
    var now: Int64 = 1_700_000_000_123
    func isAllowed(_ instant: Int64) -> Bool {
      all.allSatisfy { cap in
        sent.count { instant - cap.milliseconds < $0 && $0 <= instant } < cap.messages
      }
    }
    for _ in 0..<80 {
      // Now and then longer than any cap looks back.
      now += Int64.random(
        in: 0...(Int.random(in: 0..<12, using: &random) == 0 ? 1_300 : 20) * hour, using: &random)
      let free = caps.earliest(atOrAfter: Timestamp(milliseconds: now), following: texts).milliseconds
      #expect((free == now) == isAllowed(now), "seed \(seed)")
      #expect(isAllowed(free), "seed \(seed)")
      if now < free { #expect(!isAllowed(free - 1), "seed \(seed): it could have left earlier") }
      // An answer leaves whatever the caps say, and counts.
      let isAnswer = Int.random(in: 0..<4, using: &random) == 0
      if !isAnswer { now = free }
      texts.record(at: Timestamp(milliseconds: now), keeping: remembered)
      sent.append(now)
    }
  }

  @Test func `a clock that steps back cannot loosen it`() {
    let caps = caps([FrequencyCap(messages: 2, hours: 1)])
    var texts = RecentTexts()
    texts.record(at: Timestamp(milliseconds: hour), keeping: 2)
    texts.record(at: Timestamp(milliseconds: 10), keeping: 2)
    let asked = Timestamp(milliseconds: hour + 5)
    #expect(caps.earliest(atOrAfter: asked, following: texts) == Timestamp(milliseconds: 2 * hour))
  }

  @Test func `a cap holds from its first day to the day that replaces it, by every clock that may be theirs`()
    throws
  {
    let first = try #require(CivilDate(year: 2026, month: 3, day: 1))
    let later = first.advanced(byDays: 10)
    let rules = law([
      rule(.florida, cap: FrequencyCap(messages: 1, hours: 900), from: first),
      rule(.florida, cap: nil, from: later),
    ])
    let caps = TextCaps(law: rules, client: nil, in: Whereabouts(state: .florida))
    var texts = RecentTexts()
    func text(_ written: String) throws -> Timestamp { try #require(Timestamp(iso8601: written)) }
    // Florida has two clocks: the cap begins by the eastern one and ends by the central one.
    let begins = try text("2026-03-01T00:00:00-05:00")
    let before = begins.advanced(byMilliseconds: -1)
    texts.record(at: before.advanced(byMilliseconds: -hour), keeping: 1)
    #expect(caps.earliest(atOrAfter: before, following: texts) == before)
    let ends = try text("2026-03-11T00:00:00-05:00")
    #expect(caps.earliest(atOrAfter: begins, following: texts) == ends)
    #expect(caps.earliest(atOrAfter: ends, following: texts) == ends)
  }

  @Test func `every state that may be theirs counts, and federal law and the client do everywhere`() throws {
    let rules = law(
      [rule(.florida, cap: FrequencyCap(messages: 2, hours: 24))],
      federal: FrequencyCap(messages: 5, hours: 24))
    func textsADay(_ whereabouts: Whereabouts, client: Int? = nil) -> Int {
      let caps = TextCaps(
        law: rules, client: client.map { FrequencyCap(messages: $0, hours: 24) }, in: whereabouts)
      var texts = RecentTexts()
      var count = 0
      let instant = Timestamp(milliseconds: 1_700_000_000_000)
      while caps.earliest(atOrAfter: instant, following: texts) == instant, count < 20 {
        texts.record(at: instant, keeping: 20)
        count += 1
      }
      return count
    }
    let miami = try #require(PhoneText.read("305-555-0142").number)
    #expect(textsADay(Whereabouts(state: .newYork)) == 5)
    #expect(textsADay(Whereabouts(state: .newYork, phone: miami)) == 2)
    #expect(textsADay(.anywhere) == 2)
    #expect(textsADay(Whereabouts(state: .florida), client: 1) == 1)
    #expect(textsADay(Whereabouts(state: .florida), client: 9) == 2)
  }

  @Test(arguments: UInt64(0)..<40)
  func `the answer is the first minute within lawful hours and every cap`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let start = try #require(CivilDate(year: 2026, month: 7, day: 1))
    let open = Int.random(in: 400..<700, using: &random)
    let window = LawfulWindow(
      law: law([
        rule(.florida, cap: FrequencyCap(messages: 3, hours: Int.random(in: 5...80, using: &random))),
        rule(.oklahoma, cap: FrequencyCap(messages: 1, hours: Int.random(in: 1...30, using: &random))),
      ]),
      hours: SendingHours(
        window: DayWindow(openMinute: open, closeMinute: open + 240),
        days: UInt8.random(in: 1...127, using: &random),
        isOpenOnHolidays: true),
      cap: FrequencyCap(messages: 2, hours: 24), from: start, dayCount: 20)
    let whereabouts = Whereabouts(
      state: .florida, phone: seed % 2 == 0 ? PhoneText.read("405-555-0142").number : nil)
    let place = window.place(of: whereabouts)
    let caps = window.caps(of: place)
    var texts = RecentTexts()
    var now = start.midnightUTC
    for _ in 0..<8 {
      now = now.advanced(byMilliseconds: Int64.random(in: 0..<600, using: &random) * 60_000)
      let answer = try #require(window.earliest(atOrAfter: now, in: place, for: .outreach, following: texts))
      func isAllowed(_ instant: Timestamp) -> Bool {
        window.isLawful(instant, in: whereabouts)
          && caps.earliest(atOrAfter: instant, following: texts) == instant
      }
      #expect(isAllowed(answer))
      #expect(window.obstacles(at: now, in: whereabouts, following: texts).isEmpty == (answer == now))
      var minute = now
      while minute < answer {
        #expect(!isAllowed(minute), "seed \(seed)")
        minute = minute.advanced(byMilliseconds: 60_000)
      }
      #expect(
        window.earliest(atOrAfter: now, in: place, for: .answer, following: texts)
          == window.earliest(atOrAfter: now, in: place))
      #expect(window.earliest(atOrAfter: now, in: place, for: .required, following: texts) == now)
      now = answer
      texts.record(at: now, keeping: 3)
    }
  }

  @Test func `what caps hold back is told with the cap, who gave it and when it lifts`() throws {
    let start = try #require(CivilDate(year: 2026, month: 7, day: 1))
    let window = LawfulWindow(
      law: law([rule(.florida, cap: FrequencyCap(messages: 1, hours: 24))]), hours: .always,
      cap: FrequencyCap(messages: 2, hours: 24), from: start)
    var texts = RecentTexts()
    let noon = try #require(Timestamp(iso8601: "2026-07-01T12:00:00-04:00"))
    texts.record(at: noon, keeping: 2)
    let whereabouts = Whereabouts(state: .florida)
    #expect(
      window.obstacles(at: noon, in: whereabouts, following: texts).map(\.description) == [
        "Florida: at most 1 text in any 24 hours; it is Wed 2026-07-01 12:00 in America/New_York, open again Thu 2026-07-02 12:00 (test)"
      ])
    texts.record(at: noon, keeping: 2)
    #expect(window.obstacles(at: noon, in: whereabouts, following: texts).map(\.party).contains(.client))
  }

  @Test(arguments: [
    ("3 per 24h", "3 per 24h"), ("1 per 1h", "1 per 1h"), ("0 per 24h", nil), ("3 a day", nil),
    ("3 per h", nil), ("3 per 1000h", "3 per 1000h"), ("3 per 1001h", nil), ("1001 per 24h", nil),
  ])
  func `caps are read`(_ text: String, cap: String?) {
    #expect(FrequencyCap(text)?.description == cap)
  }

  @Test(arguments: [
    ("08:00-21:00", "08:00-21:00"), ("9:00 - 20:00", "09:00-20:00"), ("closed", "closed"),
    ("00:00-24:00", "00:00-24:00"),
    ("21:00-08:00", nil), ("08:00-08:00", nil), ("8-21", nil), ("08:60-21:00", nil), ("08:00-24:01", nil),
    ("-1:00-09:00", nil),
  ])
  func `windows are read`(_ text: String, window: String?) {
    #expect(DayWindow(text)?.description == window)
  }
}
