extension Function {
  /// `contains`, `startsWith`, `endsWith` and `matches`.
  func textTest(_ a: CELValue, _ b: CELValue, _ meter: inout Meter) throws(CELError) -> Bool {
    guard case .string(let text) = a, case .string(let part) = b else { throw noOverload([a, b]) }
    switch self {
    case .contains: return try text.contains(part, &meter)
    case .startsWith:
      try meter.charge(bytes: part.utf8.count)
      return text.utf8.starts(with: part.utf8)
    case .endsWith:
      try meter.charge(bytes: part.utf8.count)
      return part.utf8.count <= text.utf8.count && text.utf8.suffix(part.utf8.count).elementsEqual(part.utf8)
    case .matches:
      try meter.charge(4 * part.utf8.count)
      let regex: Regex
      var effort = 0
      do throws(RegexError) {
        regex = try Regex(part, effort: &effort)
      } catch {
        try meter.charge(effort)
        throw CELError(.invalidArgument, "the pattern \(part.quotedLiteral) is not one: \(error.message)")
      }
      try meter.charge(effort)
      return try regex.matches(text, &meter)
    default: throw noOverload([a, b])
    }
  }

  /// The functions that take a text, or a list of texts, alone.
  func text(_ a: CELValue, _ meter: inout Meter) throws(CELError) -> CELValue {
    if self == .join { return try join(a, separator: "", &meter) }
    guard case .string(let text) = a else { throw noOverload([a]) }
    try meter.charge(bytes: 4 * text.utf8.count)
    switch self {
    case .lowerAscii: return .string(text.mappingASCII { UInt8(ascii: "A") <= $0 && $0 <= UInt8(ascii: "Z") })
    case .upperAscii: return .string(text.mappingASCII { UInt8(ascii: "a") <= $0 && $0 <= UInt8(ascii: "z") })
    case .trim: return .string(text.trimmed)
    case .quote: return .string(text.quotedLiteral)
    case .reverse:
      var reversed = String.UnicodeScalarView()
      reversed.append(contentsOf: text.unicodeScalars.reversed())
      return .string(String(reversed))
    default: throw noOverload([a])
    }
  }

  /// The functions that take a text, or a list of texts, and one thing more.
  func text(_ a: CELValue, _ b: CELValue, _ meter: inout Meter) throws(CELError) -> CELValue {
    switch (self, a, b) {
    case (.charAt, .string(let text), .int(let place)): return try text.character(at: place, &meter)
    case (.indexOf, .string(let text), .string(let part)): return try text.indexOf(part, from: 0, &meter)
    case (.lastIndexOf, .string(let text), .string(let part)):
      return try text.lastIndexOf(part, upTo: nil, &meter)
    case (.substring, .string(let text), .int(let start)): return try text.substring(start, nil, &meter)
    case (.split, .string(let text), .string(let separator)):
      return try text.split(separator, limit: -1, &meter)
    case (.join, .list, .string(let separator)): return try join(a, separator: separator, &meter)
    case (.format, .string(let text), .list(let arguments)):
      var format = TextFormat(text, arguments)
      return .string(try format.formatted(&meter))
    default: throw noOverload([a, b])
    }
  }

  private func join(_ a: CELValue, separator: String, _ meter: inout Meter) throws(CELError) -> CELValue {
    guard case .list(let elements) = a else { throw noOverload([a]) }
    var joined = ""
    for (place, element) in elements.enumerated() {
      guard case .string(let text) = element else { throw noOverload([a]) }
      if 0 < place { joined += separator }
      try meter.charge(bytes: text.utf8.count + separator.utf8.count)
      joined += text
    }
    return .string(joined)
  }
}
