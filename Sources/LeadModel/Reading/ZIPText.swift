/// Reads ZIP codes: `61602`, `61602-1234`, `616021234`, `61602.0`, and `2138` where the state says Massachusetts.
///
/// Spreadsheets drop leading zeros. They are restored when the code then belongs to the lead's state, and never on
/// a guess. Canadian postal codes are taken as they are.
public enum ZIPText {
  /// - Parameter state: The state the lead's own column gives, if any.
  public static func read(_ cell: CellBytes, state: USState? = nil) -> Reading<PostalCode> {
    var text = CellText.unwrapped(cell)
    if CellText.meansNothing(text) { return .empty }
    if text.has(".0", at: text.count - 2), 4 < text.count { text = text.slice(0, text.count - 2) }
    var (number, count, dash) = (0, 0, -1)
    for byte in text {
      if byte.isDigit, count < 9 {
        number = number * 10 + Int(byte & 15)
        count += 1
      } else if byte == 0x2D || byte == 0x20, dash < 0, 0 < count {
        dash = count
      } else {
        return canadian(text)
      }
    }
    // A dash parts the last four digits; "61602-" has none to part.
    guard dash < 0 || dash == count || dash + 4 == count else { return .unreadable(.notAZIP) }
    let hasPlusFour = dash < 0 ? 7 <= count : dash + 4 == count
    let (five, width) = hasPlusFour ? (number / 10_000, count - 4) : (number, count)
    guard 3 <= width, width <= 5, 501 <= five else { return .unreadable(.notAZIP) }
    if width < 5 {
      guard let state, USState(zip: five) == state else { return .unreadable(.lostLeadingZero) }
    }
    return .value(PostalCode(form: .zip(five, plusFour: hasPlusFour ? number % 10_000 : nil)))
  }

  public static func read(_ text: String, state: USState? = nil) -> Reading<PostalCode> {
    text.withBytes { read($0, state: state) }
  }

  /// A letter, a digit, a letter; a digit, a letter, a digit.
  private static func canadian(_ text: CellBytes) -> Reading<PostalCode> {
    var (letters, count) = (UInt64(0), 0)
    for byte in text where byte != 0x20 && byte != 0x2D {
      guard count < 6, count % 2 == 0 ? byte.isLetter : byte.isDigit else { return .unreadable(.notAZIP) }
      letters = letters << 8 | UInt64(byte.asciiUppercased)
      count += 1
    }
    return count == 6 ? .value(PostalCode(form: .canadian(letters))) : .unreadable(.notAZIP)
  }
}
