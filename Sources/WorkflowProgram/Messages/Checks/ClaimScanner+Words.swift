extension ClaimScanner {
  /// Whether a text has a digit, or a word that a claim in words can start with; `true` for a few others too.
  ///
  /// Most texts have neither, and reading them word by word would be for nothing.
  static func mayClaim(_ bytes: [UInt8]) -> Bool {
    var hash = 0
    for byte in bytes {
      if (byte | 0x20) &- 97 < 26 {
        hash = step(hash, byte | 0x20)
      } else {
        if byte &- 48 < 10 || claimStarts[hash] { return true }
        hash = 0
      }
    }
    return claimStarts[hash]
  }

  /// By the hash of a word, whether a claim may start with it.
  private static let claimStarts: [Bool] = {
    var starts = Array(repeating: false, count: 1 << 16)
    for word in spelledNumbers.union(counts).union(factors).union(comparedFactors).union(guarantees)
      .union(superlatives).union(["number", "risk"])
    {
      starts[word.utf8.reduce(0, step)] = true
    }
    return starts
  }()

  /// Whether a claim in words may start with a word, in lower case; `true` for a few others too.
  static func mayStartClaim(_ word: String) -> Bool { claimStarts[word.utf8.reduce(0, step)] }

  private static func step(_ hash: Int, _ byte: UInt8) -> Int { (hash &* 31 &+ Int(byte)) & 0xFFFF }

  /// Plural counts, which claim by themselves.
  static let counts: Set<String> = ["dozens", "hundreds", "thousands", "millions", "billions"]

  /// Multiples that claim when something of the reader's follows.
  static let factors: Set<String> = [
    "double", "doubled", "doubles", "triple", "tripled", "triples", "quadruple",
  ]

  /// Multiples that claim when they compare.
  static let comparedFactors: Set<String> = ["twice", "thrice"]

  static let guarantees: Set<String> = ["guarantee", "guarantees", "guaranteed", "guaranteeing"]

  /// What takes a guarantee back.
  static let denials: Set<String> = [
    "no", "not", "cannot", "can't", "don't", "won't", "never", "nobody", "none", "nothing", "without",
    "isn't",
    "aren't",
  ]

  static let superlatives: Set<String> = [
    "highest", "best", "top", "maximum", "most", "leading", "largest", "biggest", "finest", "fastest",
  ]

  /// What superlatives claim something of that sells.
  static let praised: Set<String> = [
    "price", "prices", "offer", "offers", "value", "valuation", "valuations", "dollar", "money", "multiple",
    "multiples", "broker", "brokers", "brokerage", "firm", "firms", "agency", "agent", "agents", "company",
    "companies", "team", "advisor", "advisors", "adviser", "advisers", "buyer", "buyers", "results", "sale",
    "rated",
    "trusted",
  ]

  static let clockWords: Set<String> = [
    "am", "pm", "noon", "o'clock", "oclock", "sec", "secs", "second", "seconds", "min", "mins",
    "minute", "minutes", "hr", "hrs", "hour", "hours", "et", "ct", "mt", "pt", "est", "edt", "cst", "cdt",
    "mst", "mdt", "pst", "pdt", "eastern", "central", "mountain", "pacific", "tomorrow", "today", "sharp",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// A time span: arranges ("in 2 weeks") unless a sentence promises something with it.
  static let durations: Set<String> = ["day", "days", "week", "weeks", "month", "months", "business"]

  static let years: Set<String> = ["year", "years", "yr", "yrs"]

  static let choiceWords: Set<String> = [
    "question", "questions", "option", "options", "choice", "choices", "way", "ways", "thing", "things",
    "step", "steps", "time", "slot", "slots", "point", "points", "call", "calls", "text", "texts", "part",
    "parts", "line", "lines", "note", "idea", "ideas", "reason", "reasons", "phone", "numbers",
  ]

  /// Words that may stand between a number and its unit: "2 quick questions".
  static let smallWords: Set<String> = [
    "quick", "short", "simple", "easy", "brief", "more", "other", "good", "free", "spare", "quiet",
    "straight",
    "plain", "small", "open",
  ]

  static let months: Set<String> = [
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july",
    "aug", "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december",
  ]

  static let magnitudes: Set<String> = [
    "hundred", "thousand", "million", "billion", "dozen", "mil", "hundreds", "thousands", "millions",
  ]

  static let spelledNumbers: Set<String> = largeNumbers.union([
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ])

  static let largeNumbers: Set<String> = [
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "thousand", "million", "billion",
  ]

  /// What a sale, an offer or a result is called: with a time span behind it, a promise.
  static let results: Set<String> = [
    "sell", "sells", "sold", "selling", "close", "closes", "closed", "closing", "offer", "offers", "buyer",
    "buyers", "sale", "deal", "deals", "exit", "exited", "results", "paid", "cash", "funded", "done",
    "finish",
    "double", "triple", "grow", "grew", "booked", "leads",
  ]

  /// The results among them that have come about.
  static let finished: Set<String> = [
    "sold", "closed", "exited", "paid", "cash", "funded", "done", "doubled", "tripled", "grew", "booked",
  ]

  /// Words before a number that make it a clock hour or a choice.
  static let arrangers: Set<String> = [
    "reply", "text", "press", "send", "answer", "option", "step", "part", "question", "version", "at", "by",
    "around", "about", "after", "before", "until", "till", "between", "or", "q",
  ]

  /// Words behind a number that leave it a clock hour or a choice: "at 3 or 4", "reply 1 for yes".
  static let joins: Set<String> = [
    "or", "and", "for", "to", "if", "works", "work", "is", "on", "would", "then", "so", "tomorrow", "today",
    "this", "next", "your", "my", "be", "sounds",
  ]
}
