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
    default:
      try meter.charge(4 * part.utf8.count)
      let regex: Regex
      do throws(RegexError) {
        regex = try Regex(part)
      } catch {
        throw CELError(.invalidArgument, "the pattern \(part.quotedLiteral) is not one: \(error.message)")
      }
      return try regex.matches(text, &meter)
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
    default:
      var reversed = String.UnicodeScalarView()
      reversed.append(contentsOf: text.unicodeScalars.reversed())
      return .string(String(reversed))
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

extension String {
  /// The text with the ASCII letters of one case turned to the other.
  fileprivate func mappingASCII(_ isOtherCase: (UInt8) -> Bool) -> String {
    guard utf8.contains(where: isOtherCase) else { return self }
    return String(decoding: utf8.map { isOtherCase($0) ? $0 ^ 0x20 : $0 }, as: UTF8.self)
  }

  /// The text without white space (Unicode's property White_Space) at its ends.
  fileprivate var trimmed: String {
    var rest = unicodeScalars[...]
    while let first = rest.first, first.properties.isWhitespace { rest.removeFirst() }
    while let last = rest.last, last.properties.isWhitespace { rest.removeLast() }
    return String(rest)
  }

  /// The bytes at which `part` first stands at or after `start`, or `nil`; in linear time.
  func firstPlace(of part: String, from start: Int = 0) -> Int? {
    var (text, part) = (self, part)
    return text.withUTF8 { text in part.withUTF8 { part in TextSearch.first(of: part, in: text, from: start) }
    }
  }

  func contains(_ part: String, _ meter: inout Meter) throws(CELError) -> Bool {
    try meter.charge(bytes: utf8.count + part.utf8.count)
    return firstPlace(of: part) != nil
  }

  fileprivate func outOfRange(_ place: Int64) -> CELError {
    CELError(.outOfRange, "index \(place) is outside a text of \(unicodeScalars.count) characters")
  }

  /// The bytes before the scalar at a place, its end among them; `nil` outside the text.
  private func bytes(before place: Int64) -> Int? {
    guard 0 <= place, place <= Int64(utf8.count),
      let index = unicodeScalars.index(startIndex, offsetBy: Int(place), limitedBy: endIndex)
    else { return nil }
    return utf8.distance(from: startIndex, to: index)
  }

  /// The number of scalars before a byte.
  private func scalars(before byte: Int) -> Int64 {
    var count: Int64 = 0
    for unit in utf8.prefix(byte) where unit & 0xC0 != 0x80 { count += 1 }
    return count
  }

  fileprivate func character(at place: Int64, _ meter: inout Meter) throws(CELError) -> CELValue {
    try meter.charge(bytes: utf8.count)
    guard let byte = bytes(before: place) else { throw outOfRange(place) }
    let index = utf8.index(startIndex, offsetBy: byte)
    return .string(index == endIndex ? "" : String(Character(unicodeScalars[index])))
  }

  func indexOf(_ part: String, from start: Int64, _ meter: inout Meter) throws(CELError) -> CELValue {
    try meter.charge(bytes: 2 * utf8.count + part.utf8.count)
    guard let byte = bytes(before: start) else { throw outOfRange(start) }
    return .int(firstPlace(of: part, from: byte).map { scalars(before: $0) } ?? -1)
  }

  func lastIndexOf(_ part: String, upTo start: Int64?, _ meter: inout Meter) throws(CELError) -> CELValue {
    try meter.charge(bytes: 2 * utf8.count + part.utf8.count)
    let limit: Int
    if let start {
      guard let byte = bytes(before: start) else { throw outOfRange(start) }
      limit = byte
    } else {
      limit = utf8.count
    }
    if part.isEmpty { return .int(scalars(before: limit)) }
    // Searched backward by reversing both; the end of the last match is the start of the first one then.
    let end = Swift.min(utf8.count, limit + part.utf8.count)
    let text = Array(utf8.prefix(end).reversed())
    let reversedPart = Array(part.utf8.reversed())
    let found = text.withUnsafeBufferPointer { text in
      reversedPart.withUnsafeBufferPointer { TextSearch.first(of: $0, in: text, from: 0) }
    }
    return .int(found.map { scalars(before: end - $0 - part.utf8.count) } ?? -1)
  }

  func substring(_ start: Int64, _ end: Int64?, _ meter: inout Meter) throws(CELError) -> CELValue {
    try meter.charge(bytes: utf8.count)
    guard let first = bytes(before: start) else { throw outOfRange(start) }
    var last = utf8.count
    if let end {
      guard let byte = bytes(before: end) else { throw outOfRange(end) }
      last = byte
    }
    guard first <= last else {
      throw CELError(.outOfRange, "a part cannot start at \(start) and end at \(end ?? 0)")
    }
    return .string(String(utf8.dropFirst(first).prefix(last - first)) ?? "")
  }

  /// - Parameter limit: The most parts, the last of which is the rest; below 0 for all.
  func split(_ separator: String, limit: Int64, _ meter: inout Meter) throws(CELError) -> CELValue {
    try meter.charge(bytes: utf8.count + separator.utf8.count)
    if limit == 0 { return .list([]) }
    if limit == 1 { return .list([.string(self)]) }
    var parts: [CELValue] = []
    func isFull() -> Bool { 0 < limit && Int64(parts.count) == limit - 1 }
    if separator.isEmpty {
      try meter.charge(utf8.count)
      var rest = unicodeScalars[...]
      while !rest.isEmpty, !isFull() { parts.append(.string(String(Character(rest.removeFirst())))) }
      if !rest.isEmpty { parts.append(.string(String(rest))) }
      return .list(parts)
    }
    var start = 0
    while !isFull(), let place = firstPlace(of: separator, from: start) {
      try meter.charge()
      parts.append(.string(part(start, place)))
      start = place + separator.utf8.count
    }
    parts.append(.string(part(start, utf8.count)))
    return .list(parts)
  }

  private func part(_ start: Int, _ end: Int) -> String {
    String(utf8.dropFirst(start).prefix(end - start)) ?? ""
  }

  /// - Parameter limit: The most replacements; below 0 for all.
  func replacing(_ old: String, with new: String, limit: Int64, _ meter: inout Meter) throws(CELError)
    -> CELValue
  {
    try meter.charge(bytes: utf8.count + old.utf8.count)
    var result = ""
    var remaining = limit < 0 ? Int64.max : limit
    if old.isEmpty {
      // Between all scalars and at both ends.
      for scalar in unicodeScalars {
        if 0 < remaining {
          try meter.charge(bytes: new.utf8.count)
          result += new
          remaining -= 1
        }
        result.unicodeScalars.append(scalar)
      }
      return .string(0 < remaining ? result + new : result)
    }
    var start = 0
    while 0 < remaining, let place = firstPlace(of: old, from: start) {
      try meter.charge(bytes: new.utf8.count)
      result += part(start, place)
      result += new
      start = place + old.utf8.count
      remaining -= 1
    }
    return .string(result + part(start, utf8.count))
  }
}
