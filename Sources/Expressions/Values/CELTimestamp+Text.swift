extension CELTimestamp: CustomStringConvertible {
  /// RFC 3339 in UTC, with as many decimals as needed: `2009-02-13T23:31:30.5Z`.
  public var description: String {
    let time = CivilTime(secondsSinceEpoch: seconds)
    func padded(_ number: Int, _ width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(time.year, 4) + "-" + padded(time.month) + "-" + padded(time.day) + "T" + padded(time.hour)
      + ":" + padded(time.minute) + ":" + padded(time.second) + decimals(Int(nanoseconds)) + "Z"
  }

  /// Reads RFC 3339: `2009-02-13T23:31:30Z`, with up to nine decimals and any offset.
  ///
  /// - Returns: `nil` for another form, a date the calendar lacks, or an instant outside the years 1 to 9999.
  public init?(parsing text: String) {
    var fields = FixedFields(bytes: Array(text.utf8))
    guard let year = fields.number(4), fields.skip("-"), let month = fields.number(2), fields.skip("-"),
      let day = fields.number(2), fields.skip("Tt"), let hour = fields.number(2), fields.skip(":"),
      let minute = fields.number(2), fields.skip(":"), let second = fields.number(2),
      1 <= month, month <= 12, 1 <= day, day <= CivilTime.days(inMonth: month, of: year),
      hour < 24, minute < 60, second < 60,
      let nanoseconds = fields.fraction(), let offset = fields.offset(), fields.isAtEnd
    else { return nil }
    let local = CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
    self.init(seconds: local.secondsSinceEpoch - Int64(offset), nanoseconds: Int32(nanoseconds))
  }
}

/// Reads numbers of a fixed width from a text, front to back.
private struct FixedFields {
  let bytes: [UInt8]
  var position = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skip(_ allowed: String) -> Bool {
    guard let byte = next, allowed.utf8.contains(byte) else { return false }
    position += 1
    return true
  }

  mutating func number(_ width: Int) -> Int? {
    guard position + width <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[position..<position + width] {
      guard UInt8(ascii: "0") <= byte, byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    position += width
    return value
  }

  /// Nanoseconds of an optional fraction: a point and one to nine digits.
  mutating func fraction() -> Int? {
    guard skip(".") else { return 0 }
    var value = 0
    var digits = 0
    while let digit = number(1) {
      guard digits < 9 else { return nil }
      value = value * 10 + digit
      digits += 1
    }
    guard 0 < digits else { return nil }
    for _ in digits..<9 { value *= 10 }
    return value
  }

  /// Seconds east of UTC: `Z` or `+hh:mm`.
  mutating func offset() -> Int? {
    if skip("Zz") { return 0 }
    let isWest = next == UInt8(ascii: "-")
    guard skip("+-"), let hours = number(2), skip(":"), let minutes = number(2), hours < 24, minutes < 60
    else {
      return nil
    }
    return (hours * 3_600 + minutes * 60) * (isWest ? -1 : 1)
  }
}
