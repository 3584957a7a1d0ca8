/// A number as written: `mantissa` times ten to the power `exponent`, its sign apart.
struct Amount {
  var mantissa: UInt64 = 0
  var exponent = 0
  var isNegative = false
  /// The power of ten that a word or letter gave, already part of `exponent`: 6 in `1.2M`.
  var unitExponent = 0
  var hasUnit: Bool { unitExponent != 0 }

  /// Its size without the sign, exact up to 2^53 and 22 places; beyond that within one unit of the last place.
  var value: Double {
    exponent < 0 ? Double(mantissa) / Amount.power(-exponent) : Double(mantissa) * Amount.power(exponent)
  }

  /// Ten to a power of 0 or more, exact up to 22.
  private static func power(_ exponent: Int) -> Double {
    var (result, base, rest) = (1.0, 10.0, exponent)
    while 0 < rest {
      if rest & 1 == 1 { result *= base }
      base *= base
      rest >>= 1
    }
    return result
  }
}

/// Reads written numbers and the words around them, from left to right.
struct AmountScanner {
  let text: CellBytes
  var index = 0

  /// More digits than any real amount has; also what a `UInt64` holds.
  static let maxDigits = 18

  init(_ text: CellBytes) { self.text = text }

  var isAtEnd: Bool { index == text.count }
  var next: UInt8? { index < text.count ? text[index] : nil }

  mutating func skipSpaces() {
    while index < text.count {
      if text[index] == 0x20 || text[index] == 0x09 {
        index += 1
      } else if text[index] == 0xC2, index + 1 < text.count, text[index + 1] == 0xA0 {
        index += 2
      } else {
        return
      }
    }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  /// Takes `word`, given in lower case, if it stands here and no letter follows it.
  mutating func take(word: StaticString) -> Bool {
    guard text.has(word, at: index) else { return false }
    let end = index + word.utf8CodeUnitCount
    guard end == text.count || !text[end].isLetter else { return false }
    index = end
    return true
  }

  /// Takes a mark of several bytes, such as a dash or a currency sign.
  mutating func take(mark: StaticString) -> Bool {
    guard text.has(mark, at: index) else { return false }
    index += mark.utf8CodeUnitCount
    return true
  }

  /// Reads digits, commas or spaces between thousands, a decimal point and an exponent.
  mutating func number() -> Reading<Amount> {
    let start = index
    var amount = Amount()
    var digitCount = 0
    var groupCount = 0
    while let byte = next {
      if byte.isDigit {
        if amount.mantissa != 0 || byte != 0x30 { digitCount += 1 }
        guard digitCount <= AmountScanner.maxDigits else { return .unreadable(.tooLarge) }
        amount.mantissa = amount.mantissa * 10 + UInt64(byte & 15)
        index += 1
      } else if byte == 0x2C, start < index {
        guard isGroup(at: index + 1) else { return .unreadable(.decimalComma) }
        guard groupCount != 0 || index - start <= 3 else { return .unreadable(.misplacedComma) }
        groupCount += 1
        index += 1
      } else if byte == 0x20, start < index, index - start <= 3 || groupCount != 0, isGroup(at: index + 1) {
        groupCount += 1  // "1 200 000"
        index += 1
      } else {
        break
      }
    }
    let hasWhole = start < index
    if next == 0x2E {
      index += 1
      let fractionStart = index
      while let byte = next, byte.isDigit {
        if amount.exponent > -AmountScanner.maxDigits, amount.mantissa < 100_000_000_000_000_000 {
          amount.mantissa = amount.mantissa * 10 + UInt64(byte & 15)
          amount.exponent -= 1
        }
        index += 1
      }
      guard hasWhole || fractionStart < index else { return .unreadable(.notANumber) }
      if next == 0x2C || (next == 0x2E && index + 1 < text.count && text[index + 1].isDigit) {
        return .unreadable(.decimalComma)
      }
    } else if !hasWhole {
      return .unreadable(.notANumber)
    }
    return exponent(after: amount)
  }

  /// Whether exactly three digits stand at `place`.
  private func isGroup(at place: Int) -> Bool {
    guard place + 3 <= text.count, text[place].isDigit, text[place + 1].isDigit, text[place + 2].isDigit
    else { return false }
    return place + 3 == text.count || !text[place + 3].isDigit
  }

  private mutating func exponent(after amount: Amount) -> Reading<Amount> {
    guard let byte = next, byte | 0x20 == 0x65 else { return .value(amount) }
    var place = index + 1
    var isNegative = false
    if place < text.count, text[place] == 0x2B || text[place] == 0x2D {
      isNegative = text[place] == 0x2D
      place += 1
    }
    guard place < text.count, text[place].isDigit else { return .value(amount) }
    var power = 0
    while place < text.count, text[place].isDigit {
      power = power * 10 + Int(text[place] & 15)
      guard power <= AmountScanner.maxDigits else { return .unreadable(.tooLarge) }
      place += 1
    }
    index = place
    var result = amount
    result.exponent += isNegative ? -power : power
    return .value(result)
  }

  /// Takes `k`, `million` and their like.
  mutating func takeUnit(of amount: inout Amount) {
    let start = index
    skipSpaces()
    guard let letter = next, letter.isLetter else {
      index = start
      return
    }
    let power: Int? =
      if take(word: "k") || take(word: "thousand") || take(word: "thousands") {
        3
      } else if take(word: "m") || take(word: "mm") || take(word: "mil") || take(word: "mill")
        || take(word: "mio") || take(word: "million") || take(word: "millions")
      {
        6
      } else if take(word: "b") || take(word: "bn") || take(word: "bil") || take(word: "billion")
        || take(word: "billions")
      {
        9
      } else if take(word: "t") || take(word: "tn") || take(word: "trillion") || take(word: "trillions") {
        12
      } else {
        nil
      }
    if let power {
      amount.exponent += power
      amount.unitExponent = power
    } else {
      index = start
    }
  }
}
