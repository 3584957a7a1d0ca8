/// A message ready to be rendered: every literal and fallback in one run of bytes, and the order of pieces.
///
/// Rendering copies pieces; nothing is looked up, decided or allocated any more.
public struct MessagePattern: Hashable, Sendable {
  /// UTF-8 of all literals and fallbacks, in their cheapest form.
  public let text: [UInt8]
  public let pieces: [MessagePiece]

  /// Packs a wording; a slot that no voice has filled is left out.
  public init(_ wording: Wording) {
    var text: [UInt8] = []
    var pieces: [MessagePiece] = []
    func place(_ string: String) -> TextStretch {
      let start = text.count
      text += string.utf8
      return TextStretch(start: start, length: text.count - start)
    }
    for part in wording.parts {
      switch part {
      case .text(let string): pieces.append(.literal(place(string)))
      case .variable(let variable, let fallback):
        pieces.append(.variable(variable, longest: UInt16(variable.longest), fallback: place(fallback ?? "")))
      case .slot: break
      }
    }
    self.text = text
    self.pieces = pieces
  }
}

/// One copy that rendering makes.
public enum MessagePiece: Hashable, Sendable {
  case literal(TextStretch)
  /// A value of at most `longest` characters (0: as long as it is), or the fallback when there is none.
  case variable(MessageVariable, longest: UInt16, fallback: TextStretch)
}

/// A stretch of a pattern's bytes.
public struct TextStretch: Hashable, Sendable {
  public let start: UInt32
  public let length: UInt32

  /// - Precondition: Inside the bytes it is for.
  public init(start: Int, length: Int) {
    self.start = UInt32(clamping: start)
    self.length = UInt32(clamping: length)
  }

  public var range: Range<Int> { Int(start)..<Int(start) + Int(length) }
}
