import LeadModel
import TestSupport
import Testing
import WorkflowEngine
import WorkflowProgram

@Suite struct RollingCapTests {
  private func record(_ cap: inout RollingCap, at instant: Timestamp, isAllowed: Bool) {
    let wasAllowed = cap.record(at: instant)
    #expect(wasAllowed == isAllowed)
  }

  @Test func `three in a day, and the fourth a day after the first`() {
    var cap = RollingCap(FrequencyCap(messages: 3, hours: 24))
    let hour: Int64 = 3_600_000
    for hours in [0, 5, 5] as [Int64] {
      record(&cap, at: Timestamp(milliseconds: hours * hour), isAllowed: true)
    }
    let next = Timestamp(milliseconds: 24 * hour)
    #expect(cap.earliest(atOrAfter: Timestamp(milliseconds: 6 * hour)) == next)
    record(&cap, at: Timestamp(milliseconds: 24 * hour - 1), isAllowed: false)
    record(&cap, at: next, isAllowed: true)
    #expect(cap.earliest(atOrAfter: next) == Timestamp(milliseconds: 29 * hour))
  }

  @Test(arguments: UInt64(0)..<200)
  func `no stretch ever holds more than the limit, and nothing allowed is delayed`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    let limit = Int.random(in: 1...5, using: &random)
    let length = Int64.random(in: 1...50, using: &random)
    var cap = RollingCap(limit: limit, milliseconds: length)
    var sent: [Int64] = []
    var now: Int64 = 0
    for _ in 0..<200 {
      now += Int64.random(in: 0...12, using: &random)
      let inStretch = sent.count { now - length < $0 }
      let instant = Timestamp(milliseconds: now)
      #expect((cap.earliest(atOrAfter: instant) == instant) == (inStretch < limit))
      record(&cap, at: instant, isAllowed: (inStretch < limit))
      if inStretch < limit { sent.append(now) }
    }
    for (index, first) in sent.enumerated() where index + limit < sent.count {
      #expect(length <= sent[index + limit] - first)
    }
  }

  @Test func `a clock that steps back cannot loosen it`() {
    var cap = RollingCap(limit: 2, milliseconds: 100)
    record(&cap, at: Timestamp(milliseconds: 1_000), isAllowed: true)
    record(&cap, at: Timestamp(milliseconds: 10), isAllowed: true)
    #expect(cap.earliest(atOrAfter: Timestamp(milliseconds: 1_050)) == Timestamp(milliseconds: 1_100))
  }

  @Test(arguments: [
    ("3 per 24h", "3 per 24h"), ("1 per 1h", "1 per 1h"), ("0 per 24h", nil), ("3 a day", nil),
    ("3 per h", nil),
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
