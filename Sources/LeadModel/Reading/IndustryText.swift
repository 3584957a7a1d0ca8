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

  /// As `normalize`, with spaces and hyphens read as `_`: the form for "contains".
  public static func slug(_ cell: CellBytes, into target: UnsafeMutablePointer<UInt8>) -> Int {
    let count = normalize(cell, into: target)
    for index in 0..<count where target[index] == 0x20 || target[index] == 0x2D { target[index] = 0x5F }
    return count
  }

  public static func normalized(_ text: String) -> String { converted(text, by: normalize) }
  public static func slug(_ text: String) -> String { converted(text, by: slug) }

  private static func converted(
    _ text: String, by convert: (CellBytes, UnsafeMutablePointer<UInt8>) -> Int
  ) -> String {
    text.withBytes { cell in
      String(unsafeUninitializedCapacity: max(1, cell.count)) { buffer in
        guard let target = buffer.baseAddress else { return 0 }
        return convert(cell, target)
      }
    }
  }
}
