/// What a text costs to send: its encoding, its length in that encoding's units, and its billed parts.
public struct SMSCount: Hashable, Sendable {
  public let encoding: SMSEncoding
  /// Septets or 16-bit units, by encoding.
  public let units: Int
  /// Billed parts; 0 only for an empty text.
  public let segments: Int

  public init(encoding: SMSEncoding, units: Int, segments: Int) {
    self.encoding = encoding
    self.units = units
    self.segments = segments
  }

  /// Counts a text exactly as it stands: nothing is normalized or replaced first.
  ///
  /// An invalid byte counts as U+FFFD.
  public init(_ utf8: UnsafeBufferPointer<UInt8>) {
    var septets = 0
    var units = 0
    var isGSM = true
    var index = 0
    while index < utf8.count {
      let plain = utf8.plainRun(from: index)
      septets += plain
      units += plain
      index += plain
      guard index < utf8.count else { break }
      let scalar = utf8.scalar(at: index)
      index += scalar.length
      let width = GSM7Alphabet.septets(of: scalar.value)
      isGSM = isGSM && width != 0
      septets += width
      units += scalar.value > 0xFFFF ? 2 : 1
    }
    encoding = isGSM ? .gsm7 : .ucs2
    self.units = isGSM ? septets : units
    if self.units <= encoding.unitsInOnePart {
      segments = self.units == 0 ? 0 : 1
    } else {
      segments = Self.parts(of: utf8, in: encoding)
    }
  }

  public init(_ text: String) {
    var text = text
    self = text.withUTF8 { SMSCount($0) }
  }

  /// Fills parts one after another; a character of two units never straddles two parts.
  ///
  /// That is why the sum divided by the part's length is too small a number.
  private static func parts(of utf8: UnsafeBufferPointer<UInt8>, in encoding: SMSEncoding) -> Int {
    let room = encoding.unitsPerPart
    var full = 0
    var used = 0
    var index = 0
    while index < utf8.count {
      let plain = utf8.plainRun(from: index)
      index += plain
      full += (used + plain) / room
      used = (used + plain) % room
      guard index < utf8.count else { break }
      let scalar = utf8.scalar(at: index)
      index += scalar.length
      let width =
        switch encoding {
        case .gsm7: GSM7Alphabet.septets(of: scalar.value)
        case .ucs2: scalar.value > 0xFFFF ? 2 : 1
        }
      if used + width > room {
        full += 1
        used = 0
      }
      used += width
    }
    return used > 0 ? full + 1 : full
  }
}
