/// A phone number that a spreadsheet took for a quantity: `2172345678.0`, `2.172345678E9`, `2.17E+09`.
enum SpreadsheetNumber {
  enum Digits {
    case all(UInt64, count: Int)
    case lost

    var reading: PhoneReading {
      switch self {
      case .all(let digits, count: 10): PhoneReading(tenDigits: digits)
      case .all(let digits, count: 11) where digits / 10_000_000_000 == 1:
        PhoneReading(tenDigits: digits - 10_000_000_000)
      case .all(_, let count): .unusable(count < 10 ? .tooShort : .tooLong)
      case .lost: .unusable(.precisionLost)
      }
    }
  }

  /// - Returns: `nil` when the text is not written as a quantity.
  static func digits(_ text: CellBytes) -> Digits? {
    var index = 0
    var whole: UInt64 = 0
    while index < text.count, text[index].isDigit, index < 16 {
      whole = whole * 10 + UInt64(text[index] & 15)
      index += 1
    }
    let wholeCount = index
    guard 0 < wholeCount, wholeCount < 16 else { return nil }
    var fractionCount = 0
    var all = whole
    if index < text.count, text[index] == 0x2E || text[index] == 0x2C {
      index += 1
      while index < text.count, text[index].isDigit, wholeCount + fractionCount < 16 {
        all = all * 10 + UInt64(text[index] & 15)
        fractionCount += 1
        index += 1
      }
      guard 0 < fractionCount else { return nil }
    }
    if index == text.count {  // No exponent: only ".0" after a whole number will do.
      guard fractionCount == 1, 9 <= wholeCount, all % 10 == 0, text[wholeCount] == 0x2E else {
        return nil
      }
      return .all(whole, count: wholeCount)
    }
    guard wholeCount == 1, text[index] == UInt8(ascii: "e") else { return nil }
    index += 1
    if index < text.count, text[index] == 0x2B { index += 1 }
    var exponent = 0
    guard index < text.count, text.count - index <= 3 else { return nil }
    while index < text.count {
      guard text[index].isDigit else { return nil }
      exponent = exponent * 10 + Int(text[index] & 15)
      index += 1
    }
    // Digits the mantissa does not show may have been anything.
    return exponent == fractionCount ? .all(all, count: 1 + fractionCount) : .lost
  }
}
