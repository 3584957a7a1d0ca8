extension Function {
  /// The conversion functions, each named for the type it gives.
  func convert(_ a: CELValue, _ meter: inout Meter) throws(CELError) -> CELValue {
    switch (self, a) {
    case (.bool, .bool), (.bytes, .bytes), (.double, .double), (.duration, .duration), (.int, .int),
      (.string, .string), (.timestamp, .timestamp), (.uint, .uint):
      return a

    case (.bool, .string(let text)):
      switch text {
      case "1", "t", "T", "true", "TRUE", "True": return .bool(true)
      case "0", "f", "F", "false", "FALSE", "False": return .bool(false)
      default: throw unreadable(text, "true or false")
      }

    case (.int, .uint(let value)): return .int(try inRange(Int64(exactly: value), a))
    case (.int, .double(let value)):
      // The ends of the range are left out: whether they survive the way back depends on the machine.
      guard -0x1p63 < value, value < 0x1p63 else { throw outOfRange(a) }
      return .int(Int64(value))
    case (.int, .string(let text)):
      guard let value = Int64(text) else { throw unreadable(text, "a whole number") }
      return .int(value)
    case (.int, .timestamp(let time)): return .int(time.seconds)

    case (.uint, .int(let value)): return .uint(try inRange(UInt64(exactly: value), a))
    case (.uint, .double(let value)):
      guard -1 < value, value < 0x1p64 else { throw outOfRange(a) }
      return .uint(UInt64(value))
    case (.uint, .string(let text)):
      guard let value = UInt64(text) else { throw unreadable(text, "a whole number from 0") }
      return .uint(value)

    case (.double, .int(let value)): return .double(Double(value))
    case (.double, .uint(let value)): return .double(Double(value))
    case (.double, .string(let text)):
      guard let value = Double(celText: text) else { throw unreadable(text, "a number") }
      return .double(value)

    case (.string, .bool(let value)): return .string(value ? "true" : "false")
    case (.string, .int(let value)): return .string(String(value))
    case (.string, .uint(let value)): return .string(String(value))
    case (.string, .double(let value)): return .string(value.plainText)
    case (.string, .bytes(let bytes)):
      try meter.charge(bytes: bytes.count)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw CELError(.invalidArgument, "the bytes are not UTF-8")
      }
      return .string(text)
    case (.string, .timestamp(let time)): return .string(time.description)
    case (.string, .duration(let duration)): return .string(duration.description)

    case (.bytes, .string(let text)):
      try meter.charge(bytes: text.utf8.count)
      return .bytes(Array(text.utf8))

    case (.timestamp, .int(let seconds)): return .timestamp(try inRange(CELTimestamp(seconds: seconds), a))
    case (.timestamp, .string(let text)):
      guard let time = CELTimestamp(parsing: text) else {
        throw unreadable(text, "a date and time from year 1 to 9999, as 2026-01-31T09:30:00Z")
      }
      return .timestamp(time)
    case (.duration, .string(let text)):
      guard let duration = CELDuration(parsing: text) else {
        throw unreadable(text, "a duration of at most 292 years, as 1h30m")
      }
      return .duration(duration)

    default: throw noOverload([a])
    }
  }

  private func unreadable(_ text: String, _ wanted: String) -> CELError {
    CELError(.invalidArgument, "\(String(text.prefix(100)).quotedLiteral) is not \(wanted)")
  }

  private func outOfRange(_ value: CELValue) -> CELError {
    CELError(.overflow, "\(value) is out of the range of \(rawValue)")
  }

  private func inRange<Number>(_ number: Number?, _ value: CELValue) throws(CELError) -> Number {
    guard let number else { throw outOfRange(value) }
    return number
  }
}

extension Double {
  /// Reads a decimal number, `NaN`, or `Infinity` with or without a sign; nothing else of what Swift reads.
  init?(celText text: String) {
    switch text {
    case "NaN": self = .nan
    case "Infinity", "+Infinity", "Inf", "+Inf": self = .infinity
    case "-Infinity", "-Inf": self = -.infinity
    default:
      let isDecimal = text.utf8.allSatisfy { byte in
        byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
          || byte | 0x20 == UInt8(ascii: "e")
      }
      guard isDecimal, let value = Double(text) else { return nil }
      self = value
    }
  }
}
