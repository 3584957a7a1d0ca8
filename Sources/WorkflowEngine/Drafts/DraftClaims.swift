import WorkflowProgram

/// Asks whether every number, price, time and address of a draft stands in the text or among the facts.
struct DraftClaims {
  /// The text and the facts.
  let allowed: DraftText

  func refusal(of draft: DraftText) -> DraftRefusal? {
    if let address = address(in: draft.text) { return .link(address) }
    let numbers = Set(Self.numbers(of: allowed.text))
    if let number = Self.numbers(of: draft.text).first(where: { !numbers.contains($0) }) {
      return .claim(number, kind: "a number")
    }
    // What the compiler takes for a claim in a text: "dozens", "double the", "twenty owners".
    let bytes = Array(draft.text.utf8)
    for claim in ClaimScanner(bytes).claims() {
      let words = String(decoding: bytes[claim.range], as: UTF8.self)
      if !allowed.contains(DraftText(words).words.map(\.text)) { return .claim(words, kind: claim.kind) }
    }
    let known = Set(allowed.words.map(\.text))
    for word in draft.words where !known.contains(word.text) {
      if Self.quantities.contains(word.text) { return .claim(word.text, kind: "a number") }
      if Self.times.contains(word.text) { return .claim(word.text, kind: "a time") }
    }
    if let sign = draft.text.first(where: Self.signs.contains), !allowed.text.contains(sign) {
      return .claim(String(sign), kind: "an amount")
    }
    if let time = draft.firstPhrase(of: Self.timePhrases, notIn: allowed) {
      return .claim(time, kind: "a time")
    }
    return nil
  }

  /// Every run of digits, with the points and commas inside it.
  private static func numbers(of text: String) -> [String] {
    var numbers: [String] = []
    var number = ""
    func close() {
      while number.last == "." || number.last == "," || number.last == ":" { number.removeLast() }
      if !number.isEmpty { numbers.append(number) }
      number = ""
    }
    for character in text {
      if character.isNumber || !number.isEmpty && ".,:".contains(character) {
        number.append(character)
      } else {
        close()
      }
    }
    close()
    return numbers
  }

  /// The first word that is an address of the web or of mail and does not stand in what is allowed.
  private func address(in text: String) -> String? {
    let known = allowed.text.lowercased()
    for part in text.lowercased().split(whereSeparator: \.isWhitespace) {
      var word = part
      while let last = word.last, ".,!?;:)\"'".contains(last) { word.removeLast() }
      while let first = word.first, "(\"'".contains(first) { word.removeFirst() }
      let isAddress =
        word.contains("@") || word.contains("://") || word.hasPrefix("www.") || word.contains("/")
        || Self.isDomain(word)
      if isAddress, !known.contains(word) { return String(word) }
    }
    let words = DraftText(text)
    return words.firstPhrase(
      of: ["dot com", "dot net", "dot org", "dot co", "dot io", "www"], notIn: allowed)
  }

  /// Whether letters stand on both sides of a point: `acme.com`, but not `e.g` or `p.m`.
  private static func isDomain(_ word: Substring) -> Bool {
    let labels = word.split(separator: ".", omittingEmptySubsequences: false)
    guard 2 <= labels.count, let last = labels.last, 2 <= last.count else { return false }
    return labels.allSatisfy { !$0.isEmpty } && last.allSatisfy(\.isLetter)
  }

  private static let signs: Set<Character> = ["$", "%", "£", "€", "#"]

  /// Spelled numbers; "one" is left out, which mostly counts nothing.
  private static let quantities: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty",
    "fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands",
    "million",
    "millions", "billion", "billions", "dozen", "dozens", "half", "third", "quarter", "double", "triple",
    "twice", "percent", "dollars", "bucks", "grand", "mil", "figures", "multiple", "multiples",
  ]

  private static let times: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february",
    "april",
    "june", "july", "august", "september", "october", "november", "december", "today", "tomorrow", "tonight",
    "noon", "midnight", "am", "pm", "immediately", "instantly", "overnight", "weekend", "weeks", "days",
    "hours",
    "minutes", "months", "years", "deadline",
  ]

  private static let timePhrases = [
    "this morning", "this afternoon", "this evening", "this week", "next week", "this month", "next month",
    "this year", "next year", "right away", "right now", "within the", "a week", "an hour", "a month",
    "a day",
    "by end of", "end of the", "in march", "in may",
  ]
}
