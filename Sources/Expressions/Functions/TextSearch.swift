/// Finds one run of bytes in another.
enum TextSearch {
  /// Needles longer than this are searched with a table; shorter ones cannot cost much without.
  private static let plainLimit = 16

  /// The first place at or after `start` where `part` stands, or `nil`; in time linear in both.
  static func first(
    of part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard !part.isEmpty else { return start }
    guard start + part.count <= text.count else { return nil }
    return part.count <= plainLimit ? plain(part, text, start) : table(part, text, start)
  }

  private static func plain(
    _ part: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int? {
    let first = part[0]
    for place in start...text.count - part.count where text[place] == first {
      var length = 1
      while length < part.count, text[place + length] == part[length] { length += 1 }
      if length == part.count { return place }
    }
    return nil
  }

  /// Knuth, Morris and Pratt's search, which never goes back in the text.
  private static func table(
    _ part: UnsafeBufferPointer<UInt8>, _ text: UnsafeBufferPointer<UInt8>, _ start: Int
  ) -> Int? {
    var borders = [Int](repeating: 0, count: part.count)
    var length = 0
    for place in 1..<part.count {
      while 0 < length, part[place] != part[length] { length = borders[length - 1] }
      if part[place] == part[length] { length += 1 }
      borders[place] = length
    }
    length = 0
    for place in start..<text.count {
      while 0 < length, text[place] != part[length] { length = borders[length - 1] }
      if text[place] == part[length] { length += 1 }
      if length == part.count { return place - part.count + 1 }
    }
    return nil
  }
}
