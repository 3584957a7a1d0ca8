public import LeadModel
public import WorkflowProgram

extension MessagePattern {
  /// Writes the message for one lead; nothing is allocated.
  ///
  /// A hole without a value and without a fallback closes: no double space, no space before a comma, no comma
  /// twice. A value that the SMS alphabet cannot say, even in plain letters, is none: one such letter would more than
  /// double what the text costs. The text ends where the buffer's limit is.
  ///
  /// - Parameter buffer: Emptied first.
  public func render(
    _ lead: LeadBatch, row: Int, speaker: Speaker, captures: CapturedTexts = .none,
    into buffer: inout MessageBuffer
  ) {
    buffer.removeAll()
    let source = MessageSource(lead: lead, row: row)
    var isHole = true  // The start closes up like a hole.
    text.withUnsafeBufferPointer { text in
      for piece in pieces {
        switch piece {
        case .literal(let stretch):
          let literal = UnsafeBufferPointer(rebasing: text[stretch.range])
          if isHole { buffer.close(before: literal) } else { buffer.append(literal) }
          isHole = isHole && (buffer.count == 0 || buffer.lastByte == 0x20)
        case .variable(let variable, let longest, let fallback):
          let start = buffer.count
          if let constant = variable.constant {
            speaker.text.withUnsafeBufferPointer {
              buffer.append(
                UnsafeBufferPointer(rebasing: $0[speaker.stretches[Int(constant.rawValue)].range]))
            }
          } else {
            source.append(variable, longest: Int(longest), captures: captures, to: &buffer)
          }
          if buffer.count == start { buffer.append(UnsafeBufferPointer(rebasing: text[fallback.range])) }
          isHole = buffer.count == start
        }
      }
    }
    buffer.trimEnd(behindHole: isHole)
  }
}

extension MessageBuffer {
  /// Adds a literal behind a hole, or at the start, without the space and punctuation that the hole leaves over.
  mutating func close(before literal: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < literal.count {
      let byte = literal[start]
      if byte == 0x20, count == 0 || lastByte == 0x20 || lastByte == 0x0A {
        start += 1
      } else if MessageBuffer.isPunctuation(byte) {
        while lastByte == 0x20 { truncate(to: count - 1) }
        // "Hi , this" is "Hi, this"; "a, , b" is "a, b"; ", this" at the start is "this".
        if count == 0 || lastByte == UInt8(ascii: ",") {
          if byte == UInt8(ascii: ",") || count == 0 {
            start += 1
            continue
          }
          truncate(to: count - 1)
        }
        break
      } else if byte == UInt8(ascii: ")"), lastByte == UInt8(ascii: "(") {
        truncate(to: count - 1)
        start += 1
      } else {
        break
      }
    }
    append(UnsafeBufferPointer(rebasing: literal[start...]))
  }

  /// Takes off white space at the end, and the comma that a hole leaves over.
  mutating func trimEnd(behindHole: Bool) {
    while lastByte == 0x20 || lastByte == 0x0A || behindHole && lastByte == UInt8(ascii: ",") {
      truncate(to: count - 1)
    }
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ";"),
      UInt8(ascii: ":"):
      true
    case _: false
    }
  }
}
