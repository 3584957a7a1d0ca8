/// One key as a terminal reports it.
enum LineEditorKey: Equatable {
  case text(String)
  case enter, endOfInput, interrupt, clearScreen
  case left, right, up, down, home, end, wordLeft, wordRight
  case backspace, delete
  /// `ctrl-d`: ends the input where there is nothing to delete.
  case deleteOrEnd
  case cutToEnd, cutToStart, cutWord, paste
  /// A key that means nothing here.
  case other
}

/// Reads keys from a terminal's bytes: UTF-8, control characters, and the escape sequences of VT100 and xterm.
struct LineEditorKeys {
  /// Gives the next byte, `nil` at the end of the input.
  let next: () -> UInt8?
  /// Gives the next byte if it is there already: an escape key alone is followed by nothing.
  let nextAtOnce: () -> UInt8?

  func key() -> LineEditorKey {
    guard let byte = next() else { return .endOfInput }
    switch byte {
    case 0x01: return .home
    case 0x02: return .left
    case 0x03: return .interrupt
    case 0x04: return .deleteOrEnd
    case 0x05: return .end
    case 0x06: return .right
    case 0x08, 0x7F: return .backspace
    case 0x0A, 0x0D: return .enter
    case 0x0B: return .cutToEnd
    case 0x0C: return .clearScreen
    case 0x0E: return .down
    case 0x10: return .up
    case 0x15: return .cutToStart
    case 0x17: return .cutWord
    case 0x19: return .paste
    case 0x1B: return escape()
    case 0x09: return .text(" ")
    case 0x00..<0x20: return .other
    case _: return text(from: byte)
    }
  }

  private func escape() -> LineEditorKey {
    guard let byte = nextAtOnce() else { return .other }
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "O"): return sequence()
    case UInt8(ascii: "b"): return .wordLeft
    case UInt8(ascii: "f"): return .wordRight
    case 0x7F: return .cutWord
    case _: return .other
    }
  }

  private func sequence() -> LineEditorKey {
    var parameters: [UInt8] = []
    while let byte = nextAtOnce(), parameters.count < 16 {
      if (0x40...0x7E).contains(byte) { return sequence(ending: byte, parameters) }
      parameters.append(byte)
    }
    return .other
  }

  private func sequence(ending byte: UInt8, _ parameters: [UInt8]) -> LineEditorKey {
    // "1;5D" is ctrl-left, "1;3D" alt-left.
    let isModified = parameters.contains(UInt8(ascii: ";"))
    switch Unicode.Scalar(byte) {
    case "A": return .up
    case "B": return .down
    case "C": return isModified ? .wordRight : .right
    case "D": return isModified ? .wordLeft : .left
    case "H": return .home
    case "F": return .end
    case "~":
      switch parameters.first.map(Unicode.Scalar.init) {
      case "1", "7": return .home
      case "4", "8": return .end
      case "3": return .delete
      case _: return .other
      }
    case _: return .other
    }
  }

  /// A character of one to four bytes; bytes that are no UTF-8 are left out.
  private func text(from first: UInt8) -> LineEditorKey {
    let length =
      switch first {
      case 0..<0x80: 1
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      case _: 0
      }
    var bytes = [first]
    while bytes.count < length {
      guard let byte = next(), byte & 0xC0 == 0x80 else { return .other }
      bytes.append(byte)
    }
    return String(validating: bytes, as: UTF8.self).map(LineEditorKey.text) ?? .other
  }
}
