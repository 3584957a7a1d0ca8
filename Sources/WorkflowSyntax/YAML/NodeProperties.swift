/// The anchor and tag before a value, which libyaml counts as part of it.
struct NodeProperties {
  private(set) var anchor: Range<Int>?
  private(set) var tag: Range<Int>?
  /// Where the value itself starts.
  private(set) var end: Int

  init(at start: Int, in bytes: YAMLBytes) {
    end = start
    while end < bytes.count {
      switch bytes[end] {
      case 0x20, 0x09, 0x0A, 0x0D:
        end += 1
      case UInt8(ascii: "#") where start < end:
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      case UInt8(ascii: "&") where anchor == nil:
        anchor = word(in: bytes)
      case UInt8(ascii: "!") where tag == nil:
        tag = word(in: bytes)
      case _:
        return
      }
    }
  }

  private mutating func word(in bytes: YAMLBytes) -> Range<Int> {
    let start = end
    while end < bytes.count, !NodeProperties.endsWord(bytes[end]) { end += 1 }
    return start..<end
  }

  private static func endsWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      true
    case _: false
    }
  }
}
