import LeadModel

extension MessageBuffer {
  /// Adds whole dollars: `$1,250,000`; nothing for a value that is no amount.
  mutating func appendMoney(_ dollars: Double) {
    guard dollars.isFinite, abs(dollars) < 1e15 else { return }
    let rounded = dollars.rounded()
    if rounded < 0 { append(UInt8(ascii: "-")) }
    append(UInt8(ascii: "$"))
    appendGrouped(UInt64(abs(rounded)))
  }

  /// Adds a number with at most two decimals and no zeros at the end.
  mutating func appendNumber(_ number: Double) {
    guard number.isFinite, abs(number) < 1e13 else { return }
    let hundredths = (abs(number) * 100).rounded()
    let cents = UInt64(hundredths)
    if number < 0, cents > 0 { append(UInt8(ascii: "-")) }
    appendGrouped(cents / 100)
    let rest = cents % 100
    guard rest > 0 else { return }
    append(UInt8(ascii: "."))
    append(UInt8(ascii: "0") + UInt8(rest / 10))
    if rest % 10 > 0 { append(UInt8(ascii: "0") + UInt8(rest % 10)) }
  }

  /// Adds a count: a year stays `1998`, from 10,000 on groups are parted.
  mutating func appendCount(_ count: Int64) {
    if count < 0 { append(UInt8(ascii: "-")) }
    if count.magnitude < 10_000 {
      appendDigits(count.magnitude)
    } else {
      appendGrouped(count.magnitude)
    }
  }

  /// Adds a day as `Mar 5, 2026`; nothing outside the years 1...9999.
  mutating func appendDate(milliseconds: Int64) {
    let days = milliseconds / 86_400_000 - (milliseconds % 86_400_000 < 0 ? 1 : 0)
    guard let days = Int32(exactly: days) else { return }
    let (year, month, day) = CivilDate(daysSince1970: days).components
    guard (1...9_999).contains(year) else { return }
    let names: StaticString = "JanFebMarAprMayJunJulAugSepOctNovDec"
    append(UnsafeBufferPointer(start: names.utf8Start + 3 * (month - 1), count: 3))
    append(0x20)
    appendDigits(UInt64(day))
    append(", ")
    appendDigits(UInt64(year.magnitude))
  }

  /// Adds a phone number as people here write it, `(217) 555-0142`; as it stands when it has another form.
  mutating func appendPhone(_ e164: UnsafeBufferPointer<UInt8>) {
    guard e164.count == 12, e164[0] == UInt8(ascii: "+"), e164[1] == UInt8(ascii: "1") else {
      return appendSmart(e164)
    }
    append(UInt8(ascii: "("))
    append(UnsafeBufferPointer(rebasing: e164[2..<5]))
    append(") ")
    append(UnsafeBufferPointer(rebasing: e164[5..<8]))
    append(UInt8(ascii: "-"))
    append(UnsafeBufferPointer(rebasing: e164[8..<12]))
  }

  private mutating func appendDigits(_ number: UInt64) {
    var divisor: UInt64 = 1
    while number / divisor >= 10 { divisor *= 10 }
    var rest = number
    while divisor > 0 {
      append(UInt8(ascii: "0") + UInt8(rest / divisor))
      rest %= divisor
      divisor /= 10
    }
  }

  /// Adds digits in groups of three.
  private mutating func appendGrouped(_ number: UInt64) {
    guard number >= 1_000 else { return appendDigits(number) }
    appendGrouped(number / 1_000)
    append(UInt8(ascii: ","))
    let rest = number % 1_000
    append(UInt8(ascii: "0") + UInt8(rest / 100))
    append(UInt8(ascii: "0") + UInt8(rest / 10 % 10))
    append(UInt8(ascii: "0") + UInt8(rest % 10))
  }
}
