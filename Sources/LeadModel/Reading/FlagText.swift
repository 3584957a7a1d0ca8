/// Reads yes and no: `Yes`, `y`, `TRUE`, `1`, `x`, `on`, and their opposites.
public enum FlagText {
  public static func read(_ cell: CellBytes) -> Reading<Bool> {
    let text = CellText.unwrapped(cell)
    switch text.count {
    case 0: return .empty
    case 1:
      switch text[0].asciiLowercased {
      case UInt8(ascii: "1"), UInt8(ascii: "y"), UInt8(ascii: "t"), UInt8(ascii: "x"): return .value(true)
      case UInt8(ascii: "0"), UInt8(ascii: "n"), UInt8(ascii: "f"): return .value(false)
      default: break
      }
    case 2:
      if text.equals("no") { return .value(false) }
      if text.equals("on") { return .value(true) }
    case 3:
      if text.equals("yes") || text.equals("\u{2713}") || text.equals("\u{2714}") { return .value(true) }
      if text.equals("off") || text.equals("1.0") || text.equals("0.0") { return .value(text[0] == 0x31) }
    case 4: if text.equals("true") { return .value(true) }
    case 5: if text.equals("false") { return .value(false) }
    default: break
    }
    return CellText.meansNothing(text) ? .empty : .unreadable(.notAFlag)
  }

  public static func read(_ text: String) -> Reading<Bool> { text.withBytes { read($0) } }
}
