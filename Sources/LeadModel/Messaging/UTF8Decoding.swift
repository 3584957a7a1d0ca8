/// One scalar read from UTF-8, and the bytes it took.
struct DecodedScalar {
  var value: UInt32
  var length: Int
  init(_ value: UInt32, _ length: Int) {
    self.value = value
    self.length = length
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that starts at `index`; a byte that starts none reads as U+FFFD and is one byte long.
  ///
  /// - Precondition: `index` is inside the buffer.
  func scalar(at index: Int) -> DecodedScalar {
    let first = UInt32(self[index])
    if first < 0x80 { return DecodedScalar(first, 1) }
    let broken = DecodedScalar(0xFFFD, 1)
    func tail(_ offset: Int) -> UInt32? {
      guard index + offset < count, self[index + offset] & 0xC0 == 0x80 else { return nil }
      return UInt32(self[index + offset] & 0x3F)
    }
    switch first {
    case 0xC2...0xDF:
      guard let a = tail(1) else { return broken }
      return DecodedScalar((first & 0x1F) << 6 | a, 2)
    case 0xE0...0xEF:
      guard let a = tail(1), let b = tail(2) else { return broken }
      let value = (first & 0x0F) << 12 | a << 6 | b
      let isWellFormed = 0x800 <= value && !(0xD800...0xDFFF).contains(value)
      return isWellFormed ? DecodedScalar(value, 3) : broken
    case 0xF0...0xF4:
      guard let a = tail(1), let b = tail(2), let c = tail(3) else { return broken }
      let value = (first & 0x07) << 18 | a << 12 | b << 6 | c
      return (0x1_0000...0x10_FFFF).contains(value) ? DecodedScalar(value, 4) : broken
    default:
      return broken
    }
  }

  /// Bytes from `start` on that are plain: each one septet, and sent as it stands.
  ///
  /// LF is plain; no other control character is.
  func plainRun(from start: Int) -> Int {
    guard let baseAddress else { return 0 }
    let raw = UnsafeRawPointer(baseAddress)
    var index = start
    while index &+ 8 <= count {
      if !PlainBytes.all(raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)) {
        // An underscore or a line feed alone does not end the run.
        let stop = index &+ 8
        while index < stop, PlainBytes.contains(baseAddress[index]) { index &+= 1 }
        if index < stop { return index &- start }
      } else {
        index &+= 8
      }
    }
    while index < count, PlainBytes.contains(baseAddress[index]) { index &+= 1 }
    return index &- start
  }
}

/// Bytes of one septet that are sent as they stand: printable ASCII in the GSM basic alphabet, and LF.
enum PlainBytes {
  static func contains(_ byte: UInt8) -> Bool {
    if byte < 64 { return 0x20 <= byte || byte == 0x0A }
    return byte < 0x80 && (GSM7Alphabet.basicHigh >> UInt64(byte & 63)) & 1 == 1
  }

  /// Whether all eight bytes of a word are space…'Z' or 'a'…'z'.
  ///
  /// What is left of printable ASCII are the underscore, the backtick and the characters of two septets. Adding
  /// to a byte below 0x80 sets its high bit exactly when it reaches a bound.
  static func all(_ word: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones &* 0x80
    guard word & high == 0 else { return false }
    let fromSpace = word &+ ones &* (0x80 - 0x20)
    let fromBracket = word &+ ones &* (0x80 - 0x5B)
    let fromSmallA = word &+ ones &* (0x80 - 0x61)
    let fromBrace = word &+ ones &* (0x80 - 0x7B)
    return fromSpace & (~fromBracket | (fromSmallA & ~fromBrace)) & high == high
  }
}
