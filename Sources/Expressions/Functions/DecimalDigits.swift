/// A finite double's exact value in decimal: every double has finitely many digits.
struct DecimalDigits {
  let isNegative: Bool
  /// Digits 0 to 9, most significant first; no leading zeros, empty for zero.
  let digits: [UInt8]
  /// How many of `digits` stand before the point; below zero for zeros between the point and them.
  let pointPlace: Int

  /// - Precondition: `value` is finite.
  init(_ value: Double) {
    precondition(value.isFinite, "infinity has no digits")
    isNegative = value.sign == .minus
    // value = significand * 2^exponent, with a whole significand.
    let bits = value.bitPattern
    let fraction = bits & 0xF_FFFF_FFFF_FFFF
    let biased = Int(bits >> 52 & 0x7FF)
    let significand = biased == 0 ? fraction : fraction | 1 << 52
    let exponent = max(biased, 1) - 1_075
    var limbs = LimbNumber(significand)
    if exponent >= 0 {
      for _ in 0..<exponent { limbs.multiply(by: 2) }
    } else {
      // m / 2^k = m * 5^k / 10^k
      for _ in 0..<(-exponent) { limbs.multiply(by: 5) }
    }
    digits = limbs.digits
    pointPlace = digits.count - max(0, -exponent)
  }

  /// The digits cut after `count` of them, rounded half to even; the count may grow by one.
  private func rounded(to count: Int) -> (digits: [UInt8], hasCarried: Bool) {
    guard 0 <= count else { return ([], false) }
    guard count < digits.count else {
      return (digits + Array(repeating: 0, count: count - digits.count), false)
    }
    var kept = Array(digits[..<count])
    let next = digits[count]
    let isTie = next == 5 && digits[(count + 1)...].allSatisfy { $0 == 0 }
    guard next > 5 || (next == 5 && !isTie) || (isTie && (kept.last ?? 0) % 2 == 1) else {
      return (kept, false)
    }
    var place = count - 1
    while 0 <= place, kept[place] == 9 {
      kept[place] = 0
      place -= 1
    }
    if 0 <= place {
      kept[place] += 1
      return (kept, false)
    }
    return ([1] + kept, true)
  }

  /// `123.500`: so many decimals.
  func fixed(_ decimals: Int) -> String {
    let (kept, hasCarried) = rounded(to: pointPlace + decimals)
    let wholeCount = pointPlace + (hasCarried ? 1 : 0)
    // In front of the kept digits stand zeros up to the point.
    let padded =
      wholeCount < 1
      ? Array(repeating: 0, count: min(1 - wholeCount, decimals + 1 - kept.count)) + kept : kept
    let whole = max(1, wholeCount)
    return (isNegative ? "-" : "") + Self.text(padded[..<whole])
      + (decimals == 0 ? "" : "." + Self.text(padded[whole...]))
  }

  /// `1.235e+02`: one digit, so many decimals, and an exponent of at least two digits.
  func scientific(_ decimals: Int) -> String {
    let (kept, hasCarried) = rounded(to: decimals + 1)
    let shown = kept.prefix(decimals + 1)
    let exponent = digits.isEmpty ? 0 : pointPlace - 1 + (hasCarried ? 1 : 0)
    let power = String(exponent.magnitude)
    return (isNegative ? "-" : "") + Self.text(shown.prefix(1))
      + (decimals == 0 ? "" : "." + Self.text(shown.dropFirst())) + (exponent < 0 ? "e-" : "e+")
      + (power.utf8.count < 2 ? "0" : "") + power
  }

  private static func text(_ digits: ArraySlice<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}

/// A whole number of any size, in limbs of nine decimal digits, the least significant first.
private struct LimbNumber {
  private var limbs: [UInt32]

  init(_ value: UInt64) {
    limbs = []
    var rest = value
    while rest > 0 {
      limbs.append(UInt32(rest % 1_000_000_000))
      rest /= 1_000_000_000
    }
  }

  mutating func multiply(by factor: UInt32) {
    var carry: UInt64 = 0
    for place in limbs.indices {
      let product = UInt64(limbs[place]) * UInt64(factor) + carry
      limbs[place] = UInt32(product % 1_000_000_000)
      carry = product / 1_000_000_000
    }
    if carry > 0 { limbs.append(UInt32(carry)) }
  }

  var digits: [UInt8] {
    var digits: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}
