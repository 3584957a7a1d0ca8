/// Finds claims in a text: amounts, percentages, multiples, counts of anything that can be boasted of, and ranks,
/// superlatives and guarantees.
///
/// A number that only arranges something is no claim: a time ("10 am", "at 3", "15 minutes", "9-5"), a date, a
/// choice ("reply 1", "2 questions"), a name ("B2B", "Q4", "1031 exchange"). Bytes of facts and variables come
/// blanked and are never a claim, whatever stands around them.
package struct ClaimScanner {
  private let bytes: [UInt8]
  /// The text's words, numbers apart from letters ("15min" is two).
  private let words: [Word]

  struct Word {
    let range: Range<Int>
    /// Lower case.
    let text: String
    let isNumber: Bool
  }

  /// A claim's bytes, and what it is in a reader's words.
  package struct Claim: Equatable {
    package let range: Range<Int>
    package let kind: String
    /// A rank, a superlative or a guarantee: said to win somebody, and hardly ever to be proved.
    package var isBoast = false
  }

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    words = ClaimScanner.mayClaim(bytes) ? ClaimScanner.words(of: bytes) : []
  }

  /// Every claim in text order, apart from each other.
  package func claims() -> [Claim] {
    var claims: [Claim] = []
    for (index, word) in words.enumerated() {
      let claim = word.isNumber ? numberClaim(index) : wordClaim(index)
      guard let claim, claims.last.map({ $0.range.upperBound <= claim.range.lowerBound }) ?? true else {
        continue
      }
      claims.append(claim)
    }
    for (index, byte) in bytes.enumerated() where byte == UInt8(ascii: "$") {
      if !claims.contains(where: { $0.range.contains(index) }) {
        claims.append(Claim(range: index..<index + 1, kind: "an amount of money"))
      }
    }
    return claims.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: Digits

  private func numberClaim(_ index: Int) -> Claim? {
    let number = words[index]
    var start = number.range.lowerBound
    var end = number.range.upperBound
    // Part of a name: B2B, Q4, COVID-19.
    if 0 < start, ClaimScanner.isLetter(bytes[start - 1]) { return nil }
    if 1 < start, bytes[start - 1] == UInt8(ascii: "-"), ClaimScanner.isLetter(bytes[start - 2]) {
      return nil
    }
    // The rest of a clock time or a date is read with its start: 12:30, 5/14, 24/7.
    if 1 < start, ":/".utf8.contains(bytes[start - 1]), ClaimScanner.isDigit(bytes[start - 2]) { return nil }
    // The second half of "3-5x" or "9-5" is read with the first.
    var last = index
    while let next = rangePartner(after: last) {
      last = next
      end = words[next].range.upperBound
    }
    if 0 < index, rangePartner(after: index - 1) == index { return nil }
    if last - index == 2 || 10 <= number.text.utf8.count { return nil }  // A phone number.
    if 0 < start, bytes[start - 1] == UInt8(ascii: "$") {
      start -= 1
      return Claim(range: start..<amountEnd(last, end), kind: "an amount of money")
    }
    if 0 < start, bytes[start - 1] == UInt8(ascii: "#") {
      return Claim(range: start - 1..<end, kind: "a rank", isBoast: true)
    }
    switch byte(end) {
    case UInt8(ascii: "%"): return Claim(range: start..<end + 1, kind: "a percentage")
    case UInt8(ascii: "+"): return Claim(range: start..<end + 1, kind: "a count")
    case UInt8(ascii: ":"): return nil
    case UInt8(ascii: "/") where byte(end + 1).map(ClaimScanner.isDigit) ?? false: return nil
    case _: break
    }
    let after = last + 1 < words.count ? words[last + 1] : nil
    let gap = after.map { bytes[end..<$0.range.lowerBound] } ?? []
    let isNear = gap.allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "-") }
    if let after, isNear {
      if ["x", "percent", "pct", "fold", "times", "multiple", "multiples"].contains(after.text) {
        // "3 times" counts; "2 times work for me" arranges: only the first compares.
        if after.text != "times" || isComparison(last + 2) {
          return Claim(
            range: start..<after.range.upperBound,
            kind: after.text.hasPrefix("p") ? "a percentage" : "a multiple")
        }
      }
      if ClaimScanner.magnitudes.contains(after.text) {
        return Claim(range: start..<after.range.upperBound, kind: "a count")
      }
      if arranges(last, unit: after.text) { return nil }
      if ClaimScanner.durations.contains(after.text) || ClaimScanner.years.contains(after.text) {
        return Claim(range: start..<after.range.upperBound, kind: "a span of time")
      }
    }
    return isHarmless(index, last, end) ? nil : Claim(range: start..<end, kind: "a number")
  }

  /// Whether a unit behind a number makes it a time or a choice rather than a claim.
  private func arranges(_ index: Int, unit: String) -> Bool {
    if unit == "a" || unit == "p" { return text(index + 2) == "m" }  // 10 a.m.
    if ClaimScanner.clockWords.contains(unit) || ClaimScanner.choiceWords.contains(unit) { return true }
    if ClaimScanner.smallWords.contains(unit) {
      let next = text(index + 2)
      return ClaimScanner.choiceWords.contains(next) || ClaimScanner.clockWords.contains(next)
    }
    if ClaimScanner.years.contains(unit) {
      // "In 3 years" and "5 years from now" look ahead; "12 years" boasts.
      let looksAhead =
        ["in", "within", "next", "the", "of"].contains(text(index - 1))
        || ["from", "away", "out", "ahead", "later", "or", "off"].contains(text(index + 2))
      return looksAhead && !promises(index) && !["experience", "of", "helping"].contains(text(index + 2))
    }
    return ClaimScanner.durations.contains(unit) && !promises(index)
  }

  /// Whether the sentence before a span of time promises what will have happened by then: "sold in 30 days".
  ///
  /// A question may name a plan ("thinking of selling in 12 months?") but no result ("want it sold in 30 days?").
  private func promises(_ index: Int) -> Bool {
    guard ["in", "within", "under", "than", "just", "only", "of", "next"].contains(text(index - 1)) else {
      return false
    }
    let end = bytes[words[index].range.upperBound...].first { ".!?".utf8.contains($0) }
    let results = end == UInt8(ascii: "?") ? ClaimScanner.finished : ClaimScanner.results
    var earlier = index - 1
    while earlier > 0, index - earlier <= 8 {
      earlier -= 1
      let between = bytes[words[earlier].range.upperBound..<words[earlier + 1].range.lowerBound]
      if between.contains(where: { ".!?".utf8.contains($0) }) { return false }
      if results.contains(words[earlier].text) { return true }
    }
    return false
  }

  /// Whether a bare number names something: a clock hour, a date, a year to come, a choice, a form or tax number.
  private func isHarmless(_ index: Int, _ last: Int, _ end: Int) -> Bool {
    let number = words[index].text
    let before = index > 0 ? words[index - 1].text : ""
    let after = last + 1 < words.count ? words[last + 1].text : ""
    let isAttached = byte(end).map(ClaimScanner.isLetter) ?? false
    if isAttached { return ["st", "nd", "rd", "th"].contains(after) || number == "401" && after == "k" }
    if byte(end) == UInt8(ascii: "-"), ["on", "to"].contains(after) { return true }  // 1-on-1
    if ["1031", "1099", "10"].contains(number), ["exchange", "exchanges", "form", "dlc"].contains(after) {
      return true
    }
    if ClaimScanner.months.contains(before) || ClaimScanner.months.contains(after) { return true }
    let isSecond = ["or", "and", "to"].contains(before) && index > 1 && isSmallNumber(index - 2)
    let isClockRange = last != index && words[last].range.count <= 2  // 9-5
    if number.utf8.count == 1, ["for", "if", "means"].contains(after) { return true }
    if isSecond || isClockRange || ClaimScanner.arrangers.contains(before), number.utf8.count <= 2 {
      // "After 3", "option 2", "2 or 4"; but not "about 40 owners".
      return after.isEmpty || !isSameSentence(last, last + 1) || ClaimScanner.joins.contains(after)
    }
    if number.utf8.count == 4, let year = Int(number), (1_900...2_100).contains(year) {
      return !["since", "established", "founded", "est"].contains(before)
        && !(before == "in" && index > 1
          && ["founded", "established", "started"].contains(words[index - 2].text))
    }
    return false
  }

  private func isSmallNumber(_ index: Int) -> Bool {
    words[index].isNumber && words[index].range.count <= 2
      || ClaimScanner.spelledNumbers.contains(words[index].text)
  }

  // MARK: Words

  private func wordClaim(_ index: Int) -> Claim? {
    let word = words[index]
    guard ClaimScanner.mayStartClaim(word.text) else { return nil }
    if ClaimScanner.counts.contains(word.text) {
      return Claim(range: word.range, kind: "a count")
    }
    if ClaimScanner.factors.contains(word.text),
      isComparison(index + 1) || ["your", "their", "the", "our"].contains(text(index + 1))
    {
      return Claim(range: word.range, kind: "a multiple")
    }
    if ClaimScanner.comparedFactors.contains(word.text), isComparison(index + 1) {
      return Claim(range: word.range, kind: "a multiple")
    }
    if word.text == "number", text(index + 1) == "one", ["the", "your", "our", "a"].contains(text(index - 1))
    {
      return Claim(
        range: word.range.lowerBound..<words[index + 1].range.upperBound, kind: "a rank", isBoast: true)
    }
    if let boast = boast(index) { return boast }
    guard ClaimScanner.spelledNumbers.contains(word.text) else { return nil }
    let next = text(index + 1)
    if ["percent", "multiple", "multiples", "fold"].contains(next)
      || next == "times" && isComparison(index + 2)
    {
      return Claim(
        range: word.range.lowerBound..<words[index + 1].range.upperBound,
        kind: next == "percent" ? "a percentage" : "a multiple")
    }
    if ClaimScanner.magnitudes.contains(next) {
      return Claim(range: word.range.lowerBound..<words[index + 1].range.upperBound, kind: "a count")
    }
    // "Two minutes", "one question" and "three ways" arrange; "twenty years" and "fifty owners" boast.
    guard ClaimScanner.largeNumbers.contains(word.text) else { return nil }
    let isArrangement = arranges(index, unit: next) || next == "to" || next == "past"
    return isArrangement || !isSameSentence(index, index + 1) || ClaimScanner.joins.contains(next)
      ? nil : Claim(range: word.range, kind: "a count")
  }

  /// "Guaranteed", "the highest price", "the leading broker"; a no ("I can't guarantee") and a question are none.
  private func boast(_ index: Int) -> Claim? {
    let word = words[index]
    if ClaimScanner.guarantees.contains(word.text) {
      let before = (max(0, index - 4)..<index).map { words[$0].text }
      guard !before.contains(where: ClaimScanner.denials.contains) else { return nil }
      return Claim(range: word.range, kind: "a guarantee", isBoast: true)
    }
    guard index + 1 < words.count, isSameSentence(index, index + 1) else { return nil }
    let both = word.range.lowerBound..<words[index + 1].range.upperBound
    if word.text == "risk", text(index + 1) == "free" {
      return Claim(range: both, kind: "a guarantee", isBoast: true)
    }
    guard ClaimScanner.superlatives.contains(word.text), ClaimScanner.praised.contains(text(index + 1)),
      bytes[both.upperBound...].first(where: { ".!?".utf8.contains($0) }) != UInt8(ascii: "?")
    else { return nil }
    return Claim(range: both, kind: "a superlative", isBoast: true)
  }

  /// Whether what follows a multiple compares: "times more", "twice the value", "double what".
  private func isComparison(_ index: Int) -> Bool {
    [
      "more", "the", "as", "what", "your", "higher", "faster", "better", "ebitda", "sde", "earnings",
      "revenue",
      "profit", "value", "their",
    ].contains(text(index))
  }

  private func text(_ index: Int) -> String { words.indices.contains(index) ? words[index].text : "" }

  private func isSameSentence(_ first: Int, _ second: Int) -> Bool {
    guard words.indices.contains(first), words.indices.contains(second) else { return false }
    let between = bytes[words[first].range.upperBound..<words[second].range.lowerBound]
    return !between.contains { ".!?,;:\n".utf8.contains($0) }
  }

  // MARK: Reading

  private func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The number that a hyphen, an en dash or "to" joins to this one.
  private func rangePartner(after index: Int) -> Int? {
    guard words[index].isNumber, index + 1 < words.count else { return nil }
    let gap = bytes[words[index].range.upperBound..<words[index + 1].range.lowerBound]
    let isDash = Array(gap) == [UInt8(ascii: "-")] || Array(gap) == [0xE2, 0x80, 0x93]
    let isMoneyDash = Array(gap) == Array("-$".utf8) || Array(gap) == [0xE2, 0x80, 0x93, 0x24]
    if words[index + 1].isNumber { return isDash || isMoneyDash ? index + 1 : nil }
    return nil
  }

  /// Behind an amount's `M`, `k`, "million" and the like.
  private func amountEnd(_ last: Int, _ end: Int) -> Int {
    var end = end
    if last + 1 < words.count, ["k", "m", "mm", "b", "bn"].contains(words[last + 1].text),
      words[last + 1].range.lowerBound == end
    {
      end = words[last + 1].range.upperBound
    } else if last + 1 < words.count, ClaimScanner.magnitudes.contains(words[last + 1].text),
      words[last + 1].range.lowerBound == end + 1
    {
      end = words[last + 1].range.upperBound
    }
    if byte(end) == UInt8(ascii: "+") { end += 1 }
    return end
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 97 < 26 }
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }

  private static func words(of bytes: [UInt8]) -> [Word] {
    var words: [Word] = []
    var index = 0
    while index < bytes.count {
      let start = index
      if isDigit(bytes[index]) {
        // 1,200 and 2.5 are one number; a point or comma at its end is the sentence's.
        while index < bytes.count,
          isDigit(bytes[index])
            || (bytes[index] == UInt8(ascii: ",") || bytes[index] == UInt8(ascii: "."))
              && index + 1 < bytes.count && isDigit(bytes[index + 1])
        { index += 1 }
        words.append(Word(range: start..<index, text: lower(bytes[start..<index]), isNumber: true))
      } else if isLetter(bytes[index]) {
        while index < bytes.count,
          isLetter(bytes[index])
            || bytes[index] == UInt8(ascii: "'") && index + 1 < bytes.count && isLetter(bytes[index + 1])
        { index += 1 }
        words.append(Word(range: start..<index, text: lower(bytes[start..<index]), isNumber: false))
      } else {
        index += 1
      }
    }
    return words
  }

  private static func lower(_ bytes: ArraySlice<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count) { buffer in
      for (offset, byte) in bytes.enumerated() { buffer[offset] = byte &- 65 < 26 ? byte | 0x20 : byte }
      return bytes.count
    }
  }
}
