extension Coverage {
  /// A table of numbers, then everything that was never exercised, with its line.
  public func text() -> String {
    var text = "coverage of \(workflow) by \(cases) \(cases == 1 ? "case" : "cases")\n"
    for kind in kinds {
      let share = kind.total == 0 ? 100 : kind.exercised * 100 / kind.total
      text += "  \(padded(kind.name, 12)) \(kind.exercised) of \(kind.total) (\(share)%)\n"
    }
    let items = kinds.flatMap { kind in kind.missing.map { (kind.name, $0) } }
    guard !items.isEmpty else { return text }
    text += "never exercised\n"
    for (kind, item) in items {
      text += "  \(padded(kind, 12)) \(item.name)\(item.place.map { "  [\($0)]" } ?? "")\n"
    }
    return text
  }

  private func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
