extension RegexParser {
  /// What a backslash starts, outside brackets.
  mutating func escape() throws(RegexError) -> RegexNode {
    switch next {
    case "A": position += 1; return .assertion(.textStart)
    case "z": position += 1; return .assertion(.textEnd)
    case "b": position += 1; return .assertion(.wordBoundary)
    case "B": position += 1; return .assertion(.noWordBoundary)
    case "C": position += 1; return .scalars(.any)
    default: break
    }
    if let set = try escapedClass() { return .scalars(set) }
    return literal(try escapedScalar())
  }

  /// `\d`, `\W`, `\pL`, `\p{Greek}` and the like behind a backslash, or `nil`.
  private mutating func escapedClass() throws(RegexError) -> ScalarSet? {
    guard let scalar = next else { throw RegexError(message: "a backslash ends the pattern") }
    switch scalar {
    case "d": position += 1; return .digits
    case "D": position += 1; return ScalarSet.digits.inverted
    case "s": position += 1; return .spaces
    case "S": position += 1; return ScalarSet.spaces.inverted
    case "w", "W":
      position += 1
      let set = flags.ignoresCase ? ScalarSet.wordInBothCases : .word
      return scalar == "W" ? set.inverted : set
    case "p", "P":
      position += 1
      let (set, isNegated) = try namedClass()
      return (scalar == "P") != isNegated ? set.inverted : set
    default: return nil
    }
  }

  private mutating func namedClass() throws(RegexError) -> (ScalarSet, isNegated: Bool) {
    var name = ""
    var isNegated = false
    if take("{") {
      isNegated = take("^")
      while let scalar = next, scalar != "}" {
        name.unicodeScalars.append(scalar)
        position += 1
      }
      guard take("}") else { throw RegexError(message: "'{' must be closed by '}'") }
    } else if let scalar = next {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    return (try ScalarSet(named: name, ignoringCase: flags.ignoresCase), isNegated)
  }

  private mutating func escapedScalar() throws(RegexError) -> Unicode.Scalar {
    guard let scalar = next else { throw RegexError(message: "a backslash ends the pattern") }
    position += 1
    switch scalar {
    case "a": return "\u{7}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "v": return "\u{B}"
    case "x": return try hexadecimal()
    case "0"..."7": return try octal(scalar)
    default:
      guard scalar.isASCII, scalar.decimalDigit == nil, !scalar.properties.isAlphabetic else {
        throw RegexError(message: "'\\\(scalar)' is not an escape of patterns")
      }
      return scalar
    }
  }

  private mutating func octal(_ first: Unicode.Scalar) throws(RegexError) -> Unicode.Scalar {
    // `\1` to `\7` alone would be back references.
    guard first == "0" || (scalar(at: 0)?.decimalDigit ?? 8) < 8 else {
      throw RegexError(message: "back references are not supported")
    }
    var value = UInt32(first.decimalDigit ?? 0)
    for _ in 0..<2 {
      guard let digit = next?.decimalDigit, digit < 8 else { break }
      value = value * 8 + UInt32(digit)
      position += 1
    }
    guard let scalar = Unicode.Scalar(value) else {
      throw RegexError(message: "an octal escape is out of range")
    }
    return scalar
  }

  private mutating func hexadecimal() throws(RegexError) -> Unicode.Scalar {
    var value: UInt32 = 0
    var count = 0
    let isBraced = take("{")
    while let digit = next.flatMap({ UInt8(exactly: $0.value)?.hexValue }), isBraced || count < 2 {
      value = min(value << 4 | digit, 0x11_0000)
      count += 1
      position += 1
    }
    guard isBraced ? 0 < count && take("}") : count == 2, let scalar = Unicode.Scalar(value) else {
      throw RegexError(message: "'\\x' needs two hexadecimal digits, or a character's number in braces")
    }
    return scalar
  }

  // MARK: Classes in brackets

  mutating func characterClass() throws(RegexError) -> RegexNode {
    let isNegated = take("^")
    var set = ScalarSet()
    // What a backslash names comes in both cases already.
    var named = ScalarSet()
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let scalar = next, isFirst || scalar != "]" {
      isFirst = false
      if try addPOSIXClass(to: &set) { continue }
      position += 1
      if scalar == "\\", let escaped = try escapedClass() {
        named.add(escaped)
        continue
      }
      let low = scalar == "\\" ? try escapedScalar() : scalar
      var high = low
      if next == "-", let following = self.scalar(at: 1), following != "]" {
        position += 2
        high = following == "\\" ? try escapedScalar() : following
        if high < low { throw RegexError(message: "the range \(low)-\(high) is reversed") }
      }
      ranges.append(low.value...high.value)
    }
    guard take("]") else { throw RegexError(message: "'[' must be closed by ']'") }
    set.add(ranges)
    if flags.ignoresCase {
      try fold(set.foldedCount)
      set = set.withBothCases
    }
    set.add(named)
    return .scalars(isNegated ? set.inverted : set)
  }

  /// `[:alpha:]` and its kin, inside brackets.
  private mutating func addPOSIXClass(to set: inout ScalarSet) throws(RegexError) -> Bool {
    guard next == "[", scalar(at: 1) == ":" else { return false }
    var place = position + 2
    let isNegated = place < scalars.count && scalars[place] == "^"
    if isNegated { place += 1 }
    var name = ""
    while place < scalars.count, scalars[place] != ":", scalars[place] != "]" {
      name.unicodeScalars.append(scalars[place])
      place += 1
    }
    guard place + 1 < scalars.count, scalars[place] == ":", scalars[place + 1] == "]" else { return false }
    guard let ranges = Self.posix[name] else {
      throw RegexError(message: "'[:\(name):]' is not a class of characters")
    }
    position = place + 2
    set.add(isNegated ? ScalarSet(ranges).inverted : ScalarSet(ranges))
    return true
  }

  private static let posix: [String: [ClosedRange<UInt32>]] = [
    "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A], "alpha": [0x41...0x5A, 0x61...0x7A],
    "ascii": [0...0x7F],
    "blank": [0x09...0x09, 0x20...0x20], "cntrl": [0...0x1F, 0x7F...0x7F], "digit": [0x30...0x39],
    "graph": [0x21...0x7E], "lower": [0x61...0x7A], "print": [0x20...0x7E],
    "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E], "space": [0x09...0x0D, 0x20...0x20],
    "upper": [0x41...0x5A], "word": [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A],
    "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66],
  ]
}
