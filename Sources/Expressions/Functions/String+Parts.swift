extension String {
  /// The text with the ASCII letters of one case turned to the other.
  func mappingASCII(_ isOtherCase: (UInt8) -> Bool) -> String {
    guard utf8.contains(where: isOtherCase) else { return self }
    return String(decoding: utf8.map { isOtherCase($0) ? $0 ^ 0x20 : $0 }, as: UTF8.self)
  }

  /// The text without white space (Unicode's property White_Space) at its ends.
  var trimmed: String {
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

  private func outOfRange(_ place: Int64) -> CELError {
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

  func character(at place: Int64, _ meter: inout Meter) throws(CELError) -> CELValue {
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
