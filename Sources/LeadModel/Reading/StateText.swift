/// Reads states and provinces, by code or by name: `IL`, `il.`, `Illinois`, `D.C.`, `Ontario`.
public enum StateText {
  public static func read(_ cell: CellBytes) -> Reading<StateCode> {
    let text = CellText.unwrapped(cell)
    if let code = StateCode(letters: text) { return .value(code) }
    if CellText.meansNothing(text) { return .empty }
    if text.count <= 5, let code = dotted(text) { return .value(code) }
    if let key = LetterKey(text), let code = StateTable.code(named: key) { return .value(code) }
    return .unreadable(.notAState)
  }

  public static func read(_ text: String) -> Reading<StateCode> { text.withBytes { read($0) } }

  /// Reads `N.Y.` and `IL.` with points.
  private static func dotted(_ text: CellBytes) -> StateCode? {
    var (first, second): (UInt8, UInt8) = (0, 0)
    for byte in text {
      if byte == 0x2E || byte == 0x20 { continue }
      guard byte.isLetter, second == 0 else { return nil }
      if first == 0 { first = byte } else { second = byte }
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2) { letters in
      letters[0] = first
      letters[1] = second
      return StateCode(letters: CellBytes(letters))
    }
  }
}
