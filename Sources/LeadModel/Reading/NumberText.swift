/// Reads any decimal number: `1,234.5`, `-.5`, `1e6`, `45%` (as 45); a range reads as its lower bound.
public enum NumberText {
  public static func read(_ cell: CellBytes) -> Reading<Double> {
    switch AmountText.read(cell, as: .number) {
    case .value(let result): .value(result.value)
    case .empty: .empty
    case .unreadable(let problem): .unreadable(problem)
    }
  }

  public static func read(_ text: String) -> Reading<Double> { text.withBytes { read($0) } }
}
