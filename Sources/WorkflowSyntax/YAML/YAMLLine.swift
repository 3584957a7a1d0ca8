/// One line of a YAML text taken apart by eye, for explaining what libyaml could not read.
struct YAMLLine {
  let start: Int
  /// The first character that is no space or tab; `end` for a blank line.
  let indentEnd: Int
  /// Without the line break.
  let end: Int
  /// The end without a comment and trailing blanks.
  let contentEnd: Int
  /// Behind the indentation and the `- ` of list items.
  let keyStart: Int
  /// The colon behind the line's first key, if it has one.
  let colon: Int?
  /// Behind that colon, or behind the last `- `; `nil` when the line has neither.
  let valueStart: Int?

  /// - Parameter reach: How far to each side of the offset the line is looked at.
  init(at offset: Int, in bytes: YAMLBytes, reach: Int = .max) {
    let place = min(max(0, offset), bytes.count)
    var start = place
    while 0 < start, place - start < reach, !isBreak(bytes[start - 1]) { start -= 1 }
    var end = place
    while end < bytes.count, end - place < reach, !isBreak(bytes[end]) { end += 1 }
    func afterBlanks(_ index: Int) -> Int {
      var index = index
      while index < end, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
      return index
    }
    let indentEnd = afterBlanks(start)
    var keyStart = indentEnd
    while keyStart < end, bytes[keyStart] == UInt8(ascii: "-"),
      keyStart + 1 == end || bytes[keyStart + 1] == 0x20 || bytes[keyStart + 1] == 0x09
    {
      keyStart = afterBlanks(keyStart + 1)
    }
    var scan = TextScan(bytes, from: keyStart, to: end)
    let isFlow =
      keyStart < end && (bytes[keyStart] == UInt8(ascii: "{") || bytes[keyStart] == UInt8(ascii: "["))
    let colon =
      isFlow
      ? nil
      : scan.next { bytes, index in
        bytes[index] == UInt8(ascii: ":")
          && (index + 1 == end || bytes[index + 1] == 0x20 || bytes[index + 1] == 0x09)
      }
    let valueStart = colon.map { afterBlanks($0 + 1) } ?? (indentEnd < keyStart ? keyStart : nil)
    var comment = TextScan(bytes, from: valueStart ?? keyStart, to: end)
    var contentEnd =
      comment.next { bytes, index in
        bytes[index] == UInt8(ascii: "#") && start < index
          && (bytes[index - 1] == 0x20 || bytes[index - 1] == 0x09)
      } ?? end
    if indentEnd < end, bytes[indentEnd] == UInt8(ascii: "#") { contentEnd = indentEnd }
    while indentEnd < contentEnd, bytes[contentEnd - 1] == 0x20 || bytes[contentEnd - 1] == 0x09 {
      contentEnd -= 1
    }
    (self.start, self.indentEnd, self.end, self.contentEnd) = (start, indentEnd, end, contentEnd)
    (self.keyStart, self.colon, self.valueStart) = (keyStart, colon, valueStart.map { min($0, contentEnd) })
  }

  /// Nothing, or a comment only.
  var isEmpty: Bool { indentEnd == contentEnd }
  var indentation: Int { indentEnd - start }

  /// The nearest line above that is not empty.
  func above(in bytes: YAMLBytes) -> YAMLLine? {
    var line = self
    while 0 < line.start {
      line = YAMLLine(at: line.start - 1, in: bytes)
      if !line.isEmpty { return line }
    }
    return nil
  }

  /// The colon of `key:value` written without a space, if that is how the line starts.
  func colonWithoutSpace(in bytes: YAMLBytes) -> Int? {
    var index = keyStart
    while index < contentEnd, isWordByte(bytes[index]) { index += 1 }
    guard keyStart < index, index + 1 < contentEnd, bytes[index] == UInt8(ascii: ":") else { return nil }
    let next = bytes[index + 1]
    return next == 0x20 || next == 0x09 || next == UInt8(ascii: "/") || next == UInt8(ascii: ":")
      ? nil : index
  }
}

func isBreak(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

/// Letters, digits, `_`, `-` and `.`: what our keys are made of.
func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."):
    true
  case _: false
  }
}
