import Diagnostics

extension ImportCheck {
  /// The whole as people read it, ending in a line end.
  public var text: String {
    var text = heading
    if let layout {
      text += "\n" + columnTable(layout.mapping)
      for remark in remarks { text += "\nnote: \(remark)" }
      if !remarks.isEmpty { text += "\n" }
    }
    if let refusal { return text + "\nerror: \(refusal.message)\n  = \(refusal.advice)\n" }
    text += "\n" + rowTable
    for group in report.findings.groups.sorted(by: Self.isGraver) { text += "\n" + describe(group) }
    return text
  }

  private var heading: String {
    guard let layout else { return "\(path)\n" }
    let format = layout.format
    let delimiter = format.delimiter == nil ? "one column" : "delimiter \(Self.delimiter(format))"
    let header = format.headerRow.map { "header in row \($0)" } ?? "no header"
    return """
      \(path): \(layout.mapping.preset.map { "an export of \($0.name)" } ?? "no export we know by name")
      \(format.encoding.rawValue)\(format.hasByteOrderMark ? " with a byte order mark" : ""), \(delimiter), \(header)

      """
  }

  private static func delimiter(_ format: FileFormat) -> String {
    format.delimiterName.count == 1 ? "'\(format.delimiterName)'" : format.delimiterName
  }

  private func columnTable(_ mapping: ColumnMapping) -> String {
    var rows = [("column", "read as", "for example")]
    for column in mapping.columns {
      rows.append(
        (
          Self.cell(column.header, 32), reading(of: column, in: mapping),
          Self.cell(column.samples.first ?? "", 40)
        ))
    }
    let first = rows.map(\.0.count).max() ?? 0
    let second = rows.map(\.1.count).max() ?? 0
    return rows.map { row in
      let line = "  \(Self.padded(row.0, first))  \(Self.padded(row.1, second))  \(row.2)"
      return line.trimmingTrailingSpaces + "\n"
    }.joined()
  }

  private var rowTable: String {
    let rows = [
      ("rows read", report.rowsRead, ""), ("leads", report.imported, ""),
      ("duplicates", report.duplicates, duplicateExamples), ("blank rows", report.blank, ""),
      ("repeated headers", report.repeatedHeaders, ""), ("set aside", report.setAside, ""),
    ].map { ($0.0, Self.grouped($0.1), $0.2) }
    let width = rows.map(\.1.count).max() ?? 0
    return rows.map { label, count, remark in
      let number = String(repeating: " ", count: width - count.count) + count
      return "  \(Self.padded(label, 16))  \(number)\(remark.isEmpty ? "" : "  \(remark)")\n"
    }.joined()
  }

  private var duplicateExamples: String {
    let examples = report.duplicateExamples.prefix(2).map {
      "row \($0.rowNumber) (\(printable($0.recordID))) repeats row \($0.winner.rowNumber) "
        + "(\(printable($0.winner.recordID))) by \($0.winner.key.words)"
    }
    let rest = examples.count < report.duplicates ? "; …" : ""
    return examples.isEmpty ? "" : "the first row counts: " + examples.joined(separator: "; ") + rest
  }

  /// Rows set aside before values left out before remarks; then the commoner first.
  private static func isGraver(_ a: FindingGroup, _ b: FindingGroup) -> Bool {
    let order = FindingReason.Consequence.allCases.reversed()
    let (rankA, rankB) = (
      order.firstIndex(of: a.reason.consequence), order.firstIndex(of: b.reason.consequence)
    )
    if let rankA, let rankB, rankA != rankB { return rankA < rankB }
    return b.count < a.count
  }

  private func describe(_ group: FindingGroup) -> String {
    let count = Self.grouped(group.count)
    let what: String
    switch (group.reason.consequence, group.column) {
    case (.rowSetAside, _): what = "\(count) \(group.count == 1 ? "row" : "rows") set aside"
    case (.valueLeftOut, let column?):
      what = "\(count) \(group.count == 1 ? "value" : "values") of '\(column)' left out"
    case (.valueLeftOut, nil): what = "\(count) \(group.count == 1 ? "value" : "values") left out"
    case (.taken, let column?): what = "\(count) in '\(column)'"
    case (.taken, nil): what = "\(count) \(group.count == 1 ? "row" : "rows")"
    }
    let places = group.examples.prefix(3).map { finding in
      let line = finding.line == finding.rowNumber ? "" : " (line \(finding.line))"
      return "row \(finding.rowNumber)\(line)"
        + (finding.value.isEmpty ? "" : " '\(Self.cell(finding.value, 40))'")
    }
    return """
        \(what): \(group.reason.explanation) [\(group.reason.diagnosticID.rawValue)]
            \(places.joined(separator: ", "))\(places.count < group.count ? ", …" : "")
            = \(group.reason.advice)

      """
  }

  /// A text for a table: one line, at most `limit` characters.
  private static func cell(_ text: String, _ limit: Int) -> String {
    let line = printable(text)
    return line.count <= limit ? line : line.prefix(limit - 1) + "…"
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
