/// Reads the phone numbers that people and exports write.
public enum PhoneText {
  /// The longest cell that is looked at; a longer one is prose.
  public static let maxBytes = 512

  /// The first usable number of a cell.
  ///
  /// Takes the usual punctuation, `+1`, labels (`cell: …`, `… (mobile)`, `tel:`), extensions, vanity letters after
  /// an area code, several numbers in one cell, spreadsheets' `'…`, `="…"`, `2172345678.0` and complete scientific
  /// notation, and full-width digits. When no number is usable, the first one's problem is told.
  public static func read(_ cell: CellBytes) -> PhoneReading {
    quickly(cell) ?? PhoneTextParser.withASCII(of: cell) { $0.first() }
  }

  public static func read(_ text: String) -> PhoneReading { text.withBytes(read) }

  /// Every number of a cell in order, unusable ones included; at most 16.
  public static func readAll(_ text: String) -> [PhoneReading] {
    text.withBytes { cell in
      var readings: [PhoneReading] = []
      _ = PhoneTextParser.withASCII(of: cell) { parser in
        parser.all(into: &readings)
        return .empty
      }
      return readings
    }
  }

  /// Reads ten digits, or eleven after a 1, among nothing but the usual punctuation.
  ///
  /// - Returns: `nil` for anything else, which needs the whole parser.
  private static func quickly(_ cell: CellBytes) -> PhoneReading? {
    guard 10 <= cell.count, cell.count <= 20 else { return nil }
    // A point before the last digit is a spreadsheet's fraction, not punctuation.
    guard cell[cell.count - 2] != 0x2E else { return nil }
    var digits: UInt64 = 0
    var count = 0
    for byte in cell {
      if byte.isDigit {
        digits = digits &* 10 &+ UInt64(byte & 15)
        count &+= 1
      } else {
        switch byte {
        case 0x20, 0x28, 0x29, 0x2D, 0x2E: break
        case 0x2B where count == 0: count = 100  // A plus: eleven digits must follow.
        default: return nil
        }
      }
    }
    switch count {
    case 10: return PhoneReading(tenDigits: digits)
    case 11, 111:
      guard digits / 10_000_000_000 == 1 else { return nil }
      return PhoneReading(tenDigits: digits - 10_000_000_000)
    default: return nil
    }
  }
}
