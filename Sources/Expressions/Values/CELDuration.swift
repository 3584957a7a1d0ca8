/// A length of time in whole nanoseconds; at most about 292 years either way.
public struct CELDuration: Hashable, Sendable, Comparable {
  public let nanoseconds: Int64
  public init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  /// Nanoseconds above the whole seconds rounded down: 0 to 999,999,999.
  var subsecondNanoseconds: Int64 {
    nanoseconds - nanoseconds.floorDivided(by: 1_000_000_000) * 1_000_000_000
  }

  public static func < (a: CELDuration, b: CELDuration) -> Bool { a.nanoseconds < b.nanoseconds }

  /// Seconds with as many decimals as needed and an `s`: `90s`, `-0.5s`.
  public var description: String {
    let magnitude = nanoseconds.magnitude
    let sign = nanoseconds < 0 ? "-" : ""
    return "\(sign)\(magnitude / 1_000_000_000)\(decimals(Int(magnitude % 1_000_000_000)))s"
  }

  /// Reads Go's form: signed decimal numbers with units, as `1h30m`, `-1.5h`, `100ms`, or a bare `0`.
  ///
  /// - Returns: `nil` when the text has another form or the length is out of range.
  public init?(parsing text: String) {
    var bytes = text.utf8[...]
    var isNegative = false
    if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      bytes = bytes.dropFirst()
    }
    if bytes.elementsEqual("0".utf8) {
      self.init(nanoseconds: 0)
      return
    }
    guard !bytes.isEmpty else { return nil }
    // Summed as a negative number, whose range is the larger by one.
    var total: Int64 = 0
    while !bytes.isEmpty {
      guard let part = Self.takePart(&bytes) else { return nil }
      let (sum, isOver) = total.subtractingReportingOverflow(part)
      guard !isOver else { return nil }
      total = sum
    }
    guard isNegative || total != .min else { return nil }
    self.init(nanoseconds: isNegative ? total : -total)
  }

  /// Takes one number and its unit from the front.
  private static func takePart(_ bytes: inout Substring.UTF8View) -> Int64? {
    var whole: Int64 = 0
    var fraction: Int64 = 0
    var scale: Int64 = 1
    var hasDigits = false
    var isFraction = false
    while let byte = bytes.first {
      if byte == UInt8(ascii: "."), !isFraction {
        isFraction = true
      } else if UInt8(ascii: "0") <= byte, byte <= UInt8(ascii: "9") {
        hasDigits = true
        let digit = Int64(byte - UInt8(ascii: "0"))
        if !isFraction {
          let (product, isOver) = whole.multipliedReportingOverflow(by: 10)
          let (sum, isOverToo) = product.addingReportingOverflow(digit)
          guard !isOver, !isOverToo else { return nil }
          whole = sum
        } else if scale < 1_000_000_000_000 {
          // Further digits are below a nanosecond for every unit.
          fraction = fraction * 10 + digit
          scale *= 10
        }
      } else {
        break
      }
      bytes = bytes.dropFirst()
    }
    guard hasDigits, let unit = takeUnit(&bytes) else { return nil }
    let (product, isOver) = whole.multipliedReportingOverflow(by: unit)
    let part = Int64(Double(fraction) * (Double(unit) / Double(scale)))
    let (sum, isOverToo) = product.addingReportingOverflow(part)
    return isOver || isOverToo ? nil : sum
  }

  /// Takes a unit from the front and gives its nanoseconds.
  private static func takeUnit(_ bytes: inout Substring.UTF8View) -> Int64? {
    let units: [(String, Int64)] = [
      ("ns", 1), ("us", 1_000), ("µs", 1_000), ("μs", 1_000), ("ms", 1_000_000), ("s", 1_000_000_000),
      ("m", 60_000_000_000), ("h", 3_600_000_000_000),
    ]
    for (name, nanoseconds) in units where bytes.starts(with: name.utf8) {
      bytes = bytes.dropFirst(name.utf8.count)
      return nanoseconds
    }
    return nil
  }
}

/// Nanoseconds as a decimal fraction with its point and without trailing zeros; empty for none.
func decimals(_ nanoseconds: Int) -> String {
  guard nanoseconds != 0 else { return "" }
  var digits = String(nanoseconds)
  digits = String(repeating: "0", count: 9 - digits.count) + digits
  while digits.hasSuffix("0") { digits.removeLast() }
  return "." + digits
}
