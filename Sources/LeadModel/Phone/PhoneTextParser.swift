/// Reads a phone cell that is more than ten digits and punctuation.
///
/// Works on ASCII in lower case: full-width forms, typographic hyphens and odd spaces have become plain ones.
struct PhoneTextParser {
  let text: CellBytes

  /// The most numbers that are looked for in a cell.
  static let maxNumbers = 16

  /// Lends a parser over the cell's plain form.
  static func withASCII(
    of cell: CellBytes, _ body: (PhoneTextParser) -> PhoneReading
  ) -> PhoneReading {
    let cell = CellText.unwrapped(cell)
    guard cell.count <= PhoneText.maxBytes else { return .unusable(.letters) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: cell.count + 1) { plain in
      let count = PlainText.write(cell, to: plain)
      return body(PhoneTextParser(text: CellText.unwrapped(CellBytes(rebasing: plain[..<count]))))
    }
  }

  func first() -> PhoneReading {
    var best = PhoneReading.empty
    var numberCount = 0
    forEachNumber { reading in
      numberCount += 1
      if best.number == nil, best == .empty || reading.number != nil { best = reading }
    }
    guard 1 < numberCount, case .number(let number, let details) = best else { return best }
    return .number(
      number,
      PhoneReading.Details(kind: details.kind, phoneExtension: details.phoneExtension, hasMore: true))
  }

  func all(into readings: inout [PhoneReading]) {
    forEachNumber { readings.append($0) }
  }

  /// Calls `body` for each part of the cell that could be a number, at least once unless the cell is empty.
  private func forEachNumber(_ body: (PhoneReading) -> Void) {
    if CellText.meansNothing(text) { return }
    if let digits = SpreadsheetNumber.digits(text) { return body(digits.reading) }
    var count = 0
    var start = 0
    while start <= text.count, count < PhoneTextParser.maxNumbers {
      let (end, next) = part(from: start)
      let piece = CellText.trimmed(text.slice(start, end))
      // Without seven digits it is a remark on the other parts, unless there are no other parts.
      if 7 <= piece.digitCount || (count == 0 && text.count < next) {
        body(PhoneParts(piece).reading)
        count += 1
      }
      start = next
    }
  }

  /// Where the part that starts at `start` ends, and where the next one starts: beyond the text if there is none.
  private func part(from start: Int) -> (end: Int, next: Int) {
    var index = start
    while index < text.count {
      switch text[index] {
      case 0x2F, 0x7C, 0x26, 0x0A, 0x0D: return (index, index + 1)  // / | & and line ends.
      case 0x2C, 0x3B:  // A comma or semicolon may also lead to an extension.
        if !PhoneParts.startsExtension(text, at: index + 1) { return (index, index + 1) }
      case 0x20:
        if text.has("or ", at: index + 1) { return (index, index + 4) }
        if text.has("and ", at: index + 1) { return (index, index + 5) }
      default: break
      }
      index += 1
    }
    return (text.count, text.count + 1)
  }
}

extension UnsafeBufferPointer<UInt8> {
  var digitCount: Int { reduce(0) { $1.isDigit ? $0 + 1 : $0 } }

  /// Whether `word` stands at `index`; false when it would reach beyond the end.
  func has(_ word: StaticString, at index: Int) -> Bool {
    guard 0 <= index, index + word.utf8CodeUnitCount <= count else { return false }
    return slice(index, index + word.utf8CodeUnitCount).equals(word)
  }
}
