/// What stands between a template's braces: a name, and after a bar what to say when there is no value.
struct TemplateHole {
  let name: String
  /// The name's bytes in the whole text, without the spaces around it.
  let nameRange: Range<Int>
  /// `nil` when there is no bar.
  let fallback: String?
  /// The fallback's bytes in the whole text.
  let fallbackRange: Range<Int>?

  /// - Parameter offset: Where the inside starts in the whole text.
  init(_ inside: ArraySlice<UInt8>, offset: Int) {
    let base = inside.startIndex
    let bar = inside.firstIndex(of: UInt8(ascii: "|"))
    var start = base
    var end = bar ?? inside.endIndex
    while start < end, inside[start] == 0x20 { start += 1 }
    while start < end, inside[end - 1] == 0x20 { end -= 1 }
    name = String(decoding: inside[start..<end], as: UTF8.self)
    nameRange = (offset + start - base)..<(offset + end - base)
    fallbackRange = bar.map { (offset + $0 + 1 - base)..<(offset + inside.endIndex - base) }
    fallback = bar.map { bar in
      var text: [UInt8] = []
      var index = bar + 1
      while index < inside.endIndex {
        if inside[index] == UInt8(ascii: "\\"), index + 1 < inside.endIndex { index += 1 }
        text.append(inside[index])
        index += 1
      }
      return String(decoding: text, as: UTF8.self)
    }
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 97 < 26 || byte &- 48 < 10 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".")
  }
}
