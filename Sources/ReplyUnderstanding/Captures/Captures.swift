/// What a reply tells besides its intent; the first of each kind.
public struct Captures: Hashable, Sendable {
  /// Lower case; misspelt dots repaired.
  public var email: Captured<String>?
  /// E.164; only the digits where there is no area code.
  public var phone: Captured<String>?
  public var time: Captured<TimeExpression>?
  public var money: Captured<MoneyAmount>?
  /// As written: "this is Mike Dunn" in two words, with a hyphen or a particle, or in Spanish, in up to eight.
  public var name: Captured<String>?
  /// The answer to a yes-or-no question, when the reply opens with one.
  public var answer: Captured<Answer>?

  public init() {}

  public enum Answer: String, Hashable, Sendable, CaseIterable { case yes, no }
}

/// A value, and where in the reply it was read.
public struct Captured<Value: Hashable & Sendable>: Hashable, Sendable {
  public var value: Value
  /// UTF-8 offsets into the reply as received.
  public var range: Range<Int>

  public init(_ value: Value, at range: Range<Int>) {
    self.value = value
    self.range = range
  }
}

/// An amount of money somebody named, or the two ends of a range.
public struct MoneyAmount: Hashable, Sendable {
  /// Hundredths of the currency's unit, at least 0.
  public var cents: Int64
  /// The upper end where a range was named: "1-2 million".
  public var upToCents: Int64?

  public init(cents: Int64, upToCents: Int64? = nil) {
    self.cents = cents
    self.upToCents = upToCents
  }
}
