/// One scalar read from UTF-8, and the bytes it took.
@usableFromInline
struct DecodedScalar {
  @usableFromInline var value: UInt32
  @usableFromInline var length: Int
  @usableFromInline
  init(_ value: UInt32, _ length: Int) {
    self.value = value
    self.length = length
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The scalar that starts at `index`; a byte that starts none reads as U+FFFD and is one byte long.
  ///
  /// - Precondition: `index` is inside the buffer.
  @usableFromInline
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
  @inlinable
  func plainRun(from start: Int) -> Int {
    guard let baseAddress else { return 0 }
    var index = start
    let raw = UnsafeRawPointer(baseAddress)
    while index + 16 <= count {
      let chunk = raw.loadUnaligned(fromByteOffset: index, as: SIMD16<UInt8>.self)
      // Plain is space…'Z', '_' and 'a'…'z': what is left of printable ASCII are the backtick and the
      // characters of two septets.
      let folded = chunk | 0x20
      let isLetter = (folded &- 0x61) .< 26
      let isOther = (chunk &- 0x20) .< 0x21
      let stop = index + 16
      if all(isLetter .| isOther) {
        index = stop
      } else {
        // An underscore or a line feed alone does not end the run.
        while index < stop, isPlain(self[index]) { index += 1 }
        if index < stop { return index - start }
      }
    }
    while index < count, isPlain(self[index]) { index += 1 }
    return index - start
  }

  /// Whether an ASCII byte is one septet and not a control character; LF counts as plain.
  @inlinable
  func isPlain(_ byte: UInt8) -> Bool {
    if byte < 64 { return 0x20 <= byte || byte == 0x0A }
    return byte < 0x80 && (GSM7Alphabet.basicHigh >> UInt64(byte & 63)) & 1 == 1
  }
}
