import Diagnostics
import Testing
import WorkflowCompiler

@Suite struct MessagesClaimTests {
  @Test(arguments: [
    ("We helped 50+ owners", ["50+"]),
    ("3-5x multiples", ["3-5x"]),
    ("3–5x multiples", ["3–5x"]),
    ("a 4x multiple", ["4x"]),
    ("up 20% this year", ["20%"]),
    ("20 percent more", ["20 percent"]),
    ("worth $1M-$10M today", ["$1M", "$10M"]),
    ("at $2.5 million or so", ["$2.5 million"]),
    ("$ in your pocket", ["$"]),
    ("12 years in business", ["12 years"]),
    ("with over 200 deals", ["200"]),
    ("our 15 brokers", ["15"]),
    ("#1 in Tampa", ["#1"]),
    ("the number one broker", ["number one"]),
    ("sold in 30 days", ["30 days"]),
    ("We close deals within 6 weeks.", ["6 weeks"]),
    ("want it sold in 90 days?", ["90 days"]),
    ("hundreds of owners", ["hundreds"]),
    ("two hundred owners", ["two hundred"]),
    ("fifty owners and twenty years", ["fifty", "twenty"]),
    ("double your value", ["double"]),
    ("three times more", ["three times"]),
    ("twice the price", ["twice"]),
    ("we pay 10 times earnings", ["10 times"]),
    ("a 5-star team", ["5"]),
    ("100% free", ["100%"]),
    ("founded in 1998", ["1998"]),
    ("since 1998", ["1998"]),
    ("30,000 buyers", ["30,000"]),
    ("about 40 owners like you", ["40"]),
    ("3 or 4 buyers", ["3", "4"]),
    ("helped 10k owners", ["10"]),
    ("{city|50+ cities} and {fact.unknown|20%}", ["50+", "20%"]),
    ("{fact.deals|50+} owners", []),
    ("We get you the highest price, guaranteed.", ["highest price", "guaranteed"]),
    ("We guarantee a buyer", ["guarantee"]), ("a risk-free talk", ["risk-free"]),
    ("the leading broker in town", ["leading broker"]), ("Top dollar for you!", ["Top dollar"]),
    ("Florida's most trusted team", ["most trusted"]),
    ("{fact.rank} in town, {fact.promise}", []),
  ])
  func `finds claims`(_ text: String, _ claims: [String]) {
    #expect(found(text) == claims)
  }

  @Test(arguments: [
    "at 10 am or 3pm", "10 a.m. works", "at 10:30 tomorrow", "15 minutes", "a 10-minute call", "in 2 weeks",
    "9-5",
    "Tuesday at 3", "after 3, or before 5?", "between 2 and 4.", "reply 1 for yes, 2 for no",
    "2 quick questions",
    "one question", "two minutes of your time", "ten minutes", "twenty minutes", "a 12-month program", "24/7",
    "1031 exchange", "your 401k", "B2B and Q4", "May 5", "on 5/14", "the 1st of June", "in 2027", "option 2",
    "thinking of selling in 12 months?", "in the next 3 years", "5 years from now", "in ten years", "1-on-1",
    "call 217-555-0142", "Step 2 is short", "{fact.deals} owners",
    "{fact.years_in_business} years in business",
    "both of us", "a single call", "half past two",
    "one or two things", "I can't guarantee a price", "nothing is guaranteed", "no one can guarantee it",
    "Is the highest price what matters most?", "What is the best number for you?", "the best time to call",
    "the most honest answer",
  ])
  func `leaves times, choices, names and facts alone`(_ text: String) {
    #expect(found(text) == [])
  }

  @Test func `a shipped claim and a boast are errors, a client's own number is a warning`() {
    for boast in ["#1 in town", "the number one broker", "guaranteed", "the highest price"] {
      #expect(
        MessagesFixture.text(boast, MessagesFixture.context(.client)).diagnostics.map(\.severity) == [.error])
    }
    #expect(MessagesFixture.text("50+ owners").diagnostics.map(\.severity) == [.error])
    #expect(
      MessagesFixture.text("50+ owners", MessagesFixture.context(.client)).diagnostics.map(\.severity) == [
        .warning
      ])
  }

  private func found(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return MessagesFixture.text(text).diagnostics.filter { $0.id == .unprovenClaim }.compactMap(\.range).map {
      String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
    }
  }
}
