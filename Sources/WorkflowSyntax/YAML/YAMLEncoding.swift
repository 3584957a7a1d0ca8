internal import Diagnostics

/// Which bytes may be a YAML file at all.
enum YAMLEncoding {
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// The one finding about a file that is too large or not text, else `nil`.
  static func refusal(of bytes: [UInt8], in file: SourceFileID, limits: YAMLLimits) -> Diagnostic? {
    func finding(_ id: DiagnosticID, _ message: String, _ start: Int, _ end: Int) -> Diagnostic {
      Diagnostic(id, .error, message, at: SourceRange(file: file, start: start, end: min(end, bytes.count)))
    }
    guard bytes.count <= limits.bytes else {
      return finding(
        .fileTooLarge, "the file has \(bytes.count) bytes; at most \(limits.bytes) are read", 0, 0)
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || (2 <= bytes.count && (bytes[0] == 0) != (bytes[1] == 0))
    {
      return finding(.invalidUTF8, "the file is in UTF-16; save it as UTF-8", 0, 2)
    }
    return bytes.withUnsafeBufferPointer { buffer in
      guard let place = firstNonText(buffer) else { return nil }
      let byte = buffer[place]
      if byte < 0x80 || byte == 0xC2 && place + 1 < buffer.count && buffer[place + 1] & 0xE0 == 0x80 {
        let code = byte < 0x80 ? byte : buffer[place + 1]
        return finding(
          .invalidYAML, "the control character U+00\(hex(code)) cannot stand in a text file", place,
          place + (byte < 0x80 ? 1 : 2))
      }
      return finding(
        .invalidUTF8, "the byte 0x\(hex(byte)) is not UTF-8; save the file as UTF-8", place, place + 1)
    }
  }

  /// The first byte that starts no character YAML 1.1 (section 5.1) allows in a file.
  private static func firstNonText(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    while index < bytes.count {
      if index + 8 <= bytes.count, isPlain(word(bytes, index)) {
        index += 8
        continue
      }
      let byte = bytes[index]
      if 0x20 <= byte, byte < 0x7F {
        index += 1
        continue
      }
      if byte < 0x80 {
        guard byte == 0x09 || byte == 0x0A || byte == 0x0D else { return index }
        index += 1
        continue
      }
      guard let length = characterLength(bytes, index) else { return index }
      index += length
    }
    return nil
  }

  // MARK: Eight bytes at once

  /// Whether every byte of a file is a character of its own.
  static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var index = 0
    while index + 8 <= bytes.count {
      guard word(bytes, index) & highBits == 0 else { return false }
      index += 8
    }
    return bytes[index...].allSatisfy { $0 < 0x80 }
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> UInt64 {
    UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
  }

  /// Whether each of eight bytes is a printable character of ASCII.
  private static func isPlain(_ word: UInt64) -> Bool {
    // Of bytes below 0x80, one more reaches 0x80 from 0x7F alone, and 0x20 less from those below 0x20.
    (word | (word &+ 0x0101_0101_0101_0101) | (word &- 0x2020_2020_2020_2020)) & highBits == 0
  }

  /// The length of the allowed character that starts with a byte over 0x7F, or `nil`.
  private static func characterLength(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int? {
    func isTail(_ offset: Int) -> Bool {
      index + offset < bytes.count && bytes[index + offset] & 0xC0 == 0x80
    }
    let second = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0xC2...0xDF:
      guard isTail(1), bytes[index] != 0xC2 || 0xA0 <= second || second == 0x85 else { return nil }
      return 2
    case 0xE0...0xEF:
      guard isTail(1), isTail(2), bytes[index] != 0xE0 || 0xA0 <= second,
        bytes[index] != 0xED || second < 0xA0
      else { return nil }
      // U+FFFE and U+FFFF are no characters.
      guard bytes[index] != 0xEF || second != 0xBF || bytes[index + 2] < 0xBE else { return nil }
      return 3
    case 0xF0...0xF4:
      guard isTail(1), isTail(2), isTail(3), bytes[index] != 0xF0 || 0x90 <= second,
        bytes[index] != 0xF4 || second < 0x90
      else { return nil }
      return 4
    case _:
      return nil
    }
  }

  private static func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
