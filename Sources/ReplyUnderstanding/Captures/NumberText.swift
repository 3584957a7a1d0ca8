/// A number, a clock time or a date as people type them.
struct NumberText {
  var kind: Token.Kind
  var end: Int
  /// Thousandths of a number.
  ///
  /// Clocks: minutes of the day. Dates: month * 100 + day.
  var value: Int64

  private static let suffixes: Set<String> = [
    "k", "m", "mm", "mil", "mill", "million", "b", "x", "am", "pm", "a", "p", "th", "st", "nd", "rd", "h",
    "hr",
    "hrs", "min", "mins", "d", "days", "wk", "wks", "mo", "mos", "yr", "yrs", "ish", "br", "bd", "unit",
    "units", "plex", "acre", "acres", "sf", "pct", "est", "cst", "pst", "mst", "et", "ct", "pt",
  ]

  /// Whether letters directly behind a number belong to it.
  static func isSuffix(_ letters: ArraySlice<UInt8>) -> Bool {
    guard letters.count <= 7 else { return false }
    return suffixes.contains(String(decoding: letters.map { $0 | 0x20 }, as: UTF8.self))
  }

  /// Reads what starts with a digit at `start`.
  static func parse(_ source: [UInt8], from start: Int, to end: Int) -> NumberText {
    var position = start
    let whole = digits(source, &position, end)
    if position < end, source[position] == UInt8(ascii: ":"), whole < 24 {
      var next = position + 1
      let minutes = digits(source, &next, end)
      if next == position + 3, minutes < 60 {
        return NumberText(kind: .clock, end: next, value: whole * 60 + minutes)
      }
    }
    if position < end, source[position] == UInt8(ascii: "/"), 1...12 ~= whole {
      var next = position + 1
      let day = digits(source, &next, end)
      if next > position + 1, 1...31 ~= day {
        if next < end, source[next] == UInt8(ascii: "/") {
          var year = next + 1
          _ = digits(source, &year, end)
          if year > next + 1 { next = year }
        }
        return NumberText(kind: .date, end: next, value: whole * 100 + day)
      }
    }
    return amount(source, whole, from: position, to: end)
  }

  private static func amount(
    _ source: [UInt8], _ whole: Int64, from start: Int, to end: Int
  ) -> NumberText {
    var (position, value) = (start, whole)
    // Thousands: exactly three digits behind each comma.
    while position < end, source[position] == UInt8(ascii: ",") {
      var next = position + 1
      let group = digits(source, &next, end)
      guard next == position + 4, value < 1_000_000_000_000 else { break }
      value = value * 1_000 + group
      position = next
    }
    var thousandths = min(value, 1_000_000_000_000_000) * 1_000
    if position + 1 < end, source[position] == UInt8(ascii: "."), isDigit(source[position + 1]) {
      var unit: Int64 = 100
      position += 1
      while position < end, isDigit(source[position]) {
        thousandths += unit * Int64(source[position] - 0x30)
        unit /= 10
        position += 1
      }
    }
    return NumberText(kind: .number, end: position, value: thousandths)
  }

  /// Reads digits, up to 15 of them by value; longer numbers keep their first 15.
  private static func digits(_ source: [UInt8], _ position: inout Int, _ end: Int) -> Int64 {
    var value: Int64 = 0
    while position < end, isDigit(source[position]) {
      if value < 100_000_000_000_000 { value = value * 10 + Int64(source[position] - 0x30) }
      position += 1
    }
    return value
  }
}
