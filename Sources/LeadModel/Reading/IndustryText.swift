/// Brings industries to the forms that rules compare.
public enum IndustryText {
  /// Trimmed, ASCII letters in lower case, `_` read as a space: the form for "is exactly".
  ///
  /// - Parameter target: Room for `cell.count` bytes.
  /// - Returns: How many bytes were written.
  public static func normalize(_ cell: CellBytes, into target: UnsafeMutablePointer<UInt8>) -> Int {
    let text = CellText.trimmed(cell)
    for index in 0..<text.count { target[index] = text[index] == 0x5F ? 0x20 : text[index].asciiLowercased }
    return text.count
  }
}
