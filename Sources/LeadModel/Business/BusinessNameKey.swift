/// The form in which two spellings of a business's name are the same: ASCII letters in lower case and digits,
/// everything else dropped.
public enum BusinessNameKey {
  /// - Parameter target: Room for `cell.count` bytes.
  /// - Returns: How many bytes were written; 0 for a name without an ASCII letter or digit.
  public static func write(_ cell: CellBytes, to target: UnsafeMutablePointer<UInt8>) -> Int {
    var count = 0
    for byte in cell {
      let small = byte.asciiLowercased
      target[count] = small
      // Branch-free: names are short and their punctuation is anywhere.
      count &+= (small &- 97 < 26 || small.isDigit) ? 1 : 0
    }
    return count
  }

  public static func key(_ text: String) -> String {
    text.withBytes { cell in
      String(unsafeUninitializedCapacity: max(1, cell.count)) { buffer in
        buffer.baseAddress.map { write(cell, to: $0) } ?? 0
      }
    }
  }
}
