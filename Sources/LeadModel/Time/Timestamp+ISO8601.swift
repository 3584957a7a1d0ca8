extension Timestamp {
  /// ISO 8601 in UTC, milliseconds only where there are any: `2026-03-08T10:00:00Z`.
  public var iso8601: String { iso8601(in: TimeZoneRules(standardOffset: 0, hasDaylightSaving: false)) }

  /// ISO 8601 by the clocks of a zone: `2026-03-08T06:00:00-04:00`; `Z` where the offset is none.
  public func iso8601(in rules: TimeZoneRules) -> String {
    let local = LocalTime(at: self, in: rules)
    let (seconds, milliseconds) = local.millisecondOfDay.quotientAndRemainder(dividingBy: 1_000)
    let fraction = milliseconds == 0 ? "" : ".\(padded(milliseconds, to: 3))"
    return
      "\(local.date)T\(local.clock):\(padded(seconds % 60, to: 2))\(fraction)\(Timestamp.suffix(local.offset))"
  }

  private static func suffix(_ offset: Int) -> String {
    guard offset != 0 else { return "Z" }
    let minutes = abs(offset) / 60
    return "\(offset < 0 ? "-" : "+")\(padded(minutes / 60, to: 2)):\(padded(minutes % 60, to: 2))"
  }

  /// Reads `2026-03-08T10:00:00Z` and its forms with a fraction, an offset, a space for the `T`, or no seconds.
  ///
  /// - Returns: `nil` for any other text, a missing offset included: without one it is no instant.
  public init?(iso8601 text: String) {
    let instant: Timestamp? = text.withBytes { bytes in
      var reader = ISO8601Reader(text: bytes)
      return reader.instant()
    }
    guard let instant else { return nil }
    self = instant
  }
}

extension Timestamp: CustomStringConvertible {
  public var description: String { iso8601 }
}

private struct ISO8601Reader {
  let text: CellBytes
  private var index = 0

  init(text: CellBytes) { self.text = text }

  mutating func instant() -> Timestamp? {
    guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2),
      let date = CivilDate(year: year, month: month, day: day)
    else { return nil }
    guard take("T") || take("t") || take(" ") else { return nil }
    guard let hour = digits(2), hour < 24, take(":"), let minute = digits(2), minute < 60 else { return nil }
    var (second, milliseconds) = (0, 0)
    if take(":") {
      guard let value = digits(2), value <= 60 else { return nil }
      second = min(value, 59)  // A leap second is the last of its minute.
      if take(".") {
        guard let fraction = fraction() else { return nil }
        milliseconds = fraction
      }
    }
    guard let offset = offset(), index == text.count else { return nil }
    let seconds = Int64(date.daysSince1970) * 86_400 + Int64(hour * 3_600 + minute * 60 + second - offset)
    return Timestamp(milliseconds: seconds * 1_000 + Int64(milliseconds))
  }

  private mutating func offset() -> Int? {
    if take("Z") || take("z") { return 0 }
    let isBehind = take("-")
    guard isBehind || take("+"), let hours = digits(2), hours <= 23 else { return nil }
    _ = take(":")
    guard let minutes = digits(2), minutes < 60 else { return nil }
    return (hours * 3_600 + minutes * 60) * (isBehind ? -1 : 1)
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard index < text.count, text[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard index + count <= text.count else { return nil }
    var value = 0
    for _ in 0..<count {
      guard text[index].isDigit else { return nil }
      value = value * 10 + Int(text[index] & 15)
      index += 1
    }
    return value
  }

  /// Up to nine digits, as milliseconds rounded down.
  private mutating func fraction() -> Int? {
    var (value, count) = (0, 0)
    while index < text.count, text[index].isDigit, count < 9 {
      if count < 3 { value = value * 10 + Int(text[index] & 15) }
      count += 1
      index += 1
    }
    guard 0 < count else { return nil }
    for _ in count..<max(3, count) { value *= 10 }
    return value
  }
}
