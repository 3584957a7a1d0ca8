/// Rewrites a text so that it costs as little as it can without changing what a reader sees.
///
/// Composes accents (NFC, Latin letters), turns CRLF and CR into LF, drops control characters, and puts plain
/// characters for typographic ones: curly quotes, dashes, ellipses, hard spaces, and their like.
public enum SmartEncoding {
  /// How far a rewrite may go.
  public enum Letters: Hashable, Sendable, CaseIterable {
    /// All keep their accents, though "Núñez" then costs as much as an emoji.
    case keepAccents
    /// Those outside the GSM alphabet become plain ones, as far as there are some: "Núñez" is "Nuñez", "Łukasz"
    /// is "Lukasz", "Œuvre" is "OEuvre". Pictographs go.
    case plain
  }

  /// Whether every byte of a text is plain, so that rewriting it changes nothing; a rare text is told `false`
  /// that would not change either.
  public static func isCheapest(_ utf8: UnsafeBufferPointer<UInt8>) -> Bool {
    utf8.plainRun(from: 0) == utf8.count
  }
}

extension MessageBuffer {
  /// Adds a text in its cheapest form; nothing is allocated.
  public mutating func appendSmart(
    _ utf8: UnsafeBufferPointer<UInt8>, letters: SmartEncoding.Letters = .keepAccents
  ) {
    let start = count
    var previous: UInt32 = 0
    var index = 0
    while index < utf8.count {
      let plain = utf8.plainRun(from: index)
      if plain > 0 {
        var first = index
        // What stood before it may be gone.
        if letters == .plain, count == start {
          while first < index + plain, utf8[first] == 0x20 { first += 1 }
        }
        append(UnsafeBufferPointer(rebasing: utf8[first..<(index + plain)]))
        index += plain
        previous = UInt32(utf8[index - 1])
        guard index < utf8.count else { break }
      }
      let scalar = utf8.scalar(at: index)
      index += scalar.length
      if scalar.value == 0x0D {
        let isCRLF = index < utf8.count && utf8[index] == 0x0A
        if !isCRLF { append(0x0A) }
      } else if scalar.value == 0x200D {
        // A joiner matters only between emoji.
        if Self.isEmoji(previous), letters == .keepAccents { append(scalar: 0x200D) }
      } else if (0x300...0x331).contains(scalar.value), let joined = compose(scalar.value, from: start) {
        appendLetter(joined, letters, from: start)
        previous = joined
      } else {
        appendReplacement(scalar.value, letters, from: start)
        previous = scalar.value
      }
    }
  }

  public mutating func appendSmart(_ text: String, letters: SmartEncoding.Letters = .keepAccents) {
    var text = text
    text.withUTF8 { appendSmart($0, letters: letters) }
  }

  private mutating func appendReplacement(
    _ scalar: UInt32, _ letters: SmartEncoding.Letters, from start: Int
  ) {
    switch SmartReplacement.of(scalar) {
    case .keep: appendLetter(scalar, letters, from: start)
    case .remove: break
    case .byte(let byte): append(byte)
    case .ascii(let text): append(text)
    }
  }

  private mutating func appendLetter(_ scalar: UInt32, _ letters: SmartEncoding.Letters, from start: Int) {
    guard letters == .plain, GSM7Alphabet.septets(of: scalar) == 0 else {
      return append(scalar: scalar)
    }
    if (0x300...0x36F).contains(scalar) { return }  // An accent that joins with nothing.
    if Self.isEmoji(scalar) || (0xFE00...0xFE0F).contains(scalar) {
      // The space before it is enough.
      if start < count, lastByte == 0x20 { truncate(to: count - 1) }
      return
    }
    switch scalar {
    case 0x152: append("OE")
    case 0x153: append("oe")
    case 0xDE: append("Th")
    case 0xFE: append("th")
    case 0xD0: append(UInt8(ascii: "D"))
    case 0xF0: append(UInt8(ascii: "d"))
    case 0x126: append(UInt8(ascii: "H"))
    case 0x127: append(UInt8(ascii: "h"))
    case 0x166: append(UInt8(ascii: "T"))
    case 0x167: append(UInt8(ascii: "t"))
    case _: append(scalar: LatinComposition.base(of: scalar) ?? scalar)
    }
  }

  /// Takes off the last scalar behind `start` if it joins with `mark`, and returns the joined letter.
  private mutating func compose(_ mark: UInt32, from start: Int) -> UInt32? {
    var index = count
    while index > start {
      index -= 1
      if bytes[index] & 0xC0 != 0x80 { break }
    }
    guard index < count, start <= index else { return nil }
    let base = bytes.scalar(at: index).value
    guard let joined = LatinComposition.composed(base, mark) else { return nil }
    truncate(to: index)
    return joined
  }

  /// Whether a joiner behind this scalar belongs to an emoji: pictographs, their modifiers, symbols.
  private static func isEmoji(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x1F000...0x1FAFF, 0x2190...0x2BFF, 0xFE0F, 0x20E3: true
    default: false
    }
  }
}
