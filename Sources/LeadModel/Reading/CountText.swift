/// Reads whole numbers of things: `1,200`, `00005`, `10 - 19`, `5 to 9`, `50+`, `1K`.
///
/// A range reads as its lower bound. Negative numbers and fractions are refused; `12.0` is 12.
public enum CountText {
  /// The largest count, beyond any company's payroll and exact in every number format.
  public static let maximum: Int64 = 1_000_000_000_000_000

  public static func read(_ cell: CellBytes) -> Reading<Int64> {
    switch AmountText.read(cell, as: .count) {
    case .value(let result):
      if result.value < 0 { return .unreadable(.negative) }
      guard result.value <= Double(maximum) else { return .unreadable(.tooLarge) }
      let count = Int64(result.value)
      return Double(count) == result.value ? .value(count) : .unreadable(.fraction)
    case .empty: return .empty
    case .unreadable(let problem): return .unreadable(problem)
    }
  }

  public static func read(_ text: String) -> Reading<Int64> { text.withBytes { read($0) } }
}
