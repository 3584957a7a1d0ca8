/// Reads amounts of US dollars: `$1.2M`, `1,200,000`, `1-5 million`, `Less Than $500,000`, `(1,000)`.
///
/// A range reads as its lower bound, so `Less Than …` as 0; `$10M+` as 10,000,000. Parentheses and a minus make
/// it negative. European commas and points, and other currencies, are refused rather than guessed at.
public enum MoneyText {
  /// - Parameter factor: What the column's numbers stand for, 1,000 in "Revenue (in 000s USD)"; a value with
  ///   its own unit (`1.2M`) is left as it is.
  public static func read(_ cell: CellBytes, factor: Double = 1) -> Reading<Double> {
    switch AmountText.read(cell, as: .money) {
    case .value(let result): .value(result.hasUnit ? result.value : result.value * factor)
    case .empty: .empty
    case .unreadable(let problem): .unreadable(problem)
    }
  }

  public static func read(_ text: String, factor: Double = 1) -> Reading<Double> {
    text.withBytes { read($0, factor: factor) }
  }
}
