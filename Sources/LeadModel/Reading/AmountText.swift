/// Reads an amount, or a range of amounts by its lower bound, with the words people put around it.
struct AmountText {
  private var scanner: AmountScanner
  private var lower = Amount()
  private var isBelow = false

  /// What may be written around the number.
  enum Style { case money, count, number }

  /// The number read.
  struct Result {
    var value: Double
    /// Whether a word or letter gave its size, so that a column's factor is already in it.
    var hasUnit: Bool
  }

  static func read(_ cell: CellBytes, as style: Style) -> Reading<Result> {
    if let value = plain(cell) { return .value(Result(value: value, hasUnit: false)) }
    let text = CellText.unwrapped(cell)
    if CellText.meansNothing(text) { return .empty }
    var reader = AmountText(scanner: AmountScanner(text))
    if let problem = reader.parse(style) {
      return .unreadable(problem == .notANumber && DateText.isDayOfMonth(text) ? .spreadsheetDate : problem)
    }
    let value = reader.isBelow ? 0 : reader.lower.value
    return .value(Result(value: reader.lower.isNegative ? -value : value, hasUnit: reader.lower.hasUnit))
  }

  /// Digits alone, the commonest cell by far.
  private static func plain(_ cell: CellBytes) -> Double? {
    guard 0 < cell.count, cell.count <= 15 else { return nil }  // Below 2^53.
    var value: UInt64 = 0
    for byte in cell {
      guard byte.isDigit else { return nil }
      value = value &* 10 &+ UInt64(byte & 15)
    }
    return Double(value)
  }

  private init(scanner: AmountScanner) { self.scanner = scanner }

  /// Reads the whole text, or tells why it cannot.
  private mutating func parse(_ style: Style) -> ReadingProblem? {
    if let first = scanner.next, !first.isDigit, first != 0x24 { takeLeadingWords() }
    let isAccounting = scanner.take(0x28)
    if let problem = takeCurrency(style) { return problem }
    switch readAmount(style) {
    case .value(let amount): lower = amount
    case .empty: return .notANumber
    case .unreadable(let problem): return problem
    }
    if isAccounting {
      scanner.skipSpaces()
      guard scanner.take(0x29) else { return .notANumber }
      lower.isNegative = true
    }
    if scanner.isAtEnd { return nil }
    if let problem = takeUpperBound(style) { return problem }
    if scanner.isAtEnd { return nil }
    takeTrailingWords(style)
    return scanner.isAtEnd ? nil : .notANumber
  }

  private mutating func readAmount(_ style: Style) -> Reading<Amount> {
    scanner.skipSpaces()
    let isNegative = scanner.take(0x2D) || scanner.take(mark: "\u{2212}")
    if isNegative {
      if let problem = takeCurrency(style) { return .unreadable(problem) }
    } else if scanner.take(0x2B) {
      scanner.skipSpaces()
    }
    switch scanner.number() {
    case .value(var amount):
      amount.isNegative = isNegative
      scanner.takeUnit(of: &amount)
      return .value(amount)
    case .empty: return .empty
    case .unreadable(let problem): return .unreadable(problem)
    }
  }

  /// Reads `- 19`, `to $5 million`, `–1M`, and settles what the lower bound's unit is.
  private mutating func takeUpperBound(_ style: Style) -> ReadingProblem? {
    let start = scanner.index
    scanner.skipSpaces()
    let isRange =
      scanner.take(0x2D) || scanner.take(mark: "\u{2013}") || scanner.take(mark: "\u{2014}")
      || scanner.take(0x7E) || scanner.take(word: "to") || scanner.take(word: "through")
      || scanner.take(word: "thru") || takeAndBeforeNumber()
    guard isRange else {
      scanner.index = start
      return nil
    }
    scanner.skipSpaces()
    if let problem = takeCurrency(style) { return problem }
    switch readAmount(style) {
    case .value(let upper):
      // "1-5 million" means millions at both ends; "$500,000-1 Million" does not.
      if upper.hasUnit, !lower.hasUnit {
        var bare = upper
        bare.exponent -= upper.unitExponent
        if lower.value <= bare.value {
          lower.exponent += upper.unitExponent
          lower.unitExponent = upper.unitExponent
        } else if lower.value < 1_000 {
          return .unclearRange  // "500-1 million": half a million, or five hundred?
        }
      }
      if upper.isNegative || lower.isNegative || upper.value < lower.value { return .unclearRange }
      return nil
    case .empty: return .notANumber
    case .unreadable(let problem): return problem
    }
  }

  /// Takes the `and` of "between 1 and 5", but not that of "1M and over".
  private mutating func takeAndBeforeNumber() -> Bool {
    let start = scanner.index
    guard scanner.take(word: "and") else { return false }
    scanner.skipSpaces()
    if let next = scanner.next, next.isDigit || next == 0x24 { return true }
    scanner.index = start
    return false
  }

  private mutating func takeLeadingWords() {
    var goesOn = true
    while goesOn {
      scanner.skipSpaces()
      if scanner.take(word: "less than") || scanner.take(word: "under") || scanner.take(word: "below")
        || scanner.take(word: "up to") || scanner.take(word: "fewer than") || scanner.take(mark: "<=")
        || scanner.take(mark: "<") || scanner.take(mark: "\u{2264}")
      {
        isBelow = true
      } else {
        goesOn =
          scanner.take(word: "more than") || scanner.take(word: "greater than") || scanner.take(word: "over")
          || scanner.take(word: "above") || scanner.take(word: "at least") || scanner.take(word: "from")
          || scanner.take(word: "between") || scanner.take(word: "about") || scanner.take(word: "around")
          || scanner.take(word: "approximately") || scanner.take(mark: "approx.")
          || scanner.take(word: "approx") || scanner.take(mark: "ca.") || scanner.take(mark: "est.")
          || scanner.take(0x7E) || scanner.take(mark: ">=") || scanner.take(mark: ">")
          || scanner.take(mark: "\u{2265}")
      }
    }
  }

  private mutating func takeCurrency(_ style: Style) -> ReadingProblem? {
    scanner.skipSpaces()
    if let next = scanner.next, next.isDigit { return nil }
    if style == .money, scanner.take(0x24) {
      scanner.skipSpaces()
      return nil
    }
    if takeOtherCurrency() { return .otherCurrency }
    guard style == .money else { return nil }
    if !scanner.take(mark: "us$") { _ = scanner.take(word: "usd") || scanner.take(word: "us") }
    scanner.skipSpaces()
    _ = scanner.take(0x24)
    scanner.skipSpaces()
    return nil
  }

  private mutating func takeOtherCurrency() -> Bool {
    scanner.take(mark: "\u{20AC}") || scanner.take(mark: "\u{A3}") || scanner.take(mark: "\u{A5}")
      || scanner.take(mark: "c$") || scanner.take(mark: "ca$") || scanner.take(mark: "a$")
      || scanner.take(word: "cad") || scanner.take(word: "eur") || scanner.take(word: "euro")
      || scanner.take(word: "euros") || scanner.take(word: "gbp") || scanner.take(word: "aud")
      || scanner.take(word: "mxn")
  }

  private mutating func takeTrailingWords(_ style: Style) {
    var goesOn = true
    while goesOn {
      scanner.skipSpaces()
      goesOn =
        scanner.take(0x2B) || scanner.take(word: "plus") || scanner.take(word: "and over")
        || scanner.take(word: "and up") || scanner.take(word: "and above") || scanner.take(word: "or more")
        || scanner.take(word: "or over") || scanner.take(word: "or above") || scanner.take(word: "and more")
      if goesOn { continue }
      switch style {
      case .money:
        goesOn =
          scanner.take(word: "usd") || scanner.take(word: "dollars") || scanner.take(word: "us dollars")
          || scanner.take(word: "per year") || scanner.take(word: "annually") || scanner.take(mark: "/yr")
          || scanner.take(mark: "/year")
      case .count:
        goesOn =
          scanner.take(word: "employees") || scanner.take(word: "employee") || scanner.take(word: "people")
          || scanner.take(word: "persons") || scanner.take(word: "staff") || scanner.take(word: "workers")
          || scanner.take(word: "emp") || scanner.take(word: "ees")
      case .number:
        goesOn = scanner.take(0x25)
      }
    }
  }
}
