/// Finds an amount of money among the tokens: "$1.2M", "850k", "2 mil", "1-2 million", "750,000".
struct MoneyReader {
  let words: CaptureWords
  /// "mil" is a thousand in Spanish.
  let isSpanish: Bool

  /// A bare number this large is money when a broker asked.
  private static let leastBareAmount: Int64 = 100_000 * 1_000
  private static let mostCents: Int64 = 1_000_000_000_000_000

  /// The amount that starts at a token, and the token behind it.
  func amount(at index: Int, in tokens: [Token]) -> (MoneyAmount, end: Int)? {
    guard let (number, numberEnd) = number(at: index, in: tokens) else { return nil }
    let isCurrency = tokens[index].flags.contains(.hasCurrency)
    // "1-2 million", "800 to 900k": the unit stands behind the second number.
    var next = numberEnd
    if next < tokens.count, joins(tokens[next], behind: index, in: tokens) { next += 1 }
    if next < tokens.count, tokens[next].kind == .number || numberEnd < next,
      let (upper, upperEnd) = self.number(at: next, in: tokens)
    {
      if let (factor, end) = unit(at: upperEnd, in: tokens), number < upper || upper < 100_000 {
        let lower = scaled(number, by: factor)
        return (MoneyAmount(cents: lower, upToCents: scaled(upper, by: factor)), end)
      }
    }
    if let (factor, end) = unit(at: numberEnd, in: tokens) {
      var (amount, behind) = (scaled(number, by: factor), end)
      if factor == 1_000_000, let (rest, restEnd) = remainder(at: end, in: tokens) {
        (amount, behind) = (amount + rest, restEnd)
      }
      // "1 million 2 hundred thousand" is rare; "two and a half million" is not, and is read below.
      if behind < tokens.count, words[tokens[behind]] == .dollars { behind += 1 }
      amount = min(amount, MoneyReader.mostCents)
      return (MoneyAmount(cents: amount), behind)
    }
    if tokens[index].kind == .number, numberEnd < tokens.count, words[tokens[numberEnd]] == .dollars {
      return (MoneyAmount(cents: scaled(number, by: 1)), numberEnd + 1)
    }
    guard
      isCurrency
        || tokens[index].kind == .number && number >= MoneyReader.leastBareAmount
          && !isBehindNumber(index, in: tokens)
    else { return nil }
    return (MoneyAmount(cents: scaled(number, by: 1)), numberEnd)
  }

  /// "A million five" is one and a half, "a million five hundred thousand", too.
  private func remainder(at index: Int, in tokens: [Token]) -> (cents: Int64, end: Int)? {
    guard index < tokens.count, !tokens[index].flags.contains(.opensSentence),
      let (number, end) = number(at: index, in: tokens)
    else { return nil }
    if let (factor, unitEnd) = unit(at: end, in: tokens) {
      let cents = scaled(number, by: factor)
      return factor == 1_000 && cents < 100_000_000 ? (cents, unitEnd) : nil
    }
    guard case .number(1...9)? = words[tokens[index]], end == index + 1, number % 1_000 == 0 else {
      return nil
    }
    // "A million five years ago" counts years.
    let isLast =
      end == tokens.count || tokens[end].flags.contains(.opensSentence)
      || tokens[end].flags.contains(.followsComma) || tokens[end].kind == .question
      || words[tokens[end]] == .goesOn || words[tokens[end]] == .or || words[tokens[end]] == .dollars
    return isLast ? (number / 1_000 * 10_000_000, end) : nil
  }

  /// "12-3456789", a tax number: the second part of something written with a hyphen.
  private func isBehindNumber(_ index: Int, in tokens: [Token]) -> Bool {
    guard index > 0, tokens[index - 1].kind == .number else { return false }
    return tokens[index].start - tokens[index - 1].end == 1
  }

  /// "1 to 2 million", "between 1 and 2 million".
  private func joins(_ token: Token, behind index: Int, in tokens: [Token]) -> Bool {
    words[token] == .to || words[token] == .and && index > 0 && words[tokens[index - 1]] == .between
  }

  /// A number in thousandths, in digits or words, and the token behind it.
  private func number(at index: Int, in tokens: [Token]) -> (Int64, end: Int)? {
    let token = tokens[index]
    if token.kind == .number { return (token.value, index + 1) }
    switch words[token] {
    case .half?:
      // "half a million"
      var end = index + 1
      if end < tokens.count, isArticle(tokens[end]) { end += 1 }
      return (500, end)
    case .number(let value)?:
      var (thousandths, end) = (Int64(value) * 1_000, index + 1)
      // "two and a half"
      if end + 2 < tokens.count, words[tokens[end]] == .and, isArticle(tokens[end + 1]),
        words[tokens[end + 2]] == .half
      {
        thousandths += 500
        end += 3
      }
      if end < tokens.count, words[tokens[end]] == .hundred {
        thousandths *= 100
        end += 1
      }
      return (thousandths, end)
    case .am?:
      // "a million": the article is also what "a.m." starts with.
      return (1_000, index + 1)
    default: return nil
    }
  }

  private func isArticle(_ token: Token) -> Bool {
    words[token] == .am || words[token] == .number(1)
  }

  private func unit(at index: Int, in tokens: [Token]) -> (factor: Int64, end: Int)? {
    guard index < tokens.count, tokens[index].kind == .word else { return nil }
    return switch words[tokens[index]] {
    case .thousand?: (1_000, index + 1)
    case .mil?: (isSpanish ? 1_000 : 1_000_000, index + 1)
    case .million?: (1_000_000, index + 1)
    case .billion?: (1_000_000_000, index + 1)
    default: nil
    }
  }

  private func scaled(_ thousandths: Int64, by factor: Int64) -> Int64 {
    let (product, overflow) = thousandths.multipliedReportingOverflow(by: factor)
    return overflow ? MoneyReader.mostCents : min(product / 10, MoneyReader.mostCents)
  }
}
