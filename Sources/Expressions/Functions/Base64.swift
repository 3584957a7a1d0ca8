extension Function {
  /// `base64.encode` and `base64.decode` (RFC 4648, section 4).
  func base64(_ a: CELValue, _ meter: inout Meter) throws(CELError) -> CELValue {
    switch (self, a) {
    case (.base64Encode, .bytes(let bytes)):
      try meter.charge(bytes: bytes.count)
      return .string(Base64.encode(bytes))
    case (.base64Decode, .string(let text)):
      try meter.charge(bytes: text.utf8.count)
      guard let bytes = Base64.decode(text) else {
        throw CELError(.invalidArgument, "the text is not base64")
      }
      return .bytes(bytes)
    default: throw noOverload([a])
    }
  }
}

/// Bytes as text of 64 characters (RFC 4648).
public enum Base64 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// Bytes as base64, padded.
  public static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let second = start + 1 < bytes.count ? bytes[start + 1] : 0
      let third = start + 2 < bytes.count ? bytes[start + 2] : 0
      text.append(alphabet[Int(bytes[start] >> 2)])
      text.append(alphabet[Int((bytes[start] & 0x03) << 4 | second >> 4)])
      text.append(
        start + 1 < bytes.count ? alphabet[Int((second & 0x0F) << 2 | third >> 6)] : UInt8(ascii: "="))
      text.append(start + 2 < bytes.count ? alphabet[Int(third & 0x3F)] : UInt8(ascii: "="))
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes a text of base64 stands for, padded or not, in the plain or the URL alphabet.
  ///
  /// - Returns: `nil` when it is none.
  public static func decode(_ text: String) -> [UInt8]? {
    var symbols = Array(text.utf8)
    if symbols.count % 4 == 0 {
      for _ in 0..<2 where symbols.last == UInt8(ascii: "=") { symbols.removeLast() }
    }
    guard symbols.count % 4 != 1 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(symbols.count * 3 / 4)
    var buffer: UInt32 = 0
    var bits = 0
    for symbol in symbols {
      guard let value = value(of: symbol) else { return nil }
      buffer = buffer << 6 | value
      bits += 6
      if 8 <= bits {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: buffer >> UInt32(bits)))
      }
    }
    return bytes
  }

  private static func value(of symbol: UInt8) -> UInt32? {
    switch symbol {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(symbol - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(symbol - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(symbol - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }
}
