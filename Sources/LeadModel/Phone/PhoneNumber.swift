/// A number of the North American Numbering Plan: ten digits behind `+1`.
///
/// The form is checked where one is made (area code and exchange start with 2 or more); whether the number is in
/// service, textable or whose it is, no one can tell from its digits.
public struct PhoneNumber: Hashable, Sendable, Comparable {
  /// The ten digits as a number: 2,002,000,000...9,999,999,999.
  public let digits: UInt64

  /// - Returns: `nil` unless area code and exchange both start with 2...9.
  public init?(digits: UInt64) {
    guard digits <= 9_999_999_999, 2_000_000_000 <= digits, 2_000_000 <= digits % 10_000_000 else {
      return nil
    }
    self.digits = digits
  }

  /// Takes exactly the form `+12175550142`, as stored and as providers name a sender.
  ///
  /// No rule but the form is applied, so that a provider's magic test numbers (`+15005550006`) can be senders.
  public init?(e164: String) {
    guard let number = e164.withBytes({ PhoneNumber(e164: $0) }) else { return nil }
    self = number
  }

  /// The same over the bytes of a stored number.
  public init?(e164 text: CellBytes) {
    guard text.count == PhoneNumber.e164Length, text[0] == 0x2B, text[1] == 0x31 else { return nil }
    var digits: UInt64 = 0
    for index in 2..<text.count {
      guard text[index].isDigit else { return nil }
      digits = digits * 10 + UInt64(text[index] & 15)
    }
    self.init(digits: digits)
  }

  public static func < (a: PhoneNumber, b: PhoneNumber) -> Bool { a.digits < b.digits }

  public var areaCode: AreaCode { AreaCode(checked: Int(digits / 10_000_000)) }
  /// The three digits after the area code: 200...999.
  public var exchange: Int { Int(digits / 10_000 % 1_000) }
  /// The last four digits: 0...9999.
  public var line: Int { Int(digits % 10_000) }

  /// The zones its area code and exchange point to; empty for toll-free and other numbers without a place.
  public var zones: ZoneSet { areaCode.zones(exchange: exchange) }

  /// Whether it is one of 555-0100...555-0199, which no one can have: for fiction, fixtures and demos.
  public var isFictional: Bool { exchange == 555 && 100 <= line && line <= 199 }

  /// Bytes that `writeE164` writes.
  public static let e164Length = 12

  /// Writes `+1` and the ten digits: `e164Length` bytes of ASCII.
  public func writeE164(to target: UnsafeMutablePointer<UInt8>) {
    // Eight digits at once: halves, then pairs, then single digits, each kind side by side in one word.
    let (top, low) = (digits / 100_000_000, digits % 100_000_000)
    let halves = low / 10_000 | (low % 10_000) << 32
    let hundreds = (halves &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let pairs = hundreds | (halves &- hundreds &* 100) << 16
    let tens = (pairs &* 103) >> 10 & 0x000F_000F_000F_000F
    let single = tens | (pairs &- tens &* 10) << 8
    let text = UnsafeMutableRawPointer(target)
    text.storeBytes(of: UInt16(littleEndian: 0x312B), as: UInt16.self)  // "+1"
    text.storeBytes(
      of: UInt16(truncatingIfNeeded: top / 10 | (top % 10) << 8) | 0x3030, toByteOffset: 2, as: UInt16.self)
    text.storeBytes(of: single | 0x3030_3030_3030_3030, toByteOffset: 4, as: UInt64.self)
  }

  /// `+12175550142`.
  public var e164: String {
    String(unsafeUninitializedCapacity: PhoneNumber.e164Length) {
      guard let target = $0.baseAddress else { return 0 }
      writeE164(to: target)
      return PhoneNumber.e164Length
    }
  }
}

extension PhoneNumber {
  /// As people write it to each other: `(217) 555-0142`.
  public var written: String {
    "(\(digits / 10_000_000)) \(exchange)-\(padded(line, to: 4))"
  }
}

extension PhoneNumber: CustomStringConvertible {
  public var description: String { e164 }
}
