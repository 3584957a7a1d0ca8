extension UnsafeBufferPointer<UInt8> {
  /// Unicode scalars in UTF-8 bytes, from `start` on.
  func characterCount(from start: Int = 0) -> Int {
    var count = 0
    for byte in self[start...] where byte & 0xC0 != 0x80 { count += 1 }
    return count
  }

  var characterCount: Int { characterCount() }

  /// The text's start of at most `limit` characters, cut where a word ends when more than half is left.
  ///
  /// What joins words ("Smith & Sons Heating and") does not stay at the end.
  func cut(toCharacters limit: Int) -> UnsafeBufferPointer<UInt8> {
    var end = 0
    var characters = 0
    while end < count {
      if self[end] & 0xC0 != 0x80 {
        guard characters < limit else { break }
        characters += 1
      }
      end += 1
    }
    guard end < count else { return self }
    var word = end
    while 0 < word, self[word] != 0x20 { word -= 1 }
    if end < word * 2 { end = word }
    while true {
      let length = end
      while 0 < end, TextCut.dangles(self[end - 1]) { end -= 1 }
      if 4 <= end, self[end - 4] == 0x20, TextCut.isAnd(self, at: end - 3) { end -= 4 }
      if end == length { break }
    }
    return UnsafeBufferPointer(rebasing: self[..<end])
  }
}

/// What must not be left at the end of a text that was cut.
private enum TextCut {
  static func dangles(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: ","), UInt8(ascii: "&"), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "("),
      UInt8(ascii: "+"), UInt8(ascii: ";"), UInt8(ascii: ":"):
      true
    case _: false
    }
  }

  static func isAnd(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
    bytes[index] | 0x20 == 0x61 && bytes[index + 1] | 0x20 == 0x6E && bytes[index + 2] | 0x20 == 0x64
  }
}
